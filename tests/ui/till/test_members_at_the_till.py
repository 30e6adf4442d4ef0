"""The member moment: found by anything, shown before paying, rewarded after."""

import pytest
from PySide6.QtCore import Qt

from pos_app.actions.members.find_members import find_members
from pos_app.actions.members.issue_card import issue_card
from pos_app.actions.members.merge_members import merge_members
from pos_app.actions.members.revoke_card import revoke_card
from pos_app.actions.members.show_member import show_member
from pos_app.actions.premises.set_rules import set_rules
from pos_app.actions.selling.show_sale import show_sale
from pos_app.domain.codes.member_code import read_member_code
from pos_app.domain.member import Member
from pos_app.domain.settings import COUNTER_PAYOUT, ShopRules
from pos_app.shop import Shop
from tests import make
from tests.ui.till.conftest import COLA, OIL, name_member
from tests.ui.till.hands import Hands
from ui.wording import Language

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape


def test_a_card_names_the_member_whatever_is_open(till: Hands, shop: Shop) -> None:
    """A customer shows the card when it comes to mind, not when it suits the screen."""
    digits = issue_card(shop, make.CASHIER_SEAT, member=1)
    till.scan(digits, ends=False)

    assert till.sees("林晓梅")


@pytest.mark.parametrize("typed", ["13800006021", "6021", "林晓"])
def test_a_member_is_found_by_phone_last_digits_or_name(till: Hands, typed: str) -> None:
    """Whatever the customer says first is enough when it is one person."""
    till.press(Qt.Key.Key_F9)
    till.enter(typed)

    assert till.sees("林晓梅")


def test_a_code_with_a_changed_digit_names_nobody(till: Hands, shop: Shop) -> None:
    """A made-up code is told from a lost one; the bill keeps its member."""
    digits = issue_card(shop, make.CASHIER_SEAT, member=1)
    changed = digits[:-1] + str((int(digits[-1]) + 1) % 10)
    till.scan(changed)

    assert "会员" in till.bar()
    assert not till.sees("林晓梅")


def test_a_revoked_card_is_refused_by_name(till: Hands, shop: Shop) -> None:
    """Who finds a lost card must not spend its points."""
    digits = issue_card(shop, make.CASHIER_SEAT, member=1)
    now = shop.clock.now()
    card = read_member_code(digits, shop.card_keys, now=now).card
    revoke_card(shop, make.MANAGER_SEAT, card=card)
    till.scan(digits)

    assert "挂失" in till.bar()
    assert not till.sees("林晓梅")


def test_a_new_member_needs_two_fields_and_may_have_a_referrer(till: Hands, shop: Shop) -> None:
    """Phone and name; a card scanned meanwhile says who brought the customer."""
    digits = issue_card(shop, make.CASHIER_SEAT, member=1)
    till.press(Qt.Key.Key_F9)
    till.enter("13911112222")
    till.scan(digits)
    referred = till.sees("林晓梅")
    till.enter("Wang Wu")
    found = find_members(shop, "13911112222")

    assert referred
    assert till.sees("Wang Wu")
    assert [each.number for each in found] == [2]


def test_a_phone_that_is_taken_is_refused_in_its_field(till: Hands, shop: Shop) -> None:
    """One person is one member; the form stays open with what was typed."""
    till.press(Qt.Key.Key_F9)
    till.type("13800006021")
    till.press(Qt.Key.Key_Down)
    till.press(ENTER)
    till.enter("Li Si")

    assert "Li Si" in till.typed()
    assert find_members(shop, "Li Si") == ()


@pytest.mark.parametrize("typed", ["13800006021", "6021"])
def test_a_referrer_is_named_by_phone_or_its_last_digits(
    till: Hands, shop: Shop, typed: str
) -> None:
    """Whoever brings a friend has the phone at hand, seldom the card."""
    till.press(Qt.Key.Key_F9)
    till.enter("13911112222")
    till.press(Qt.Key.Key_Tab)
    till.enter(typed)
    till.enter("Wang Wu")
    with shop.storage.read() as seen:
        registered = seen.book.get(Member, 2)

    assert registered is not None
    assert registered.sponsor == 1


def test_a_referrers_phone_that_is_scanned_rings_nothing_up(till: Hands) -> None:
    """The customer's telephone shows it as a code; goods have no such code."""
    till.press(Qt.Key.Key_F9)
    till.enter("13911112222")
    till.scan("13800006021")

    assert till.sees("林")
    assert "没有这个商品" not in till.bar()


def test_a_phone_that_is_none_is_refused_at_the_phone(till: Hands) -> None:
    """A red ring around the name would send the cashier to the wrong field."""
    till.press(Qt.Key.Key_F9)
    till.enter("Li Si")
    till.type("abc")
    till.press(ENTER, times=2)

    assert till.focus() == "手机"


