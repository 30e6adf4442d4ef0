"""The command `replay`: a history in, the books out."""

import json
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pos_app.actions.make_replay_shop import make_replay_shop
from pos_app.actions.replay_history import Replayed, replay_history
from pos_app.actions.replay_result import replay_result
from pos_app.clock import StoppedClock
from pos_app.domain.moment import Instant
from pos_app.domain.replay_history import read_history
from pos_app.domain.transfer import TRANSFERS_OF_ENTRY, Transfer
from pos_app.shop import Shop
from pos_app.startup import open_shop


def replay_file(
    history: Path, *, out: Path, folder: Path | None = None, events: Path | None = None
) -> dict[str, Any]:
    """Replay a file on a new shop, or on a folder's; write and return the result.

    With `events`, one JSON file for each line says which transfers it caused, and which
    were due before it.

    Raises:
        MalformedLine: the result of what came before it is not written, the books are.
    """
    with _shop(folder) as shop, history.open("rb") as lines:
        told = _teller(shop, events) if events else None
        refused = replay_history(shop, read_history(lines), done=told)
        result = replay_result(shop, refused)
    out.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return result


@contextmanager
def _shop(folder: Path | None) -> Iterator[Shop]:
    """Open the shop to replay into; a new one lasts only as long as the replay."""
    if folder is not None and (folder / "shop.sqlite").exists():
        shop = open_shop(folder, clock=StoppedClock(Instant(0)))
        try:
            yield shop
        finally:
            shop.close()
        return
    with tempfile.TemporaryDirectory(prefix="till-replay-") as made:
        where = folder or Path(made)
        where.mkdir(parents=True, exist_ok=True)
        shop = make_replay_shop(where)
        try:
            yield shop
        finally:
            shop.close()


def _teller(shop: Shop, folder: Path) -> Callable[[Replayed], None]:
    """Return what writes one file an event."""
    folder.mkdir(parents=True, exist_ok=True)

    def tell(done: Replayed) -> None:
        said = {
            "line": done.event.line,
            "event": done.event.KIND,
            "refused": type(done.refused.refusal).__name__ if done.refused else None,
            "due": _transfers(shop, done.before, done.settled),
            "transfers": _transfers(shop, done.settled, done.after),
        }
        text = json.dumps(said, ensure_ascii=False, indent=1) + "\n"
        (folder / f"{done.event.line:07}.json").write_text(text, encoding="utf-8")

    return tell


def _transfers(shop: Shop, after: int, until: int) -> list[dict[str, Any]]:
    """The transfers of the entries after one, up to another."""
    with shop.storage.read() as view:
        return [
            _shown(each)
            for entry in range(after + 1, until + 1)
            for each in view.scan(TRANSFERS_OF_ENTRY, entry)
        ]


def _shown(transfer: Transfer) -> dict[str, Any]:
    return {
        "debit": transfer.debit,
        "credit": transfer.credit,
        "amount": transfer.amount,
        "why": transfer.why,
        "sale": transfer.sale,
        "funded_by": transfer.funded_by,
    }
