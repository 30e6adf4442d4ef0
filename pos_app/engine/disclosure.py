"""What a customer must be told, and words that may not be used (2.10, 10.8).

Sentences are message ids with fields; the languages are elsewhere. The words checker does
not apply to these sentences themselves (rulebook 1.13).
"""

import unicodedata
from dataclasses import replace
from typing import cast

from pos_app.domain.figures import count_text, money_text
from pos_app.domain.marked_text import N_
from pos_app.domain.money import WHOLE_BP, Fen
from pos_app.domain.program import OPEN_PROGRAMS
from pos_app.domain.standing import Disclosure
from pos_app.engine.book import Book
from pos_app.engine.mechanisms.queue_exit import VOUCHER_DAYS, VOUCHER_MAX_BP
from pos_app.engine.parameters.form import Parameters
from pos_app.engine.parameters.late import (
    CLAWBACK_BENEFICIARIES,
    RESERVE_ABSORBS,
    PoolParameters,
)
from pos_app.engine.parameters.points import PointsParameters
from pos_app.engine.parameters.queue import QueueParameters
from pos_app.engine.program import parameters_of
from pos_app.engine.telling.parts import (
    BACK,
    BALANCE,
    LATER,
    LOOK,
    percent,
    told,
    voucher_fields,
)
from pos_app.engine.telling.texts import TEXTS

FORBIDDEN = (
    "稳赚", "保本", "躺赚", "分红", "理财", "投资", "只涨不跌", "必免单", "100%返", "全返",
    "零风险", "官方认证", "国家支持",
    "guaranteed", "investment", "dividend", "risk-free",
)  # fmt: skip
"""Promises that no customer text may make (rulebook 10.8)."""


QUEUE_SENTENCE = N_(
    "Of each 100 yuan sold the store puts {c} yuan into the queue. On average at most {c} of "
    "100 orders can be refunded in full. There is no guaranteed time or amount."
)
"""The mandatory sentence of rulebook 2.10."""
QUEUE_PART_SENTENCE = N_(
    "Of each 100 yuan sold the store puts {c} yuan into the queue. A purchase can get back at "
    "most {f} of each 100 yuan, on average at most {n} of 100 purchases all of it. There is no "
    "guaranteed time or amount."
)
"""The same for a program that refunds only a part, or no more than a cap."""
POINTS_SENTENCE = N_("1 point pays 1 cent at this store. Points do not expire.")
POINTS_EXPIRY_SENTENCE = N_(
    "1 point pays 1 cent at this store. Points expire {months} months after they were given."
)

RESERVE_SENTENCE = N_(
    "When somebody else's purchase comes back late, what you received stays yours. For that the "
    "store sets {r} yuan of each 100 aside; it is the store's own money, and nobody is paid out "
    "of it."
)
CLAWBACK_SENTENCE = N_(
    "When somebody else's purchase comes back late, what you received out of it is taken back as "
    "far as it is still in your balance. Your ticket keeps its place and can receive it again."
)
"""Both policies have to stand in the published rules (rulebook 1.6)."""

_QUEUED = N_("A purchase joins the queue after {days} days, if it is not returned.")
_QUEUED_AT_ONCE = N_("A purchase joins the queue at once.")
_QUEUE_RULES = (
    N_(
        "Purchases of {least} to {most} yuan get a place in the queue, at most {times} of one "
        "member a day."
    ),
    N_(
        "You may leave the queue at any time: you get a voucher of at most {e}% of the open "
        "rest, as far as the exit fund reaches. It is valid for {valid} days and pays at most "
        "{v}% of a purchase."
    ),
    BALANCE,
    BACK,
    LOOK,
)
_POINTS_COUNT = N_("The store pays the points, {c} of each 100 yuan; they count after {days} days.")
_POINTS_AT_ONCE = N_("The store pays the points, {c} of each 100 yuan; they count at once.")
_POINTS_PAY = N_("Points pay at most {v}% of a purchase.")
_POINTS_PAY_BY = N_("Points pay at most {v}% of a purchase, {unit} at a time.")
_POINTS_RULES = (
    N_("When goods come back, their points go back too."),
    N_("You can see your points at the till and on your receipt."),
)


