"""The protocol of draws as a file that can be published and checked by anybody."""

from pathlib import Path

from pos_app.actions.draw_protocol import draw_protocol, protocol_text
from pos_app.actions.named_file import leave_in_shop
from pos_app.actions.write_report import REPORTS
from pos_app.domain.program import PROGRAMS_BY_NAME
from pos_app.shop import Shop


def export_protocol(shop: Shop, *, program: str) -> Path:
    """Write the protocol into the shop's reports and return its path (3.3).

    The seed is in it only once the program is closed.

    Raises:
        NotFound: no draw has this name.
        FileNotWritten, DiskFull: the file cannot be written.
    """
    told = draw_protocol(shop, program=program)
    with shop.storage.read() as seen:
        number = next(iter(seen.book.scan(PROGRAMS_BY_NAME, program))).number
    path = shop.folder / REPORTS / f"draw-{number}.json"
    return leave_in_shop(shop, path, protocol_text(told))
