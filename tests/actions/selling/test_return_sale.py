"""Goods come back: capped, shown first, unwound, paid back once."""

from dataclasses import replace

import pytest

from pos_app.actions.members.show_member import show_member
from pos_app.actions.selling.complete_sale import complete_sale
from pos_app.actions.selling.return_sale import ReturnAsk, preview_return, return_sale
from pos_app.actions.selling.void_sale import preview_void, void_sale
from pos_app.domain.approval import Approval
from pos_app.domain.basket import LineReturned
from pos_app.domain.money import Fen, Milli
from pos_app.domain.refusals.sale import (
    NothingToReturn,
    ReturnTooMuch,
    SaleIsVoided,
    UnknownSale,
)
from pos_app.domain.sale import VOIDED, SaleReturn
from pos_app.domain.staff import RETURN, VOID
from pos_app.domain.tender import TenderGiven
from pos_app.engine.undo import VoidRefused
from pos_app.errors import NotAllowed
from pos_app.journal.entry import Entry
from pos_app.shop import Shop
from tests import make
from tests.actions import at_the_counter as selling
from tests.actions.at_the_counter import COLA, OIL


def _ask(sale: int, *lines: tuple[int, int], reason: str = "voluntary") -> ReturnAsk:
    return ReturnAsk(
        sale, tuple(LineReturned(line, Milli(quantity)) for line, quantity in lines), reason
    )


def test_a_return_pays_back_and_restocks(shop: Shop) -> None:
    """Money, tax and shelf are as if the piece had never been sold."""
    seat = selling.open_for_trade(shop)
    sale = selling.sell(shop, seat, COLA, COLA).sale.number

    done = return_sale(shop, seat, _ask(sale, (1, 1000)))

    assert done.posted.record.paid_back == 300
    assert [(each.kind, each.amount) for each in done.posted.tenders] == [("cash", 300)]
    assert selling.balance(shop, "drawer:1") == -(20_000 + 300)
    assert selling.balance(shop, "due") == 0
    assert selling.balance(shop, "stock:1") == 1000


def test_what_was_shown_first_is_what_is_done(shop: Shop) -> None:
    """The cashier agrees to figures; the preview keeps nothing."""
    seat = selling.open_for_trade(shop)
    member = make.member(shop)
    sale = selling.sell(shop, seat, OIL, member=member).sale.number
    entries = selling.count_of(shop, Entry)

    shown = preview_return(shop, seat, _ask(sale, (1, 1000)))

    assert selling.count_of(shop, Entry) == entries
    assert selling.count_of(shop, SaleReturn) == 0
    assert return_sale(shop, seat, _ask(sale, (1, 1000))).posted == shown


def test_the_rewards_of_what_comes_back_are_taken_back(shop: Shop) -> None:
    """Buy, earn, return, keep the points: other tills pay that; this one does not."""
    seat = selling.open_for_trade(shop)
    member = make.member(shop)
    sale = selling.sell(shop, seat, OIL, member=member).sale.number

    return_sale(shop, seat, _ask(sale, (1, 1000)))

    standing = show_member(shop, member)
    assert (standing.points, standing.tickets) == (0, ())


def test_points_spent_come_back_as_points(shop: Shop) -> None:
    """A sale paid with points gives points back, and money only for money."""
    seat = selling.open_for_trade(shop)
    member = make.member(shop)
    selling.sell(shop, seat, OIL, member=member)
    paid = TenderGiven("points", Fen(60), Fen(60))
    made = selling.draft(shop, selling.basket(shop, COLA, COLA, member=member), paid)
    sale = complete_sale(shop, seat, made).sale.number

    done = return_sale(shop, seat, _ask(sale, (1, 2000)))

    assert (done.posted.record.points, done.posted.record.paid_back) == (60, 540)
    assert show_member(shop, member).points == 60


@pytest.mark.parametrize(
    ("lines", "refusal"),
    [
        (((1, 2001),), ReturnTooMuch),
        (((1, 1500), (1, 600)), ReturnTooMuch),
        (((2, 1000),), ReturnTooMuch),
        (((1, 0),), NothingToReturn),
        ((), NothingToReturn),
    ],
)
def test_more_than_was_sold_does_not_come_back(
    shop: Shop, lines: tuple[tuple[int, int], ...], refusal: type[Exception]
) -> None:
    """One receipt refunded twice, in full, is the dearest hole other tills have."""
    seat = selling.open_for_trade(shop)
    sale = selling.sell(shop, seat, COLA, COLA).sale.number

    with pytest.raises(refusal):
        return_sale(shop, seat, _ask(sale, *lines))

    assert selling.balance(shop, "drawer:1") == -(20_000 + 600)


