"""What programs, accounts, tenders and reasons are called, for screen and paper."""

from pos_app.domain.refused_told import refused_told
from pos_app.domain.tax_treatment import (
    INCIDENTAL_INCOME,
    LABOUR_INCOME,
    OTHER_INCOME,
    PRICE_DISCOUNT,
)
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
    "card": N_("Bank card"),
    "points": N_("Points"),
    "reward": N_("Reward balance"),
    "voucher": N_("Voucher"),
}
TREATMENTS = {
    PRICE_DISCOUNT: N_("Price discount"),
    INCIDENTAL_INCOME: N_("Prize income"),
    LABOUR_INCOME: N_("Pay for services"),
    OTHER_INCOME: N_("Other income"),
}
"""What rewards are to the tax office (rulebook 10.7)."""
TREATMENT_CHOSEN = N_(
    "The shop's own choice, to be confirmed with its tax adviser. No amount depends on it."
)
"""What is said wherever a treatment is asked or told."""


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
    """Return why a sale did not join, as a cell begins: with a capital."""
    told = refused_told(reason, wording.text)
    return told[:1].upper() + told[1:]


def treatment_name(treatment: str, wording: Wording) -> str:
    """Return what a tax treatment is called."""
    return wording.text(TREATMENTS[treatment])


def kind_name(kind: str, wording: Wording) -> str:
    """Return what a kind of program is called."""
    return wording.text(_KINDS[kind]) if kind in _KINDS else kind
