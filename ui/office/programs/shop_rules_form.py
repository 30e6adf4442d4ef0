"""The rules that decide money in the whole shop, each with its plain words."""

from functools import partial

from typing_extensions import override

from pos_app.actions.premises.set_rules import RANGES, WITHDRAW_MODES, set_rules
from pos_app.actions.premises.show_rules import show_rules
from pos_app.domain.refusals.program import ProgramHoldTooShort
from pos_app.domain.settings import ShopRules
from pos_app.errors import ShopError
from ui.office.page.form_panel import FormPanel
from ui.office.page.office_page import OfficePage
from ui.office.programs.question_list import QuestionList
from ui.office.programs.questions import Question, Unit, range_text, yes_or_no
from ui.wording import N_

_TOP = 72
_FOOT = 116


def _figure(name: str, label: str, *, why: str, unit: Unit) -> Question:
    lowest, highest = RANGES[name]
    return Question(name, label, why, unit, lowest, highest)


_QUESTIONS = (
    _figure(
        "return_window_days",
        N_("Goods may come back for"),
        why=N_("As it stands on the wall and the receipt. No program may reward sooner."),
        unit=Unit.DAYS,
    ),
    _figure(
        "max_total_concession_bp",
        N_("All programs together put in, of a sale"),
        why=N_("A sale joins in turn; a program that no longer fits is left out of that sale."),
        unit=Unit.RATE,
    ),
    _figure(
        "max_margin_share_bp",
        N_("And of its margin at most"),
        why=N_("Counts where the cost of every article is known: no sale is made at a loss."),
        unit=Unit.RATE,
    ),
    _figure(
        "cutoff_minutes",
        N_("The day ends after midnight by"),
        why=N_("For a shop that is open late: 120 lets the day end at two in the morning."),
        unit=Unit.MINUTES,
    ),
    Question(
        "withdraw_mode",
        N_("The reward balance pays"),
        N_("For purchases alone, or also out in cash at the till."),
        Unit.CHOICE,
        choices=WITHDRAW_MODES,
        choice_words=(N_("purchases"), N_("purchases and cash")),
    ),
    _figure(
        "payout_least",
        N_("Paid out in cash at least"),
        why=N_("Counts where the balance may be paid out."),
        unit=Unit.SUM,
    ),
    _figure(
        "payout_fee_bp",
        N_("Fee of a payout"),
        why=N_("Kept back from the cash; paying for purchases never costs one."),
        unit=Unit.RATE,
    ),
    _figure(
        "expected_redemption_bp",
        N_("Points that will be used, as the shop expects"),
        why=N_("For the books at the month's end only; every point stays good."),
        unit=Unit.RATE,
    ),
    _figure(
        "member_day_sales",
        N_("Flag a member's sales of a day from"),
        why=N_("0 is never. A flag takes nothing away; a manager sees it at the sale."),
        unit=Unit.COUNT,
    ),
    yes_or_no(
        "flag_split_sales",
        N_("Flag the same goods within ten minutes"),
        N_("Perhaps one purchase in two; nothing is taken away."),
    ),
    yes_or_no(
        "returner_hold",
        N_("Who returns much waits 30 days"),
        N_("More than 30% of 90 days' purchases; the customer is told the day."),
    ),
    yes_or_no(
        "negative_stock",
        N_("More may be sold than was booked in"),
        N_("A till that refuses goods the customer holds in his hand helps nobody."),
    ),
    yes_or_no(
        "second_supervisor",
        N_("A red program needs a second PIN"),
        N_("A second manager or owner confirms what pays one member for another's purchase."),
    ),
)


class ShopRulesForm(FormPanel):
    """One main action saves all; later sales follow, earlier ones keep what they had."""

    def __init__(self, page: OfficePage) -> None:
        super().__init__(page.words, parent=page)
        self._page = page
        self.list = QuestionList(page.words, parent=self)
        self.list.edited.connect(self.forget_refusal)
        self.list.ended.connect(self.wished)
        self.wished.connect(self._save)
        self.show_words()

    def ask(self) -> None:
        """Show the rules as they are kept."""
        rules = show_rules(self._page.desk.shop)
        self.list.ask(_QUESTIONS, {each.name: getattr(rules, each.name) for each in _QUESTIONS})
        self.forget_refusal()

    def show_words(self) -> None:
        """Show all texts in the language of the moment."""
        _ = self.words.text
        self.put_words(_("The shop's rules"), main=_("Save"))
        self.list.put_words()

    def _save(self) -> None:
        unreadable = self.list.unreadable()
        if unreadable is not None:
            self._mark(*unreadable)
            return
        rules = ShopRules(**self.list.answers())  # type: ignore[arg-type]
        work = partial(set_rules, self._page.desk.shop, self._page.desk.seat, rules=rules)
        self._page.run(work, self._saved, otherwise=self._show_refusal)

    def _saved(self, _nothing: object) -> None:
        _ = self.words.text
        self.closed.emit()
        self._page.done.emit(_("Saved: {name}", name=_("The shop's rules")))

    def _show_refusal(self, error: ShopError) -> None:
        """Say why nothing was saved, at the question it is about."""
        name, sentence = str(getattr(error, "name", "")), self._page.sentence(error)
        asked = next((each for each in _QUESTIONS if each.name == name), None)
        if asked is not None:
            _ = self.words.text
            told = range_text(asked, self.words)
            sentence = _("{what}: {range}.", what=_(asked.label), range=told)
        if isinstance(error, ProgramHoldTooShort):
            name = "return_window_days"
        self._mark(name, sentence)

    def _mark(self, name: str, sentence: str) -> None:
        self.refuse(sentence)
        self.list.refuse(name, sentence, goes_there=True)

    @override
    def forget_refusal(self) -> None:
        super().forget_refusal()
        self.list.accept_all()

    @override
    def begin(self) -> None:
        self.list.begin()

    @override
    def lay_out(self, width: float, height: float) -> None:
        super().lay_out(width, height)
        self.place(self.list, (20, _TOP, width - 28, height - _TOP - _FOOT))
