"""Why a program takes no part in a sale, in the few words of a line.

The till, the receipt, the office and the reports say the same.
"""

from collections.abc import Callable

from pos_app.domain.marked_text import N_

REFUSED = {
    "NO_MEMBER": N_("needs a member"),
    "NO_BASE": N_("nothing on this bill earns"),
    "NO_SPONSOR": N_("needs a referrer"),
    "BELOW_MINIMUM": N_("below the least amount"),
    "ABOVE_MAXIMUM": N_("above the largest amount"),
    "DAILY_LIMIT": N_("the day's limit is reached"),
    "OVER_TOTAL_CONCESSION": N_("above what the shop may give"),
    "OVER_MARGIN": N_("the margin is too small"),
    "OTHER_REFERRAL": N_("another referral counts"),
    "NO_OWN_PURCHASE": N_("the referrer has nothing to refund"),
    "ALREADY_COUNTED": N_("counted as a referral before"),
    "NOT_DESIGNATED": N_("other goods on this bill"),
    "UNDER_AGE": N_("not for people under 18"),
    "EMPLOYEE": N_("not for staff and owners"),
    "SELF_REFERRAL": N_("no referral reward: household, staff or minor"),
    "RETURNED": N_("came back within the hold"),
    "PROGRAM_CLOSED": N_("the program was stopped"),
}
"""By the engine's word (rulebook 1.4, 1.8); what a cell begins with has a capital there."""


def refused_told(reason: str, say: Callable[..., str]) -> str:
    """Return the reason in words; a word without any is shown as it is."""
    return say(REFUSED[reason]) if reason in REFUSED else reason
