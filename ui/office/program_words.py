"""What kinds of program, risks and presets are called."""

from ui.wording import N_

KIND_TITLES = {
    "M0": N_("Points"),
    "M1": N_("Queue refund"),
    "M1b": N_("Drawn refund"),
    "M2": N_("Refer three"),
    "M3": N_("Chain"),
    "M4": N_("Green points"),
    "M5": N_("Appreciation"),
    "M6": N_("Circular purchase"),
}
KIND_LINES = {
    "M0": N_("Every purchase gives points; 1 point pays 1 cent."),
    "M1": N_("Purchases queue up; later sales refund them, as far as the money goes."),
    "M1b": N_("Some purchases of a round are drawn and refunded, open to checking."),
    "M2": N_("Who refers others gets a purchase of his own back, in stages."),
    "M3": N_("Who refers others gets a bonus on their purchases; bosses lead teams."),
    "M4": N_("Purchases give points; each period a part of them becomes vouchers."),
    "M5": N_("Purchases mint units of a pool; what they will be worth is not promised."),
    "M6": N_("A daily pool is divided by contribution, up to each one's energy."),
}
RISKS = {
    "green": N_("Green: the rules text is printed"),
    "yellow": N_("Yellow: somebody accepts the rules by name"),
    "red": N_("Red: pays for another's purchase; a sentence is typed besides"),
}
RISK_NAMES = {"green": N_("green"), "yellow": N_("yellow"), "red": N_("red")}
RISK_COLOURS = {"green": "jade", "yellow": "amber", "red": "cinnabar"}
PRESET_NAMES = {
    "": N_("Standard"),
    "V5_DEFAULT": "V5",
    "V5_ALLIANCE": "V5+",
    "W532": "532",
    "HALF_BACK": "10/15/25",
    "SAFE30": "2+1 30%",
    "SAFE30 3+1": "3+1 30%",
    "CHAIN15": "2+1 15%",
    "CHAIN15 3+1": "3+1 15%",
    "CHAIN13": "2+1 13%",
    "sourced 2+1": "2+1 66%",
    "sourced 3+1": "3+1 66%",
    "ALLIANCE": N_("Alliance"),
    "REFERRAL": N_("With referral"),
    "SOURCED": N_("Fee 20%"),
}
"""Short enough to stand side by side; the rulebook's names where they are short."""
