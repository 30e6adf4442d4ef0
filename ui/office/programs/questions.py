"""What a form asks: each question with its unit, its range and its plain words.

A figure is shown and read in the person's units: per cent, yuan, days; what is handed on
is the rulebook's own, in basis points and fen. Nothing is drawn here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from pos_app.actions.programs.program_form import ParameterAsked, ProgramForm
from pos_app.domain.figures import count_text, money_text, money_typed, rate_text
from pos_app.domain.money import BasisPoints, Fen
from pos_app.domain.typed_figures import read_fen
from ui.office.programs.parameter_words import CHOICE_WORDS, TAX, ZERO_WORDS, Words
from ui.office.programs.parameter_words_pools import APPRECIATION, CIRCULAR, GREEN
from ui.office.programs.parameter_words_queue import DRAW, POINTS, QUEUE
from ui.office.programs.parameter_words_referral import CHAIN, REFER_THREE
from ui.wording import N_, LiveWording

_WORDS: Mapping[str, Words] = {
    "M0": POINTS,
    "M1": QUEUE,
    "M1b": DRAW,
    "M2": REFER_THREE,
    "M3": CHAIN,
    "M4": GREEN,
    "M5": APPRECIATION,
    "M6": CIRCULAR,
}
_SUMS = frozenset({
    "min_share", "min_order", "max_order", "target_cap", "prize_cap", "entry_min", "threshold",
    "promote_unit", "repurchase_threshold", "u0", "face",
})  # fmt: skip
_LARGEST_SHOWN = 10**11
"""No range is shown whose end nobody will ever reach."""
_MOST_DIGITS = 12


class Unit(Enum):
    """In what an answer is given."""

    RATE = "rate"
    SUM = "sum"
    DAYS = "days"
    MONTHS = "months"
    MINUTES = "minutes"
    COUNT = "count"
    RATES = "rates"
    NAMES = "names"
    CHOICE = "choice"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Question:
    """One thing a form asks; label and meaning are message ids."""

    name: str
    label: str
    why: str
    unit: Unit
    lowest: int = 0
    highest: int = 0
    choices: tuple[object, ...] = ()
    """The values of a choice; their words are `choice_words`."""
    choice_words: tuple[str, ...] = ()

    @property
    def is_choice(self) -> bool:
        """Whether it is answered by choosing."""
        return self.unit in {Unit.CHOICE, Unit.FLAG}

    @property
    def is_wide(self) -> bool:
        """Whether its answer needs a whole line."""
        return self.unit in {Unit.CHOICE, Unit.RATES, Unit.NAMES}


_NO_YES = (N_("no"), N_("yes"))


def yes_or_no(name: str, label: str, why: str) -> Question:
    """Return a question that is answered by no or yes."""
    return Question(name, label, why, Unit.FLAG, choices=(False, True), choice_words=_NO_YES)


def questions_of(form: ProgramForm) -> tuple[Question, ...]:
    """Return everything a kind of program asks, as the rulebook's ranges have it."""
    words = {**_WORDS[form.kind], **TAX}
    return tuple(_question(form.kind, form.asked[name], words=told) for name, told in words.items())


def _question(kind: str, asked: ParameterAsked, *, words: tuple[str, str]) -> Question:
    name, (label, why) = asked.name, words
    if asked.choices:
        told = tuple(CHOICE_WORDS[value] for value in asked.choices)
        return Question(name, label, why, Unit.CHOICE, choices=asked.choices, choice_words=told)
    if asked.is_flag:
        return yes_or_no(name, label, why)
    if asked.is_names:
        return Question(name, label, why, Unit.NAMES)
    unit = Unit.RATES if asked.is_list else _unit(kind, name)
    return Question(name, label, why, unit, asked.lowest, asked.highest)


def _unit(kind: str, name: str) -> Unit:
    if name.endswith("_bp") or name.startswith("w_"):
        return Unit.RATE
    if name in _SUMS or (kind, name) == ("M1", "unit"):
        return Unit.SUM
    if name.endswith("_days"):
        return Unit.DAYS
    return Unit.MONTHS if name.endswith("_months") else Unit.COUNT


def answer_text(question: Question, value: object) -> str:
    """Show a value as a person writes it."""
    match question.unit:
        case Unit.RATES:
            rates = value if isinstance(value, list | tuple) else ()
            return " ".join(rate_text(BasisPoints(int(rate))) for rate in rates)
        case Unit.NAMES:
            names = value if isinstance(value, list | tuple) else ()
            return " ".join(str(name) for name in names)
        case _:
            return _figure(question.unit, int(str(value)), plain=True)


def _figure(unit: Unit, value: int, *, plain: bool = False) -> str:
    if unit in {Unit.RATE, Unit.RATES}:
        return rate_text(BasisPoints(value))
    if unit is Unit.SUM:
        return (money_typed if plain else money_text)(Fen(value))
    return str(value) if plain else count_text(value)


def read_answer(question: Question, typed: str) -> object | None:
    """Read what was typed into the rulebook's units; None when it is no such figure."""
    match question.unit:
        case Unit.RATES:
            rates = [_rate(each) for each in _parts(typed)]
            return None if None in rates else tuple(rates)
        case Unit.NAMES:
            return tuple(_parts(typed))
        case Unit.RATE:
            return _rate(typed)
        case Unit.SUM:
            return read_fen(typed)
        case _:
            is_whole = typed.isascii() and typed.isdigit() and len(typed) <= _MOST_DIGITS
            return int(typed) if is_whole else None


def _rate(typed: str) -> int | None:
    """Per cent with two decimals at most are basis points, as yuan are fen."""
    return read_fen(typed.strip().removesuffix("%").removesuffix("％"))


def _parts(typed: str) -> list[str]:
    plain = typed
    for sign in ",，、;；·/":
        plain = plain.replace(sign, " ")
    return plain.split()


def range_text(question: Question, words: LiveWording) -> str:
    """Say from where to where an answer may go, with its unit."""
    _ = words.text
    if question.is_choice or question.unit is Unit.NAMES:
        return ""
    lowest = _figure(question.unit, question.lowest)
    if question.highest >= _LARGEST_SHOWN:
        with_unit = _with_unit(lowest, question.unit, words, count=question.lowest)
        return _("from {lowest}", lowest=with_unit)
    highest = _figure(question.unit, question.highest)
    return _with_unit(f"{lowest}–{highest}", question.unit, words, count=question.highest)


def value_text(question: Question, value: object, words: LiveWording) -> str:
    """Show a value with its unit, as a sheet of facts has it."""
    _ = words.text
    if question.is_choice:
        place = question.choices.index(value)
        return _(question.choice_words[place])
    if question.unit in {Unit.RATES, Unit.NAMES}:
        return answer_text(question, value).replace(" ", " · ") or "–"
    if value == 0 and question.name in ZERO_WORDS:
        return _(ZERO_WORDS[question.name])
    count = int(str(value))
    return _with_unit(_figure(question.unit, count), question.unit, words, count=count)


def _with_unit(figure: str, unit: Unit, words: LiveWording, *, count: int) -> str:
    """A figure, or a range of them, with its unit; `count` decides one or several."""
    _, _n = words.text, words.plural
    match unit:
        case Unit.SUM:
            return _("{figure} yuan", figure=figure)
        case Unit.DAYS:
            return _n("{figure} day", "{figure} days", count=count, figure=figure)
        case Unit.MONTHS:
            return _n("{figure} month", "{figure} months", count=count, figure=figure)
        case Unit.MINUTES:
            return _n("{figure} minute", "{figure} minutes", count=count, figure=figure)
        case _:
            return figure
