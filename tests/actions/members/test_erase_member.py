"""A member is forgotten, the books are not: erase_member, put_member (10.6)."""

import json
from dataclasses import replace

import pytest

from pos_app.actions.due.end_period import end_period
from pos_app.actions.due.settle_due import settle_due
from pos_app.actions.members.declare_member import declare_member
from pos_app.actions.members.erase_member import erase_member
from pos_app.actions.members.export_member import export_member, export_path
from pos_app.actions.members.find_members import find_members
from pos_app.actions.members.issue_card import issue_card
from pos_app.actions.members.latest_members import latest_members
from pos_app.actions.members.read_member_code import read_member_code
from pos_app.actions.members.register_member import register_member
from pos_app.actions.members.show_member import show_member
from pos_app.actions.premises.set_rules import set_rules
from pos_app.actions.programs.adopt_program import ProgramAsk, adopt_program
from pos_app.actions.queue.leave_queue import leave_queue
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.actions.selling.complete_sale import complete_sale
from pos_app.actions.selling.quote_basket import quote_basket
from pos_app.actions.shifts.pay_out import pay_out_replayed
from pos_app.domain.basket import Basket
from pos_app.domain.codes.member_code import MemberCodeRevoked
from pos_app.domain.member import Member, MemberDeclared
from pos_app.domain.refusals.member import (
    MemberOwed,
    MemberWaits,
    PrizeOnRecord,
    SponsorUnknown,
)
from pos_app.domain.sale import Sale
from pos_app.domain.seat import Seat
from pos_app.engine.book import kept
from pos_app.engine.records.circular import Circle
from pos_app.engine.records.green import GreenFund
from pos_app.errors import NotAllowed, NotFound
from pos_app.journal.entry import Entry
from pos_app.shop import Shop
from tests import make
from tests.actions.at_the_counter import (
    OIL,
    allow_payouts,
    balance,
    basket,
    draft,
    open_for_trade,
    sell,
)
from tests.actions.holding import ITSELF, RULES, buy, start, trading

PHONE = "13900001234"
NAME = "欧阳小兰"


def registered(shop: Shop, *, sponsor: int | None = None) -> int:
    """A member with all that names a person."""
    declared = MemberDeclared(household="欧阳家")
    return register_member(
        shop, make.OWNER_SEAT, name=NAME, phone=PHONE, sponsor=sponsor, declared=declared
    )


def test_the_journal_never_holds_what_names_a_member(shop: Shop) -> None:
    """It can never forget; so it must not know (decision 0062)."""
    member = registered(shop)
    declare_member(shop, make.OWNER_SEAT, member=member, declared=MemberDeclared())
    with shop.storage.read() as view:
        bodies = b"".join(each.body for each in view.book.records(Entry))

    assert b"member_saved" in bodies
    assert [text for text in (NAME, PHONE, "欧阳家") if text.encode() in bodies] == []
    assert verify_books(shop.storage) == []


def test_nothing_that_names_the_member_is_left_where_he_was_known(shop: Shop) -> None:
    """Row, search, card, files and the office's list; the number stays (10.6)."""
    member = registered(shop)
    digits = issue_card(shop, make.OWNER_SEAT, member=member)
    left = export_member(shop, member)
    erase_member(shop, make.OWNER_SEAT, member=member)
    with shop.storage.read() as view:
        known = kept(view.book, Member, member)

    assert (known.name, known.phone, known.household, known.household_tag, known.salt) == (
        "",
        "",
        "",
        "",
        "",
    )
    assert (known.consent, known.erased_at) == (False, shop.clock.now())
    assert not left.exists()
    assert left == export_path(shop, member)
    for typed in (NAME, PHONE[-4:], str(member)):
        assert find_members(shop, typed) == ()
    assert member not in [each.number for each in latest_members(shop)]
    with pytest.raises(MemberCodeRevoked):
        read_member_code(shop, digits)
    with pytest.raises(NotFound):
        export_member(shop, member)


