"""What must be true of the balances at any time; each broken rule is named."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from pos_app.domain.reward_accounts import TAX_WITHHELD, is_reward_account
from pos_app.ledger import chart

CUSTOMER_DUE = "customer due"
"""The rule that the control account is zero for every finished sale."""


@dataclass(frozen=True, slots=True)
class AuditFinding:
    """One rule that does not hold: which, where, and by how much."""

    rule: str
    account: str
    difference: int


def audit_balances(balances: Mapping[str, int]) -> list[AuditFinding]:
    """Check INV-1 and INV-2, customer due, goods, and reward takings against OUT.

    `balances` are credits less debits by account name. An empty answer means the books
    are sound (rulebook 1.2; design.md section 3).
    """
    found = []
    total = {"reward": 0, "goods": 0, "money": 0}
    out: dict[str, int] = defaultdict(int)
    for account, balance in balances.items():
        kind = chart.kind_of(account)
        if is_reward_account(account):
            total["reward"] += balance
            wrong = balance > 0 if kind == "SRC" else balance < 0
            if wrong:
                found.append(AuditFinding("INV-2", account, balance))
        elif kind in chart.GOODS_KINDS:
            total["goods"] += balance
        else:
            total["money"] += balance
        # Tax withheld from a prize was never a tender, so that no till took it (rulebook 3.3).
        if kind in {"OUT", "reward-takings"} and account != TAX_WITHHELD:
            out[account.partition(":")[2]] += balance
    if balances.get(chart.DUE, 0):
        found.append(AuditFinding(CUSTOMER_DUE, chart.DUE, balances[chart.DUE]))
    found += [AuditFinding("sum is zero", group, sum_) for group, sum_ in total.items() if sum_]
    found += [AuditFinding("reward takings", till, sum_) for till, sum_ in out.items() if sum_]
    return found
