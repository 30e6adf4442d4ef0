"""The keys of the till: what each does, and when it works; one table.

Function row, key sheet and the keyboard itself read this table, so that a key that is
bound anew shows its new name everywhere (look.md section 5). Keys that choose a tender
or a person are here too; what a key starts is the screen's part.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from ui.wording import N_


class Act(Enum):
    """What a person at the till may press a key for."""

    FIND = "find"
    QUANTITY = "quantity"
    MORE = "more"
    LESS = "less"
    DELETE = "delete"
    UNDO = "undo"
    VOID = "void"
    HOLD = "hold"
    RECALL = "recall"
    DISCOUNT = "discount"
    PRICE = "price"
    RETURN = "return"
    MEMBER = "member"
    RULES = "rules"
    DRAWER = "drawer"
    CASH_IN = "cash in"
    CASH_OUT = "cash out"
    SHIFT = "shift"
    PAY = "pay"
    ADD = "add"
    REPRINT = "reprint"
    KEYS = "keys"
    BACK = "back"
    PIN = "pin"
    LOCK = "lock"
    LANGUAGE = "language"
    LIGHT = "light"
    OFFICE = "office"
    CLOSE = "close"
    """Only when the books are in doubt."""


class Moment(Enum):
    """What the till is in the middle of; decides which keys work."""

    IDLE = "idle"
    """No bill."""
    BILL = "bill"
    PAID = "paid"
    """The change stands on the screen."""
    UNKNOWN_CODE = "unknown code"
    PANEL = "panel"
    """A panel is open and has keys of its own."""


_SELLING = frozenset({Moment.IDLE, Moment.BILL, Moment.PAID, Moment.UNKNOWN_CODE})
_WITH_BILL = frozenset({Moment.BILL, Moment.UNKNOWN_CODE})
_ALWAYS = frozenset(Moment)


@dataclass(frozen=True, slots=True)
class TillKey:
    """One line of the table; `keys` are names as Qt writes them, the first is shown."""

    act: Act
    keys: tuple[str, ...]
    label: str
    """Short, for the function row; an English text to be translated where it is shown."""
    meaning: str
    """Longer, for the key sheet."""
    works: frozenset[Moment]
    shown: str = ""
    """How the key is printed, where Qt's name is not what stands on the keyboard."""

    @property
    def cap(self) -> str:
        """The key as printed on a keycap."""
        return self.shown or self.keys[0]


TILL_KEYS = (
    TillKey(Act.FIND, ("F2",), N_("Find product"), N_("Find a product by name or code"), _SELLING),
    TillKey(Act.QUANTITY, ("*",), N_("Qty"), N_("Quantity: 6* before a scan, *6 after"), _SELLING),
    TillKey(Act.MORE, ("+",), N_("One more"), N_("One more of the chosen line"), _WITH_BILL),
    TillKey(Act.LESS, ("-",), N_("One less"), N_("One less of the chosen line"), _WITH_BILL),
    TillKey(Act.DELETE, ("Del",), N_("Delete"), N_("Delete the chosen line"), _WITH_BILL),
    TillKey(
        Act.UNDO,
        ("Ctrl+Z",),
        N_("Undo"),
        N_("Put the deleted line back"),
        frozenset({Moment.IDLE, Moment.BILL, Moment.UNKNOWN_CODE}),
    ),
    TillKey(
        Act.VOID,
        ("Ctrl+Z",),
        N_("Void"),
        N_("Void the sale just paid"),
        frozenset({Moment.PAID}),
    ),
    TillKey(Act.HOLD, ("F4",), N_("Hold"), N_("Hold the bill for later"), _WITH_BILL),
    TillKey(Act.RECALL, ("F5",), N_("Recall"), N_("Take a held bill back"), _SELLING),
    TillKey(
        Act.DISCOUNT, ("F6",), N_("Discount"), N_("Discount on the line or the bill"), _WITH_BILL
    ),
    TillKey(
        Act.PRICE, ("F7",), N_("Set price"), N_("Another price for the chosen line"), _WITH_BILL
    ),
    TillKey(Act.RETURN, ("F8",), N_("Return"), N_("Take goods back, or void a sale"), _SELLING),
    TillKey(Act.MEMBER, ("F9", "F3"), N_("Member"), N_("Find or register a member"), _SELLING),
    TillKey(Act.RULES, ("Ctrl+G",), N_("Rules"), N_("Rules of the reward programs"), _SELLING),
    TillKey(Act.DRAWER, ("F10",), N_("Drawer"), N_("Open the drawer, with a reason"), _SELLING),
    TillKey(Act.CASH_IN, ("Ctrl+I",), N_("Cash in"), N_("Put cash into the drawer"), _SELLING),
    TillKey(Act.CASH_OUT, ("Ctrl+O",), N_("Cash out"), N_("Take cash out of the drawer"), _SELLING),
    TillKey(Act.SHIFT, ("F11",), N_("Shift"), N_("Count the drawer and close the shift"), _SELLING),
    TillKey(
        Act.PAY,
        ("Return", "Enter", "F12", "="),
        N_("Pay"),
        N_("Pay, when the scan box is empty"),
        _WITH_BILL,
        shown="Enter",
    ),
    TillKey(
        Act.ADD,
        ("Ins",),
        N_("Add product"),
        N_("Add the unknown code as a product"),
        frozenset({Moment.UNKNOWN_CODE}),
        shown="Insert",
    ),
    TillKey(Act.REPRINT, ("P",), N_("Print again"), N_("Print the receipt again"), _SELLING),
    TillKey(Act.KEYS, ("F1",), N_("Keys"), N_("Show the keys that work now"), _ALWAYS),
    TillKey(Act.BACK, ("Esc",), N_("Back"), N_("One step back"), _ALWAYS),
    TillKey(Act.PIN, ("Ctrl+P",), N_("Own PIN"), N_("Change your own PIN"), _SELLING),
    TillKey(Act.LOCK, ("Ctrl+L",), N_("Lock"), N_("Lock the till"), _ALWAYS),
    TillKey(Act.LANGUAGE, ("Ctrl+Shift+L",), N_("Language"), N_("中文 or English"), _ALWAYS),
    TillKey(Act.LIGHT, ("Ctrl+Shift+D",), N_("Light"), N_("Light or dark screen"), _ALWAYS),
    TillKey(Act.OFFICE, ("Ctrl+Shift+O",), N_("Office"), N_("Go to the office"), _SELLING),
    TillKey(
        Act.CLOSE,
        ("Ctrl+Q",),
        N_("Close"),
        N_("Books at risk: close the till, keep a copy"),
        _ALWAYS,
    ),
)

