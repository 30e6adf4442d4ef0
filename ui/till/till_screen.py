"""The till as it looks: its parts, their places, and the panels that take a place.

What the parts show comes from the session; what keys and scans start is in `till_desk`.
"""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.layout_unit import TillPlaces, till_places
from ui.theme import theme, wished_text_scale
from ui.theme_tokens import TYPE
from ui.till.change_card import ChangeCard, SaleLights
from ui.till.function_row import FunctionRow
from ui.till.member_card import MemberCard
from ui.till.panels.payment_bill import PaymentBill
from ui.till.panels.till_panel import Place, TillPanel
from ui.till.scan_field import ScanField
from ui.till.widgets.bill_table import BillTable
from ui.till.widgets.keypad import Keypad, KeypadShape
from ui.till.widgets.message_bar import MessageBar
from ui.till.widgets.total_card import TotalCard
from ui.till_keys import Act, KeyTable
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.card import Window
from ui.widgets.key_hint import KeyHint
from ui.widgets.status_line import StatusLine
from ui.wording import LiveWording

_PAYMENT_PANEL = 840
_MARGIN = 16
_LOWER_MEMBER = 48
"""After payment the member card is so much taller, for the sale's new ticket."""


class TillScreen(Window):
    """Scan field, bar, bill, keys, member, total, Pay and status line."""

    acted = Signal(object)
    """An `Act`, by touch or by key."""
    panels_changed = Signal()

    def __init__(
        self, words: LiveWording, keys: KeyTable, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.words = words
        self.keys = keys
        self.scan = ScanField("", parent=self)
        self.bar = MessageBar(parent=self)
        self.table = BillTable(parent=self)
        self.row = FunctionRow(words, keys, parent=self)
        self.member = MemberCard(words, parent=self)
        self.total = TotalCard(parent=self)
        self.lights = SaleLights(words, parent=self)
        self.pay = Button("", kind=ButtonKind.PRIMARY, size=TYPE.title, parent=self)
        self.next = Button("", kind=ButtonKind.READY, icon="scan", size=22, parent=self)
        self.status = StatusLine(parent=self)
        self.change = ChangeCard(words, parent=self)
        self.payment_bill = PaymentBill(words, parent=self)
        self.pad = Keypad(KeypadShape.TILL, parent=self)
        self.quick: QWidget | None = None
        self._panels: list[TillPanel] = []
        self._is_paid = False
        self._bar_stays = False
        for part in (self.change, self.lights, self.next, self.payment_bill, self.pad):
            part.hide()
        self._connect()
        self.put_words()

    def _connect(self) -> None:
        self.pad.typed.connect(self.scan.edit.insert)
        self.pad.extra_pressed.connect(self._count)
        self.scan.hint_pressed.connect(self._find)
        self.scan.entered_empty.connect(self._pay)
        self.row.pressed.connect(self.acted)
        self.member.pressed.connect(self._find_member)
        self.member.rules_wished.connect(self._show_rules)
        self.pay.clicked.connect(self._pay)
        self.next.clicked.connect(self.take_focus)
        self.words.changed.connect(self.put_words)

    def put_words(self) -> None:
        """Show the texts that do not depend on the bill."""
        _ = self.words.text
        find = self.keys.line(Act.FIND)
        self.scan.set_words(
            _("Scan, or type a barcode, pinyin initials or quantity *"),
            hint=KeyHint(find.cap, _(find.label)),
        )
        self.table.set_words(("#", _("Product"), _("Qty"), _("Price"), _("Amount")), name=_("Bill"))
        self.pad.set_words(extra=_(self.keys.line(Act.QUANTITY).label))
        self.pay.set_key(self.keys.cap(Act.PAY))
        self.next.setText(_("Scan to begin the next bill"))

    # ---------------------------------------------------------------------- panels

    @property
    def panel(self) -> TillPanel | None:
        """The panel opened last."""
        return self._panels[-1] if self._panels else None

    def shows(self, panel: TillPanel | None) -> bool:
        """Whether a panel is still open; its answer may come after it was left."""
        return panel in self._panels

    def panel_in(self, place: Place) -> TillPanel | None:
        """The panel that stands in a place."""
        return next((each for each in reversed(self._panels) if each.PLACE is place), None)

    def open_panel(self, panel: TillPanel) -> None:
        """Put a panel into its place; one that stood there waits behind it."""
        self._panels.append(panel)
        panel.setParent(self)
        # This one: whoever else hears of it may have closed it already.
        panel.left.connect(partial(self.close_panel, panel))
        self.arrange()
        self._show_parts()
        panel.begin()
        self.panels_changed.emit()

    def close_panel(self, panel: TillPanel | None = None) -> None:
        """Take away a panel, or the last one; the focus goes to what is below."""
        going = panel or self.panel
        if going is None or going not in self._panels:
            return
        self._panels.remove(going)
        self.take_away(going)
        self._show_parts()
        self.take_focus()
        self.panels_changed.emit()

    def close_all(self) -> None:
        """Take away every panel."""
        while self._panels:
            self.close_panel()

    def take_focus(self) -> None:
        """Give the keys to the panel on top, else to the scan field."""
        if self._panels:
            self._panels[-1].begin()
        else:
            self.scan.edit.setFocus()

    def show_paid(self, *, paid: bool, with_bar: bool = False) -> None:
        """Show the change in the place of bar and table, or the bill again.

        `with_bar` leaves the bar its place: paper that did not come out is told there.
        """
        if (paid, with_bar) != (self._is_paid, self._bar_stays):
            self._is_paid, self._bar_stays = paid, with_bar
            self.arrange()
            self._show_parts()

    def _show_parts(self) -> None:
        payment = self.panel_in(Place.PAYMENT)
        pays = payment is not None
        right = self.panel_in(Place.RIGHT)
        left = self.panel_in(Place.TABLE)
        for each in self._panels:
            each.setVisible(each in {right, left} if not pays else each is payment)
        self.payment_bill.setVisible(pays)
        paid = self._is_paid
        for part, shown in (
            (self.scan, not pays),
            (self.bar, not pays and (not paid or self._bar_stays or left is not None)),
            (self.table, not pays and not paid and left is None),
            (self.change, not pays and paid and left is None),
            (self.row, not pays),
            (self.member, not pays and right is None),
            (self.total, not pays and right is None and not paid),
            (self.lights, not pays and right is None and paid),
            (self.pay, not pays and right is None and not paid),
            (self.next, not pays and right is None and paid),
        ):
            part.setVisible(shown)
        self._show_wide(shown=not pays)

    # ---------------------------------------------------------------------- places

    @override
    def arrange(self) -> None:
        now = theme()
        places = till_places(self.size(), text_scale=wished_text_scale())
        self.scan.setGeometry(places.scan)
        self.bar.setGeometry(places.bar)
        self.table.setGeometry(places.table)
        self.change.setGeometry(places.table if self._bar_stays else places.change)
        self.row.setGeometry(places.function_row)
        # With larger text the lights need all the room of the total.
        lower = now.px(_LOWER_MEMBER) if self._is_paid and wished_text_scale() == 1 else 0
        self.member.setGeometry(places.member.adjusted(0, 0, 0, lower))
        self.total.setGeometry(places.total)
        self.lights.setGeometry(places.total.adjusted(0, lower, 0, 0))
        self.lights.lay_out()
        self.pay.setGeometry(places.pay)
        self.next.setGeometry(places.pay)
        self.status.setGeometry(places.status)
        if places.keypad is not None:
            self.pad.setGeometry(places.keypad)
        if places.quick is not None and self.quick is not None:
            self.quick.setGeometry(places.quick)
        self._show_wide(shown=self.panel_in(Place.PAYMENT) is None)
        self._lay_out_payment(places)
        for panel in self._panels:
            if panel.PLACE is Place.TABLE:
                panel.setGeometry(places.table_panel)
            elif panel.PLACE is Place.RIGHT:
                panel.setGeometry(places.right_column)

    def _lay_out_payment(self, places: TillPlaces) -> None:
        now = theme()
        margin = now.px(_MARGIN)
        wide = now.px(_PAYMENT_PANEL)
        left = self.width() - margin - wide
        tall = places.status.top() - now.px(8) - margin
        self.payment_bill.setGeometry(margin, margin, left - 2 * margin, tall)
        for panel in self._panels:
            if panel.PLACE is Place.PAYMENT:
                panel.setGeometry(left, margin, wide, tall)

    # ---------------------------------------------------------------------- keys

    def put_quick(self, quick: QWidget) -> None:
        """Give the products sold by touch their place on a wide window."""
        self.quick = quick
        quick.setParent(self)
        self.arrange()
        self._show_parts()

    def _show_wide(self, *, shown: bool) -> None:
        places = till_places(self.size(), text_scale=wished_text_scale())
        self.pad.setVisible(shown and places.keypad is not None)
        if self.quick is not None:
            self.quick.setVisible(shown and places.quick is not None)

    def _count(self) -> None:
        self.scan.edit.insert("*")
        self.scan.edit.setFocus()

    def _find(self) -> None:
        self.acted.emit(Act.FIND)

    def _find_member(self) -> None:
        self.acted.emit(Act.MEMBER)

    def _show_rules(self) -> None:
        self.acted.emit(Act.RULES)

    def _pay(self) -> None:
        self.acted.emit(Act.PAY)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Up and not self._panels:
            self.table.line_chosen.emit(self.table.current_row - 1)
            return
        if event.key() == Qt.Key.Key_Down and not self._panels:
            self.table.line_chosen.emit(self.table.current_row + 1)
            return
        acts = self.keys.acts_of(event)
        if not acts or event.isAutoRepeat():
            event.ignore()
        for act in acts:
            self.acted.emit(act)
