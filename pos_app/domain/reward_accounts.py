"""Which accounts are the rulebook's, and those the shop's own books share.

The accounts of pools, funds and purses are named in `engine.accounts`; the shop's own in
`ledger.chart`.
"""

REWARD_PREFIXES = (
    "SRC:", "POOL:", "FUND:", "POINTS:", "CASH:", "VCH:", "PTS:", "LOCK:", "FEE", "OUT:",
)  # fmt: skip
"""Every account over which INV-1 to INV-3 run begins with one of these."""

PURSES = ("POINTS", "CASH", "VCH", "PTS", "LOCK")
"""What a member has, by kind of account (rulebook 1.2)."""

TAX_WITHHELD = "OUT:tax"
"""Income tax kept back from prizes; no till takes it (rulebook 3.3)."""


def is_reward_account(name: str) -> bool:
    """Whether an account is one of the rulebook's."""
    return name.startswith(REWARD_PREFIXES)


def is_reward_group(group: str) -> bool:
    """Whether a group of accounts (`domain.flow`) is one of the rulebook's."""
    return is_reward_account(group if ":" in group else f"{group}:")


def till_out(till: str) -> str:
    """What was spent at a till or paid out at the counter."""
    return f"OUT:{till}"
