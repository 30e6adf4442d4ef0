"""What must be true of the balances: each broken rule is named, with its figure."""

import pytest

from pos_app.ledger.audit import AuditFinding, audit_balances

SOUND = {
    "SRC:S1": -2000,
    "SRC:S2": 0,
    "CASH:2": 0,
    "POOL:Q@Q/S1": 500,
    "CASH:1": 600,
    "VCH:1": 100,
    "OUT:1": 800,
    "reward-takings:1": -800,
    "drawer:1": -9200,
    "sales:S1": 9091,
    "tax:1000": 909,
    "due": 0,
    "stock:7": -3000,
    "goods:7": 3000,
}
"""A purchase of 100.00 with tax, 8.00 of it paid with a reward; three pieces on the shelf."""


def test_sound_books_have_nothing_to_be_found() -> None:
    """An audit that cries wolf is switched off."""
    assert (audit_balances(SOUND), audit_balances({})) == ([], [])


@pytest.mark.parametrize(
    ("account", "balance"),
    [("SRC:S2", 1), ("CASH:2", -1), ("POOL:Q@Q/S2", -1)],
)
def test_nobody_has_less_than_nothing_and_no_source_more(account: str, balance: int) -> None:
    """Only a store's source may be below zero, and no member or pool (INV-2)."""
    found = audit_balances(SOUND | {account: balance, "CASH:1": SOUND["CASH:1"] - balance})

    assert found == [AuditFinding("INV-2", account, balance)]


@pytest.mark.parametrize(
    ("account", "group"),
    [("CASH:1", "reward"), ("stock:7", "goods"), ("goods:7", "goods"), ("sales:S1", "money")],
)
def test_each_group_of_accounts_adds_up_to_nothing(account: str, group: str) -> None:
    """Rewards, goods and money never make up for one another."""
    found = audit_balances(SOUND | {account: SOUND[account] + 1})

    assert found == [AuditFinding("sum is zero", group, 1)]


def test_goods_do_not_make_up_for_money() -> None:
    """A thousandth of a piece too much and a fen too little are two mistakes."""
    found = audit_balances(SOUND | {"goods:7": 3001, "drawer:1": -9201})

    assert found == [
        AuditFinding("sum is zero", "goods", 1),
        AuditFinding("sum is zero", "money", -1),
    ]


@pytest.mark.parametrize("owed", [1, -1])
def test_no_customer_is_owed_or_owes_anything(owed: int) -> None:
    """Customer due is zero when every sale is done (design.md section 3)."""
    found = audit_balances(SOUND | {"due": owed, "drawer:1": SOUND["drawer:1"] - owed})

    assert found == [AuditFinding("customer due", "due", owed)]


def test_what_a_till_took_in_rewards_is_what_left_the_reward_books() -> None:
    """Each till for itself: what one lacks another may not have (design.md section 3)."""
    found = audit_balances(SOUND | {"reward-takings:1": -700, "reward-takings:2": -100})

    assert found == [
        AuditFinding("reward takings", "1", 100),
        AuditFinding("reward takings", "2", -100),
    ]


def test_tax_withheld_was_taken_by_no_till() -> None:
    """It is kept for the tax office out of a prize (rulebook 3.3)."""
    found = audit_balances(SOUND | {"OUT:tax": 200, "CASH:1": 400})

    assert found == []
