"""What made money move, in words: the engine's reasons as a person reads them."""

from pos_app.wording import N_, Wording

WHY = {
    "CONCESSION": N_("Put in by the store"),
    "EARN": N_("Points earned"),
    "FEE": N_("Fee"),
    "EXIT_PART": N_("For those who leave"),
    "HEAD": N_("Front of the queue"),
    "EVERY": N_("Share of everybody"),
    "ACCEL": N_("For bringing the buyer"),
    "REPEAT": N_("For buying again"),
    "EXIT": N_("Left the queue"),
    "CLOSE": N_("End of the program"),
    "STAGE": N_("Referral reward"),
    "FIXED": N_("Fixed share for a referral"),
    "DIRECT": N_("Direct reward"),
    "POINT": N_("Point reward"),
    "PEER": N_("Peer reward"),
    "SLIP": N_("Spill reward"),
    "UNLOCKED": N_("Unblocked"),
    "BACK": N_("Not needed, back to the store"),
    "REDEEMED": N_("Exchanged on request"),
    "FORCED": N_("Exchanged at its limit"),
    "ORPHAN": N_("Set aside: nobody holds units"),
    "SHARE": N_("Share of the day"),
    "CONVERTED": N_("Turned into vouchers"),
    "PRIZE": N_("Drawn"),
    "TAX": N_("Tax withheld"),
    "RELEASED": N_("Released in the period"),
    "RETURNED": N_("Goods came back: to the store"),
    "TAKEN_BACK": N_("Goods came back: taken back"),
    "SET_ASIDE": N_("Set aside for late returns"),
    "COVERED": N_("Goods came back: paid out of the reserve"),
    "CLAWED_BACK": N_("Another's goods came back: taken back"),
    "VOIDED": N_("Voided"),
    "SPENT": N_("Used at the till"),
    "PAID_OUT": N_("Paid out at the counter"),
    "PAYOUT_FEE": N_("Fee of a payout"),
    "GIVEN_BACK": N_("Given back with a return"),
    "EXPIRED": N_("Expired"),
    "MERGED": N_("Two members became one"),
}

_FLAGS = {
    "MANY_SALES": N_("More sales of the member on the day than usual"),
    "SPLIT_SALE": N_("The same goods as a few minutes before: one purchase in two?"),
    "RETURNER": N_("The member returned much: rewards wait 30 days"),
}
_STATES = {
    "PENDING": N_("Held until goods may no longer come back"),
    "SETTLED": N_("Joined"),
    "SKIPPED": N_("Did not join"),
    "DROPPED": N_("Ended before it counted"),
    "VOIDED": N_("Voided"),
}


def why_name(what: str, wording: Wording) -> str:
    """Return what made money move."""
    return wording.text(WHY[what]) if what in WHY else what


def flag_name(flag: str, wording: Wording) -> str:
    """Return why a manager may want to look at a sale."""
    return wording.text(_FLAGS[flag]) if flag in _FLAGS else flag


def state_name(state: str, wording: Wording) -> str:
    """Return how a sale stands with a program."""
    return wording.text(_STATES[state]) if state in _STATES else state
