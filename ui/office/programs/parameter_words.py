"""The words of parameters that several kinds share, and of their choices."""

from pos_app.actions.reports.reward_words import TREATMENT_CHOSEN, TREATMENTS
from ui.wording import N_

Words = dict[str, tuple[str, str]]
"""By name of a parameter: what is asked, and what it means."""

SHARED: Words = {
    "concession_bp": (
        N_("The store puts in, of each sale"),
        N_("So much of what a sale earns rewards on. All that is ever paid comes out of it."),
    ),
    "min_order": (
        N_("Smallest purchase"),
        N_("A smaller purchase does not take part."),
    ),
    "hold_days": (
        N_("Days to wait before it counts"),
        N_("No fewer than the days within which goods may come back."),
    ),
    "validity_days": (
        N_("Vouchers are valid for"),
        N_("Printed on every voucher; what is not used by then goes back to the pool."),
    ),
    "voucher_max_bp": (
        N_("Vouchers pay at most, of a purchase"),
        N_("The rest of a purchase is paid in another way."),
    ),
    "late_return_policy": (
        N_("Late returns of others are borne by"),
        N_("What others received out of a purchase that comes back after its hold."),
    ),
    "late_reserve_bp": (
        N_("Set aside for late returns, of each sale"),
        N_("The store's own money besides what it puts in; what is left comes back to it."),
    ),
}
"""What several kinds ask alike."""
LATE = {name: SHARED[name] for name in ("late_return_policy", "late_reserve_bp")}
"""Of every kind that pays others out of a sale."""

TAX: Words = {
    "tax_treatment": (N_("For tax its rewards are"), TREATMENT_CHOSEN),
}
"""Of every kind, asked last."""

CHOICE_WORDS = {
    **TREATMENTS,
    "FUND_ONLY": N_("pays in only"),
    "SKIP": N_("stays out"),
    "ONE_AT_A_TIME": N_("one at a time"),
    "ALL_AT_TAIL": N_("all at the end"),
    "STORE": N_("this store"),
    "ALLIANCE": N_("the alliance"),
    "DAILY": N_("a day"),
    "WEEKLY": N_("a week"),
    "MONTHLY": N_("a month"),
    "EVERY_N": N_("by number"),
    "CASH": N_("reward balance"),
    "VCH": N_("voucher"),
    "MIN_OF_CYCLE": N_("the smallest"),
    "OWN": N_("own purchase"),
    "REFERRED_EACH": N_("each referral"),
    "LATEST_OWN": N_("latest own"),
    "NEW_OWN_ORDER": N_("a new purchase"),
    "FIXED_BP": N_("a fixed share"),
    "DIRECT_SALES": N_("sales to recruits"),
    "HEADCOUNT": N_("number of heads"),
    "HELPED_OR_180_DAYS": N_("when others were helped"),
    "180_DAYS": N_("after 180 days"),
    "off": N_("no"),
    "weekly": N_("each week"),
    "REMIND_ONLY": N_("a reminder"),
    "HOLD": N_("bonuses wait"),
    "MERCHANT_ABSORBS": N_("the store"),
    "RESERVE_ABSORBS": N_("its reserve"),
    "CLAWBACK_BENEFICIARIES": N_("who still has it"),
}
"""What a parameter may be, in words."""

ZERO_WORDS = {
    "expiry_months": N_("never at all"),
    "hold_days": N_("no waiting"),
    "window": N_("all of them"),
    "target_cap": N_("no limit"),
    "unit": N_("not cut"),
    "threshold": N_("any purchase"),
    "spill_from": N_("never at all"),
    "repurchase_threshold": N_("never at all"),
    "monthly_cap_bp": N_("no limit"),
    "vs_sales_bp": N_("no limit"),
    "member_month_cap_bp": N_("no limit"),
}
"""By name of a parameter whose 0 is no figure: what 0 says."""
