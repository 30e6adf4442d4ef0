"""The chart of accounts: every account's name, and whose side it is on.

Reward accounts are named by the rulebook (1.2; `domain.reward_accounts`) and booked by
the engine; here are the shop's own. Names are `<kind>:<whose>`.
"""

from pos_app.domain.tender import CASH

DUE = "due"
"""Customer due: the control account every sale passes through; zero when it is done."""

GOODS_KINDS = ("stock", "goods")
"""Accounts counted in thousandths of a piece, never mixed with money."""


def kind_of(account: str) -> str:
    """What stands before the first colon."""
    return account.partition(":")[0]


def takings(kind: str, till: str) -> str:
    """Where a money tender lies: the drawer for cash, else the kind's takings."""
    return f"{'drawer' if kind == CASH else kind}:{till}"


def drawer(till: str) -> str:
    """The cash in a till's drawer; its balance is minus the cash there."""
    return takings(CASH, till)


def sales(store: str) -> str:
    """What the store sold, without tax."""
    return f"sales:{store}"


def tax(rate: int) -> str:
    """Tax owed at one rate, in basis points."""
    return f"tax:{rate}"


def reward_takings(till: str) -> str:
    """What reward tenders paid at a till; equals `OUT:<till>` (design.md section 3)."""
    return f"reward-takings:{till}"


def netted(store: str) -> str:
    """Benefits kept back from refunds (rulebook 1.6)."""
    return f"netted:{store}"


def safe(store: str) -> str:
    """Cash outside the drawers: floats come from here, counted cash goes here."""
    return f"safe:{store}"


def over_short(till: str) -> str:
    """What the drawer had too much or too little when it was counted."""
    return f"over-short:{till}"