def test_what_the_sale_adds_is_shown_before_it_is_paid_and_is_right(
    rewarding: Hands, shop: Shop
) -> None:
    """The panel promises what the books then hold, with the disclosure beside it."""
    rewarding.scan(OIL)
    name_member(rewarding)
    promised = [name for name in rewarding.names() if "+60" in name]
    rewarding.press(ENTER)
    rewarding.press(ENTER)

    assert promised != []
    assert "每销售 100 元" in promised[0]
    assert show_member(shop, 1).points == 60


def test_a_sale_that_does_not_queue_shows_why_and_no_sentence_of_the_queue(
    rewarding: Hands,
) -> None:
    """A rule beside a refusal reads as if the sale had joined after all."""
    rewarding.scan(COLA)
    name_member(rewarding)
    (told,) = [name for name in rewarding.names() if "+" in name and "排队" in name]

    assert "低于最低金额" in told
    assert "每销售 100 元" not in told


def test_points_and_balance_pay_and_lower_what_the_sale_earns(rewarding: Hands, shop: Shop) -> None:
    """F6 uses what may be used; Enter pays the rest."""
    for _ in range(2):
        rewarding.scan(OIL)
        name_member(rewarding)
        rewarding.press(ENTER)
        rewarding.press(ENTER)
    rewarding.scan(OIL)
    name_member(rewarding)
    rewarding.press(ENTER)
    rewarding.press(Qt.Key.Key_F6)
    rewarding.press(ENTER)
    tenders = {each.kind: each.amount for each in show_sale(shop, 3).tenders}

    assert tenders == {"points": 120, "cash": 5880}
    assert show_member(shop, 1).points == 58


def test_a_part_of_the_points_is_used_by_the_second_press(rewarding: Hands, shop: Shop) -> None:
    """The customer keeps some; what was typed is used, not the most."""
    rewarding.scan(OIL)
    name_member(rewarding)
    rewarding.press(ENTER)
    rewarding.press(ENTER)
    rewarding.scan(OIL)
    name_member(rewarding)
    rewarding.press(ENTER)
    rewarding.press(Qt.Key.Key_F6, times=2)
    rewarding.enter("0.20")
    rewarding.press(ENTER)

    assert {each.kind: each.amount for each in show_sale(shop, 2).tenders} == {
        "points": 20,
        "cash": 5980,
    }


def test_esc_in_the_member_panel_leaves_the_bill_as_it_was(till: Hands) -> None:
    """Looking a member up is never in the way of paying."""
    till.scan(OIL)
    till.press(Qt.Key.Key_F9)
    till.type("138")
    till.press(ESC)

    assert [row[1] for row in till.bill()] == ["金龙鱼 菜籽油 5L"]
    assert not till.sees("林晓梅")


def test_a_shop_without_programs_promises_nothing(till: Hands) -> None:
    """A green box with nothing in it makes the customer ask for what there is not."""
    till.scan(OIL)
    name_member(till)
    beside_the_bill = till.sees("付款后，本单增加")
    till.press(ENTER)

    assert not beside_the_bill
    assert not till.sees("付款后，本单增加")


def test_the_bill_of_whoever_was_merged_meanwhile_goes_on(till: Hands, shop: Shop) -> None:
    """The office merges while the bill is open: the next scan shows the one who stays."""
    duplicate = make.member(shop, "林梅", phone="13900005678")
    till.scan(issue_card(shop, make.CASHIER_SEAT, member=duplicate))
    before = till.sees("林梅")
    merge_members(shop, make.MANAGER_SEAT, member=duplicate, into=1)
    till.scan(OIL)
    after = till.sees("林晓梅")
    till.press(ENTER)
    till.press(ENTER)
    sale = show_sale(shop, 1).sale

    assert (before, after) == (True, True)
    assert (sale.member, sale.total) == (1, 6000)


def test_the_members_key_says_what_lies_behind_it(rewarding: Hands, shop: Shop) -> None:
    """Who reads only "change" never finds the payout, nor the way out of a queue."""
    name_member(rewarding)
    before = rewarding.sees("F9 换会员及更多 权益 · 退出排队")
    set_rules(shop, make.OWNER_SEAT, rules=ShopRules(withdraw_mode=COUNTER_PAYOUT))
    name_member(rewarding)
    rewarding.window.words.speak(Language.EN)

    assert before
    assert rewarding.sees("F9 Change and more holdings · payout · leave the queue")


def test_without_programs_the_members_key_only_changes_the_member(till: Hands) -> None:
    """What is not behind the key is not promised."""
    name_member(till)

    assert till.sees("F9 换会员")
    assert not till.sees("换会员及更多")
