"""What both books refuse, and write first, when they are told a whole list."""

from pathlib import Path

import pytest

from pos_app.domain.money import Fen
from pos_app.domain.program import Program
from pos_app.domain.record import Index
from pos_app.domain.transfer import Transfer
from pos_app.engine.book import kept
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.records.green import GreenMonth
from pos_app.storage.driver import DRIVER
from tests.engine.counter import Counter
from tests.storage.committing_book import book_on_file

MONTH = "2026-01"


def test_a_record_that_was_to_be_new_stops_both_books(empty_file: Path) -> None:
    """Overwriting a voucher would lose somebody's money without a word."""
    like = GreenMonth(1, 1, MONTH)
    with book_on_file(empty_file) as book:
        for each in (MemoryBook(), book):
            each.put_each(like, ("member",), [(1,)])
            with pytest.raises((ValueError, DRIVER.module.IntegrityError)):
                each.put_each(like, ("member",), [(1,)])
        book.close()


def test_a_payment_of_nothing_stops_both_books(empty_file: Path) -> None:
    """Whoever works a million payments out has left out those that pay nothing."""
    with book_on_file(empty_file) as book:
        for each in (MemoryBook(), book):
            Counter(each).adopt("G", "M4")
            with pytest.raises(ValueError, match="POOL:G@G"):
                each.post_each("POOL:G@G", "VCH", [("1", Fen(0), 1)], why="TEST", program=1)
        book.close()


def test_books_are_not_written_past_posting(empty_file: Path) -> None:
    """Only a transfer moves a balance, however many there are."""
    with book_on_file(empty_file) as book:
        with pytest.raises(TypeError, match="by post alone"):
            book.change_each(Transfer, ("amount",), [(1, 5)])
        book.close()


def test_a_program_is_found_that_was_put_and_then_changed_together(empty_file: Path) -> None:
    """What was put before is written first, so that the change is not lost."""
    with book_on_file(empty_file) as book:
        for each in (MemoryBook(), book):
            program = Counter(each).adopt("G", "M4")
            each.change_each(Program, ("priority", "enabled"), [(program.number, 7, False)])
            changed = kept(each, Program, program.number)

            assert (changed.priority, changed.enabled, changed.kind) == (7, False, "M4")
        book.close()


def test_a_book_that_is_read_along_an_index_is_told_no_list(empty_file: Path) -> None:
    """The scan would lose its place in a file that is written meanwhile."""
    with book_on_file(empty_file) as book:
        book.put_each(GreenMonth(1, 0, MONTH), ("member",), [(1,), (2,)])
        line = book.scan(Index(GreenMonth, "by_key", GreenMonth.KEY))
        next(line)
        with pytest.raises(RuntimeError, match="while it is read"):
            book.change_each(GreenMonth, ("spent",), [(1, 1, MONTH, 5)])
        del line
        book.close()