ROW_ON_A_BILL = (
    Act.QUANTITY,
    Act.DELETE,
    Act.HOLD,
    Act.RECALL,
    Act.DISCOUNT,
    Act.PRICE,
    Act.RETURN,
    Act.KEYS,
)
"""The function row while a bill is rung up (look.md section 5)."""

ROW_AFTER_PAYING = (Act.REPRINT, Act.RETURN, Act.DRAWER, Act.VOID, Act.KEYS)

TENDER_KEYS = ("F2", "F3", "F4", "F5", "F6", "F7", "F8")
"""In the payment panel, in the sequence of the tiles."""

STAFF_KEYS = ("F2", "F3", "F4", "F5", "F6")
"""On the sign-in screen, in the sequence of the tiles."""


class KeyTable:
    """The keys as bound at this till."""

    def __init__(self, bound: Mapping[str, str] | None = None) -> None:
        """Take the usual keys, except for those that `bind` is told of."""
        self.bind(bound or {})

    def bind(self, new: Mapping[str, str]) -> None:
        """Take the usual keys, except for the acts that are bound anew.

        `new` names a key for an act, e.g. `{"pay": "F12"}`; unknown acts are left out.
        """
        self.lines = tuple(
            replace(line, keys=(new[line.act.value],), shown="") if line.act.value in new else line
            for line in TILL_KEYS
        )
        self._by_act = {line.act: line for line in self.lines}
        self._acts: dict[QKeySequence, tuple[Act, ...]] = {}
        for line in self.lines:
            for key in line.keys:
                sequence = QKeySequence(key)
                self._acts[sequence] = (*self._acts.get(sequence, ()), line.act)

    def line(self, act: Act) -> TillKey:
        """Return the table's line of an act."""
        return self._by_act[act]

    def cap(self, act: Act) -> str:
        """Return the key of an act as printed on a keycap."""
        return self.line(act).cap

    def acts_of(self, event: QKeyEvent) -> tuple[Act, ...]:
        """Return what a key stands for; at most one of it works at a time."""
        return self._acts.get(pressed(event), ())

    def working(self, moment: Moment) -> tuple[TillKey, ...]:
        """Return the lines whose keys work at a moment."""
        return tuple(line for line in self.lines if moment in line.works)


def bound_keys(kept: str) -> dict[str, str]:
    """Read keys as the settings keep them: `pay=F12 hold=Ctrl+H`."""
    pairs = (each.partition("=") for each in kept.split())
    return {act: key for act, _, key in pairs if act and key}


def bound_text(bound: Mapping[str, str]) -> str:
    """Return keys as the settings keep them."""
    return " ".join(f"{act}={key}" for act, key in sorted(bound.items()))


def is_free_to_bind(sequence: QKeySequence) -> bool:
    """Whether a key may be bound: none that types, edits or moves in a list."""
    name = sequence.toString(QKeySequence.SequenceFormat.PortableText)
    return _FREE.fullmatch(name) is not None


def taken_by(lines: Sequence[TillKey], act: Act, key: str) -> TillKey | None:
    """The act that has a key at a moment at which this one would want it."""
    works = next(line.works for line in lines if line.act is act)
    wanted = QKeySequence(key)
    for line in lines:
        if line.act is act or not line.works & works:
            continue
        if any(QKeySequence(each) == wanted for each in line.keys):
            return line
    return None


def pressed(event: QKeyEvent) -> QKeySequence:
    """Return the key with its modifiers; the pad's keys are those of the main block."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    is_letter = bool(event.text()) and event.text().isprintable()
    if is_letter and event.key() not in _WITH_SHIFT and not modifiers & _COMMANDS:
        # `*` and `+` take Shift on some keyboards and none on others.
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    return QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key())))


_FREE = re.compile(
    r"((Ctrl|Shift|Alt)\+)*(F\d+|Ins|Del|PgUp|PgDown|Pause)"
    r"|Ctrl\+[BFGIJLMNOPQRSTWZ]|(Ctrl\+Shift|Alt)\+[A-Y0-9]|[-+=]"
)
"""Keys that reach the till from the scan box; the other commands edit what stands in it."""
_WITH_SHIFT = frozenset({Qt.Key.Key_Space})
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
"""With one of these Shift tells two commands apart: Ctrl+L locks, Ctrl+Shift+L does not."""
