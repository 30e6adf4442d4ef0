"""What a step of the demo stands on: hands, the shop's clock, and memory.

A step presses keys and then looks whether a cashier would see what must be there; when
not, the day stops with its name.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt

from pos_app.clock import StoppedClock
from pos_app.domain.codes.receipt_code import ReceiptCode, build_receipt_code
from pos_app.domain.files.sample_shop import SamplePerson
from ui.demo.hands import Hands
from ui.till_keys import STAFF_KEYS


class NotShown(Exception):
    """The screen does not show what must be there; says what was looked for."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What a customer takes home: enough to come back with."""

    sale: int
    check: str

    @property
    def code(self) -> str:
        """The digits in its QR code."""
        return build_receipt_code(ReceiptCode(sale=self.sale, check=self.check))


@dataclass
class Stage:
    """Handed from step to step."""

    hands: Hands
    clock: StoppedClock
    shop: Path
    """The folder of the shop, where papers and reports come out."""
    staff: tuple[SamplePerson, ...]
    cards: Mapping[int, str]
    """The digits on the cards that the members brought, by number."""
    rich: int
    """The member with the largest reward balance."""
    payee: int
    """The member with the next one."""
    queued: int
    """A member whose ticket stands in the queue."""
    cash: int = 0
    """Fen in the drawer, as the cashier would count them."""
    papers: dict[str, Paper] = field(default_factory=dict)
    """Receipts that customers kept, by a name of the demo's own."""
    memory: dict[str, str] = field(default_factory=dict)
    """What the cashier noticed and compares later."""

    # ---------------------------------------------------------------------- words

    def say(self, msgid: str, /, **fields: object) -> str:
        """A text in the language that the screen speaks now."""
        return self.hands.whole.words.text(msgid, **fields)

    def beginning(self, msgid: str, /) -> str:
        """The part of a text before its first field, in the language of the moment."""
        return self.say(msgid).partition("{")[0]

    def plural(self, one: str, many: str, /, *, count: int) -> str:
        """A text for so many, in the language that the screen speaks now."""
        return self.hands.whole.words.plural(one, many, count=count)

    # ---------------------------------------------------------------------- eyes

    def see(self, *texts: str) -> None:
        """Find every text somewhere on the screen.

        Raises:
            NotShown: one of them is not there.
        """
        for text in texts:
            if not self.hands.wait_until(lambda text=text: self.hands.sees(text)):  # type: ignore[misc]
                raise NotShown(text)

    def see_bar(self, *texts: str) -> None:
        """Find every text in the bar under the scan field."""
        for text in texts:
            if not self.hands.wait_until(lambda text=text: text in self.hands.bar()):  # type: ignore[misc]
                raise NotShown(f"{text} ({self.hands.bar()})")

    def see_gone(self, text: str) -> None:
        """Find a text nowhere on the screen."""
        if not self.hands.wait_until(lambda: not self.hands.sees(text)):
            raise NotShown(f"- {text}")

    def see_lines(self, *lines: tuple[str, str, str]) -> None:
        """Find exactly these lines on the bill: name, quantity, amount."""
        shown = [(name, quantity, amount) for _, name, quantity, _, amount in self.hands.bill()]
        if shown != list(lines):
            raise NotShown(f"{lines} ({shown})")

    def see_total(self, figure: str) -> None:
        """Find the sum to pay, as large as it stands on the till."""
        if not self.hands.total().endswith(f" {figure}"):
            raise NotShown(f"{figure} ({self.hands.total()})")

    def see_paid(self, change: str) -> None:
        """Find the change due, alone and huge, and that the sale is booked."""
        self.see(self.say("Booked"))
        told = self.hands.window.till.screen.change.accessibleName()
        if change not in re.findall(r"[\d,]+\.\d\d", told):
            raise NotShown(f"{change} ({told})")

    def see_that(self, what: str, *, is_so: Callable[[], bool]) -> None:
        """Find that something has come to be; `what` names it."""
        if not self.hands.wait_until(is_so):
            raise NotShown(what)

    def see_window(self, name: str) -> None:
        """Find a window of its own over the till's; keys go to it from now on."""
        if not self.hands.wait_until(lambda: self.hands.other_window() is not None):
            raise NotShown(name)
        other = self.hands.other_window()
        if other is None or other.accessibleName() != name:
            raise NotShown(name)
        # As large as the till's: there is no second screen whose size it could take.
        other.resize(self.hands.window.size())
        self.hands.front = other

    def leave_window(self) -> None:
        """Esc puts the window away; the till has the keys again."""
        self.hands.press(Qt.Key.Key_Escape)
        self.hands.front = self.hands.window
        self.see_that("-", is_so=lambda: self.hands.other_window() is None)

    def picture(self, path: Path) -> None:
        """Keep what is shown now as a picture.

        Raises:
            NotShown: a text did not fit its place; the picture is kept all the same.
        """
        cut = self.hands.take_picture(path)
        if cut:
            raise NotShown("; ".join(cut))

    # ---------------------------------------------------------------------- people

    def person(self, role: str) -> SamplePerson:
        """The first of the staff in a role."""
        return next(each for each in self.staff if each.role == role)

    def tile(self, person: SamplePerson) -> Qt.Key:
        """The key of a person's tile on the sign-in screen."""
        number = self.staff.index(person)
        return Qt.Key(Qt.Key.Key_F1 + int(STAFF_KEYS[number].removeprefix("F")) - 1)

    def keep_paper(self, name: str) -> Paper:
        """Remember the receipt of the sale just paid, as the screen tells it."""
        screen = self.hands.window.till.screen
        told, lights = screen.change.accessibleName(), screen.lights.accessibleName()
        sale = re.findall(r"\d+", told)[-1]
        self.papers[name] = Paper(sale=int(sale), check=lights.split()[-1])
        return self.papers[name]


Act = Callable[[Stage], None]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens in the day, and what it is called."""

    at: str
    """HH:MM on the shop's clock."""
    name: str
    """For the picture's file and for whoever looks for a fault."""
    told: str
    """What happens, in plain words; an English text that is translated when told."""
    act: Act
