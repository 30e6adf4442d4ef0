"""Members and their cards: register_member, find_members, member_cards."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from pos_app.actions.members.find_members import find_members
from pos_app.actions.members.issue_card import card_digits, issue_card
from pos_app.actions.members.member_cards import latest_card, member_cards
from pos_app.actions.members.read_member_code import read_member_code
from pos_app.actions.members.register_member import register_member
from pos_app.actions.members.revoke_card import revoke_card
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.devices.key_store import CARD_KEY
from pos_app.domain.codes.member_code import (
    MemberCode,
    MemberCodeForged,
    MemberCodeGarbled,
    MemberCodeOfAnotherShop,
    MemberCodeRevoked,
    build_member_code,
    minutes_of,
)
from pos_app.domain.member import CARDS_OF_MEMBER, Member, MemberCard
from pos_app.domain.refusals.catalogue import NameUnusable
from pos_app.domain.refusals.member import (
    CardUnknown,
    ConsentMissing,
    PhoneMalformed,
    PhoneTaken,
    RefTaken,
    SponsorIsOneself,
    SponsorUnknown,
)
from pos_app.errors import NotFound
from pos_app.journal.entry import ENTRIES_OF_KIND
from pos_app.shop import Shop
from pos_app.storage.driver import DRIVER
from tests import make


def cards(shop: Shop, member: int) -> list[MemberCard]:
    """Every card that was issued to a member."""
    with shop.storage.read() as seen:
        return list(seen.book.scan(CARDS_OF_MEMBER, member))


def digits_of(shop: Shop, member: int) -> str:
    """What the member's first card says."""
    return card_digits(cards(shop, member)[0], shop.keys.read(CARD_KEY))


def members(shop: Shop) -> int:
    """How many members there are."""
    with shop.storage.read() as seen:
        return seen.book.last_number(Member)


def test_a_member_needs_two_fields_and_has_a_card_at_once(shop: Shop) -> None:
    """Registering must never hold up the queue at the till (till.md 5.5)."""
    number = register_member(shop, make.CASHIER_SEAT, name="赵一", phone="138 0000-1234")

    with shop.storage.read() as seen:
        member = seen.book.get(Member, number)

    wanted = Member(1, "1", "赵一", "13800001234", None, make.OPENING, consent=True)
    assert member is not None
    assert replace(member, salt="") == wanted
    assert read_member_code(shop, digits_of(shop, number)) == number
    assert verify_books(shop.storage) == []


def test_a_member_may_be_nobody_but_a_number(shop: Shop) -> None:
    """Name and phone are optional (rulebook 10.6); two without a phone are two people."""
    first = register_member(shop, make.CASHIER_SEAT, name="", phone="")
    second = register_member(shop, make.CASHIER_SEAT, name="", phone="")

    assert (first, second) == (1, 2)


def test_one_phone_is_one_member(shop: Shop) -> None:
    """Whoever registers twice collects twice (rulebook 1.10); +86 changes nothing."""
    make.member(shop, "赵一", phone="13800001234")

    with pytest.raises(PhoneTaken) as refused:
        make.member(shop, "赵一一", phone="+86 １３８ 0000 1234")

    assert refused.value.facts == {"member": 1, "name": "赵*"}
    assert members(shop) == 1


@pytest.mark.parametrize("phone", ["1380000123x", "123", "1" * 16, "赵一"])
def test_what_is_no_phone_number_is_refused(shop: Shop, phone: str) -> None:
    """A name typed into the phone field would never be found again."""
    with pytest.raises(PhoneMalformed) as refused:
        make.member(shop, phone=phone)

    assert refused.value.typed == phone


def test_a_sponsor_is_bound_at_registration(shop: Shop) -> None:
    """Who brought whom is set once, before the first sale (rulebook 1.8)."""
    first = make.member(shop)
    second = make.member(shop, "钱二", phone="13800005678", sponsor=first)

    with shop.storage.read() as seen:
        member = seen.book.get(Member, second)

    assert member is not None
    assert member.sponsor == first


def test_an_unknown_or_own_sponsor_refuses_the_whole_registration(shop: Shop) -> None:
    """A registration without its sponsor could not be mended: the link is set once."""
    with pytest.raises(SponsorUnknown) as unknown:
        make.member(shop, sponsor=7)
    with pytest.raises(SponsorIsOneself):
        make.member(shop, sponsor=1)

    assert unknown.value.named == "7"
    assert members(shop) == 0


def test_consent_and_a_name_that_can_be_shown_are_needed(shop: Shop) -> None:
    """Nobody becomes a member unasked (rulebook 10.4)."""
    with pytest.raises(ConsentMissing):
        register_member(shop, make.CASHIER_SEAT, name="赵一", phone="", consent=False)
    with pytest.raises(NameUnusable):
        register_member(shop, make.CASHIER_SEAT, name="赵\x00一", phone="")

    assert members(shop) == 0