def test_the_books_can_be_verified_after_a_member_was_erased(shop: Shop) -> None:
    """Chain and rebuild hold: the journal has hashes, and keeps them (design.md 3)."""
    seat, _ = trading(shop, "M4")
    member = registered(shop)
    buy(shop, seat, member)
    erase_member(shop, make.OWNER_SEAT, member=member)

    assert verify_books(shop.storage) == []


def test_a_name_changed_behind_the_journal_is_found(shop: Shop) -> None:
    """A hash with the member's salt tells as surely as the text would."""
    member = registered(shop)
    with shop.storage.write() as work:
        known = kept(work.book, Member, member)
        work.book.put(replace(known, phone="13900009999", salt="0" * 32))

    found = [each.column for each in verify_books(shop.storage) if each.table == "member"]
    assert found == ["name", "phone", "household_tag", "salt"]


def test_only_an_owner_erases_and_only_once(shop: Shop) -> None:
    """It cannot be undone, so it is nobody's errand in passing."""
    member = registered(shop)
    with pytest.raises(NotAllowed):
        erase_member(shop, make.MANAGER_SEAT, member=member)
    erase_member(shop, make.OWNER_SEAT, member=member)

    with pytest.raises(NotFound):
        erase_member(shop, make.OWNER_SEAT, member=member)
    with pytest.raises(NotFound):
        declare_member(shop, make.OWNER_SEAT, member=member, declared=MemberDeclared())
    with pytest.raises(NotFound):
        issue_card(shop, make.OWNER_SEAT, member=member)


def test_what_is_owed_comes_first(shop: Shop) -> None:
    """Erasing must not be a way for the shop to be rid of a debt."""
    seat = open_for_trade(shop)
    member = registered(shop)
    sell(shop, seat, OIL, member=member)
    with pytest.raises(MemberOwed) as owed:
        erase_member(shop, make.OWNER_SEAT, member=member)

    assert (owed.value.group, owed.value.held) == ("POINTS", 60)
    assert show_member(shop, member).name == NAME


def test_tickets_are_left_first(shop: Shop) -> None:
    """2.9: tickets are exited on his request first."""
    seat = open_for_trade(shop, programs=False)
    params = {"hold_days": 0, "min_order": 2000}
    adopt_program(shop, ITSELF, ask=ProgramAsk("queue", "M1", "V1", params=params))
    member = registered(shop)
    sell(shop, seat, OIL, member=member)
    with pytest.raises(MemberWaits) as waits:
        erase_member(shop, make.OWNER_SEAT, member=member)
    leave_queue(shop, seat, 1)
    erase_member(shop, make.OWNER_SEAT, member=member)

    assert waits.value.what == "tickets"
    assert verify_books(shop.storage) == []


@pytest.mark.parametrize(("kind", "hold", "what"), [("M5", 0, "units"), ("M4", 7, "held")])
def test_units_and_held_sales_come_first_too(shop: Shop, kind: str, hold: int, what: str) -> None:
    """Units are redeemed by their holder; what a hold ends with would be his."""
    seat, _ = trading(shop, kind, hold_days=hold)
    member = registered(shop)
    buy(shop, seat, member)

    with pytest.raises(MemberWaits) as waits:
        erase_member(shop, make.OWNER_SEAT, member=member)
    assert waits.value.what == what


def test_a_winner_is_kept_on_record_for_two_years(shop: Shop) -> None:
    """10.2, article 19: results and names of prizes are kept, then forgotten."""
    seat = open_for_trade(shop, programs=False)
    set_rules(shop, make.OWNER_SEAT, rules=RULES)
    params = {"seed": "x", "hold_days": 0, "concession_bp": 2000, "free_rate_bp": 1000}
    adopt_program(shop, ITSELF, ask=ProgramAsk("draw", "M1b", params=params))
    member = registered(shop)
    buy(shop, seat, member)
    end_period(shop, ITSELF, program=1)
    allow_payouts(shop)
    pay_all_out(shop, seat, member)
    with pytest.raises(PrizeOnRecord) as on_record:
        erase_member(shop, make.OWNER_SEAT, member=member)
    make.pass_time(shop, days=732)
    settle_due(shop)
    erase_member(shop, make.OWNER_SEAT, member=member)

    assert on_record.value.until == "2028-11-21"


