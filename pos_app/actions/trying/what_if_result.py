"""The answer of a what-if as JSON writes it: whole fen, days as ISO text."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from pos_app.domain.money import WHOLE_BP
from pos_app.domain.settings import ShopRules
from pos_app.domain.what_if_figures import (
    PRICE_SCALE,
    DayPoint,
    ProgramEnd,
    ProgramPoint,
    Scenario,
    WhatIf,
)
from pos_app.engine.program import read_parameters
from pos_app.engine.trying.adopt import ProgramTried

HISTORY = "history"
OWN_SALES = "own_sales"
SYNTHETIC = "synthetic"


def what_if_result(
    answer: WhatIf,
    programs: Sequence[ProgramTried],
    *,
    rules: ShopRules,
    note: str,
    of: str,
    figures: Mapping[str, object] | None = None,
) -> dict[str, Any]:
    """Return the whole answer with what was asked, ready to be written.

    `note` says in words that this is an estimate; `of` and `figures` say which trade.
    A price is in ten-thousandths of a fen a point.
    """
    given = answer.scenarios[0]
    return {
        "note": note,
        "trade": {
            "of": of,
            "first": answer.first,
            "last": answer.last,
            "sales": given.sales,
            "sold_fen": given.sold,
            "left_out": answer.left_out,
            "figures": dict(figures or {}),
        },
        "shop": {
            "max_total_concession_bp": rules.max_total_concession_bp,
            "max_margin_share_bp": rules.max_margin_share_bp,
        },
        "programs": [_program(each) for each in programs],
        "red_from": answer.red_from,
        "price_scale": PRICE_SCALE,
        "scenarios": {each.name: _scenario(each) for each in answer.scenarios},
    }


def _program(tried: ProgramTried) -> dict[str, Any]:
    parameters = read_parameters(tried.kind, preset=tried.preset, changes=tried.params)
    return {
        "program": tried.name,
        "kind": tried.kind,
        "priority": tried.priority,
        "preset": tried.preset,
        "rate_bp": parameters.rate_bp(WHOLE_BP),
        "params": asdict(parameters),
    }


def _scenario(scenario: Scenario) -> dict[str, Any]:
    return {
        "sales": scenario.sales,
        "sold_fen": scenario.sold,
        "customers": scenario.customers,
        "refused": scenario.refused,
        "programs": [_end(each) for each in scenario.programs],
        "days": [_day(each, scenario) for each in scenario.days],
    }


def _end(end: ProgramEnd) -> dict[str, Any]:
    return {
        "program": end.name,
        "kind": end.kind,
        **_point(end.last),
        "not_covered_fen": end.not_covered,
        "repaid_bp": end.repaid_bp,
        "ended_short": end.ended_short,
        "receivers": end.receivers,
        "waiting_members": end.waiting_members,
        "median_wait_days": end.median_days,
        "median_wait_sales": end.median_sales,
        "skipped": dict(end.skipped),
        "referrals": end.referrals,
        "cost_per_referral_fen": end.cost_per_referral,
        "points_brought": [
            {
                "day": each.day,
                "points": each.points,
                "released_fen": each.released,
                "per_point_bp": each.per_point_bp,
            }
            for each in end.brought
        ],
    }


def _day(day: DayPoint, scenario: Scenario) -> dict[str, Any]:
    pairs = zip(scenario.programs, day.programs, strict=True)
    return {
        "day": day.day,
        "sales": day.sales,
        "sold_fen": day.sold,
        "programs": {end.name: _point(point) for end, point in pairs},
    }


def _point(point: ProgramPoint) -> dict[str, Any]:
    return {
        "funded_fen": point.funded,
        "paid_fen": point.paid,
        "owed_fen": point.owed,
        "pool_fen": point.pool,
        "kept_fen": point.kept,
        "repaid": point.repaid,
        "waiting": point.waiting,
        "price": point.price,
    }
