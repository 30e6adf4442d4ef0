"""Who sits here: a tile for each person, a PIN, and a keypad; also the lock.

Only this covers the bill, because nobody may read it meanwhile (look.md section 4).
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from pos_app.clock import SystemClock
from pos_app.domain.first_look import FirstLook
from pos_app.domain.moment import business_day, shop_time
from pos_app.domain.seat import Seat
from pos_app.domain.settings import ShopSettings
from pos_app.domain.staff import Staff
from pos_app.errors import ShopError
from ui.day_words import long_day
from ui.theme import theme
from ui.theme_tokens import RADII, TYPE
from ui.till.panels.pin_entry import PinEntry
from ui.till.widgets.tiles import StaffTile
from ui.till_keys import STAFF_KEYS
from ui.widgets.canvas import Align, Canvas
from ui.widgets.card import Window
from ui.widgets.status_line import StatusLine, StatusMark, Tone
from ui.wording import N_, LiveWording

if TYPE_CHECKING:
    # This screen is painted before the shop is loaded (docs/decisions/0040).
    from pos_app.shop import Shop
    from ui.background import Background

_ROLES = {"cashier": N_("Cashier"), "manager": N_("Manager"), "owner": N_("Owner")}
_CARD = (744, 60, 456, 648)
_COLUMNS = 3
_MOST_TILES = 9


class SignInScreen(Window):
    """Left: shop, clock, people; right: the PIN.

    It is painted from a first look; who types a PIN before the shop is open signs in
    when it is.
    """

    ROOM = 800

    signed_in = Signal(object)
    """A `Seat`."""
    refused = Signal(object)
    """A `ShopError`: nobody was signed in, and the sentence stands below the dots."""
    language_wished = Signal()
    light_wished = Signal()

    def __init__(self, words: LiveWording, look: FirstLook) -> None:
        super().__init__()
        self.words = words
        self._look = look
        self._shop: Shop | None = None
        self._background: Background | None = None
        self._typed: tuple[int, str] | None = None
        """Whose PIN was typed before the shop was open."""
        self._people: tuple[Staff, ...] = ()
        self._tiles: list[StaffTile] = []
        self._chosen = 0
        self._locked_for: int | None = None
        self._pin = PinEntry(parent=self)
        self._status = StatusLine(parent=self)
        self._pin.entered.connect(self._try)
        self._status.pressed.connect(self._press_mark)
        words.changed.connect(self.put_words)

    def serve(self, shop: "Shop", background: "Background") -> None:
        """The shop is open: whoever typed a PIN by now signs in."""
        self._shop, self._background = shop, background
        typed, self._typed = self._typed, None
        if typed is not None:
            self._sign_in(*typed)

    @property
    def _settings(self) -> ShopSettings:
        return self._shop.settings if self._shop is not None else self._look.settings

    def _everybody(self) -> tuple[Staff, ...]:
        if self._shop is None:
            return self._look.people
        from pos_app.actions.staff.staff_list import staff_list

        return staff_list(self._shop)

    def open(self, *, locked_for: int | None = None) -> None:
        """Show who may sign in; locked, only the one who sits here."""
        self._locked_for = locked_for
        everybody = self._everybody()[:_MOST_TILES]
        mine = tuple(each for each in everybody if each.number == locked_for)
        self._people = mine or everybody
        self._chosen = 0
        self._make_tiles()
        self._pin.clear()
        self.put_words()
        self.take_focus()

    def take_focus(self) -> None:
        """Give the keys to the PIN."""
        self._pin.setFocus()

    def _make_tiles(self) -> None:
        for tile in self._tiles:
            self.take_away(tile)
        self._tiles = []
        for number, person in enumerate(self._people):
            key = STAFF_KEYS[number] if number < len(STAFF_KEYS) else ""
            tile = StaffTile(person.name, role="", key=key, parent=self)
            tile.clicked.connect(partial(self._choose, number))
            self._tiles.append(tile)
        self.arrange()

    def put_words(self) -> None:
        """Show all texts in the language of the moment."""
        _ = self.words.text
        for person, tile in zip(self._people, self._tiles, strict=True):
            tile.set_role(_(_ROLES[person.role]))
            tile.setAccessibleName(f"{person.name} {_(_ROLES[person.role])}")
        self._show_chosen()
        self._show_status()
        self.update()

    def _show_chosen(self) -> None:
        _ = self.words.text
        for number, tile in enumerate(self._tiles):
            tile.setChecked(number == self._chosen)
        enter = _("Unlock") if self._locked_for is not None else _("Sign in")
        self._pin.put_words(
            self.words, name=self._ask(), enter=enter, sentence=_("Type the PIN, then Enter")
        )
        self.setAccessibleName(f"{self._settings.name}: {self._who()}")
        self.update()

    def _ask(self) -> str:
        _ = self.words.text
        if not self._people:
            return ""
        return _("{name}, type your PIN", name=self._people[self._chosen].name)

    def _who(self) -> str:
        _ = self.words.text
        if self._locked_for is not None:
            return _("Locked by")
        return _("Who is at the till today")

    def _show_status(self) -> None:
        _ = self.words.text
        left = [StatusMark(_("Till {till}", till=self._settings.till), icon="home")]
        right = [
            StatusMark("中文 / English", tone=Tone.CALLING, name="language"),
            StatusMark(_("Light / dark"), tone=Tone.CALLING, name="light"),
        ]
        self._status.set_marks(left, right)

    def _press_mark(self, name: str) -> None:
        (self.language_wished if name == "language" else self.light_wished).emit()

    def _choose(self, number: int) -> None:
        if 0 <= number < len(self._people):
            self._chosen = number
            self._pin.clear()
            self._show_chosen()
            self._pin.setFocus()

    def _try(self, pin: str) -> None:
        if self._people:
            self._sign_in(self._people[self._chosen].number, pin)

    def _sign_in(self, person: int, pin: str) -> None:
        if self._shop is None or self._background is None:
            self._typed = (person, pin)
            return
        from pos_app.actions.shifts.sign_in import sign_in

        work = partial(sign_in, self._shop, person, pin=pin)
        self._background.run(work, self._accepted, otherwise=self._refuse)

    def _accepted(self, seat: Seat) -> None:
        self._pin.clear()
        self.signed_in.emit(seat)

    def _refuse(self, error: ShopError) -> None:
        from pos_app.sentences.told import tell

        self._pin.refuse(tell(error, self.words.wording).whole)
        self.refused.emit(error)

    # ---------------------------------------------------------------------- looks

    @property
    def _shift(self) -> tuple[float, float]:
        """How far a larger window moves everything to its middle."""
        now = theme()
        width = self.width() / now.unit
        height = self.unit_height
        return max(0.0, (width - 1280) / 2), max(0.0, (height - 800) / 2)

    @override
    def draw(self, canvas: Canvas) -> None:
        super().draw(canvas)
        _ = self.words.text
        palette = canvas.palette
        right, down = self._shift
        left = 80 + right
        shop = self._settings
        clock = self._shop.clock if self._shop is not None else SystemClock()
        now = shop_time(clock.now())
        name = (left, 70 + down, 620, 44)
        canvas.text(name, shop.name, size=TYPE.title, colour=palette.ink, bold=True)
        till = (left, 112 + down, 620, 28)
        canvas.text(till, _("Till {till}", till=shop.till), size=TYPE.row, colour=palette.ink2)
        hour = (left, 172 + down, 620, 130)
        canvas.text(hour, f"{now:%H:%M}", size=TYPE.clock, colour=palette.ink)
        day = (left, 298 + down, 620, 34)
        today = long_day(business_day(clock.now()), self.words)
        canvas.text(day, today, size=TYPE.heading, colour=palette.ink2)
        who = (left, 396 + down, 620, 28)
        canvas.text(who, self._who(), size=TYPE.row, colour=palette.ink2)
        x, y, w, h = _CARD
        canvas.rounded(
            (x + right, y + down, w, h),
            radius=RADII.card,
            fill=palette.surface,
            edge=palette.line,
        )
        ask = (x + right + 20, y + down + 24, w - 40, 44)
        canvas.text(ask, self._ask(), size=24, colour=palette.ink, align=Align.CENTRE)

    @override
    def arrange(self) -> None:
        now = theme()
        right, down = self._shift
        width = self.width() / now.unit
        height = self.unit_height
        x, y, w, h = _CARD
        self.place(self._pin, (x + right + 32, y + down + 76, w - 64, h - 108))
        for number, tile in enumerate(self._tiles):
            column, row = number % _COLUMNS, number // _COLUMNS
            place = (80 + right + column * 184, 432 + down + row * 84, 176, 76)
            self.place(tile, place)
        self.place(self._status, (0, height - 32, width, 32))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = f"F{event.key() - Qt.Key.Key_F1 + 1}"
        if name in STAFF_KEYS:
            self._choose(STAFF_KEYS.index(name))
        elif event.key() == Qt.Key.Key_Escape and self._locked_for is not None:
            # Somebody else may take over; the bill stays where it is.
            self.open()
        else:
            super().keyPressEvent(event)
