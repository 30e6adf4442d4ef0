"""Names of the reward accounts, as kept and as shown (rulebook 1.2, 1.12)."""

import pytest

from pos_app.domain.reward_accounts import is_reward_account
from pos_app.engine.accounts import late_reserve, queue_exit_fund, queue_pool, shown_account

ONE = {"Q": "M1", "P": "M0"}
TWO = {"Q": "M1", "Q/S1": "M1"}


@pytest.mark.parametrize(
    ("account", "kinds", "stores", "shown"),
    [
        (queue_pool("Q", "S1"), ONE, 1, "POOL:Q"),
        (queue_pool("Q", "S1"), ONE, 2, "POOL:Q@Q/S1"),
        (queue_pool("Q", ""), ONE, 2, "POOL:Q"),
        (queue_pool("Q", "S1"), TWO, 1, "POOL:Q@Q/S1"),
        (queue_pool("Q/S1", "S1"), TWO, 2, "POOL:Q@Q/S1/S1"),
        (queue_pool("Q", ""), TWO, 2, "POOL:Q@Q"),
        (queue_exit_fund("Q", "S2"), ONE, 2, "FUND:Q:exit@Q/S2"),
        (queue_exit_fund("Q", "S1"), ONE, 1, "FUND:Q:exit"),
        (late_reserve("Q", "S1"), {"Q": "M1"}, 1, "FUND:late"),
        (late_reserve("Q", "S1"), {"Q": "M1"}, 2, "FUND:late@Q/S1"),
        ("CASH:7", ONE, 1, "CASH:ref7"),
        ("VCH:@S1", ONE, 1, "VCH:@S1"),
        ("SRC:7", ONE, 1, "SRC:7"),
        ("OUT:7", ONE, 1, "OUT:7"),
        ("FEE", ONE, 1, "FEE"),
    ],
)
def test_an_account_is_shown_in_the_shortest_form_that_is_clear(
    account: str, kinds: dict[str, str], stores: int, shown: str
) -> None:
    """Replay results are compared by these names."""
    assert shown_account(account, kinds=kinds, stores=stores, member_ref="ref{}".format) == shown


def test_reserves_of_programs_of_two_kinds_have_two_names() -> None:
    """Under one name a replay's balances would leave one of them out (1.6, 1.12)."""
    kinds = {"G": "M4", "Q": "M1"}
    shown = [
        shown_account(late_reserve(program, "S1"), kinds=kinds, stores=1, member_ref=str)
        for program in kinds
    ]

    assert shown == ["FUND:late@G", "FUND:late@Q"]


@pytest.mark.parametrize(
    ("account", "is_one"),
    [
        ("SRC:S1", True),
        ("FEE", True),
        ("OUT:till", True),
        ("sales:S1", False),
        ("customer due", False),
    ],
)
def test_the_laws_run_over_the_rulebooks_accounts_alone(account: str, *, is_one: bool) -> None:
    """INV-1 to INV-3 know nothing of cash, tax and stock."""
    assert is_reward_account(account) == is_one
