"""A book in memory keeps the promises of `Book`."""

from dataclasses import replace

import pytest

from pos_app.domain.member import MEMBERS_OF_SPONSOR, Member
from pos_app.domain.moment import Instant
from pos_app.domain.program import Program, ProgramVersion
from pos_app.domain.transfer import Account, Transfer
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.records.queue import ACTIVE, ACTIVE_TICKETS, COMPLETED, Ticket
from tests.engine.test_cost import counter_before


def test_a_scan_goes_both_ways_from_any_place() -> None:
    """Places are counted, queues are read from the front, places from the back."""
    _, book = counter_before(600, {})
    seats = [each.seq for each in book.scan(ACTIVE_TICKETS, 1, "S1")]
    back = [each.seq for each in book.scan(ACTIVE_TICKETS, 1, "S1", backward=True)]
    behind = [each.seq for each in book.scan(ACTIVE_TICKETS, 1, "S1", after=(598,))]
    before = [each.seq for each in book.scan(ACTIVE_TICKETS, 1, "S1", after=(3,), backward=True)]

    assert (seats, back) == (list(range(1, 601)), list(range(600, 0, -1)))
    assert (behind, before) == ([599, 600], [2, 1])


def test_a_record_may_leave_an_index_while_it_is_read() -> None:
    """A cascade fills the ticket it stands on."""
    _, book = counter_before(600, {})
    seen = []
    for ticket in book.scan(ACTIVE_TICKETS, 1, "S1"):
        seen.append(ticket.seq)
        after = book.get(Ticket, 1, ticket.sale + 1, 1)
        for each in (ticket, after):
            if each is not None:
                book.put(replace(each, state=COMPLETED))

    assert seen == list(range(1, 600, 2))
    assert book.count(ACTIVE_TICKETS, 1, "S1") == 0


def test_none_sorts_first_as_it_does_in_sql() -> None:
    """Members without a sponsor come before the others in both books."""
    book = MemoryBook()
    for number, sponsor in ((1, None), (2, 1), (3, None)):
        book.put(Member(number, "", "", "", sponsor, Instant(0), consent=True))

    assert [each.number for each in book.scan(MEMBERS_OF_SPONSOR)] == [1, 3, 2]
    assert [each.number for each in book.scan(MEMBERS_OF_SPONSOR, None)] == [1, 3]
    assert [each.number for each in book.scan(MEMBERS_OF_SPONSOR, None, after=(1,))] == [3]


def test_counting_is_between_two_places() -> None:
    """A place is the number of seats before it."""
    _, book = counter_before(100, {})

    assert book.count(ACTIVE_TICKETS, 1, "S1", before=(10,)) == 9
    assert book.count(ACTIVE_TICKETS, 1, "S1", after=(90,)) == 10
    assert book.count(ACTIVE_TICKETS, 1, "S1", after=(10,), before=(11,)) == 0
    assert book.count(ACTIVE_TICKETS, 1, "S2") == 0


def test_what_is_append_only_is_written_once() -> None:
    """A version that could be changed would change what customers were told."""
    book = MemoryBook()
    book.put(ProgramVersion(1, 1, Instant(0), "{}"))

    with pytest.raises(ValueError, match="never written twice"):
        book.put(ProgramVersion(1, 1, Instant(0), "{}"))


def test_a_transfer_moves_both_balances() -> None:
    """One debit, one credit: the sum of all balances is always zero."""
    book = MemoryBook()
    book.open_entry(7, Instant(5))
    book.post("SRC:S1", "CASH:1", 10, why="TEST", sale=3, funded_by=2, program=1)
    book.post("SRC:S1", "CASH:1", 0, why="TEST")

    assert book.records(Transfer) == [
        Transfer(1, 7, Instant(5), "SRC:S1", "CASH:1", 10, "TEST", 3, 2, 1)
    ]
    assert book.records(Account) == [Account("CASH:1", 10), Account("SRC:S1", -10)]
    assert book.balance("CASH:2") == 0


@pytest.mark.parametrize(("credit", "amount"), [("CASH:1", -1), ("SRC:S1", 1)])
def test_what_is_no_transfer_stops(credit: str, amount: int) -> None:
    """An amount below zero or from an account to itself is a bug."""
    with pytest.raises(ValueError, match="no transfer"):
        MemoryBook().post("SRC:S1", credit, amount, why="TEST")


def test_numbers_go_on_from_the_largest() -> None:
    """The next sale is one more, whatever was put in between."""
    book = MemoryBook()
    before = book.last_number(Program)
    for number in (2, 5, 3):
        book.put(Program(number, str(number), "M0", 1, 1, enabled=True))

    assert (before, book.last_number(Program)) == (0, 5)
    assert [kind.TABLE for kind in book.kinds()] == ["program"]
    assert ACTIVE == "ACTIVE"
