"""Every kind of program by its name: its parameters, and its presets.

Names, defaults and ranges are the rulebook's own (1a, 2.3, 4.3, 6.3).
"""

from collections.abc import Mapping

from pos_app.engine.parameters.appreciation import AppreciationParameters
from pos_app.engine.parameters.chain import CHAIN_PRESETS, ChainParameters
from pos_app.engine.parameters.circular import CircularParameters
from pos_app.engine.parameters.draw import DrawParameters
from pos_app.engine.parameters.form import Parameters
from pos_app.engine.parameters.green import GreenParameters
from pos_app.engine.parameters.points import PointsParameters
from pos_app.engine.parameters.queue import ALLIANCE, QueueParameters
from pos_app.engine.parameters.refer import REFER_PRESETS, ReferThreeParameters

KINDS: Mapping[str, type[Parameters]] = {
    form.KIND: form
    for form in (
        PointsParameters,
        QueueParameters,
        DrawParameters,
        ReferThreeParameters,
        ChainParameters,
        GreenParameters,
        AppreciationParameters,
        CircularParameters,
    )
}
"""In the sequence in which a shop is offered them (rulebook 0.3)."""

_NO_WEIGHTS: Mapping[str, object] = dict.fromkeys(QueueParameters.WEIGHTS, 0)

PRESETS: Mapping[str, Mapping[str, Mapping[str, object]]] = {
    "M1": {
        "V1": {**_NO_WEIGHTS, "w_head": 10_000},
        "V2A": {**_NO_WEIGHTS, "w_head": 2000, "w_every": 8000},
        "V2B": {**_NO_WEIGHTS, "w_head": 5000, "w_every": 5000, "window": 5},
        "V3": {**_NO_WEIGHTS, "w_head": 5000, "w_ref": 1000, "w_every": 4000, "window": 5},
        "V4": {**_NO_WEIGHTS, "w_head": 5000, "w_ref": 1000, "w_every": 4000},
        "V5_DEFAULT": {},
        "V5_ALLIANCE": {"scope": ALLIANCE},
        "W532": {
            **_NO_WEIGHTS,
            "concession_bp": 4000,
            "w_head": 10_000,
            "head_weights": (5000, 3000, 2000),
        },
    },
    "M2": REFER_PRESETS,
    "M3": CHAIN_PRESETS,
    "M4": {"ALLIANCE": {"merchant_points_bp": 10_000}, "REFERRAL": {"ref_points_bp": 500}},
    "M5": {"SOURCED": {"fee_bp": 2000}},
    "M6": {"REFERRAL": {"ref_weight_bp": 1000}},
}
"""A preset changes only what it names; weights not named are 0 (rulebook 2.3)."""
