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
from tests.engine.referral_programs import referral_histories
from tests.storage.committing_book import CommittingBook


def play_in_memory(history: History) -> tuple[list[str], object]:
    """Play a history on a book in memory; outcomes and rows."""
    book = MemoryBook()
    outcomes = play(history, book)
    rows: dict[type[Record], list[Record]] = {kind: list(book.records(kind)) for kind in RECORDS}
    return outcomes, rows


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
    memory = play_in_memory(history)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batches, "BATCH", batch)
        on_file = play_on_file(history, empty_file, together=together)

    assert on_file == memory


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(history=referral_histories(), together=st.sampled_from([1, 5, 40]))
def test_a_family_of_referrals_makes_the_same_books_in_memory_and_on_file(
    empty_file: Path, history: History, together: int
) -> None:
    """Three generations and a crowd meet spills and weeks that few members never do."""
    memory = play_in_memory(history)

    assert play_on_file(history, empty_file, together=together) == memory
