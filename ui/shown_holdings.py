"""What a member has in each program, in words: one line, and the rest.

Facts and rules only; no word here says what will come of them, or when.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pos_app.domain.figures import count_text, money_text, rate_text
from pos_app.domain.holdings import (
    ChainHolding,
    CircleHolding,
    DrawHolding,
    Gain,
    GreenHolding,
    Holding,
    ReferHolding,
    UnitsHolding,
    VoucherHeld,
    VoucherToCome,
)
from pos_app.domain.holdings_told import gains_told, held_told
from pos_app.domain.moment import business_day
from pos_app.domain.money import BasisPoints, Fen
from ui.day_words import whole_day
from ui.wording import LiveWording


@dataclass(frozen=True, slots=True)
class HoldingLine:
    """A name and a figure, over what is to be known of them."""

    label: str
    figure: str
    note: str = ""


def holding_line(holding: Holding, words: LiveWording) -> HoldingLine:
    """The one line that stands for a holding beside the bill."""
    return holding_lines(holding, words)[0]


def holding_lines(holding: Holding, words: LiveWording) -> list[HoldingLine]:
    """Everything that is to be known of a holding, the main line first."""
    return _LINES[type(holding)](holding, words)


def voucher_lines(vouchers: tuple[VoucherHeld, ...], words: LiveWording) -> list[HoldingLine]:
    """Each lot of vouchers with its last day, the soonest first."""
    _ = words.text
    return [
        HoldingLine(
            _("Vouchers of {program}", program=each.name),
            money_text(each.left),
            _("until {day}", day=whole_day(each.expires, words))
            if each.expires
            else _("do not expire"),
        )
        for each in vouchers
    ]


def vouchers_told(vouchers: tuple[VoucherToCome, ...], words: LiveWording) -> list[str]:
    """Until when vouchers to come pay, and how much of a purchase, one sentence each."""
    _ = words.text
    return [
        _(
            "Vouchers of {sum} are valid until {day} and pay at most {share} of a purchase.",
            sum=money_text(each.amount),
            day=whole_day(each.expires, words),
            share=rate_text(BasisPoints(each.limit_bp)),
        )
        for each in vouchers
    ]


def gain_text(gains: tuple[Gain, ...], words: LiveWording) -> str:
    """What a sale adds in what its program counts: +60.00 energy, +60 contribution."""
    return " · ".join(each.said(words.text) for each in gains_told(gains))


def _main_line(holding: Holding, words: LiveWording) -> HoldingLine:
    _ = words.text
    told = held_told(holding)
    note, *more = (each.said(_) for each in told.notes)
    for each in more:
        note = _("{what}, {more}", what=note, more=each)
    return HoldingLine(told.name, told.figure.said(_), note)


def _refer(held: ReferHolding, words: LiveWording) -> list[HoldingLine]:
    _ = words.text
    lines = [_main_line(held, words)]
    if held.waiting:
        waiting = count_text(held.waiting)
        lines.append(HoldingLine(_("Own purchases that wait for referrals"), waiting))
    return [*lines, *_debt(held.debt, words)]


def _debt(debt: Fen, words: LiveWording) -> list[HoldingLine]:
    _ = words.text
    if not debt:
        return []
    note = _("Lessens later rewards of this program, and is never asked for.")
    return [HoldingLine(_("Taken back later"), money_text(debt), note)]


def _chain(held: ChainHolding, words: LiveWording) -> list[HoldingLine]:
    _ = words.text
    lines = [_main_line(held, words)]
    if held.locked:
        note = ""
        if held.free_from:
            note = _(
                "until {day} at the latest, unless more is held back",
                day=whole_day(held.free_from, words),
            )
        lines.append(HoldingLine(_("Held back"), money_text(held.locked), note))
    if held.held:
        lines.append(HoldingLine(_("Of it until an own purchase"), money_text(held.held)))
    if held.wants_purchase:
        lines.append(HoldingLine(_("The bonuses ask for an own purchase"), ""))
    return [*lines, *_debt(held.debt, words)]


def _green(held: GreenHolding, words: LiveWording) -> list[HoldingLine]:
    _ = words.text
    lines = [_main_line(held, words)]
    note = ""
    if held.store_bp:
        share = rate_text(BasisPoints(held.store_bp))
        note = _("The store receives points too: {share} of the buyer's.", share=share)
    lines.append(HoldingLine(_("Points of all together"), count_text(held.of_all), note))
    if held.next_release is not None:
        day = whole_day(business_day(held.next_release), words)
        lines.append(HoldingLine(_("Next release"), day, _("It may be nothing.")))
    return lines


def _units(held: UnitsHolding, words: LiveWording) -> list[HoldingLine]:
    _ = words.text
    lines = [
        _main_line(held, words),
        HoldingLine(
            _("One point now"), money_text(held.point), _("What it is worth later is not promised.")
        ),
    ]
    if held.cap:
        note = _("Then they are redeemed without being asked.")
        lines.append(HoldingLine(_("Worth at most, all together"), money_text(held.cap), note))
    return lines


def _circle(held: CircleHolding, words: LiveWording) -> list[HoldingLine]:
    _ = words.text
    energy = money_text(held.energy)
    lines = [_main_line(held, words)]
    note = _("in vouchers of {face}", face=money_text(held.face))
    lines.append(HoldingLine(_("Can be converted now"), money_text(held.convertible), note))
    if held.energy:
        note = _("The most that can still come, not promised.")
        lines.append(HoldingLine(_("Energy"), energy, note))
    return lines


def _draw(held: DrawHolding, words: LiveWording) -> list[HoldingLine]:
    _ = words.text
    entered = [HoldingLine(_("Entered: sale {number}", number=each), "") for each in held.sales]
    return [_main_line(held, words), *entered]


_LINES: Mapping[type, Callable[[Any, LiveWording], list[HoldingLine]]] = {
    ReferHolding: _refer,
    ChainHolding: _chain,
    GreenHolding: _green,
    UnitsHolding: _units,
    CircleHolding: _circle,
    DrawHolding: _draw,
}
