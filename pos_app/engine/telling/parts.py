"""What the sentences of several kinds share: how they are made, and the words.

A sentence is a message id with fields; the languages are elsewhere.
"""

from pos_app.domain.figures import rate_text
from pos_app.domain.marked_text import N_
from pos_app.domain.money import BasisPoints
from pos_app.domain.standing import Disclosure
from pos_app.engine.parameters.form import Parameters


def percent(rate_bp: int) -> str:
    """A rate as so many of a hundred, no idle zeros: 2000 is "20", 1250 "12.5"."""
    return rate_text(BasisPoints(rate_bp)).removesuffix("%")


def told(sentence: str, **fields: object) -> Disclosure:
    """A sentence with those of the fields that it names."""
    used = ((name, str(value)) for name, value in fields.items() if f"{{{name}}}" in sentence)
    return Disclosure(sentence, tuple(used))


LATER = N_("The store pays, out of {c}% of later sales; when there is no money, nothing is paid.")
ITSELF = N_("The store pays, out of {c}% of the purchases that count; never more than that.")
VOUCHERS = N_("Vouchers are valid for {valid} days and pay at most {v}% of a purchase.")
BALANCE = N_("The reward balance does not expire.")
FREE = N_("Taking part is free and ends whenever you wish; what you have received stays yours.")
BACK = N_("When goods come back, what their purchase had received goes back too.")
LOOK = N_("You can see every payment at the till and on your receipt.")
_COUNTS = N_("A purchase counts after {days} days, if it is not returned.")
_COUNTS_AT_ONCE = N_("A purchase counts at once.")


def counts(parameters: Parameters) -> str:
    """When a purchase counts; nobody waits 0 days."""
    return _COUNTS if parameters.hold_days else _COUNTS_AT_ONCE


def voucher_fields(days: int, limit_bp: int) -> dict[str, object]:
    """How long vouchers are valid, and how much of a purchase they pay (10.2, 14)."""
    return {"valid": days, "v": percent(limit_bp)}
