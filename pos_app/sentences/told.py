"""A refusal or a fault as a calm sentence: what happened, what was not done.

The tables name each situation by its class, so that this file knows no other package;
`tests/test_sentences.py` demands an entry for every refusal and fault there is. Which
keys answer it, the screen adds.
"""

from dataclasses import dataclass
from typing import Any, get_type_hints

from pos_app.domain.day_text import day_text
from pos_app.domain.figures import count_text, money_text, points_text, quantity_text, rate_text
from pos_app.domain.moment import Day
from pos_app.domain.money import BasisPoints, Fen, Milli, Units
from pos_app.errors import NotAllowed, NotFound, ShopError
from pos_app.sentences.office import OFFICE_SENTENCES
from pos_app.sentences.reasons import REASONS
from pos_app.sentences.rules import BROKEN_RULES
from pos_app.sentences.sale import SALE_SENTENCES
from pos_app.sentences.world import WORLD_SENTENCES
from pos_app.wording import N_, Language, Wording, in_one_line, listed

SENTENCES: dict[str, tuple[str, str]] = {**SALE_SENTENCES, **OFFICE_SENTENCES, **WORLD_SENTENCES}
"""By class name: what happened, and what was not done (empty where that says itself)."""

WORDS: dict[str, str] = {
    "cash": N_("Cash"),
    "card": N_("Bank card"),
    "wechat": N_("WeChat Pay"),
    "alipay": N_("Alipay"),
    "points": N_("Points"),
    "voucher": N_("Voucher"),
    "reward": N_("Reward balance"),
    "CASH": N_("Reward balance"),
    "VCH": N_("Voucher"),
    "POINTS": N_("Points"),
    "PTS": N_("Backed points"),
    "LOCK": N_("Blocked part"),
    "void": N_("Voiding a sale"),
    "return": N_("A return"),
    "price": N_("Another price"),
    "discount": N_("A discount"),
    "rounding": N_("Rounding off"),
    "tender": N_("An amount given"),
    "drawer": N_("Opening the drawer"),
    "cash_move": N_("Cash in or out"),
    "look": N_("An X slip"),
    "catalogue": N_("Changing products"),
    "staff": N_("Changing staff"),
    "program": N_("Reward programs"),
    "keys": N_("A new recovery code"),
    "erase": N_("Erasing a member's data"),
    "office": N_("The office"),
    "member": N_("Member"),
    "store": N_("Store"),
    "sponsor": N_("Sponsor"),
    "product": N_("Product"),
    "sale": N_("Sale"),
    "shift": N_("Shift"),
    "held bill": N_("Held bill"),
    "tickets": N_("tickets in the queue"),
    "units": N_("points that can be redeemed"),
    "held": N_("purchases whose rewards are still held"),
    "OTHER_DAY": N_("it was sold on another day"),
    "RETURNED": N_("goods of it came back already"),
    "ALREADY_VOIDED": N_("it is voided already"),
    "TICKET_RETURNED": N_("a sale that received money from it had a return"),
    "SPENT": N_("the reward it paid has been spent"),
    "VOUCHER_SPENT": N_("the voucher for leaving the queue has been spent"),
    "FUND_SPENT": N_("the exit fund has paid it out already"),
    "FEE_SPENT": N_("the fee has been used"),
    "PROGRAM_CLOSED": N_("its program was stopped"),
    "LATER_EVENT": N_("something that came later rests on it"),
}
"""Words of the facts that a person may read."""


_DAYS: tuple[object, ...] = (Day, Day | None)


@dataclass(frozen=True, slots=True)
class Told:
    """A situation in one language."""

    happened: str
    undone: str
    """What did not happen; empty where the first sentence says it."""

    @property
    def whole(self) -> str:
        """Both sentences in one line."""
        return in_one_line((self.happened, self.undone))


def tell(error: ShopError, wording: Wording) -> Told:
    """Say a refusal or a fault in the language of the wording."""
    happened, undone = SENTENCES[_entry_of(error)]
    shown = _shown(error, wording)
    broken = BROKEN_RULES.get(str(getattr(error, "rule", "")))
    if broken is not None:
        happened = broken.sentence
        shown |= {name: broken.figure(int(str(error.facts[name]))) for name in ("found", "needed")}
    return Told(wording.text(happened, **shown), wording.text(undone, **shown) if undone else "")


def sentence_of(error: ShopError, language: str) -> str:
    """Say a refusal or a fault in one line."""
    return tell(error, Wording(Language(language))).whole


def _entry_of(error: ShopError) -> str:
    """The table's name of a situation; some have a sentence of their own within it."""
    name = type(error).__name__
    if getattr(error, "opens", ""):
        return f"{name}:opens"
    of_reason = f"{name}:{getattr(error, 'why', '')}"
    if of_reason in SENTENCES:
        return of_reason
    if isinstance(error, NotFound):
        return f"{name}:{error.what}" if f"{name}:{error.what}" in SENTENCES else name
    if isinstance(error, NotAllowed) and error.limit is not None:
        return f"{name}:{error.action}" if f"{name}:{error.action}" in SENTENCES else name
    return name


def _shown(error: ShopError, wording: Wording) -> dict[str, Any]:
    """The facts as a person reads them: yuan, pieces, words of the shop."""
    hints = get_type_hints(type(error))
    shown = {name: _fact(value, hints.get(name), wording) for name, value in error.facts.items()}
    for name in ("why", "detail"):
        if shown.get(name) in REASONS:
            # As it stands in the file: the field `program` is not called a reward program.
            named = error.facts.get("named", "")
            if isinstance(named, tuple):
                named = listed(named, wording.text)
            reason = wording.text(REASONS[shown[name]], named=named)
            shown[name] = reason.rstrip()
    if isinstance(error, NotAllowed):
        for name in ("limit", "asked"):
            value = getattr(error, name) or 0
            is_rate = error.action == "discount"
            shown[name] = rate_text(BasisPoints(value)) if is_rate else money_text(Fen(value))
    missing = getattr(error, "missing", None)
    return {**shown, "missing": money_text(missing)} if missing is not None else shown


def _fact(value: object, hint: object, wording: Wording) -> str:
    if isinstance(value, str) and hint in _DAYS:
        return day_text(Day(value), wording.text)
    if isinstance(value, str):
        return wording.text(WORDS[value]) if value in WORDS else value
    if isinstance(value, tuple):
        return listed(map(str, value), wording.text)
    if not isinstance(value, int):
        return "" if value is None else str(value)
    if hint is Fen:
        return money_text(Fen(value))
    if hint is Units:
        return points_text(value)
    if hint is Milli:
        return quantity_text(Milli(value))
    return rate_text(BasisPoints(value)) if hint is BasisPoints else count_text(value)
