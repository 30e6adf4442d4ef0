"""What programs, accounts, tenders and reasons are called, for screen and paper."""

from pos_app.wording import N_, Wording

_GROUPS = {
    "SRC": N_("Put in by the store"),
    "POINTS": N_("Points"),
    "CASH": N_("Reward balance"),
    "VCH": N_("Vouchers"),
    "PTS": N_("Backed points"),
    "LOCK": N_("Blocked part"),
    "FEE": N_("Fees"),
    "OUT": N_("Used at the till"),
    "OUT:tax": N_("Tax withheld"),
}
_KINDS = {
    "M0": N_("Points"),
    "M1": N_("Queue"),
    "M1b": N_("Drawn refund"),
    "M2": N_("Refer three"),
    "M3": N_("Chain"),
    "M4": N_("Green points"),
    "M5": N_("Appreciation"),
    "M6": N_("Circular purchase"),
}
_POOLS = {
    "POOL:Q": N_("Queue pool"),
    "FUND:Q:exit": N_("Exit fund"),
    "POOL:L": N_("Prize pool"),
    "POOL:C": N_("Chain pool"),
    "FUND:R3": N_("Referral funds"),
    "POOL:G": N_("Green points pool"),
    "POOL:N": N_("Appreciation pool"),
    "FUND:N:reserve": N_("Reserve"),
    "POOL:K": N_("Circular pool"),
    "FUND:late": N_("Reserve for late returns"),
}
TENDERS = {
    "cash": N_("Cash"),
    "wechat": N_("WeChat Pay"),
    "alipay": N_("Alipay"),
    "card": N_("Card"),
    "points": N_("Points"),
    "reward": N_("Reward balance"),
    "voucher": N_("Voucher"),
}
REASONS = {
    "NO_MEMBER": N_("Not a member"),
    "NO_BASE": N_("Nothing that earns rewards"),
    "NO_SPONSOR": N_("Nobody referred the member"),
    "BELOW_MINIMUM": N_("Below the least amount"),
    "ABOVE_MAXIMUM": N_("Above the largest amount"),
    "DAILY_LIMIT": N_("The day's limit is reached"),
    "OVER_TOTAL_CONCESSION": N_("Over the limit of rewards"),
    "OVER_MARGIN": N_("Over the margin's share"),
    "OTHER_REFERRAL": N_("Another referral counted"),
    "NO_OWN_PURCHASE": N_("The referrer has no purchase of his own to refund"),
    "ALREADY_COUNTED": N_("The member has counted as a referral before"),
    "NOT_DESIGNATED": N_("Other goods than the program names"),
    "UNDER_AGE": N_("Not for people under 18"),
    "EMPLOYEE": N_("Not for staff and owners"),
    "SELF_REFERRAL": N_("Referrer and buyer belong together"),
    "RETURNED": N_("Came back within the hold"),
    "PROGRAM_CLOSED": N_("The program was closed"),
}
"""Why a sale did not join, as a person reads it."""


def group_name(group: str, wording: Wording) -> str:
    """Return what a group of accounts is called; a pool with its program and store."""
    if group in _GROUPS:
        return wording.text(_GROUPS[group])
    head, _, program = group.partition("@")
    return f"{wording.text(_POOLS[head]) if head in _POOLS else head} {program}".strip()


def tender_name(kind: str, wording: Wording) -> str:
    """Return what a kind of tender is called."""
    return wording.text(TENDERS[kind]) if kind in TENDERS else kind


def reason_name(reason: str, wording: Wording) -> str:
    """Return why a sale did not join, in words."""
    return wording.text(REASONS[reason]) if reason in REASONS else reason


def kind_name(kind: str, wording: Wording) -> str:
    """Return what a kind of program is called."""
    return wording.text(_KINDS[kind]) if kind in _KINDS else kind
