"""The demo's morning: signing in, a bill with a member, and three ways to be paid."""

from PySide6.QtCore import Qt

from pos_app.domain.staff import CASHIER
from ui.demo.stage import NotShown, Stage, Step
from ui.wording import N_

RICE = ("6940067600123", "长粒香米 5kg 袋")
OIL = ("6948195804758", "金龙鱼 纯香 菜籽油 5L 桶")
SOY_SAUCE = ("6902265503514", "海天 味极鲜 酱油 500ml 瓶")
NOODLES = ("6941473524126", "卖心鸡蛋 挂面 800g 包")
MILK = ("6923644266318", "特仑苏 纯牛奶 （250ml*12）箱")
TISSUES = ("6922773603346", "亿兰朵 抽纸（10包装）提")
WATER = ("6921168509256", "农夫山泉 550ml 瓶")
COLA = "可口可乐 500ml 瓶"

UNKNOWN = "6900000000007"
WECHAT_CODE = "134567890123456789"
REGULAR = 4
"""The member who comes first, by number."""


def see_who_may_come(stage: Stage) -> None:
    """Nobody sits here yet: a tile for each person, and the PIN."""
    for person in stage.staff:
        stage.see(person.name)
    stage.see(stage.say("{name}, type your PIN", name=stage.staff[0].name))


def sign_in(stage: Stage) -> None:
    """The cashier's tile and PIN; then the float is asked for."""
    cashier = stage.person(CASHIER)
    stage.hands.sign_in(person=stage.tile(cashier), pin=cashier.pin)
    stage.see(stage.say("Count what lies in the drawer now. It is the float."))


def open_shift(stage: Stage) -> None:
    """Five hundred yuan lie in the drawer."""
    stage.hands.enter("500")
    stage.cash = 50_000
    stage.see_bar(stage.say("Ready to scan"))
    stage.see(stage.person(CASHIER).name)


def scan_a_bill(stage: Stage) -> None:
    """Three things over the scanner."""
    for code, _ in (RICE, OIL, SOY_SAUCE):
        stage.hands.scan(code)
    stage.see_bar(SOY_SAUCE[1], "10.00")
    stage.see_lines((RICE[1], "1", "35.00"), (OIL[1], "1", "60.00"), (SOY_SAUCE[1], "1", "10.00"))
    stage.see_total("105.00")


def count_six(stage: Stage) -> None:
    """`6*` before the scan: six of them."""
    stage.hands.type("6*")
    stage.hands.scan(NOODLES[0])
    stage.see_bar(NOODLES[1], "30.00")
    stage.see_total("135.00")


def change_quantity(stage: Stage) -> None:
    """`*` and a figure after the scan: of the chosen line."""
    stage.hands.enter("*4")
    stage.see_bar(NOODLES[1], "20.00")
    stage.see_total("125.00")


def delete_line(stage: Stage) -> None:
    """The chosen line leaves, and the bar says how to have it back."""
    stage.hands.press(Qt.Key.Key_Up)
    stage.hands.press(Qt.Key.Key_Delete)
    stage.see_bar(stage.say("Deleted: {name}", name=SOY_SAUCE[1]))
    stage.see_total("115.00")


def restore_line(stage: Stage) -> None:
    """Ctrl+Z puts it back where it stood."""
    stage.hands.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    stage.see_bar(SOY_SAUCE[1])
    stage.see_total("125.00")


def search_by_initials(stage: Stage) -> None:
    """Letters typed on the bill open the search by pinyin initials."""
    stage.hands.press(Qt.Key.Key_F2)
    stage.hands.type("kkkl")
    stage.see(stage.say("Find product"), COLA)


def take_found(stage: Stage) -> None:
    """Enter rings up what is chosen."""
    stage.hands.press(Qt.Key.Key_Return)
    stage.see_bar(COLA, "3.00")
    stage.see_total("128.00")


def scan_member_card(stage: Stage) -> None:
    """The 196 digits of a card, without Enter, name the member of the bill."""
    stage.hands.scan(stage.cards[REGULAR], ends=False)
    stage.see_bar(stage.say("Member {name}", name="张伟"))
    stage.see(stage.say("This sale adds, once paid"), stage.say("Points"))


def open_payment(stage: Stage) -> None:
    """Enter on the empty box; the customer hands over two hundred."""
    stage.hands.press(Qt.Key.Key_Return)
    stage.hands.type("200")
    stage.see(stage.say("Change due"), "128.00", "72.00")


