"""The command `replay`: a history in, the books out."""

import errno
import json
import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import takewhile
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from pos_app.actions.premises.named_file import refuse_place, write_named_file
from pos_app.actions.replays.make_replay_shop import make_replay_shop
from pos_app.actions.replays.replay_history import Replayed, replay_history
from pos_app.actions.replays.replay_result import account_names, replay_result
from pos_app.clock import StoppedClock
from pos_app.domain.files.replay_history import read_history
from pos_app.domain.moment import Instant
from pos_app.domain.sale import Sale
from pos_app.domain.transfer import Transfer
from pos_app.engine.book import transfers_since
from pos_app.faults import FileNotWritten
from pos_app.shop import Shop
from pos_app.startup import has_shop, open_shop
from pos_app.storage.failures import not_read, not_written, reachable
from pos_app.storage.unit_of_work import Look

_LONGEST_LINE = 1024 * 1024
"""Bytes; what is longer is cut, and so it is no JSON: a file may be one endless line."""


def replay_file(
    history: Path,
    *,
    out: Path,
    folder: Path | None = None,
    events: Path | None = None,
    seen: Counter[str] | None = None,
) -> dict[str, Any]:
    """Replay a file on a new shop, or on a folder's; write and return the result.

    With `events`, one JSON file for each line says which transfers it caused, and which
    were due before it, with the names that the result has. `seen` counts the events by
    their kind.

    Raises:
        FileNotRead, FileNotWritten: before anything is replayed, unless a disk fails.
        MalformedLine: the result of what came before it is not written, the books are.
    """
    kinds: Counter[str] = Counter() if seen is None else seen
    for path in filter(None, (out, events)):
        _refuse_missing_folder(path)
    refuse_place(out)
    if events is not None and events.exists() and not events.is_dir():
        raise FileNotWritten(path=str(events), detail="ENOTDIR")
    with _opened(history) as file, _shop(folder) as shop:
        lines = iter(partial(file.readline, _LONGEST_LINE), b"")
        told: list[_Told] = []
        hear = _Hearer(told if events else None, kinds)
        try:
            refused = replay_history(shop, read_history(lines), done=hear)
        finally:
            # Last, so that an account has the same name in each file and in the result.
            if events:
                _write_events(shop, events, told)
        result = replay_result(shop, refused)
    write_named_file(out, (json.dumps(result, ensure_ascii=False, indent=1) + "\n").encode())
    return result


def _refuse_missing_folder(path: Path) -> None:
    """An hour of replaying must not end with nowhere to write it."""
    if not path.parent.is_dir():
        missing = FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        raise not_written(missing, path.parent)


def _opened(history: Path) -> BinaryIO:
    try:
        return history.open("rb")
    except OSError as error:
        raise not_read(error, history) from error


@contextmanager
def _shop(folder: Path | None) -> Iterator[Shop]:
    """Open the shop to replay into; a new one lasts only as long as the replay."""
    if folder is not None and has_shop(folder):
        shop = open_shop(folder, clock=StoppedClock(Instant(0)))
        try:
            yield shop
        finally:
            shop.close()
        return
    with tempfile.TemporaryDirectory(prefix="till-replay-") as made:
        where = folder or Path(made)
        with reachable(where):
            where.mkdir(parents=True, exist_ok=True)
        shop = make_replay_shop(where)
        try:
            yield shop
        finally:
            shop.close()


class _Told(NamedTuple):
    """One line of the history, and between which entries of the journal it lies."""

    line: int
    event: str
    refused: str | None
    before: int
    settled: int
    after: int


class _Hearer:
    """Counts each event, and keeps what its file needs; a history may be long."""

    def __init__(self, told: list[_Told] | None, seen: Counter[str]) -> None:
        self._told = told
        self._seen = seen

    def __call__(self, done: Replayed) -> None:
        self._seen[done.event.KIND] += 1
        if self._told is None:
            return
        refused = type(done.refused.refusal).__name__ if done.refused else None
        event = done.event
        self._told.append(
            _Told(event.line, event.KIND, refused, done.before, done.settled, done.after)
        )


def _write_events(shop: Shop, folder: Path, told: list[_Told]) -> None:
    """Write one file an event, with the transfers it caused."""
    folder.mkdir(exist_ok=True)
    with shop.storage.read() as view:
        say = account_names(view)
        for each in told:
            said = {
                "line": each.line,
                "event": each.event,
                "refused": each.refused,
                "due": _transfers(view, each.before, until=each.settled, say=say),
                "transfers": _transfers(view, each.settled, until=each.after, say=say),
            }
            text = json.dumps(said, ensure_ascii=False, indent=1) + "\n"
            (folder / f"{each.line:07}.json").write_text(text, encoding="utf-8")


def _transfers(
    view: Look, after: int, *, until: int, say: Callable[[str], str]
) -> list[dict[str, Any]]:
    """The transfers of the entries after one, up to another."""
    posted = takewhile(lambda each: each.entry <= until, transfers_since(view.book, after))
    return [_shown(view, each, say=say) for each in posted]


def _shown(view: Look, transfer: Transfer, *, say: Callable[[str], str]) -> dict[str, Any]:
    return {
        "debit": say(transfer.debit),
        "credit": say(transfer.credit),
        "amount": transfer.amount,
        "why": transfer.why,
        "sale": _ref(view, transfer.sale),
        "funded_by": _ref(view, transfer.funded_by),
    }


def _ref(view: Look, number: int | None) -> str | None:
    """The file's own id of a sale."""
    sale = view.get(Sale, number) if number is not None else None
    return sale.ref if sale is not None else None
