"""The words of refer three and chain: what is asked, and what it means (4.3, 5.3)."""

from ui.office.programs.parameter_words import SHARED, Words
from ui.wording import N_

REFER_THREE: Words = {
    "concession_bp": SHARED["concession_bp"],
    "n": (
        N_("Referrals that give one purchase back"),
        N_("One stage for each."),
    ),
    "cum": (
        N_("Back after each referral, together"),
        N_("20% 50% 100% is 20, then 30, then 50 of each 100 yuan."),
    ),
    "basis": (
        N_("Shares are taken of"),
        N_("Only the smallest is always funded in full; what another lacks is not owed."),
    ),
    "min_order": SHARED["min_order"],
    "products": (
        N_("Only these goods"),
        N_("Codes of the shop, parted by spaces; empty is all goods."),
    ),
    "count_repeat": (
        N_("A friend counts again with each purchase"),
        N_("Else each friend counts once for ever."),
    ),
    "own_order_needed": (
        N_("Only who has bought takes part"),
        N_("Always: without it this would be mere recruiting."),
    ),
    "after_cycle": (
        N_("After the last stage"),
        N_(
            "A purchase of one's own begins the next cycle, or further referrals get a fixed share."
        ),
    ),
    "fixed_bp": (
        N_("Fixed share of further referrals"),
        N_("Not above what the store puts in."),
    ),
    "cycle_expiry_days": (
        N_("Days until a cycle ends"),
        N_("What is left of its fund goes back to the store."),
    ),
    "hold_days": SHARED["hold_days"],
}
CHAIN: Words = {
    "concession_bp": SHARED["concession_bp"],
    "k": (
        N_("Recruits that make a boss"),
        N_("2 is 2+1, 3 is 3+1."),
    ),
    "leave": (
        N_("Of these, so many stay with the old boss"),
        N_("Not more than make a boss."),
    ),
    "direct_bp": (
        N_("Direct bonus, to who referred"),
        N_("Of the purchase."),
    ),
    "point_bp": (
        N_("Point bonus, to the boss of the point"),
        N_("Of the purchase."),
    ),
    "peer_bp": (
        N_("Peer bonus, of what a boss earns"),
        N_("To the boss who brought him. All three together stay within what the store puts in."),
    ),
    "max_paid_levels": (
        N_("Paid levels"),
        N_("One is safest; more than two is not possible. A shop was fined for two."),
    ),
    "promote_by": (
        N_("A boss is made by"),
        N_("By what recruits have bought; the number of heads alone is what the law forbids."),
    ),
    "promote_unit": (
        N_("Sales of one recruit that count"),
        N_("So many times this must have been sold to direct recruits."),
    ),
    "threshold": (
        N_("Purchase that makes an agent"),
        N_("0 is any purchase: no entry fee."),
    ),
    "lock_bp": (
        N_("Blocked part of a boss's bonuses"),
        N_("The help fund; it is opened as said next."),
    ),
    "unlock": (
        N_("The blocked part opens"),
        N_("After 180 days at the latest."),
    ),
    "spill_from": (
        N_("From which recruit on new ones slide"),
        N_("They stand under others of the team; 0 is never, else 4 or 5."),
    ),
    "spill_width": (
        N_("Slide to a place with fewer than"),
        N_("The nearest one in the team takes the new recruit."),
    ),
    "slip_bp": (
        N_("Slide bonus, of the point bonus"),
        N_("To the person slid under."),
    ),
    "rotation": (
        N_("Each week another of those left behind counts"),
        N_("Rotation: for the old line."),
    ),
    "rotation_min": (
        N_("Rotation from so many recruits"),
        N_("Fewer do not rotate."),
    ),
    "repurchase_threshold": (
        N_("Bonus after which one should buy again"),
        N_("Counted since the last purchase of one's own; 0 is never."),
    ),
    "repurchase": (
        N_("Until he does"),
        N_("A reminder only, or bonuses are held back."),
    ),
    "monthly_cap_bp": (
        N_("Bonuses of a month at most, of its sales"),
        N_("0 is no limit."),
    ),
    "hold_days": SHARED["hold_days"],
}