def take_cash(stage: Stage) -> None:
    """Enter completes the sale: the change stands there until the next scan."""
    stage.hands.press(Qt.Key.Key_Return)
    stage.see_paid("72.00")
    stage.see(stage.say("Drawer opened"))
    stage.see(stage.say("Receipt printed"), stage.say("This sale added"))
    stage.keep_paper("first")
    stage.cash += 12_800


def sell_by_wechat(stage: Stage) -> None:
    """A payment code scanned in the payment chooses WeChat Pay."""
    stage.hands.scan(MILK[0])
    stage.hands.press(Qt.Key.Key_Return)
    stage.hands.scan(WECHAT_CODE)
    stage.see(stage.say("Received in {kind}", kind=stage.say("WeChat Pay")), "55.00")


def complete_wechat(stage: Stage) -> None:
    """No change; the drawer stays closed."""
    stage.hands.press(Qt.Key.Key_Return)
    stage.see_paid("0.00")
    stage.see(stage.say("Drawer stays closed"))
    stage.keep_paper("wechat")


def split_tender(stage: Stage) -> None:
    """Points, reward balance, and the rest by telephone: all stand on the list."""
    hands = stage.hands
    hands.scan(stage.cards[stage.rich], ends=False)
    hands.scan(MILK[0])
    hands.press(Qt.Key.Key_Plus)
    hands.scan(SOY_SAUCE[0])
    stage.see_total("120.00")
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_F6)
    # The second press asks how much of it; not all of the balance is used.
    hands.press(Qt.Key.Key_F7, times=2)
    hands.enter("20")
    hands.press(Qt.Key.Key_F3)
    stage.see(stage.plural("{count} tender given", "{count} tenders given", count=3))
    stage.see(f"{stage.say('Reward balance')} 20.00", stage.say("Points"))


def complete_split(stage: Stage) -> None:
    """What the member had spent is gone from the panel at once."""
    stage.hands.press(Qt.Key.Key_Return)
    stage.see_paid("0.00")
    stage.see(stage.say("Points"), stage.say("Reward balance"))
    stage.keep_paper("split")


def refuse_unknown(stage: Stage) -> None:
    """A code that nobody knows: a red bar with the code, and what to press."""
    stage.hands.scan(UNKNOWN)
    stage.see_bar(stage.say("No such product"), UNKNOWN)
    if stage.hands.bill():
        raise NotShown(str(stage.hands.bill()))


def add_product(stage: Stage) -> None:
    """Insert: its name and its price make it a product."""
    stage.hands.press(Qt.Key.Key_Insert)
    stage.hands.enter("陕北红枣 500g 袋")
    stage.hands.type("18.80")
    stage.see(UNKNOWN, "18.80")


TILL_STEPS = (
    Step("08:22", "sign-in", N_("The till asks who comes."), see_who_may_come),
    Step("08:24", "float", N_("The first cashier signs in; the float is asked."), sign_in),
    Step("08:25", "shift-open", N_("The shift is open with 500.00 in the drawer."), open_shift),
    Step("08:41", "scan", N_("Three products are scanned."), scan_a_bill),
    Step("08:41", "quantity-before", N_("6* before a scan rings up six."), count_six),
    Step("08:41", "quantity-after", N_("*4 makes them four."), change_quantity),
    Step("08:42", "delete", N_("A line is deleted."), delete_line),
    Step("08:42", "restore", N_("Ctrl+Z puts it back."), restore_line),
    Step("08:42", "search", N_("F2 and kkkl find cola by pinyin initials."), search_by_initials),
    Step("08:42", "found", N_("Enter rings it up."), take_found),
    Step("08:43", "member", N_("A member card is scanned."), scan_member_card),
    Step("08:43", "payment", N_("Enter opens the payment; 200 is given."), open_payment),
    Step("08:43", "change", N_("Paid in cash, 72.00 in change."), take_cash),
    Step("09:17", "payment-code", N_("The next customer shows a WeChat code."), sell_by_wechat),
    Step("09:17", "paid-wechat", N_("Paid by WeChat Pay."), complete_wechat),
    Step("10:05", "split", N_("A member pays with points, balance and WeChat."), split_tender),
    Step("10:05", "paid-split", N_("Paid in three parts."), complete_split),
    Step("10:31", "unknown-code", N_("A code that nobody knows is refused."), refuse_unknown),
    Step("10:32", "new-product", N_("It is added as a product there and then."), add_product),
)