def test_an_outside_name_is_one_member(shop: Shop) -> None:
    """A replayed history names its members itself; an @ would break an account's name."""
    register_member(shop, make.CASHIER_SEAT, name="", phone="", ref="A", with_card=False)

    with pytest.raises(RefTaken) as refused:
        register_member(shop, make.CASHIER_SEAT, name="", phone="", ref="A", with_card=False)
    with pytest.raises(NameUnusable) as at_sign:
        register_member(shop, make.CASHIER_SEAT, name="", phone="", ref="A@S1", with_card=False)

    assert refused.value.ref == "A"
    assert at_sign.value.why == "at_sign"
    assert cards(shop, 1) == []


def test_a_member_is_found_by_phone_tail_name_and_initials(shop: Shop) -> None:
    """One box takes whatever the customer says (till.md 5.5); others see it masked."""
    make.member(shop, "林小梅", phone="13800001234")
    make.member(shop, "王建国", phone="13900005678")

    assert [found.number for found in find_members(shop, "5678")] == [2]
    assert [found.number for found in find_members(shop, "小梅")] == [1]
    (found,) = find_members(shop, "wjg")
    assert (found.masked_name, found.masked_phone) == ("王*国", "139****5678")


def test_a_lost_card_is_revoked_by_name_and_a_new_one_works(shop: Shop) -> None:
    """Whoever finds a card must not be the member (faults.md 3.5)."""
    number = make.member(shop)
    lost = digits_of(shop, number)

    revoke_card(shop, make.CASHIER_SEAT, card=cards(shop, number)[0].card)
    make.pass_time(shop, seconds=60)
    fresh = issue_card(shop, make.CASHIER_SEAT, member=number)

    with pytest.raises(MemberCodeRevoked):
        read_member_code(shop, lost)
    assert len(fresh) == 196
    assert read_member_code(shop, fresh) == number
    assert verify_books(shop.storage) == []


def test_revoking_twice_is_one_fact(shop: Shop) -> None:
    """Two clicks are one lost card."""
    number = make.member(shop)
    card = cards(shop, number)[0].card
    for _ in range(2):
        revoke_card(shop, make.CASHIER_SEAT, card=card)

    with shop.storage.read() as seen:
        told = [
            json.loads(entry.body)["fact"]
            for entry in seen.book.scan(ENTRIES_OF_KIND, "card_revoked")
        ]

    assert told == [{"card": str(card)}]


def test_cards_are_made_for_members_only(shop: Shop) -> None:
    """A card without a member would name the next one who registers."""
    with pytest.raises(NotFound):
        issue_card(shop, make.CASHIER_SEAT, member=5)
    with pytest.raises(NotFound):
        revoke_card(shop, make.CASHIER_SEAT, card=5)

    assert members(shop) == 0


def test_a_changed_digit_another_shops_card_and_an_unknown_one_are_told_apart(
    shop: Shop,
) -> None:
    """The cashier must know whether to scan again or to call somebody."""
    digits = digits_of(shop, make.member(shop))
    changed = digits[:-1] + ("0" if digits[-1] != "0" else "1")
    at = minutes_of(make.OPENING)
    foreign = build_member_code(MemberCode(card=7, start=at), bytes(range(32)))
    own = build_member_code(MemberCode(card=7, start=at), shop.keys.read(CARD_KEY))

    with pytest.raises(MemberCodeForged):
        read_member_code(shop, changed)
    with pytest.raises((MemberCodeOfAnotherShop, MemberCodeForged)):
        read_member_code(shop, foreign)
    with pytest.raises(CardUnknown) as unknown:
        read_member_code(shop, own)
    with pytest.raises(MemberCodeGarbled):
        read_member_code(shop, digits[:-1])

    assert unknown.value.card == 7


def test_cards_come_out_as_a_pdf_with_the_latest_code(shop: Shop) -> None:
    """A card printed after the loss must be the new one."""
    number = make.member(shop)
    make.pass_time(shop, seconds=60)
    issue_card(shop, make.CASHIER_SEAT, member=number)

    with shop.storage.read() as seen:
        card = latest_card(seen.book, number)
    paper = member_cards(shop, (number,))

    assert card is not None
    assert card.issued_at == make.OPENING + 60_000
    assert paper.startswith(b"%PDF-")


def test_no_card_is_drawn_for_nobody_or_for_a_revoked_one(shop: Shop) -> None:
    """A sheet with a dead code on it would be cut and handed out."""
    number = make.member(shop)
    revoke_card(shop, make.CASHIER_SEAT, card=cards(shop, number)[0].card)

    with pytest.raises(NotFound) as revoked:
        member_cards(shop, (number,))
    with pytest.raises(NotFound) as nobody:
        member_cards(shop, (9,))

    assert revoked.value.what == "card"
    assert nobody.value.what == "member"


def test_the_file_itself_refuses_a_phone_number_twice(shop: Shop) -> None:
    """One person is one member (rulebook 1.10), even if an errand forgot to ask."""
    register_member(shop, make.CASHIER_SEAT, name="赵一", phone="13800001234")
    register_member(shop, make.CASHIER_SEAT, name="钱二", phone="")
    register_member(shop, make.CASHIER_SEAT, name="孙三", phone="")
    twin = Member(9, "9", "李四", "13800001234", None, make.OPENING, consent=True)
    with pytest.raises(DRIVER.module.IntegrityError), shop.storage.write() as work:
        work.book.put(twin)

    with shop.storage.read() as seen:
        assert seen.book.last_number(Member) == 3
