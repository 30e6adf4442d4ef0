"""Trying programs on made-up trade, in few words."""

from collections.abc import Mapping

from pos_app.domain.settings import ShopRules
from pos_app.domain.what_if_figures import WhatIf
from pos_app.engine.trying.adopt import ProgramTried
from pos_app.engine.trying.synthetic_trade import read_synthetic, synthetic_trade
from pos_app.engine.what_if import what_if

RULES = ShopRules(max_total_concession_bp=7000)


def tried_on(
    kind: str,
    *,
    preset: str | None = None,
    params: Mapping[str, object] | None = None,
    made: Mapping[str, object],
    red_at_end: bool = False,
) -> WhatIf:
    """One program on a made-up trade; `red_at_end` spares the time of the red line."""
    program = ProgramTried("P", kind, preset, params or {})
    trade = synthetic_trade(read_synthetic(made))
    return what_if(trade, [program], rules=RULES, red_from=trade.last if red_at_end else None)
