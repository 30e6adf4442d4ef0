"""The words of points, queue and draw, and what they mean (1a, 2.3, 3.2)."""

from ui.office.programs.parameter_words import LATE, SHARED, Words
from ui.wording import N_

POINTS: Words = {
    "earn_bp": (
        N_("Points for each sale"),
        N_("1 point is 1 fen, paid by the store: 1% gives 100 points for 100 yuan."),
    ),
    "tier_bp": (
        N_("Members without a tier of their own get"),
        N_("100% is once the points; a member's own tier counts instead where there is one."),
    ),
    "points_max_bp": (
        N_("Points pay at most, of a purchase"),
        N_("The rest of a purchase is paid in another way."),
    ),
    "unit": (
        N_("Points are spent in steps of"),
        N_("1 lets every point be spent; 100 only whole yuan."),
    ),
    "expiry_months": (
        N_("Months until points expire"),
        N_("0 is never."),
    ),
    "hold_days": SHARED["hold_days"],
}
QUEUE: Words = {
    "concession_bp": SHARED["concession_bp"],
    "w_head": (
        N_("Of that: to the front of the queue"),
        N_("The ticket that stands first gets it until it is full."),
    ),
    "w_every": (
        N_("Of that: to everyone in the queue"),
        N_("Shared equally among the tickets that wait."),
    ),
    "w_ref": (
        N_("Of that: to the ticket of whoever referred"),
        N_("Pays one member for another's purchase: this makes the program red."),
    ),
    "w_rep": (
        N_("Of that: to the buyer's own older ticket"),
        N_("Whoever buys again moves his own waiting ticket on."),
    ),
    "w_exit": (
        N_("Of that: to the exit fund"),
        N_("Pays the vouchers of whoever leaves the queue."),
    ),
    "w_fee": (
        N_("Of that: fee"),
        N_("All shares of the queue together make 100%."),
    ),
    "head_weights": (
        N_("The front shares as"),
        N_("Empty gives all to the first. 50% 30% 20% shares it among the first three."),
    ),
    "window": (
        N_("Tickets that share"),
        N_("Only so many from the front share equally; 0 is all."),
    ),
    "min_share": (
        N_("Smallest share"),
        N_("What would be less stays in the pool."),
    ),
    "unit": (
        N_("A large purchase is cut into tickets of"),
        N_("0 does not cut. Else at least 50 yuan and the smallest purchase."),
    ),
    "min_order": SHARED["min_order"],
    "max_order": (
        N_("Largest purchase that joins"),
        N_("What happens above it is said next."),
    ),
    "over_policy": (
        N_("A purchase above that"),
        N_("It may still pay into the queue without a ticket, or stay out."),
    ),
    "daily_limit": (
        N_("Purchases of a member a day"),
        N_("Further purchases of the day get no ticket."),
    ),
    "free_rate_bp": (
        N_("Refunded at most, of a purchase"),
        N_("100% is the whole purchase; more is not possible."),
    ),
    "target_cap": (
        N_("Largest refund"),
        N_("0 is no limit besides the purchase itself."),
    ),
    "exit_bp": (
        N_("Voucher for leaving, of the open rest"),
        N_("Paid out of the exit fund, as far as it reaches."),
    ),
    "placement": (
        N_("Where a cut purchase stands"),
        N_("One ticket at a time lets others in between; or all at the end at once."),
    ),
    "scope": (
        N_("One queue for"),
        N_("This store alone, or all stores of the alliance in this file."),
    ),
    "hold_days": SHARED["hold_days"],
    **LATE,
}
DRAW: Words = {
    "concession_bp": SHARED["concession_bp"],
    "round": (
        N_("A round lasts"),
        N_("At its end the winners are drawn out of the purchases of the round."),
    ),
    "every_n": (
        N_("Purchases of a round"),
        N_("Counts only where a round ends with a number of purchases."),
    ),
    "winners_per_round": (
        N_("Winners of a round"),
        N_("Fewer when the pool does not reach for so many."),
    ),
    "free_rate_bp": (
        N_("A winner gets, of the purchase"),
        N_("100% is the whole purchase."),
    ),
    "prize_cap": (
        N_("Largest prize"),
        N_("The law allows 50,000 yuan at most."),
    ),
    "entry_min": (
        N_("Smallest purchase that takes part"),
        N_("A smaller purchase is not in the draw."),
    ),
    "prize_kind": (
        N_("A prize is paid as"),
        N_("As reward balance, or as a voucher."),
    ),
    "withhold_bp": (
        N_("Income tax kept back"),
        N_("Kept back from a prize, to be handed to the tax office."),
    ),
    "carry_entries": (
        N_("What did not win stays for three more rounds"),
        N_("Else each round begins anew."),
    ),
    "validity_days": SHARED["validity_days"],
    "voucher_max_bp": SHARED["voucher_max_bp"],
    "hold_days": SHARED["hold_days"],
    **LATE,
}
