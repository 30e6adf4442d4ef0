"""The answer of a what-if as the page shows it; nothing is worked out."""

from collections.abc import Sequence
from typing import TypeVar

from pos_app.actions.trying.what_if_tables import SCENARIO_NAMES, price_text
from pos_app.domain.figures import count_text, money_text
from pos_app.domain.moment import days_between
from pos_app.domain.what_if_figures import ProgramEnd, Scenario, WhatIf
from pos_app.wording import in_one_line
from ui.day_words import short_day
from ui.office.widgets.chart import ChartView, Series
from ui.office.widgets.office_model import Column, OfficeRow
from ui.office.widgets.share_bar import percent_text
from ui.wording import LiveWording

T = TypeVar("T")

MONEY = 0
PURCHASES = 1
PRICE = 2
_MOST_BARS = 24
_FEN_IN_YUAN = 100
_SCALE = 10_000
"""A price is in ten-thousandths of a fen, the chart of it in whole fen."""


def chart_of(scenario: Scenario, program: int, *, measure: int, words: LiveWording) -> ChartView:
    """One program's curve in one scenario: money, purchases, or the price of a point."""
    _ = words.text
    days = _some(scenario.days)
    points = [day.programs[program] for day in days]
    labels = tuple(short_day(day.day, words) for day in days)
    if measure == MONEY:
        return ChartView(
            labels,
            (_series(_("In the pool"), [p.pool for p in points]),
             _series(_("Paid"), [p.paid for p in points])),
            line=_series(_("Still waited for"), [p.owed for p in points]),
            unit=_FEN_IN_YUAN,
        )  # fmt: skip
    if measure == PURCHASES:
        return ChartView(
            labels,
            (_series(_("Queue"), [p.waiting for p in points]),
             _series(_("Repaid"), [p.repaid for p in points])),
        )  # fmt: skip
    brought = _some(scenario.programs[program].brought)
    if brought:
        percent = _series(_("Voucher per point, %"), [each.per_point_bp // 100 for each in brought])
        return ChartView(tuple(short_day(each.day, words) for each in brought), (percent,))
    prices = _series(_("Price of a point, fen"), [(p.price or 0) // _SCALE for p in points])
    return ChartView(labels, (prices,))


def ends_of(
    answer: WhatIf, program: int, words: LiveWording
) -> tuple[tuple[Column, ...], list[OfficeRow]]:
    """How the three scenarios end for one program."""
    _ = words.text
    columns = (
        Column(_("Scenario")),
        Column(_("Put in"), 88, is_figure=True),
        Column(_("Paid"), 88, is_figure=True),
        Column(_("In the pool"), 88, is_figure=True),
        Column(_("Still waited for"), 96, is_figure=True),
        Column(_("Repaid"), 64, is_figure=True),
        Column(_("Queue"), 64, is_figure=True),
        Column(_("Wait, days"), 80, is_figure=True),
    )
    rows = [
        _end_row(each.programs[program], _(SCENARIO_NAMES[each.name])) for each in answer.scenarios
    ]
    return columns, rows


def told_of(answer: WhatIf, program: int, words: LiveWording) -> str:
    """The red line in one sentence, and what this kind of program is asked besides."""
    _ = words.text
    given, stopped = answer.scenarios[0], answer.scenarios[-1]
    end, red = given.programs[program], stopped.programs[program]
    told = [
        _("If sales stop after {days} days: {owed} still waited for, {pool} in the pool, "
          "{members} members wait for ever.",
          days=count_text(days_between(answer.first, answer.red_from)),
          owed=money_text(red.last.owed), pool=money_text(red.last.pool),
          members=count_text(red.waiting_members)),
        _("Repaid: {share} of purchases.", share=percent_text(end.repaid_bp, 10_000)),
    ]  # fmt: skip
    if end.cost_per_referral is not None:
        told.append(_("A referral costs {cost}.", cost=money_text(end.cost_per_referral)))
    if end.last.price is not None:
        told.append(_("A point is worth {price} at the end.", price=price_text(end.last.price)))
    if end.brought:
        first = percent_text(end.brought[0].per_point_bp, 10_000)
        told.append(_("The first day's points have brought {share} of their face.", share=first))
    return in_one_line(told)


def scenario_words(words: LiveWording) -> list[str]:
    """The scenarios by name."""
    return [words.text(name) for name in SCENARIO_NAMES.values()]


def _end_row(end: ProgramEnd, name: str) -> OfficeRow:
    last = end.last
    median = "" if end.median_days is None else count_text(end.median_days)
    cells = (
        name,
        money_text(last.funded),
        money_text(last.paid),
        money_text(last.pool),
        money_text(last.owed),
        count_text(last.repaid),
        count_text(last.waiting),
        median,
    )
    return OfficeRow(cells, ("", "", "jade", "", "cinnabar" if end.not_covered else ""))


def _some(days: Sequence[T]) -> list[T]:
    """So many days that their bars can be told apart, evenly, the last among them."""
    step = max(1, -(-len(days) // _MOST_BARS))
    return list(reversed(days[::-1][::step]))


def _series(name: str, values: list[int]) -> Series:
    return Series(name, tuple(values))