def test_the_second_whole_return_is_refused(shop: Shop) -> None:
    """What came back once is not there any more."""
    seat = selling.open_for_trade(shop)
    sale = selling.sell(shop, seat, COLA).sale.number
    return_sale(shop, seat, _ask(sale, (1, 1000)))

    with pytest.raises(ReturnTooMuch) as refused:
        return_sale(shop, seat, _ask(sale, (1, 1000)))

    assert refused.value.left == 0


def test_a_return_above_the_limit_needs_a_manager_once(shop: Shop) -> None:
    """The limit is asked with its figures, and the approval is for this return alone."""
    seat = selling.open_for_trade(shop)
    shop.use(replace(shop.settings, return_limit=Fen(5000)))
    sale = selling.sell(shop, seat, OIL).sale.number

    with pytest.raises(NotAllowed) as refused:
        return_sale(shop, seat, _ask(sale, (1, 1000)))
    approved = replace(seat, approvals=(Approval(RETURN, 2, 6000),))
    return_sale(shop, approved, _ask(sale, (1, 1000)))

    assert (refused.value.limit, refused.value.asked) == (5000, 6000)
    assert selling.count_of(shop, SaleReturn) == 1


def test_a_sale_that_is_not_there_cannot_come_back(shop: Shop) -> None:
    """A number from another shop's receipt is refused by name."""
    seat = selling.open_for_trade(shop)

    with pytest.raises(UnknownSale):
        return_sale(shop, seat, _ask(77, (1, 1000)))


def test_a_void_undoes_the_sale_as_if_it_had_not_been(shop: Shop) -> None:
    """Rulebook 1.6: every account is where it was before the sale."""
    seat = selling.open_for_trade(shop)
    member = make.member(shop)
    before = {
        name: selling.balance(shop, name) for name in ("SRC:S1", "POOL:Q@queue/S1", "drawer:1")
    }
    sale = selling.sell(shop, seat, OIL, member=member).sale.number
    manager = replace(make.MANAGER_SEAT, shift=seat.shift)

    assert preview_void(shop, manager, sale).state == VOIDED
    voided = void_sale(shop, manager, sale)

    assert voided.state == VOIDED
    assert {name: selling.balance(shop, name) for name in before} == before
    assert selling.balance(shop, "stock:1") == 0
    assert show_member(shop, member).points == 0


def test_a_cashier_voids_only_with_approval(shop: Shop) -> None:
    """A void is a supervisor's act; who approved it is in the journal."""
    seat = selling.open_for_trade(shop)
    sale = selling.sell(shop, seat, COLA).sale.number

    with pytest.raises(NotAllowed):
        void_sale(shop, seat, sale)
    # A later sale has a greater number, which is no greater right.
    with pytest.raises(NotAllowed):
        void_sale(shop, replace(seat, approvals=(Approval(VOID, 2, sale + 1),)), sale)
    void_sale(shop, replace(seat, approvals=(Approval(VOID, 2, sale),)), sale)


def test_a_voided_sale_cannot_come_back_and_a_returned_one_not_be_voided(shop: Shop) -> None:
    """Money leaves the drawer once."""
    seat = selling.open_for_trade(shop)
    manager = replace(make.MANAGER_SEAT, shift=seat.shift)
    voided = selling.sell(shop, seat, COLA).sale.number
    returned = selling.sell(shop, seat, COLA).sale.number
    void_sale(shop, manager, voided)
    return_sale(shop, seat, _ask(returned, (1, 1000)))

    with pytest.raises(SaleIsVoided):
        return_sale(shop, seat, _ask(voided, (1, 1000)))
    with pytest.raises(VoidRefused):
        void_sale(shop, manager, returned)


def test_yesterdays_sale_cannot_be_voided(shop: Shop) -> None:
    """The day's books are closed; a return is the way."""
    seat = selling.open_for_trade(shop)
    sale = selling.sell(shop, seat, COLA).sale.number
    make.pass_time(shop, days=1)

    with pytest.raises(VoidRefused) as refused:
        void_sale(shop, replace(make.MANAGER_SEAT, shift=seat.shift), sale)

    assert refused.value.why == "OTHER_DAY"


def test_money_goes_back_to_the_tenders_in_the_order_given(shop: Shop) -> None:
    """1.6: each up to what is left of it: no card is credited more than it paid."""
    seat = selling.open_for_trade(shop, programs=False)
    card, wechat = (TenderGiven(kind, Fen(2000), Fen(2000)) for kind in ("card", "wechat"))
    bill = selling.draft(shop, selling.basket(shop, OIL, OIL), card, wechat)
    sale = complete_sale(shop, seat, bill).sale.number
    done = [return_sale(shop, seat, _ask(sale, line)) for line in ((1, 500), (1, 500), (1, 1000))]

    assert [[(each.kind, each.amount) for each in one.posted.tenders] for one in done] == [
        [("card", 2000), ("wechat", 1000)],
        [("wechat", 1000), ("cash", 2000)],
        [("cash", 6000)],
    ]
