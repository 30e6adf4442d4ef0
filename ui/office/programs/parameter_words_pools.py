"""The words of green points, appreciation and circle (rulebook 6.3, 7.3, 8.3)."""

from ui.office.programs.parameter_words import LATE, SHARED, Words
from ui.wording import N_

GREEN: Words = {
    "rebate_bp": (
        N_("The store puts in, of each sale"),
        N_("So much of what a sale earns rewards on. All that is ever paid comes out of it."),
    ),
    "store_rebates": (
        N_("Stores with a share of their own"),
        N_("As S2=800 for 8%, parted by spaces; empty is the same for all."),
    ),
    "consumer_points_bp": (
        N_("Points of the buyer, of what is put in"),
        N_("100% is one point for each fen."),
    ),
    "merchant_points_bp": (
        N_("Points of the store, of what is put in"),
        N_("In one store 0: its own points only make its customers' worth less."),
    ),
    "ref_points_bp": (
        N_("Points of whoever referred"),
        N_("Of the buyer's points, the direct referrer only. Makes the program yellow."),
    ),
    "fee_bp": (
        N_("Fee, of what is put in"),
        N_("0 in a shop of one's own."),
    ),
    "period_days": (
        N_("Days of a period"),
        N_("At its end a part of the points is released as vouchers."),
    ),
    "rate_full_bp": (
        N_("Released of the pool, when sales grew"),
        N_("When the period took in more than the one before, as said below."),
    ),
    "rate_base_bp": (
        N_("Released of the pool, else"),
        N_("In every other period."),
    ),
    "growth_bp": (
        N_("Growth that is asked for"),
        N_("Against the period before."),
    ),
    "vs_sales_bp": (
        N_("Released at most, of the period's new sales"),
        N_("0 is no limit."),
    ),
    "cap_x_bp": (
        N_("A point is released up to"),
        N_("500% is five times; then its lot is closed."),
    ),
    "max_releases": (
        N_("Releases of a lot at most"),
        N_("Then what is left of it is over."),
    ),
    "member_month_cap_bp": (
        N_("Released in a month at most, of a member's purchases"),
        N_("200% is twice what the member bought in the month; 0 is no limit."),
    ),
    "validity_days": SHARED["validity_days"],
    "voucher_max_bp": SHARED["voucher_max_bp"],
    "split_display": (
        N_("Points are shown times"),
        N_("1, 2, 5 or 10. Only the shown number changes, not a fen."),
    ),
    "hold_days": SHARED["hold_days"],
    **LATE,
}
APPRECIATION: Words = {
    "concession_bp": SHARED["concession_bp"],
    "mint_bp": (
        N_("Minted as units, of what is put in"),
        N_("The rest stays in the pool behind all units."),
    ),
    "u0": (
        N_("Price of the first point"),
        N_("Later the price follows from pool and units; it never falls and is never promised."),
    ),
    "fee_bp": (
        N_("Fee on redeeming"),
        N_("Stays in the pool for the others."),
    ),
    "cap_bp": (
        N_("Units are paid out at"),
        N_("Of their first worth; 200% is twice. A cap is obligatory."),
    ),
    "min_redeem": (
        N_("Smallest redemption, in units"),
        N_("10,000 units are one point."),
    ),
    "lock_days": (
        N_("Days before units may be redeemed"),
        N_("Beside the days to wait."),
    ),
    "payout_kind": (
        N_("Paid out as"),
        N_("As a voucher, or as reward balance."),
    ),
    "validity_days": SHARED["validity_days"],
    "voucher_max_bp": SHARED["voucher_max_bp"],
    "hold_days": SHARED["hold_days"],
    **LATE,
}
CIRCULAR: Words = {
    "concession_bp": SHARED["concession_bp"],
    "energy_bp": (
        N_("Energy of a purchase"),
        N_("How much a purchase lets its buyer be paid: 100% is no more than was spent."),
    ),
    "weight_per_100": (
        N_("Contribution of each yuan"),
        N_("The pool is divided by contribution."),
    ),
    "ref_weight_bp": (
        N_("Contribution of whoever referred"),
        N_("Of the buyer's, the direct referrer only, while he has energy."),
    ),
    "payout_bp": (
        N_("Divided each day, of the pool"),
        N_("What is left stays for the next day."),
    ),
    "face": (
        N_("Face of a voucher"),
        N_("Points become vouchers in steps of this."),
    ),
    "merchant_weight_bp": (
        N_("Contribution of the store"),
        N_("In one store 0."),
    ),
    "energy_multiplier_bp": (
        N_("Energy is multiplied by"),
        N_("Together with the energy not above 300%."),
    ),
    "bonus_rate_bp": (
        N_("Contribution is multiplied by"),
        N_("100% leaves it as it is."),
    ),
    "validity_days": SHARED["validity_days"],
    "voucher_max_bp": SHARED["voucher_max_bp"],
    "hold_days": SHARED["hold_days"],
    **LATE,
}
