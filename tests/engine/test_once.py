"""Everything happens once; what is undone at once has never been (INV-7, 12)."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pos_app.domain.money import Fen
from pos_app.domain.program import Program
from pos_app.domain.record import Record
from pos_app.domain.transfer import TRANSFERS_OF_SALE, Account, Transfer
from pos_app.engine.leaving import close_program
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.records.appreciation import NavLot
from pos_app.engine.records.draw import DrawRound
from pos_app.engine.records.queue import Lot, Ticket
from pos_app.engine.records.shared import WalletLot
from pos_app.engine.settle import complete, settle_due
from pos_app.engine.undo import VoidRefused, return_part
from tests.engine.counter import Counter
from tests.engine.events import History, Sold
from tests.engine.histories import histories, play, sales
from tests.engine.snapshot import snapshot


def counter_after(history: History) -> tuple[Counter, MemoryBook]:
    """A counter that goes on where a history ended."""
    book = MemoryBook()
    seen: list[Counter] = []
    play(history, book, before=seen.append)
    assume(seen)
    return seen[-1], book


@settings(max_examples=60)
@given(histories(fewest=5, most=30), sales())
def test_a_sale_completed_twice_is_one_sale(history: History, sold: Sold) -> None:
    """Pay pressed twice, or retried after a crash, must not reward twice."""
    counter, book = counter_after(history)
    sold.do(counter)
    once = snapshot(book)
    sale = counter.sale(counter.sold)
    settled = complete(book, sale, decisions=counter.last_decisions)
    settle_due(book, counter.at)

    assert settled == ()
    assert snapshot(book) == once


@settings(max_examples=60)
@given(histories(fewest=5, most=30), st.integers(0, 30), st.integers(1, 4))
def test_a_return_posted_twice_takes_back_once(history: History, which: int, quarters: int) -> None:
    """Returns count cumulatively, so a repeated one finds nothing left to take."""
    counter, book = counter_after(history)
    assume(counter.sold)
    sale = counter.sale(which % counter.sold + 1)
    base = Fen((sale.base - sale.returned_base) * quarters // 4)
    counter.wait()
    return_part(book, sale, base=base, reason="voluntary", room=base)
    once = snapshot(book)
    return_part(book, sale, base=base, reason="voluntary", room=base)

    assert snapshot(book) == once


@settings(max_examples=60)
@given(histories(fewest=5, most=30))
def test_a_program_is_closed_once(history: History) -> None:
    """PROGRAM_CLOSE pressed twice must not look for money that is gone."""
    counter, book = counter_after(history)
    counter.close("Q")
    once = snapshot(book)
    program = book.get(Program, 1)
    assert program is not None
    close_program(book, program)

    assert snapshot(book) == once


@settings(max_examples=100)
@given(histories(fewest=5, most=30, longest_hold=0), sales())
def test_the_last_sale_voided_is_the_state_before_it(history: History, sold: Sold) -> None:
    """A void is a full technical reversal (rulebook 1.6, 12.6)."""
    counter, book = counter_after(history)
    counter.wait()
    before = state_of(book)
    sold.do(counter)
    # What others had funded and nobody could be paid before stays paid (rulebook 2.8, H).
    assume(not any(each.funded_by != counter.sold for each in last_payments(counter, book)))
    refusal = ""
    try:
        counter.void(counter.sold)
    except VoidRefused as refused:
        refusal = refused.why

    # A ticket that was cut by a return cannot be put back as it was.
    # The sale that completes a round has it drawn, and a draw is not drawn again.
    drew = any(each.drawn_at == counter.at for each in book.records(DrawRound))
    assert refusal in {"", "TICKET_RETURNED"} | ({"LATER_EVENT"} if drew else set())
    if not refusal:
        assert state_of(book, but_sale=counter.sold) == before


def last_payments(counter: Counter, book: MemoryBook) -> list[Transfer]:
    """What the last sale paid out of the queues' lots."""
    return [
        each
        for each in book.scan(TRANSFERS_OF_SALE, counter.sold)
        if each.debit.startswith("POOL:") and each.credit.startswith("CASH:")
    ]


def state_of(book: MemoryBook, *, but_sale: int = 0) -> dict[str, list[Record]]:
    """Balances, tickets, lots, wallets, without what only a voided sale left."""
    kept: dict[str, list[Record]] = {
        "accounts": [each for each in book.records(Account) if each.balance],
        "tickets": [each for each in book.records(Ticket) if each.sale != but_sale],
        "lots": [each for each in book.records(Lot) if each.sale != but_sale],
        # A voucher that was given and taken back whole stays as an empty lot.
        "wallets": [e for e in book.records(WalletLot) if e.sale != but_sale and e.left],
        "units": [each for each in book.records(NavLot) if each.sale != but_sale],
    }
    return kept
