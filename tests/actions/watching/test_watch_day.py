"""watch_day: what an owner looks at twice, straight from the journal."""

from dataclasses import replace

from pos_app.actions.programs.adopt_program import ProgramAsk, adopt_program
from pos_app.actions.programs.close_program import close_program
from pos_app.actions.receipts.reprint_receipt import reprint_receipt
from pos_app.actions.selling.change_line import change_discount, change_line
from pos_app.actions.selling.complete_sale import complete_sale
from pos_app.actions.selling.discard_basket import discard_basket
from pos_app.actions.selling.return_sale import ReturnAsk, return_sale
from pos_app.actions.selling.void_sale import void_sale
from pos_app.actions.shifts.close_shift import close_shift
from pos_app.actions.shifts.open_drawer import open_drawer
from pos_app.actions.watching.watch_day import Deed, watch_day
from pos_app.actions.watching.watch_words import deed_name, deed_subject
from pos_app.domain.approval import Approval
from pos_app.domain.basket import LineReturned
from pos_app.domain.moment import Day
from pos_app.domain.money import ONE, Fen
from pos_app.domain.staff import DISCOUNT, PRICE, VOID
from pos_app.shop import Shop
from pos_app.wording import Language, Wording
from tests import make
from tests.actions import at_the_counter as selling
from tests.actions.at_the_counter import COLA, OIL

TODAY = Day("2026-11-21")


def told(deeds: tuple[Deed, ...]) -> list[tuple[str, int | None, int, str]]:
    """What was done, the sum, the sale, and who approved it, as it happened."""
    return [(each.what, each.amount, each.sale, each.approved_by) for each in reversed(deeds)]


def test_an_ordinary_sale_is_nothing_to_look_at(shop: Shop) -> None:
    """A list that names everything is a list that nobody reads."""
    seat = selling.open_for_trade(shop, programs=False)
    before = watch_day(shop, TODAY)
    selling.sell(shop, seat, COLA, OIL)

    assert watch_day(shop, TODAY) == before


def test_discounts_and_prices_by_hand_are_named_with_who_approved_them(shop: Shop) -> None:
    """The manager's PIN allowed each once; the owner sees whose it was."""
    seat = selling.open_for_trade(shop, programs=False)
    before = len(watch_day(shop, TODAY))
    fifth = replace(seat, approvals=(Approval(DISCOUNT, 2, 2000),))
    bill = selling.basket(shop, OIL)
    bill = change_discount(shop, fifth, bill, discount=Fen(1200), rounding=Fen(0))
    complete_sale(shop, seat, selling.draft(shop, bill))
    other = replace(seat, approvals=(Approval(PRICE, 2, 250),))
    bill = change_line(shop, other, selling.basket(shop, COLA), index=0, price=Fen(250))
    complete_sale(shop, seat, selling.draft(shop, bill))
    deeds = watch_day(shop, TODAY)

    assert told(deeds)[before:] == [("discount", 1200, 1, "陈立"), ("price", 250, 2, "陈立")]
    assert deeds[0].subject == "可口可乐 500ml"


def test_money_that_goes_back_and_a_drawer_that_opens_are_named(shop: Shop) -> None:
    """Returns, voids, drawers and variances are where cash gets lost."""
    seat = selling.open_for_trade(shop, programs=False)
    before = len(watch_day(shop, TODAY))
    first = selling.sell(shop, seat, COLA).sale.number
    second = selling.sell(shop, seat, OIL).sale.number
    return_sale(shop, seat, ReturnAsk(first, (LineReturned(1, ONE),)))
    void_sale(shop, replace(seat, approvals=(Approval(VOID, 2, second),)), second)
    open_drawer(shop, seat, reason="change for the bakery")
    reprint_receipt(shop, seat, sale=first)
    discard_basket(shop, seat, selling.basket(shop, COLA, COLA))
    close_shift(shop, seat, counted=Fen(19_000))

    assert told(watch_day(shop, TODAY))[before:] == [
        ("return", 300, 1, ""),
        ("void", 6000, 2, "陈立"),
        ("drawer", None, 0, ""),
        ("copy", None, 1, ""),
        ("discard", 600, 0, ""),
        ("variance", -1000, 0, ""),
    ]


def test_each_day_has_its_own_deeds(shop: Shop) -> None:
    """Yesterday's list is looked at today and is the same as it was then."""
    seat = selling.open_for_trade(shop, programs=False)
    sale = selling.sell(shop, seat, COLA).sale.number
    reprint_receipt(shop, seat, sale=sale)
    yesterday = watch_day(shop, TODAY)
    make.pass_time(shop, days=1)
    reprint_receipt(shop, seat, sale=sale)

    assert watch_day(shop, TODAY) == yesterday
    assert told(watch_day(shop, Day("2026-11-22"))) == [("copy", None, 1, "")]
    assert watch_day(shop, Day("2026-11-23")) == ()


def test_a_program_that_was_stopped_is_named(shop: Shop) -> None:
    """Which of five programs was stopped is the first thing an owner asks."""
    number = adopt_program(shop, make.OWNER_SEAT, ask=ProgramAsk("积分", "M0"))
    close_program(shop, make.OWNER_SEAT, program=number)
    stopped = [each for each in watch_day(shop, TODAY) if each.what == "program_closed"]

    assert [deed_subject(each, Wording(Language.EN)) for each in stopped] == ["积分"]


def test_every_deed_has_its_words(shop: Shop) -> None:
    """A key on the screen would be a riddle."""
    seat = selling.open_for_trade(shop, programs=False)
    sale = selling.sell(shop, seat, COLA).sale.number
    return_sale(shop, seat, ReturnAsk(sale, (LineReturned(1, ONE),)))
    close_shift(shop, seat, counted=Fen(0))
    english = Wording(Language.EN)
    words = [
        (deed_name(each, english), deed_subject(each, english)) for each in watch_day(shop, TODAY)
    ]

    assert words[:2] == [
        ("Closed a shift with a variance", "Z slip 1"),
        ("Took goods back", "Sale 1"),
    ]
