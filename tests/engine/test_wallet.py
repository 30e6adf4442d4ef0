"""Reward balances as tender: limits, spending order, refusals (rulebook 1.7, 1a)."""

import pytest

from pos_app.domain.moment import Day, start_of
from pos_app.domain.money import Fen
from pos_app.domain.program import Program
from pos_app.domain.quote import TenderLimit
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.records.shared import NEVER, SPENDABLE, WalletLot
from pos_app.engine.settle import settle_due
from pos_app.engine.wallet import (
    NotInUnits,
    RewardTooSmall,
    TenderAboveLimit,
    check_tender,
    give_back,
    limits,
    pay_out,
    pay_with,
    undo_payments,
)
from pos_app.engine.wallet_lots import grant, months_after
from tests.engine.counter import make_sale

TODAY = Day("2026-01-05")
FUND = "FUND:Q:exit@Q/S1"


def lot(
    sale: int, amount: int, *, account: str = "VCH", expires: str = NEVER, **more: int
) -> WalletLot:
    """A lot of member 1."""
    return WalletLot(
        account=account,
        program=1,
        sale=sale,
        part=1,
        holder="1",
        granted=Fen(amount),
        left=Fen(amount),
        expires=Day(expires),
        back_to=FUND,
        **more,
    )


def book_with(*lots: WalletLot, cash: int = 0) -> MemoryBook:
    """A book whose member 1 holds these lots and so much reward balance."""
    book = MemoryBook()
    book.open_entry(1, start_of(TODAY))
    program = Program(1, "Q", "M1", 1, 1, enabled=True)
    book.put(program)
    for each in lots:
        book.post("SRC:S1", f"{each.account}:1", each.granted, why="TEST")
        grant(book, program, lot=each)
    book.post("SRC:S1", "CASH:1", cash, why="TEST")
    return book


def left(book: MemoryBook, account: str = "VCH") -> dict[int, int]:
    """What is left of each lot, in spending order."""
    return {each.sale: each.left for each in book.scan(SPENDABLE, account, "1")}


def test_lots_are_spent_by_expiry_then_age() -> None:
    """What runs out first is used first; nobody loses by our choice."""
    book = book_with(
        lot(3, 100), lot(2, 100, expires="2026-05-01"), lot(1, 100, expires="2026-05-01")
    )
    pay_out(book, 1, account="VCH", amount=Fen(150), till="till")

    assert list(left(book).items()) == [(2, 50), (3, 100)]


def test_each_kind_has_its_own_limit() -> None:
    """Vouchers by their part of the total, points in units, rewards in full."""
    book = book_with(
        lot(1, 9000, limit_bp=5000),
        lot(2, 777, account="POINTS", unit=10, limit_bp=5000),
        cash=20_000,
    )

    assert limits(book, 1, total=Fen(10_001)) == (
        TenderLimit("voucher", most=Fen(5000)),
        TenderLimit("reward", most=Fen(10_001)),
        TenderLimit("points", most=Fen(770), unit=Fen(10)),
    )


def test_a_lot_with_a_low_limit_does_not_hold_back_another() -> None:
    """M4 vouchers may pay a fifth, exit vouchers half: together half, not more."""
    book = book_with(lot(1, 9000, limit_bp=2000, expires="2026-05-01"), lot(2, 9000, limit_bp=5000))
    sale = make_sale(9, at=book.effective_at, member=1, total=10_000, base=5000)
    pay_with(book, sale, kind="voucher", amount=Fen(5000), due=sale.total)

    assert left(book) == {1: 7000, 2: 6000}


@pytest.mark.parametrize(
    ("kind", "amount", "refusal"),
    [
        ("voucher", 501, RewardTooSmall("VCH", Fen(500), Fen(501))),
        ("voucher", 401, TenderAboveLimit("voucher", Fen(400), Fen(401))),
        ("reward", 2001, RewardTooSmall("CASH", Fen(2000), Fen(2001))),
        ("reward", 801, TenderAboveLimit("reward", Fen(800), Fen(801))),
        ("points", 15, NotInUnits(Fen(10), Fen(15))),
    ],
)
def test_a_tender_that_may_not_be_taken_is_refused_with_its_figures(
    kind: str, amount: int, refusal: Exception
) -> None:
    """Limits are of the total due; a tender above its limit is refused, in replay too."""
    book = book_with(lot(1, 500, limit_bp=5000), lot(2, 500, account="POINTS", unit=10), cash=2000)

    with pytest.raises(type(refusal)) as refused:
        check_tender(book, 1, kind=kind, amount=Fen(amount), total=Fen(800))

    assert str(refused.value) == str(refusal)


