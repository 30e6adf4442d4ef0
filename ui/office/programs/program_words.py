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
RED_LAW = (
    N_(
        "Article 7. Pyramid selling is: (1) to have people bring others and to pay them by the "
        "number of those they brought, directly or in a rolling way;"
    ),
    N_(
        "(2) to ask a fee of them, or a purchase in its place, for the right to join or to bring "
        "others;"
    ),
    N_(
        "(3) to have them bring others so that levels form, and to pay the upper ones by the "
        "sales of the lower ones."
    ),
    N_(
        "Articles 24 and 26. Fines: organisers 500,000 to 2,000,000 yuan, who lures others in "
        "100,000 to 500,000, who takes part up to 2,000; who gives premises, goods or other "
        "means for it 50,000 to 500,000. So whoever supplies the means can be liable too."
    ),
    N_("Laws change: have these rules checked by your adviser before you start."),
)
"""What a red program's page quotes (rulebook 10.1); in Chinese the law's own words."""
