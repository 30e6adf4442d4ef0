"""What a member has, and what a sale adds, as sentences for any reader.

Message ids with their fields: screens and papers say the same, each in its language.
Facts only; no word here says what will come of them, or when.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pos_app.domain.day_text import day_text
from pos_app.domain.figures import count_text, money_text, points_text, rate_text
from pos_app.domain.holdings import (
    ENERGY,
    ENTRY,
    GREEN_POINTS,
    OWN_PURCHASE,
    OWN_SALES,
    UNITS,
    UNITS_LATER,
    WEIGHT,
    ChainHolding,
    CircleHolding,
    DrawHolding,
    Gain,
    GreenHolding,
    Holding,
    ReferHolding,
    UnitsHolding,
)
from pos_app.domain.marked_text import N_
from pos_app.domain.moment import Day, business_day, clock_text
from pos_app.domain.money import BasisPoints, Fen
from pos_app.domain.standing import POINTS_KIND


@dataclass(frozen=True, slots=True)
class Phrase:
    """A message id with its fields; a bare figure is the same in every language."""

    text: str
    fields: tuple[tuple[str, str], ...] = ()

    def said(self, say: Callable[..., str]) -> str:
        """The phrase in the language that `say` speaks; its field `day` is a day."""
        told = dict(self.fields)
        if "day" in told:
            told["day"] = day_text(Day(told["day"]), say)
        return say(self.text, **told)


@dataclass(frozen=True, slots=True)
class HeldTold:
    """The one line that stands for a holding: program, figure, what belongs to it."""

    name: str
    figure: Phrase
    notes: tuple[Phrase, ...] = ()


def gains_told(gains: tuple[Gain, ...]) -> tuple[Phrase, ...]:
    """Say what a sale adds in what its program counts."""
    return tuple(_GAINS[each.what](each.amount) for each in gains)


def at_once_told(kind: str) -> Phrase:
    """Say that what a sale adds counts as soon as it is paid, of a kind of program.

    Points arrive in an account; a ticket, an entry or energy is only counted from then on.
    """
    return Phrase(N_("at once") if kind == POINTS_KIND else N_("from now"))


def held_told(holding: Holding) -> HeldTold:
    """Say in one line what a member has in a program."""
    return _HELD[type(holding)](holding)


def _phrase(text: str, **fields: str) -> Phrase:
    return Phrase(text, tuple(fields.items()))


_GAINS: Mapping[str, Callable[[int], Phrase]] = {
    OWN_PURCHASE: lambda n: _phrase(N_("own purchase {sum}"), sum=money_text(Fen(n))),
    OWN_SALES: lambda n: _phrase(N_("own purchases +{sum}"), sum=money_text(Fen(n))),
    GREEN_POINTS: lambda n: Phrase(f"+{count_text(n)}"),
    UNITS: lambda n: _phrase(N_("+{points} at today's price"), points=points_text(n)),
    UNITS_LATER: lambda _: Phrase(N_("points at that day's price")),
    ENERGY: lambda n: _phrase(N_("energy +{sum}"), sum=money_text(Fen(n))),
    WEIGHT: lambda n: _phrase(N_("contribution +{count}"), count=count_text(n)),
    ENTRY: lambda n: _phrase(N_("+{count} in the draw"), count=count_text(n)),
}
_IDENTITIES = {"CUSTOMER": N_("Customer"), "AGENT": N_("Agent"), "BOSS": N_("Boss")}


def _refer(held: ReferHolding) -> HeldTold:
    notes = [
        _phrase(
            N_("returned {sum} of {price}"),
            sum=money_text(held.returned),
            price=money_text(held.price),
        )
    ]
    if held.until:
        notes.append(_phrase(N_("open until {day}"), day=held.until))
    step = _phrase(N_("{count} of {needed}"), count=str(held.counted), needed=str(held.needed))
    return HeldTold(held.name, step, tuple(notes))


def _chain(held: ChainHolding) -> HeldTold:
    note = _phrase(N_("recruits that count: {count}"), count=count_text(held.recruits))
    if held.needed:
        note = _phrase(
            N_("{count} of {needed} recruits to become boss"),
            count=count_text(held.recruits),
            needed=count_text(held.needed),
        )
    elif held.to_sell:
        note = _phrase(
            N_("recruits bought {sum} of {wanted} to become boss"),
            sum=money_text(held.sold),
            wanted=money_text(held.to_sell),
        )
    return HeldTold(held.name, Phrase(_IDENTITIES[held.identity]), (note,))


def _green(held: GreenHolding) -> HeldTold:
    note = _phrase(N_("{sum} released as vouchers so far"), sum=money_text(held.released))
    return HeldTold(held.name, Phrase(count_text(held.points)), (note,))


def _units(held: UnitsHolding) -> HeldTold:
    note = _phrase(
        N_("worth {sum} now, fee {fee}"),
        sum=money_text(held.worth),
        fee=rate_text(BasisPoints(held.fee_bp)),
    )
    return HeldTold(held.name, Phrase(points_text(held.units)), (note,))


def _circle(held: CircleHolding) -> HeldTold:
    note = _phrase(
        N_("energy {sum}, contribution {share} of {whole}"),
        sum=money_text(held.energy),
        share=count_text(held.weight),
        whole=count_text(held.of_all),
    )
    return HeldTold(held.name, Phrase(money_text(held.points)), (note,))


def _draw(held: DrawHolding) -> HeldTold:
    if held.drawn_at is not None:
        note = _phrase(
            N_("draw {number}, on {day} {time}"),
            number=held.round_id,
            day=business_day(held.drawn_at),
            time=clock_text(held.drawn_at),
        )
    else:
        note = _phrase(
            N_("draw {number}, entries still missing: {count}"),
            number=held.round_id,
            count=count_text(held.entries_to_go),
        )
    figure = _phrase(N_("{count} in the draw"), count=count_text(len(held.sales)))
    return HeldTold(held.name, figure, (note,))


_HELD: Mapping[type, Callable[[Any], HeldTold]] = {
    ReferHolding: _refer,
    ChainHolding: _chain,
    GreenHolding: _green,
    UnitsHolding: _units,
    CircleHolding: _circle,
    DrawHolding: _draw,
}
