"""Why a program takes no part in a sale, in the few words of a line.

The screens and the papers say the same. What the office counts by is longer and stands in
`pos_app/actions/reward_words.py`.
"""

from collections.abc import Callable


def N_(msgid: str) -> str:  # noqa: N802 - the name gettext's tools look for
    """Mark a text that is translated where it is shown."""
    return msgid


_TOLD = {
    "NO_MEMBER": N_("needs a member"),
    "NO_BASE": N_("nothing on this bill earns"),
    "NO_SPONSOR": N_("needs a referrer"),
    "BELOW_MINIMUM": N_("this bill is too small"),
    "ABOVE_MAXIMUM": N_("this bill is too large"),
    "OVER_TOTAL_CONCESSION": N_("above what the shop may give"),
    "OVER_MARGIN": N_("the margin is too small"),
    "OTHER_REFERRAL": N_("another referral counts"),
    "NO_OWN_PURCHASE": N_("the referrer has nothing to refund"),
    "ALREADY_COUNTED": N_("counted as a referral before"),
    "NOT_DESIGNATED": N_("other goods on this bill"),
    "UNDER_AGE": N_("not for people under 18"),
    "EMPLOYEE": N_("not for staff and owners"),
    "SELF_REFERRAL": N_("referrer and buyer belong together"),
    "PROGRAM_CLOSED": N_("the program is closed"),
}


def refused_told(reason: str, say: Callable[..., str]) -> str:
    """Return the reason in words; a word without any is shown as it is."""
    return say(_TOLD[reason]) if reason in _TOLD else reason
