"""The answer of a what-if as a report in one language, for screen and files."""

from pos_app.domain.day_text import day_text
from pos_app.domain.figures import money_text
from pos_app.domain.money import Fen, half_up
from pos_app.domain.what_if_figures import (
    AS_GIVEN,
    HALVED,
    PRICE_SCALE,
    STOPPED,
    ProgramEnd,
    Scenario,
    WhatIf,
)
from pos_app.reports.table import Cell, Column, Kind, Report, ReportTable
from pos_app.wording import N_, Wording

SCENARIO_NAMES = {
    AS_GIVEN: N_("As given"),
    HALVED: N_("Sales halved"),
    STOPPED: N_("Sales stopped"),
}
_PAST_NOTE = N_(
    "An estimate: these programs tried on past sales. Nothing is promised for the days to come."
)
_MADE_NOTE = N_("An estimate on made-up sales. It rests on the figures given and promises nothing.")


def estimate_note(wording: Wording, *, made_up: bool) -> str:
    """Say what the answer is about; stands wherever its figures stand."""
    return wording.text(_MADE_NOTE if made_up else _PAST_NOTE)


def what_if_tables(answer: WhatIf, wording: Wording, *, made_up: bool) -> Report:
    """Return the answer's tables: how it ends, then the days of each scenario."""
    _ = wording.text
    return Report(
        title=_("What if"),
        subtitle=f"{day_text(answer.first, _)} – {day_text(answer.last, _)}",
        figures=(),
        tables=(_ends(answer, wording), *(_days(each, wording) for each in answer.scenarios)),
        note=estimate_note(wording, made_up=made_up),
    )


def _scenario_name(scenario: Scenario, answer: WhatIf, wording: Wording) -> str:
    """A scenario's name; the red ones with the day on which they begin."""
    name = wording.text(SCENARIO_NAMES[scenario.name])
    return name if scenario.name == AS_GIVEN else f"{name} · {answer.red_from}"


def price_text(price: int | None) -> str:
    """What a point is worth, in yuan; empty without points."""
    return "" if price is None else money_text(Fen(half_up(price, PRICE_SCALE)))


def _ends(answer: WhatIf, wording: Wording) -> ReportTable:
    _ = wording.text
    columns = (
        Column(_("Scenario")),
        Column(_("Program")),
        Column(_("Sales"), Kind.COUNT),
        Column(_("Put in"), Kind.MONEY),
        Column(_("Paid"), Kind.MONEY),
        Column(_("In the pool"), Kind.MONEY),
        Column(_("Still waited for"), Kind.MONEY),
        Column(_("Beyond the pool"), Kind.MONEY),
        Column(_("Repaid"), Kind.COUNT),
        Column(_("In the queue"), Kind.COUNT),
        Column(_("Share repaid"), Kind.RATE),
        Column(_("Members waiting"), Kind.COUNT),
        Column(_("Median wait, days"), Kind.COUNT),
        Column(_("Median wait, sales"), Kind.COUNT),
        Column(_("Cost of a referral"), Kind.MONEY),
        Column(_("Price of a point")),
    )
    rows = tuple(
        _end_row(each, scenario, name=_scenario_name(scenario, answer, wording))
        for scenario in answer.scenarios
        for each in scenario.programs
    )
    return ReportTable(_("How it ends"), columns, rows)


def _end_row(end: ProgramEnd, scenario: Scenario, *, name: str) -> tuple[Cell, ...]:
    last = end.last
    return (
        name,
        end.name,
        scenario.sales,
        last.funded,
        last.paid,
        last.pool,
        last.owed,
        end.not_covered,
        last.repaid,
        last.waiting,
        end.repaid_bp,
        end.waiting_members,
        end.median_days,
        end.median_sales,
        end.cost_per_referral,
        price_text(last.price),
    )


def _days(scenario: Scenario, wording: Wording) -> ReportTable:
    _ = wording.text
    columns = (
        Column(_("Day")),
        Column(_("Sales"), Kind.COUNT),
        Column(_("Sold"), Kind.MONEY),
        Column(_("Program")),
        Column(_("Put in"), Kind.MONEY),
        Column(_("Paid"), Kind.MONEY),
        Column(_("In the pool"), Kind.MONEY),
        Column(_("Still waited for"), Kind.MONEY),
        Column(_("Repaid"), Kind.COUNT),
        Column(_("In the queue"), Kind.COUNT),
        Column(_("Price of a point")),
    )
    rows = tuple(
        (
            day.day,
            day.sales,
            day.sold,
            end.name,
            point.funded,
            point.paid,
            point.pool,
            point.owed,
            point.repaid,
            point.waiting,
            price_text(point.price),
        )
        for day in scenario.days
        for end, point in zip(scenario.programs, day.programs, strict=True)
    )
    return ReportTable(wording.text(SCENARIO_NAMES[scenario.name]), columns, rows)
