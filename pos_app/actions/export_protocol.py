"""The protocol of draws as a file that can be published and checked by anybody."""

import json
from pathlib import Path

from pos_app.actions.draw_protocol import draw_protocol
from pos_app.domain.program import PROGRAMS_BY_NAME
from pos_app.faults import ShopFileUnreachable
from pos_app.shop import Shop


def export_protocol(shop: Shop, *, program: str) -> Path:
    """Write the protocol into the shop's reports and return its path (3.3).

    The seed is in it only once the program is closed.

    Raises:
        NotFound: no draw has this name.
        ShopFileUnreachable: the file cannot be written.
    """
    told = draw_protocol(shop, program=program)
    with shop.storage.read() as seen:
        number = next(iter(seen.book.scan(PROGRAMS_BY_NAME, program))).number
    path = shop.folder / "reports" / f"draw-{number}.json"
    try:
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")
    except OSError as error:
        raise ShopFileUnreachable(path=str(path), detail=str(error)) from error
    return path
