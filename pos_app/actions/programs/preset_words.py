"""What the rulebook's presets are called in a shop; their own names stand behind."""

from collections.abc import Mapping

from pos_app.wording import N_, Wording

_STANDARD = N_("standard")

PRESET_WORDS: Mapping[str, Mapping[str, str]] = {
    "M1": {
        "V1": N_("all to the front"),
        "V2A": N_("20% front, 80% all"),
        "V2B": N_("50% front, 50% first 5"),
        "V3": N_("front, first 5, referrer"),
        "V4": N_("front, all, referrer"),
        "V5_DEFAULT": _STANDARD,
        "V5_ALLIANCE": N_("standard, of all stores"),
        "W532": N_("first three, 5:3:2"),
    },
    "M2": {
        "20/30/50": N_("20, 30, 50% back"),
        "10/20/70": N_("10, 20, 70% back"),
        "10/30/60": N_("10, 30, 60% back"),
        "0/0/100": N_("all of it at the third"),
        "HALF_BACK": N_("half: 10, 15, 25%"),
    },
    "M3": {
        "SAFE30": N_("2+1, puts in 30%"),
        "SAFE30 3+1": N_("3+1, puts in 30%"),
        "CHAIN15": N_("2+1, puts in 15%"),
        "CHAIN15 3+1": N_("3+1, puts in 15%"),
        "CHAIN13": N_("2+1, puts in 13%"),
        "sourced 2+1": N_("2+1, puts in 66%"),
        "sourced 3+1": N_("3+1, puts in 66%"),
    },
    "M4": {"ALLIANCE": N_("points for stores"), "REFERRAL": N_("points for referrers")},
    "M5": {"SOURCED": N_("fee 20%")},
    "M6": {"REFERRAL": N_("with referrers")},
}
"""By kind and preset (rulebook 2.3, 4.3, 5.3, 6.3, 7.3, 8.3): what sets each apart."""


def preset_told(kind: str, preset: str, wording: Wording) -> str:
    """Return a preset in a shop's words; none is the table's defaults."""
    return wording.text(PRESET_WORDS[kind][preset] if preset else _STANDARD)
