"""The demo's day at the counter: held bills, approvals, members, returns."""

from PySide6.QtCore import Qt

from pos_app.domain.staff import MANAGER
from ui.demo.stage import Stage, Step
from ui.demo.steps_till import MILK, NOODLES, OIL, TISSUES, WATER
from ui.wording import N_

DATES = "陕北红枣 500g 袋"
NEWCOMER = "马小红"
CONTROL = Qt.KeyboardModifier.ControlModifier


def approve(stage: Stage) -> None:
    """A manager types a PIN; nobody signs out for it."""
    stage.hands.enter(stage.person(MANAGER).pin)
    stage.see_gone(stage.say("Needs a manager"))


def ask_for_product(stage: Stage) -> None:
    """A cashier may not change the catalogue alone."""
    stage.hands.press(Qt.Key.Key_Return)
    stage.see(stage.say("Needs a manager"), stage.say("A manager's PIN"))


def ring_up_new_product(stage: Stage) -> None:
    """Approved once: the product is there and on the bill."""
    approve(stage)
    stage.see_bar(DATES, "18.80")
    stage.see_lines((DATES, "1", "18.80"))


def hold_bill(stage: Stage) -> None:
    """The customer has forgotten something; the next one is served."""
    stage.hands.press(Qt.Key.Key_F4)
    stage.see(stage.plural("{count} held", "{count} held", count=1))
    stage.see_lines()


def sell_exactly(stage: Stage) -> None:
    """Enter twice: the customer has it exactly."""
    stage.hands.scan(WATER[0])
    stage.hands.press(Qt.Key.Key_Plus)
    stage.see_total("4.00")
    stage.hands.press(Qt.Key.Key_Return, times=2)
    stage.see_paid("0.00")
    stage.cash += 400


def show_held(stage: Stage) -> None:
    """The held bill, with what is on it."""
    stage.hands.press(Qt.Key.Key_F5)
    stage.see(stage.say("Held bills"), DATES, "18.80")


def recall_bill(stage: Stage) -> None:
    """Enter takes it back as it was."""
    stage.hands.press(Qt.Key.Key_Return)
    stage.see_lines((DATES, "1", "18.80"))


def ask_for_price(stage: Stage) -> None:
    """The bag is torn: another price needs a manager."""
    stage.hands.press(Qt.Key.Key_F7)
    stage.hands.enter("15")
    stage.see(stage.say("Needs a manager"))


def change_price(stage: Stage) -> None:
    """The line says that its price was set by hand."""
    approve(stage)
    stage.see_lines((DATES, "1", "15.00"))
    stage.see_total("15.00")


def give_discount(stage: Stage) -> None:
    """Up to a tenth a cashier gives alone."""
    stage.hands.scan(TISSUES[0])
    stage.hands.press(Qt.Key.Key_F6)
    stage.hands.enter("2")
    stage.see_lines((DATES, "1", "15.00"), (TISSUES[1], "1", "23.00"))
    stage.see_total("38.00")


def pay_with_a_note(stage: Stage) -> None:
    """A fifty; twelve go back."""
    stage.hands.press(Qt.Key.Key_Return)
    stage.hands.enter("50")
    stage.see_paid("12.00")
    stage.cash += 3_800


def register_member(stage: Stage) -> None:
    """Two fields, and the card of the friend who sent her."""
    stage.hands.press(Qt.Key.Key_F9)
    stage.see(stage.say("Register a new member"))
    stage.hands.press(Qt.Key.Key_Return)
    stage.hands.enter("13900001688")
    stage.hands.type(NEWCOMER)
    stage.hands.scan(stage.cards[1], ends=False)
    stage.see(stage.say("Referred by {name}.", name="林晓梅"), NEWCOMER, "13900001688")


def name_new_member(stage: Stage) -> None:
    """Registered, and on the bill at once."""
    stage.hands.press(Qt.Key.Key_Return)
    stage.see_bar(stage.say("Member {name}", name=NEWCOMER))


def sell_to_new_member(stage: Stage) -> None:
    """Her first sale joins the queue after the days of return."""
    for code, _ in (MILK, OIL):
        stage.hands.scan(code)
    stage.see_total("115.00")
    stage.hands.press(Qt.Key.Key_Return)
    stage.hands.press(Qt.Key.Key_F4)
    stage.hands.press(Qt.Key.Key_Return)
    stage.see_paid("0.00")
    stage.see(stage.say("This sale added"), NEWCOMER)


def open_drawer(stage: Stage) -> None:
    """A reason is asked, and journaled."""
    stage.hands.press(Qt.Key.Key_F10)
    stage.see(stage.say("Open the drawer: why?"), stage.say("Give change for a note"))


def drawer_is_open(stage: Stage) -> None:
    """Enter takes the first reason."""
    stage.hands.press(Qt.Key.Key_Return)
    stage.see_bar(stage.say("Drawer opened"))


def show_return(stage: Stage) -> None:
    """The receipt of the morning is scanned; the oil comes back."""
    stage.hands.scan(stage.papers["first"].code)
    stage.hands.press(Qt.Key.Key_Down)
    stage.hands.press(Qt.Key.Key_Plus)
    stage.see(stage.say("What comes back of sale {number}", number=stage.papers["first"].sale))
    stage.see(stage.say("Pay back {sum}", sum="60.00"))


