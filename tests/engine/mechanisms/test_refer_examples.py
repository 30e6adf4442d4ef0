"""The worked examples R1 to R6 of the rulebook, event by event.

R7 must not happen.
"""

from typing import Any

import pytest

from pos_app.domain.transfer import Account
from pos_app.engine.accounts import cycle_fund, shown_account
from pos_app.engine.debts import debt_of
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.records.refer import Referral
from tests.engine.counter import Counter
from tests.engine.golden_referral import (
    ReferralExample,
    letter_of,
    number_of,
    referral_examples,
)

EXAMPLES = {example.name: example for example in referral_examples("R")}
SKIPS = {
    "NO_SPONSOR": "no sponsor",
    "BELOW_MINIMUM": "below minimum",
    "NO_OWN_PURCHASE": "sponsor has no own order to refund",
}


class Played:
    """One example on one counter."""

    def __init__(self, example: ReferralExample) -> None:
        self.book = MemoryBook()
        self.counter = Counter(self.book)
        self.counter.adopt("R", "M2", changes={"hold_days": 0, **example.parameters})

    def play(self, event: list[Any]) -> dict[str, Any]:
        """Do one event; return its figures as the rulebook's file names them."""
        kind, *what = event
        result: dict[str, Any] = getattr(self, f"_{kind}")(*what)
        return result

    def _sale(self, ref: str, member: str, base: int, sponsor: str | None = None) -> dict[str, Any]:
        named = number_of(sponsor) if sponsor else None
        before = -self.book.balance("SRC:S1")
        sale = self.counter.sell(number_of(member), base, sponsor=named)
        assert sale.ref == ref
        (decision,) = self.counter.last_decisions
        if decision.reason:
            return {"pay": 0, "C": 0, "skip": SKIPS[decision.reason]}
        (settled,) = self.counter.last_settled
        referral = self.book.get(Referral, 1, sale.number)
        assert referral is not None
        bases = [
            each
            for each in self.book.records(Referral)
            if each.counts and (each.sponsor, each.cycle) == (referral.sponsor, referral.cycle)
        ]
        found: dict[str, Any] = {
            "pay": referral.rewarded,
            "C": settled.concession,
            "skip": None,
            "offset": referral.offset,
            "stage": len(bases),
            "short": referral.short,
            "cycle": f"{letter_of(referral.sponsor)}#{referral.cycle}",
        }
        if len(bases) == 3:
            found["returned"] = settled.concession - (-self.book.balance("SRC:S1") - before)
        return found

    def _ret(self, ref: str, base: int) -> dict[str, Any]:
        sale = self.counter.sale(int(ref[1:]))
        (back,) = self.counter.take_back(sale.number, base)
        found = {"claw": back.from_wallet, "back": back.to_merchant}
        if sale.sponsor is None:
            return {**found, "net_from_refund": back.netted}
        return {**found, "debt": back.debt}

    def _spend(self, member: str, amount: int) -> dict[str, Any]:
        self.counter.pay_out(number_of(member), "CASH", amount)
        return {}

    def balances(self) -> dict[str, int]:
        """Every account that is not zero, as the rulebook writes it."""
        return {
            shown_account(
                each.name, kinds={"R": "M2"}, stores=1, member_ref=letter_of
            ): each.balance
            for each in self.book.records(Account)
            if each.balance
        }

    def shown(self) -> tuple[str, str, str]:
        """The last three cells of a row: cycle funds, cash, debts; `-` for none."""
        funds, cash, debts = [], [], []
        for name, balance in self.balances().items():
            head, _, who = name.rpartition(":")
            funds += [f"{who} {balance}"] if head == "FUND:R3" else []
            cash += [f"{who} {balance}"] if head == "CASH" else []
        for number in range(1, 10):
            owed = debt_of(self.book, 1, member=number)
            debts += [f"{letter_of(number)} {owed}"] if owed else []
        return (", ".join(funds) or "-", ", ".join(cash) or "-", ", ".join(debts) or "-")


@pytest.mark.parametrize("name", list(EXAMPLES))
def test_the_worked_example_comes_out_to_the_fen(name: str) -> None:
    """An independent model computed the examples; ours must agree at every step."""
    example = EXAMPLES[name]
    played = Played(example)
    for number, ((event, result), row) in enumerate(
        zip(example.steps, example.rows, strict=True), start=1
    ):
        found = played.play(event)

        assert (number, found) == (number, result)
        assert (number, played.shown()) == (number, row[5:])

    assert played.balances() == example.final


def test_r7_own_purchases_are_no_referrals() -> None:
    """R7: a public program pays 15000 of 18000 for six purchases of one's own."""
    counter = Counter(MemoryBook())
    counter.adopt("R", "M2", changes={"hold_days": 0, "min_order": 3000})
    for _ in range(12):
        counter.sell(1, 3000)

    assert counter.book.balance("CASH:1") == 0
    assert counter.book.balance("SRC:S1") == 0
    assert counter.book.balance(cycle_fund("R", 1, number=1)) == 0
