"""Puts the till's bill on the customer's screen.

Where the machine has a second one.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from pos_app.domain.figures import MINUS, money_text
from pos_app.domain.member import masked_name
from pos_app.domain.moment import clock_text
from pos_app.domain.money import Fen
from pos_app.domain.standing import Standing
from ui.display.customer_display import CustomerDisplay, DisplayView, GuestView
from ui.till.panels.shown_bill import bill_lines, pieces_text
from ui.till.panels.shown_member import figures_of, gain_view, ticket_view
from ui.till.till import Till
from ui.wording import LiveWording


class CustomerScreen(QObject):
    """Keeps the display showing what the till holds; the till does not know it."""

    def __init__(self, till: Till, words: LiveWording) -> None:
        super().__init__(till)
        self._till = till
        self._words = words
        self.display = CustomerDisplay()
        till.session.changed.connect(self.refresh)
        words.changed.connect(self.refresh)
        self.refresh()

    def show_on_second_screen(self) -> bool:
        """Fill the second screen; False when the machine has only one."""
        screens = QGuiApplication.screens()
        if len(screens) < 2:  # noqa: PLR2004 - the cashier's and the customer's
            return False
        self.display.setGeometry(screens[1].geometry())
        self.display.showFullScreen()
        return True

    def refresh(self) -> None:
        """Show the bill, or the change of the sale just paid."""
        self.display.show_view(self._view())

    def _view(self) -> DisplayView:
        _ = self._words.text
        session = self._till.session
        bill, settings = session.bill, session.shop.settings
        clock = clock_text(session.shop.clock.now())
        paid = session.paid
        if paid is not None:
            label, fen, saved = _("Your change"), paid.done.change, ""
            basket = paid.quote.basket
            given = money_text(Fen(sum(each.amount for each in paid.given)))
            counted = f"{given} {MINUS} {money_text(paid.done.total)}"
        else:
            label, fen, basket, counted = _("You pay"), bill.total, bill.basket, ""
            off = bill.priced.saved if bill.priced else Fen(0)
            saved = _("You save {sum}", sum=money_text(off)) if off else ""
        units = session.units.of(basket)
        return DisplayView(
            shop=settings.name,
            clock=clock,
            pieces=pieces_text(basket, self._words, units=units),
            lines=bill_lines(basket, self._words, store=settings.store, units=units),
            label=label,
            fen=fen,
            saved=saved,
            counted=counted,
            guest=self._guest(session.standing),
            welcome=_("Welcome"),
        )

    def _guest(self, standing: Standing | None) -> GuestView | None:
        if standing is None:
            return None
        _ = self._words.text
        session = self._till.session
        quote, is_added = session.quote, session.paid is not None
        name = masked_name(standing.name) or str(standing.member)
        return GuestView(
            greeting=_("{name}, welcome", name=name),
            phone=standing.masked_phone,
            figures=figures_of(standing, self._words)[:2],
            tickets=tuple(ticket_view(each, self._words) for each in standing.tickets[:2]),
            gain=gain_view(quote, self._words, is_added=is_added) if quote else None,
        )