def pay_back(stage: Stage) -> None:
    """Only after it was shown what that undoes."""
    stage.hands.press(Qt.Key.Key_Return)
    stage.see_bar(stage.say("Pay back {sum}", sum="60.00"))
    stage.cash -= 6_000


def show_void(stage: Stage) -> None:
    """The wrong thing was sold: Ctrl+Z while the change is still shown."""
    stage.hands.scan(NOODLES[0])
    stage.hands.press(Qt.Key.Key_Return, times=2)
    stage.see_paid("0.00")
    sale = stage.keep_paper("void").sale
    stage.hands.press(Qt.Key.Key_Z, CONTROL)
    stage.see(stage.say("Void sale {number}", number=sale), stage.say("Void it"))


def ask_for_void(stage: Stage) -> None:
    """A void needs a manager."""
    stage.hands.press(Qt.Key.Key_Return)
    stage.see(stage.say("Needs a manager"))


def void(stage: Stage) -> None:
    """The five yuan go back, and the sale is as if it had not been."""
    approve(stage)
    stage.see_bar(stage.say("Sale {number} is voided.", number=stage.papers["void"].sale))


def show_leaving(stage: Stage) -> None:
    """A member asks to leave the queue: what that gives up stands there first."""
    stage.hands.scan(stage.cards[stage.queued], ends=False)
    stage.hands.press(Qt.Key.Key_F9)
    stage.hands.press(Qt.Key.Key_Down)
    stage.hands.press(Qt.Key.Key_Return)
    stage.see(stage.say("Leave the queue"), stage.beginning("Leave for {voucher}"))


def leave_queue(stage: Stage) -> None:
    """Enter asks, Delete leaves: the voucher stands in the member panel."""
    stage.hands.press(Qt.Key.Key_Return)
    stage.hands.press(Qt.Key.Key_Delete)
    stage.see_bar(stage.say("What was received stays with the member."))


def show_payout(stage: Stage) -> None:
    """The reward balance in cash, out of the drawer."""
    stage.hands.scan(stage.cards[stage.payee], ends=False)
    stage.hands.press(Qt.Key.Key_F9)
    stage.hands.press(Qt.Key.Key_Down, times=2)
    stage.hands.press(Qt.Key.Key_Return)
    stage.see(stage.say("Pay the balance out"), stage.say("Pay out"))
    yuan, _, rest = stage.hands.typed()[-1].partition(".")
    stage.cash -= int(yuan) * 100 + int(rest or "0")


def pay_out(stage: Stage) -> None:
    """Booked at once; the panel shows what is left."""
    stage.hands.press(Qt.Key.Key_Return)
    stage.see_bar(stage.say("The payout is booked; it comes out of the drawer."))


def go_on_without_member(stage: Stage) -> None:
    """The panel of the member has a way out."""
    stage.hands.press(Qt.Key.Key_F9)
    stage.see(stage.say("Go on without a member"))
    stage.hands.press(Qt.Key.Key_Return)
    stage.see(stage.say("Member: card, phone, last four or name"))


COUNTER_STEPS = (
    Step("10:33", "product-approval", N_("A manager's PIN is asked for it."), ask_for_product),
    Step("10:33", "product-rung-up", N_("The new product is on the bill."), ring_up_new_product),
    Step("10:34", "held", N_("The bill is held."), hold_bill),
    Step("10:35", "exact", N_("The next customer has it exactly."), sell_exactly),
    Step("10:37", "held-bills", N_("F5 shows what is held."), show_held),
    Step("10:37", "recalled", N_("The bill is taken back."), recall_bill),
    Step("10:38", "price-approval", N_("Another price needs a manager."), ask_for_price),
    Step("10:38", "price", N_("Approved: 15.00 for the torn bag."), change_price),
    Step("10:39", "discount", N_("A discount within the cashier's tenth."), give_discount),
    Step("10:39", "paid-note", N_("Paid with a fifty."), pay_with_a_note),
    Step("11:20", "register", N_("A new member and who referred her."), register_member),
    Step("11:21", "registered", N_("She is on the bill at once."), name_new_member),
    Step("11:22", "paid-alipay", N_("Her first sale, by Alipay."), sell_to_new_member),
    Step("12:02", "drawer", N_("The drawer is opened: why?"), open_drawer),
    Step("12:02", "drawer-open", N_("The reason is in the journal."), drawer_is_open),
    Step("13:15", "return", N_("The first receipt is back: one thing is returned."), show_return),
    Step("13:15", "paid-back", N_("60.00 go back to the customer."), pay_back),
    Step("14:08", "void", N_("A wrong sale: what a void undoes."), show_void),
    Step("14:08", "void-approval", N_("It needs a manager."), ask_for_void),
    Step("14:08", "voided", N_("The sale is voided."), void),
    Step("15:30", "leave", N_("A member asks to leave the queue."), show_leaving),
    Step("15:30", "left", N_("She leaves for a voucher."), leave_queue),
    Step("15:41", "payout", N_("Another wants the balance in cash."), show_payout),
    Step("15:41", "paid-out", N_("It is paid out of the drawer."), pay_out),
    Step("15:42", "no-member", N_("The till goes on without a member."), go_on_without_member),
)