def test_a_payout_knows_no_limit_but_the_balance() -> None:
    """Outside a sale there is no total that a part could be of."""
    book = book_with(lot(1, 500, limit_bp=0))
    pay_out(book, 1, account="VCH", amount=Fen(500), till="till")

    with pytest.raises(RewardTooSmall):
        pay_out(book, 1, account="VCH", amount=Fen(1), till="till")

    assert book.balance("OUT:till") == 500


def test_what_comes_back_goes_to_the_lots_it_was_drawn_from() -> None:
    """In the order drawn, each up to what it gave (rulebook 1.6)."""
    book = book_with(lot(1, 100, expires="2026-12-01"), lot(2, 100), cash=100)
    sale = make_sale(9, at=book.effective_at, member=1, total=10_000, base=9750)
    pay_with(book, sale, kind="voucher", amount=Fen(150), due=sale.total)
    pay_with(book, sale, kind="reward", amount=Fen(100), due=sale.total)
    give_back(book, sale, kind="voucher", amount=Fen(120))
    give_back(book, sale, kind="reward", amount=Fen(40))

    assert left(book) == {1: 100, 2: 70}
    assert (book.balance("CASH:1"), book.balance("OUT:till")) == (40, 90)


def test_a_single_fen_comes_back_too() -> None:
    """Half of two fen is one, and it is the member's."""
    book = book_with(lot(1, 2), cash=2)
    sale = make_sale(9, at=book.effective_at, member=1, total=10_000, base=9996)
    for kind in ("voucher", "reward"):
        pay_with(book, sale, kind=kind, amount=Fen(2), due=sale.total)
        give_back(book, sale, kind=kind, amount=Fen(1))

    assert (left(book), book.balance("CASH:1"), book.balance("OUT:till")) == ({1: 1}, 1, 2)


def test_giving_back_more_than_was_paid_is_a_bug_and_stops() -> None:
    """A caller that counts wrongly must not mint vouchers."""
    book = book_with(lot(1, 100))
    sale = make_sale(9, at=book.effective_at, member=1, total=10_000, base=9900)
    pay_with(book, sale, kind="voucher", amount=Fen(100), due=sale.total)

    with pytest.raises(AssertionError, match="paid with less VCH"):
        give_back(book, sale, kind="voucher", amount=Fen(101))


def test_lots_that_hold_less_than_the_balance_stop() -> None:
    """The law that balance equals lots is not bent to get a sale through."""
    book = book_with(lot(1, 100))
    book.post("SRC:S1", "VCH:1", 1, why="TEST")

    with pytest.raises(AssertionError, match="hold less than its balance"):
        pay_out(book, 1, account="VCH", amount=Fen(101), till="till")


def test_a_lot_that_ran_out_before_the_void_runs_out_again() -> None:
    """Sold before midnight, voided after it: what came back may not outlive its day."""
    book = book_with(lot(1, 100, expires="2026-01-05"))
    book.put(make_sale(1, at=book.effective_at, member=1, total=100, base=100))
    sale = make_sale(9, at=book.effective_at, member=1, total=10_000, base=9900)
    pay_with(book, sale, kind="voucher", amount=Fen(100), due=sale.total)
    midnight = start_of(Day("2026-01-06"))
    settle_due(book, midnight)
    book.date_at(midnight)
    undo_payments(book, sale)
    back = book.balance("VCH:1")
    (expired,) = settle_due(book, midnight)

    assert (back, expired.concession, book.balance(FUND)) == (100, 100, 100)


def test_a_sale_without_a_member_has_nothing_to_draw_on() -> None:
    """The till asks for a member first; past that point it is a bug."""
    book = book_with()
    sale = make_sale(9, at=book.effective_at, member=None, total=10_000, base=9900)

    with pytest.raises(ValueError, match="no member"):
        pay_with(book, sale, kind="reward", amount=Fen(1), due=sale.total)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2027-12-31", 2, "2028-02-29"),
        ("2026-11-05", 14, "2028-01-05"),
        ("2026-12-31", 12, "2027-12-31"),
    ],
)
def test_months_end_on_the_same_day_or_the_last_one(day: str, months: int, expected: str) -> None:
    """Points given on 31 January for a month are good to the end of February."""
    assert months_after(Day(day), months) == expected