def pay_all_out(shop: Shop, seat: Seat, member: int) -> None:
    """Hand the whole reward balance over."""
    held = show_member(shop, member).reward
    pay_out_replayed(shop, seat, member, account="CASH", amount=held)


def test_what_was_a_chance_only_ends_with_the_member(shop: Shop) -> None:
    """Points, energy, entries count no more: the other's 300 and the store's 600 do."""
    seat, other = trading(shop, "M1b", "M4", "M6")
    member = registered(shop)
    buy(shop, seat, other)
    buy(shop, seat, member)
    erase_member(shop, make.OWNER_SEAT, member=member)
    with shop.storage.read() as view:
        fund, circle = kept(view.book, GreenFund, 2), kept(view.book, Circle, 3)

    assert show_member(shop, member).holdings == ()
    assert len(show_member(shop, other).holdings) == 3
    assert (fund.points, circle.weight) == (900, 60)
    assert verify_books(shop.storage) == []


def test_an_erased_sponsors_cycle_expires_and_its_rest_goes_to_the_store(shop: Shop) -> None:
    """4.8: sponsor deleted, cycle expires, fund -> SRC; the link itself stays."""
    seat = open_for_trade(shop, programs=False)
    start(shop, "M2")
    sponsor = registered(shop)
    buyer = make.member(shop, sponsor=sponsor)
    buy(shop, seat, sponsor)
    buy(shop, seat, buyer)
    allow_payouts(shop)
    pay_all_out(shop, seat, sponsor)
    fund = balance(shop, f"FUND:R3:{sponsor}#1@M2")
    store = balance(shop, f"SRC:{shop.settings.store}")
    erase_member(shop, make.OWNER_SEAT, member=sponsor)
    buy(shop, seat, buyer)
    with shop.storage.read() as view:
        later, link = kept(view.book, Sale, 3), kept(view.book, Member, buyer).sponsor

    assert fund == 840
    assert balance(shop, f"SRC:{shop.settings.store}") == store + fund
    assert (later.sponsor, link) == (None, sponsor)
    with pytest.raises(SponsorUnknown):
        make.member(shop, phone="13800007777", sponsor=sponsor)


def test_nobody_buys_under_an_erased_number(shop: Shop) -> None:
    """A bill held meanwhile must not pay somebody whom the shop forgot."""
    seat = open_for_trade(shop)
    member = registered(shop)
    bill: Basket = basket(shop, OIL, member=member)
    sale = draft(shop, bill)
    erase_member(shop, make.OWNER_SEAT, member=member)

    with pytest.raises(NotFound):
        quote_basket(shop, bill)
    with pytest.raises(NotFound):
        complete_sale(shop, seat, sale)


def test_a_household_is_a_number_in_the_journal_and_still_one_household(shop: Shop) -> None:
    """1.10: the same word is the same household, whoever named it first."""
    first = registered(shop)
    home = MemberDeclared(household="欧阳家")
    second = register_member(shop, make.OWNER_SEAT, name="", phone="", sponsor=first, declared=home)
    with shop.storage.read() as view:
        tags = [kept(view.book, Member, each).household for each in (first, second)]

    assert tags == [str(first)] * 2
    assert show_member(shop, second).declared.household == "欧阳家"
    assert verify_books(shop.storage) == []


def test_the_file_for_a_member_tells_everything_that_is_kept(shop: Shop) -> None:
    """Access to one's own data means all of it, programs and declarations too (10.6)."""
    seat, _ = trading(shop, "M6")
    member = registered(shop)
    buy(shop, seat, member)
    told = json.loads(export_member(shop, member).read_text(encoding="utf-8"))

    assert (told["household"], told["age"], told["works_here"]) == ("欧阳家", "ADULT", False)
    assert told["programs"] == [
        {
            "program": "M6",
            "holds": "0.00",
            "notes": ["energy 60.00, contribution 60 of 60"],
        }
    ]
