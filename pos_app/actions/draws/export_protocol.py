"""The protocol of draws as a file that can be published and checked by anybody."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pos_app.actions.draws.draw_protocol import draw_protocol, protocol_pieces
from pos_app.actions.draws.protocol_tables import protocol_tables
from pos_app.actions.papers.export_report import REPORTS
from pos_app.actions.premises.named_file import leave_in_shop
from pos_app.documents.reports.report_pdf import draw_report_pdf
from pos_app.domain.member import Member, masked_name
from pos_app.domain.program import PROGRAMS_BY_NAME
from pos_app.domain.sale import SALES_BY_REF
from pos_app.engine.telling.organiser import organiser_of
from pos_app.shop import Shop
from pos_app.storage.unit_of_work import Look
from pos_app.wording import Language, Wording


def export_protocol(shop: Shop, *, program: str) -> Path:
    """Write the protocol into the shop's reports and return its path (3.3).

    Beside it stands a PDF in the shop's language, with the beginning of each round's
    list. The seed is in them only once the program is closed.

    Raises:
        NotFound: no draw has this name.
        FileNotWritten, DiskFull: the file cannot be written.
    """
    told = draw_protocol(shop, program=program)
    with shop.storage.read() as seen:
        number = next(seen.book.scan(PROGRAMS_BY_NAME, program)).number
        names = _winners(seen, told)
    path = shop.folder / REPORTS / f"draw-{number}.json"
    wording = Wording(Language(shop.settings.language))
    organiser = " · ".join(filter(None, (organiser_of(shop.settings), shop.settings.contact)))
    report = protocol_tables(told, wording, names=names, organiser=organiser, file=path.name)
    leave_in_shop(shop, path.with_suffix(".pdf"), draw_report_pdf(report, wording.text))
    return leave_in_shop(shop, path, protocol_pieces(shop, program=program))


def _winners(view: Look, protocol: Mapping[str, Any]) -> dict[str, str]:
    """The masked names of those who won, by the outside names of their sales."""
    names = {}
    for each in protocol["rounds"]:
        for pick in each["picks"]:
            sale = next(view.scan(SALES_BY_REF, pick["winner"]), None)
            member = view.get(Member, sale.member) if sale and sale.member else None
            names[pick["winner"]] = masked_name(member.name) if member else ""
    return names