def disclosures(book: Book) -> tuple[Disclosure, ...]:
    """The mandatory sentence of each program that is switched on, named, by priority."""
    found = []
    for each in book.scan(OPEN_PROGRAMS):
        parameters = parameters_of(book, each.kind, program=each.number, version=each.version)
        found.append(replace(mandatory(parameters), program=each.name))
    return tuple(found)


def mandatory(parameters: Parameters) -> Disclosure:
    """The sentence that stands on screen and receipt wherever the program is named."""
    if parameters.KIND in TEXTS:
        return TEXTS[parameters.KIND](parameters)[0]
    if isinstance(parameters, QueueParameters):
        return _queue_sentence(parameters)
    if isinstance(parameters, PointsParameters) and parameters.expiry_months:
        months = str(parameters.expiry_months)
        return Disclosure(POINTS_EXPIRY_SENTENCE, (("months", months),))
    return Disclosure(POINTS_SENTENCE)


def rules_text(parameters: Parameters) -> tuple[Disclosure, ...]:
    """What is obligatory on the rules page: who pays, out of what, exit, return."""
    if parameters.KIND in TEXTS:
        return (*TEXTS[parameters.KIND](parameters), *_late_returns(parameters))
    told_of = _queue if isinstance(parameters, QueueParameters) else _points
    return (mandatory(parameters), *told_of(parameters), *_late_returns(parameters))


def _queue(parameters: Parameters) -> list[Disclosure]:
    queue = cast("QueueParameters", parameters)
    fields = {
        "c": percent(queue.concession_bp),
        "days": queue.hold_days,
        "least": money_text(Fen(queue.min_order)),
        "most": money_text(Fen(queue.max_order)),
        "times": queue.daily_limit,
        "e": percent(queue.exit_bp),
        **voucher_fields(VOUCHER_DAYS, VOUCHER_MAX_BP),
    }
    joins = _QUEUED if queue.hold_days else _QUEUED_AT_ONCE
    return [told(each, **fields) for each in (LATER, joins, *_QUEUE_RULES)]


def _points(parameters: Parameters) -> list[Disclosure]:
    points = cast("PointsParameters", parameters)
    fields = {
        "c": percent(points.rate_bp(WHOLE_BP)),
        "days": points.hold_days,
        "v": percent(points.points_max_bp),
        "unit": count_text(points.unit),
    }
    given = _POINTS_COUNT if points.hold_days else _POINTS_AT_ONCE
    pay = _POINTS_PAY_BY if points.unit > 1 else _POINTS_PAY
    return [told(each, **fields) for each in (given, pay, *_POINTS_RULES)]


def _late_returns(parameters: Parameters) -> tuple[Disclosure, ...]:
    """What others' late returns mean for a member, where he may meet them."""
    if not isinstance(parameters, PoolParameters):
        return ()
    if parameters.late_return_policy == RESERVE_ABSORBS:
        return (Disclosure(RESERVE_SENTENCE, (("r", percent(parameters.late_reserve_bp)),)),)
    if parameters.late_return_policy == CLAWBACK_BENEFICIARIES:
        return (Disclosure(CLAWBACK_SENTENCE),)
    return ()


def _queue_sentence(parameters: QueueParameters) -> Disclosure:
    conceded = percent(parameters.concession_bp)
    if parameters.free_rate_bp == WHOLE_BP and not parameters.target_cap:
        return Disclosure(QUEUE_SENTENCE, (("c", conceded),))
    served = min(WHOLE_BP, parameters.concession_bp * WHOLE_BP // parameters.free_rate_bp)
    fields = (("c", conceded), ("f", percent(parameters.free_rate_bp)), ("n", percent(served)))
    return Disclosure(QUEUE_PART_SENTENCE, fields)


def forbidden_words(text: str) -> tuple[str, ...]:
    """The words in a customer text that may not be used; empty when there are none.

    Capitals, full-width letters, spaces and hyphens hide nothing.
    """
    plain = _plain(text)
    return tuple(word for word in FORBIDDEN if _plain(word) in plain)


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in folded if not letter.isspace() and letter not in "-‐‑–")
