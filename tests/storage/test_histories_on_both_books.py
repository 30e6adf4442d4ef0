"""The same random histories on both books: the same answers, entries and rows."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pos_app.domain.record import Record
from pos_app.engine import batches
from pos_app.engine.memory_book import MemoryBook
from pos_app.storage.schema import RECORDS
from pos_app.storage.unit_of_work import open_storage
from tests.engine.histories import History, histories, play
from tests.storage.committing_book import CommittingBook


def play_on_file(history: History, empty_file: Path, *, together: int) -> tuple[list[str], object]:
    """Play a history on a new file, so many events to a commit; outcomes and rows."""
    with tempfile.TemporaryDirectory() as place:
        shutil.copy(empty_file, place)
        storage = open_storage(Path(place))
        book = CommittingBook(storage)
        done = 0

        def commit_some(*_: object) -> None:
            nonlocal done
            done += 1
            if done % together == 0:
                book.commit()

        outcomes = play(history, book, after=commit_some)
        book.close()
        with storage.read() as look:
            rows: dict[type[Record], list[Record]] = {
                kind: list(look.records(kind)) for kind in RECORDS
            }
        storage.close()
    return outcomes, rows


@settings(max_examples=200, suppress_health_check=list(HealthCheck))
@given(
    history=histories(fewest=40, most=60),
    together=st.sampled_from([1, 5, 40]),
    batch=st.sampled_from([1, 2, 3, batches.BATCH]),
)
def test_the_same_history_makes_the_same_books_in_memory_and_on_file(
    empty_file: Path, history: History, together: int, batch: int
) -> None:
    """`verify` rebuilds the file in memory; it may only find what was tampered with.

    However much a period's end reads at once: each batch is written before the next.
    """
    memory = MemoryBook()
    outcomes = play(history, memory)
    rows: dict[type[Record], list[Record]] = {kind: list(memory.records(kind)) for kind in RECORDS}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batches, "BATCH", batch)
        on_file = play_on_file(history, empty_file, together=together)

    assert on_file == (outcomes, rows)
