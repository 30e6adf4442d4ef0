"""The demo's evening in the office: figures, the report as files, lists, rules."""

from PySide6.QtCore import Qt

from pos_app.domain.staff import MANAGER
from ui.demo.stage import NotShown, Stage, Step
from ui.demo.steps_counter import DATES, NEWCOMER
from ui.demo.steps_evening import CONTROL_SHIFT
from ui.wording import N_

_MOST_TABS = 60
_PAGES = (
    Qt.Key.Key_1,
    Qt.Key.Key_2,
    Qt.Key.Key_3,
    Qt.Key.Key_4,
    Qt.Key.Key_5,
    Qt.Key.Key_6,
    Qt.Key.Key_7,
    Qt.Key.Key_8,
    Qt.Key.Key_9,
)


def open_page(stage: Stage, number: int) -> None:
    """Alt and the page's number, whatever has the focus."""
    stage.hands.press(_PAGES[number - 1], Qt.KeyboardModifier.AltModifier)


def press_button(stage: Stage, name: str) -> None:
    """Tab to a button by its name, and Space, as without a mouse."""
    for _ in range(_MOST_TABS):
        if stage.hands.focus() == name:
            stage.hands.press(Qt.Key.Key_Space)
            return
        stage.hands.press(Qt.Key.Key_Tab)
    raise NotShown(name)


def sign_out(stage: Stage) -> None:
    """Enter on the closed shift: who comes next signs in."""
    stage.hands.press(Qt.Key.Key_Return)
    manager = stage.person(MANAGER)
    stage.hands.press(stage.tile(manager))
    stage.see(stage.say("{name}, type your PIN", name=manager.name))


def go_to_office(stage: Stage) -> None:
    """The manager needs no shift for the office."""
    stage.hands.enter(stage.person(MANAGER).pin)
    stage.hands.press(Qt.Key.Key_O, CONTROL_SHIFT)
    stage.see(stage.say("Back to the till"), stage.say("Today"))


def see_report(stage: Stage) -> None:
    """The day's rewards; equal to the ledger to the fen."""
    open_page(stage, 2)
    stage.see(stage.say("Equal to the books, difference {difference}", difference="0.00"))


def save_pdf(stage: Stage) -> None:
    """As pages for people."""
    press_button(stage, "PDF")
    stage.see("-rewards.pdf")


def save_csv(stage: Stage) -> None:
    """As a table for other programs."""
    press_button(stage, "CSV")
    stage.see("-rewards.csv")


def see_queue(stage: Stage) -> None:
    """The front of the queue."""
    open_page(stage, 3)
    stage.see(stage.say("The front of the queue"), stage.say("Queue pool"))


def see_board(stage: Stage) -> None:
    """The board for the shop's screen, in a window of its own."""
    stage.hands.press(Qt.Key.Key_B)
    stage.see_window(stage.say("Queue refunds"))


def list_sales(stage: Stage) -> None:
    """The board is put away; the day's sales, the latest first."""
    stage.leave_window()
    open_page(stage, 4)
    stage.see(str(stage.papers["void"].sale), stage.say("On this day"))


def reprint(stage: Stage) -> None:
    """The first receipt once more, marked as a copy."""
    stage.hands.type(str(stage.papers["first"].sale))
    stage.hands.press(Qt.Key.Key_Down)
    stage.hands.press(Qt.Key.Key_P)
    stage.see(stage.say("Printed, marked COPY {number}.", number=1))


def save_card(stage: Stage) -> None:
    """The new member's card, to be printed."""
    open_page(stage, 5)
    stage.hands.type("1688")
    stage.see(NEWCOMER)
    press_button(stage, stage.say("Card PDF"))
    stage.see(".pdf")


def find_product(stage: Stage) -> None:
    """What was added at the till stands in the catalogue."""
    open_page(stage, 6)
    stage.hands.type("红枣")
    stage.see(DATES, "18.80")


def see_rules(stage: Stage) -> None:
    """The programs, and what customers are told of them."""
    open_page(stage, 7)
    stage.hands.press(Qt.Key.Key_Down)
    stage.see(stage.say("Reward rules"), stage.say("Queue refund"))


def see_staff(stage: Stage) -> None:
    """Who works here."""
    open_page(stage, 8)
    stage.see(*(person.name for person in stage.staff))


def see_settings(stage: Stage) -> None:
    """How the counter works, and how safe the records are."""
    open_page(stage, 9)
    stage.see(stage.say("Settings"), stage.say("Last backup"))


def come_back(stage: Stage) -> None:
    """F12: back to the till."""
    stage.hands.press(Qt.Key.Key_F12)
    stage.see_bar(stage.say("No shift is open. {key} opens one.", key="F11"))


OFFICE_STEPS = (
    Step("21:04", "next", N_("The manager's turn."), sign_out),
    Step("21:05", "office-today", N_("The office: today's figures."), go_to_office),
    Step("21:06", "office-report", N_("The reward report equals the books."), see_report),
    Step("21:07", "office-pdf", N_("It is saved as a PDF."), save_pdf),
    Step("21:07", "office-csv", N_("And as a CSV."), save_csv),
    Step("21:08", "office-queue", N_("The front of the queue."), see_queue),
    Step("21:08", "queue-board", N_("The board for the shop's screen."), see_board),
    Step("21:09", "office-sales", N_("The day's sales."), list_sales),
    Step("21:10", "office-reprint", N_("The first receipt again: COPY 1."), reprint),
    Step("21:11", "office-member", N_("The new member's card as a PDF."), save_card),
    Step("21:12", "office-product", N_("The new product in the catalogue."), find_product),
    Step("21:13", "office-rules", N_("The reward rules."), see_rules),
    Step("21:14", "office-staff", N_("The staff."), see_staff),
    Step("21:15", "office-settings", N_("Settings and backups."), see_settings),
    Step("21:16", "back", N_("Back at the till."), come_back),
)
