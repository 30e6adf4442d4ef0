"""Points that become vouchers or balance; their worth is shown first."""

from functools import partial

from PySide6.QtCore import Signal
from typing_extensions import override

from pos_app.actions.exchanges.convert_points import ConvertPreview, preview_convert
from pos_app.actions.exchanges.redeem_units import RedeemPreview, preview_redeem
from pos_app.domain.figures import money_text, points_text
from pos_app.domain.holdings import CircleHolding, UnitsHolding
from pos_app.domain.typed_figures import read_points
from pos_app.errors import ShopError
from pos_app.sentences.told import tell
from pos_app.wording import in_one_line
from ui.shown_holdings import vouchers_told
from ui.theme_tokens import TYPE
from ui.till.panels.till_panel import Place, TillPanel
from ui.till.till_session import TillSession
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.field import Field
from ui.widgets.text_label import TextLabel
from ui.wording import LiveWording


class TurnPanel(TillPanel):
    """What is to be turned into what, and the key that does it once that is known."""

    PLACE = Place.RIGHT

    def __init__(self, words: LiveWording, session: TillSession) -> None:
        super().__init__(words)
        self._session = session
        self.what = TextLabel(size=TYPE.row, wraps=True, parent=self)
        self.do = Button(
            "", kind=ButtonKind.PRIMARY, key="Enter", height=64, size=TYPE.heading, parent=self
        )
        self.do.clicked.connect(self._enter)
        self.do.setEnabled(False)

    def say(self, sentence: str, *, colour: str = "ink") -> None:
        """Say what it comes to, or why it cannot be."""
        self.what.set_text(sentence, colour=colour)

    def refuse(self, sentence: str) -> None:
        """Say why nothing was turned."""
        self.do.setEnabled(False)
        self.say(sentence, colour="cinnabar")

    def _enter(self) -> None:
        """Hand over what was shown."""

    def _failed(self, error: ShopError) -> None:
        self.refuse(tell(error, self.words.wording).whole)

    @override
    def lay_out(self, width: float, height: float) -> None:
        self.place(self.what, (20, 68, width - 40, height - 68 - 104))
        self.place(self.do, (20, height - 84, width - 40, 64))

    @override
    def enter(self) -> None:
        if self.do.isEnabled():
            self._enter()


class RedeemPanel(TurnPanel):
    """How many points of an appreciation program; the worth of now follows the figure."""

    entered = Signal(int, int)
    """Program and units."""

    def __init__(
        self, words: LiveWording, session: TillSession, *, member: int, holding: UnitsHolding
    ) -> None:
        super().__init__(words, session)
        self._member, self._holding = member, holding
        self._shown: RedeemPreview | None = None
        self._field = Field(
            "", height=72, size=36, accepts_input_method=False, right=True, parent=self
        )
        self._field.edited.connect(self._look)
        self._field.set_text(points_text(holding.units).replace(",", ""))
        self.put_words()
        self._look()

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Redeem: {program}", program=self._holding.name)

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        self._field.set_name(_("Points to redeem"), placeholder="0")
        self.do.setText(_("Redeem"))
        self._show()

    @override
    def begin(self) -> None:
        self._field.edit.setFocus()
        self._field.edit.selectAll()

    @override
    def lay_out(self, width: float, height: float) -> None:
        super().lay_out(width, height)
        self.place(self._field, (20, 72, width - 40, 72))
        self.place(self.what, (20, 164, width - 40, height - 164 - 104))

    def _look(self, _typed: str = "") -> None:
        self._shown = None
        self.do.setEnabled(False)
        units = read_points(self._field.text())
        self._show()
        if units:
            work = partial(
                preview_redeem,
                self._session.shop,
                self._session.seat,
                self._member,
                program=self._holding.program,
                units=units,
            )
            self._session.background.run(work, self._looked, otherwise=self._failed)

    def _looked(self, preview: RedeemPreview) -> None:
        if preview.redeemed.units == read_points(self._field.text()):
            self._shown = preview
            self.do.setEnabled(True)
            self._show()

    def _show(self) -> None:
        _ = self.words.text
        preview, held = self._shown, self._holding
        if preview is None:
            self.say(
                _("{program}: {points} points.", program=held.name, points=points_text(held.units))
            )
            return
        seen = preview.redeemed
        sums = {
            "points": points_text(seen.units),
            "gross": money_text(seen.gross),
            "fee": money_text(seen.fee),
            "paid": money_text(seen.paid),
        }
        told = _(
            "{points} points end. They are worth {gross} now; {fee} of it stays in the pool "
            "for the others.",
            **sums,
        )
        if held.in_vouchers:
            gives = _("The member gets vouchers of {paid}.", **sums)
        else:
            gives = _("The member gets {paid} as reward balance.", **sums)
        self.say(in_one_line((told, gives, *vouchers_told(preview.vouchers, self.words))))

    @override
    def _enter(self) -> None:
        if self._shown is not None:
            self.entered.emit(self._holding.program, self._shown.redeemed.units)


class ConvertPanel(TurnPanel):
    """All points of a circular program that make whole vouchers."""

    entered = Signal(int)
    """The program."""

    def __init__(
        self, words: LiveWording, session: TillSession, *, member: int, holding: CircleHolding
    ) -> None:
        super().__init__(words, session)
        self._holding = holding
        self._shown: ConvertPreview | None = None
        self.put_words()
        work = partial(preview_convert, session.shop, session.seat, member, program=holding.program)
        session.background.run(work, self._looked, otherwise=self._failed)

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Convert: {program}", program=self._holding.name)

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        self.do.setText(_("Turn into vouchers"))
        self._show()

    def _looked(self, preview: ConvertPreview) -> None:
        self._shown = preview
        self.do.setEnabled(True)
        self._show()

    def _show(self) -> None:
        _ = self.words.text
        held, preview = self._holding, self._shown
        if preview is None:
            return
        told = _(
            "{amount} of {points} points become vouchers of {amount}, in whole {face}. "
            "The rest stays as points.",
            amount=money_text(preview.amount),
            points=money_text(held.points),
            face=money_text(held.face),
        )
        self.say(in_one_line((told, *vouchers_told(preview.vouchers, self.words))))

    @override
    def _enter(self) -> None:
        if self._shown is not None:
            self.entered.emit(self._holding.program)
