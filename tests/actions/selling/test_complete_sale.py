"""A draft becomes one sale or nothing, whatever is pressed or goes wrong."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from pos_app.actions.due.settle_due import settle_due
from pos_app.actions.members.show_member import show_member
from pos_app.actions.selling.complete_sale import DraftReused, complete_sale
from pos_app.actions.selling.open_baskets import open_baskets
from pos_app.actions.selling.quote_basket import quote_basket
from pos_app.actions.selling.save_basket import save_basket
from pos_app.clock import StoppedClock
from pos_app.domain.basket import Basket
from pos_app.domain.catalogue import stock_account
from pos_app.domain.moment import Instant
from pos_app.domain.money import Fen
from pos_app.domain.quote import SaleDraft
from pos_app.domain.refusals.sale import (
    CashAboveLimit,
    EmptyBasket,
    NoShiftOpen,
    QuoteChanged,
    TenderAboveDue,
    TenderNeedsMember,
    TenderTooSmall,
    UnknownTender,
)
from pos_app.domain.sale import Sale
from pos_app.domain.tender import CASH, TenderGiven
from pos_app.engine.wallet import RewardTooSmall, TenderAboveLimit
from pos_app.errors import NotAllowed, Refusal
from pos_app.shop import Shop
from tests import make
from tests.actions import at_the_counter as selling
from tests.actions.at_the_counter import COLA, OIL


def test_a_cash_sale_books_goods_tax_cash_and_stock(shop: Shop) -> None:
    """Customer due ends at zero: what was sold is what was paid."""
    seat = selling.open_for_trade(shop)
    bill = selling.basket(shop, COLA, COLA, OIL)
    paid = TenderGiven(CASH, Fen(6600), Fen(10_000))

    done = complete_sale(shop, seat, selling.draft(shop, bill, paid))

    assert (done.sale.number, done.sale.total, done.change) == (1, 6600, 3400)
    # half-up(600 x 13 / 113) and half-up(6000 x 9 / 109)
    assert selling.balance(shop, "tax:1300") == 69
    assert selling.balance(shop, "tax:900") == 495
    assert selling.balance(shop, "sales:S1") == 6600 - 69 - 495
    assert selling.balance(shop, "due") == 0
    assert selling.balance(shop, "drawer:1") == -(20_000 + 6600)
    assert selling.balance(shop, stock_account(1)) == 2000


def test_a_member_earns_points_and_a_ticket_in_the_same_commit(shop: Shop) -> None:
    """Sale and reward are one fact: neither can be there without the other."""
    seat = selling.open_for_trade(shop)
    member = make.member(shop)

    selling.sell(shop, seat, OIL, member=member)

    standing = show_member(shop, member)
    assert standing.points == 60
    assert [(each.place, each.received, each.target) for each in standing.tickets] == [(1, 0, 6000)]
    assert selling.balance(shop, "SRC:S1") == -(60 + 600)


def test_the_same_draft_twice_is_one_sale(shop: Shop) -> None:
    """Pay pressed twice, or retried after a crash, must not charge twice."""
    seat = selling.open_for_trade(shop)
    made = selling.draft(shop, selling.basket(shop, COLA))

    first = complete_sale(shop, seat, made)
    again = complete_sale(shop, seat, made)

    assert again == first
    assert again.receipt_jobs[0] == first.receipt_jobs[0]
    assert selling.count_of(shop, Sale) == 1


def test_pay_pressed_ten_times_at_once_is_one_sale(shop: Shop) -> None:
    """Ten presses reach the worker; one of them sells."""
    seat = selling.open_for_trade(shop)
    made = selling.draft(shop, selling.basket(shop, COLA))

    with ThreadPoolExecutor(10) as presses:
        done = list(presses.map(lambda _: complete_sale(shop, seat, made), range(10)))

    assert selling.count_of(shop, Sale) == 1
    assert done == done[:1] * 10


def test_one_basket_id_with_two_contents_is_a_bug_and_stops(shop: Shop) -> None:
    """An id that names two sales would let one of them vanish."""
    seat = selling.open_for_trade(shop)
    bill = selling.basket(shop, COLA)
    complete_sale(shop, seat, selling.draft(shop, bill))
    more = selling.draft(shop, selling.basket(shop, COLA, OIL))

    with pytest.raises(DraftReused):
        complete_sale(shop, seat, replace(more, basket=replace(more.basket, id=bill.id)))


def test_a_price_changed_between_scan_and_pay_is_refused_with_the_new_total(shop: Shop) -> None:
    """The customer pays what the records say, and is told before."""
    seat = selling.open_for_trade(shop)
    made = selling.draft(shop, selling.basket(shop, COLA))
    _reprice(shop, 350)

    with pytest.raises(QuoteChanged) as refused:
        complete_sale(shop, seat, made)

    assert (refused.value.was, refused.value.due) == (300, 350)
    assert refused.value.product == "可口可乐 500ml"
    assert selling.count_of(shop, Sale) == 0


def _reprice(shop: Shop, price: int) -> None:
    from pos_app.actions.products.save_product import save_product
    from pos_app.actions.products.show_product import show_product

    save_product(shop, make.OWNER_SEAT, ask=replace(show_product(shop, 1).ask, price=Fen(price)))


def test_another_sale_before_payment_does_not_change_the_quote(shop: Shop) -> None:
    """Places in the queue move all day; only money and enrolment were agreed."""
    seat = selling.open_for_trade(shop)
    member, other = make.member(shop), make.member(shop, "钱二", phone="13800005678")
    waiting = selling.draft(shop, selling.basket(shop, OIL, member=member))
    selling.sell(shop, seat, OIL, member=other)

    done = complete_sale(shop, seat, waiting)

    assert done.sale.number == 2


def _tenders(*given: tuple[str, int, int]) -> tuple[TenderGiven, ...]:
    return tuple(TenderGiven(kind, Fen(kept), Fen(handed)) for kind, kept, handed in given)


@pytest.mark.parametrize(
    ("tenders", "refusal"),
    [
        (_tenders(("cash", 200, 200)), TenderTooSmall),
        (_tenders(), TenderTooSmall),
        (_tenders(("wechat", 400, 400)), TenderAboveDue),
        (_tenders(("wechat", 300, 400)), TenderAboveDue),
        (_tenders(("beads", 300, 300)), UnknownTender),
        (_tenders(("points", 300, 300)), TenderNeedsMember),
        (_tenders(("cash", 300, 999_999)), CashAboveLimit),
        (_tenders(("cash", 100, 500), ("wechat", 200, 200)), TenderTooSmall),
    ],
)
def test_tenders_that_do_not_fit_are_refused_and_nothing_is_written(
    shop: Shop, tenders: tuple[TenderGiven, ...], refusal: type[Refusal]
) -> None:
    """Only cash gives change, only for the whole bill; all else is exact."""
    seat = selling.open_for_trade(shop)
    bill = selling.basket(shop, COLA)
    quoted = quote_basket(shop, bill, tenders=tenders).digest

    with pytest.raises(refusal):
        complete_sale(shop, seat, SaleDraft(bill, tenders, quoted))

    assert selling.count_of(shop, Sale) == 0
    assert selling.balance(shop, "due") == 0


def test_much_cash_is_asked_about_once(shop: Shop) -> None:
    """A slip of the finger is caught; a customer with large notes is served."""
    seat = selling.open_for_trade(shop)
    made = selling.draft(shop, selling.basket(shop, COLA), *_tenders(("cash", 300, 999_999)))

    done = complete_sale(shop, seat, replace(made, cash_checked=True))

    assert done.change == 999_699


def test_points_pay_within_balance_and_share(shop: Shop) -> None:
    """P2 of the rulebook: half of a sale at most, and no more than there is."""
    seat = selling.open_for_trade(shop)
    member = make.member(shop)
    selling.sell(shop, seat, OIL, member=member)
    bill = selling.basket(shop, COLA, member=member)

    with pytest.raises(RewardTooSmall):
        complete_sale(shop, seat, selling.draft(shop, bill, *_tenders(("points", 61, 61))))
    done = complete_sale(shop, seat, selling.draft(shop, bill, *_tenders(("points", 60, 60))))

    assert done.sale.base == 240
    assert show_member(shop, member).points == 60 - 60 + 2
    assert selling.balance(shop, "OUT:1") == 60
    assert selling.balance(shop, "reward-takings:1") == -60


def test_what_falls_due_between_quote_and_payment_does_not_stop_the_sale(shop: Shop) -> None:
    """The balance grew, and the member pays what was shown; nobody is hurt."""
    seat = selling.open_for_trade(shop, hold_days=1)
    member = make.member(shop)
    selling.sell(shop, seat, OIL, member=member)
    _wait(shop, minutes=30)
    selling.sell(shop, seat, OIL, member=member)
    _wait(shop, minutes=23 * 60 + 45)
    settle_due(shop)
    bill = selling.basket(shop, OIL, member=member)
    made = selling.draft(shop, bill, *_tenders(("points", 60, 60)))
    _wait(shop, minutes=30)

    complete_sale(shop, seat, made)

    assert show_member(shop, member).points == 60


def _wait(shop: Shop, *, minutes: int) -> None:
    if not isinstance(shop.clock, StoppedClock):
        raise TypeError(shop.clock)
    shop.clock.move_to(Instant(shop.clock.at + minutes * 60_000))


def test_points_above_half_of_the_sale_are_refused(shop: Shop) -> None:
    """The store agreed to `points_max_bp` of a sale, no more."""
    seat = selling.open_for_trade(shop)
    member = make.member(shop)
    for _ in range(3):
        selling.sell(shop, seat, OIL, member=member)
    bill = selling.basket(shop, COLA, member=member)

    with pytest.raises(TenderAboveLimit):
        complete_sale(shop, seat, selling.draft(shop, bill, *_tenders(("points", 151, 151))))


def test_an_empty_basket_and_a_closed_drawer_sell_nothing(shop: Shop) -> None:
    """No shift, no sale: the cash would belong to nobody."""
    seat = selling.open_for_trade(shop)
    empty = SaleDraft(Basket(shop.ids.new()), (), None)

    with pytest.raises(EmptyBasket):
        complete_sale(shop, seat, empty)
    with pytest.raises(NoShiftOpen):
        complete_sale(shop, make.CASHIER_SEAT, selling.draft(shop, selling.basket(shop, COLA)))


def test_a_price_set_by_hand_needs_the_approval_in_the_commit_too(shop: Shop) -> None:
    """A screen that forgot to ask must not be able to sell cheaper."""
    seat = selling.open_for_trade(shop)
    bill = selling.basket(shop, COLA)
    cheap = bill.with_line(0, replace(bill.lines[0], price=Fen(1), price_approved=True))

    with pytest.raises(NotAllowed):
        complete_sale(shop, seat, selling.draft(shop, cheap))


def test_the_saved_bill_is_gone_once_it_is_sold(shop: Shop) -> None:
    """After a power cut a paid bill must not come back unpaid."""
    seat = selling.open_for_trade(shop)
    bill = selling.basket(shop, COLA)
    save_basket(shop, bill)
    assert open_baskets(shop)[0] == bill

    complete_sale(shop, seat, selling.draft(shop, bill))

    assert open_baskets(shop)[0] is None
