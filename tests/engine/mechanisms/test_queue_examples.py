"""The worked examples Q1 to Q11 of the rulebook, event by event."""

import pytest

from pos_app.domain.transfer import Account
from pos_app.engine.accounts import queue_exit_fund, queue_pool, shown_account
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.outcomes import TakenBack
from pos_app.engine.records.queue import (
    CANCELLED,
    TICKETS,
    WAITING,
    Allocation,
)
from pos_app.engine.undo import VoidRefused
from tests.engine.counter import Counter
from tests.engine.golden import Example, Step, TicketsShown, queue_examples

EXAMPLES = {example.name: example for example in queue_examples()}


class Played:
    """One example on one counter."""

    def __init__(self, example: Example) -> None:
        self.book = MemoryBook()
        self.counter = Counter(self.book)
        changes = {k: v for k, v in example.parameters.items() if k != "preset"}
        self.store = "" if changes.get("scope") == "ALLIANCE" else "S1"
        self.counter.adopt(
            "Q", "M1", preset=example.parameters.get("preset"), changes={"hold_days": 0, **changes}
        )
        self.result: dict[str, object] = {}

    def play(self, step: Step) -> dict[str, int]:
        """Do one event; return what was paid, by ticket and reason."""
        kind, *what = step.event
        before = len(self.book.records(Allocation))
        getattr(self, f"_{kind}")(*what)
        paid: dict[str, int] = {}
        for each in self.book.records(Allocation)[before:]:
            name = f"s{each.sale}.{each.part}:{each.why}"
            paid[name] = paid.get(name, 0) + each.amount
        return paid

    def shown(self) -> TicketsShown:
        """Tickets in the order of their seats, those without one last, waiting counted."""
        tickets = list(self.book.scan(TICKETS))
        seen = [each for each in tickets if each.state not in {WAITING, CANCELLED}]
        seen.sort(key=lambda each: (each.seq or 10**9, each.sale, each.part))
        return TicketsShown(
            tuple((f"s{t.sale}", t.part, t.received, t.target, t.state) for t in seen),
            sum(each.state == WAITING for each in tickets),
        )

    def balances(self) -> dict[str, int]:
        """Every account that is not zero, as the rulebook writes it."""
        found: dict[str, int] = {}
        stores = 1 if self.store else 2
        for account in self.book.records(Account):
            name = shown_account(
                account.name,
                kinds={"Q": "M1"},
                stores=stores,
                member_ref=lambda number: "ABCDEFG"[number - 1],
            )
            if account.balance:
                found[name] = account.balance
        return found

    def _sale(
        self,
        ref: str,
        member: str,
        base: int,
        sponsor: str | None,
        where: dict[str, str] | None = None,
    ) -> None:
        sale = self.counter.sell(
            _number(member),
            base,
            sponsor=_number(sponsor) if sponsor else None,
            store=(where or {}).get("store", "S1"),
        )
        assert sale.ref == ref
        self.result = {"C": sum(each.concession for each in self.counter.last_settled)}

    def _exit(self, ref: str) -> None:
        self.result = {"voucher": self.counter.leave(int(ref[1:]))}

    def _ret(self, ref: str, base: int, voluntary: bool) -> None:  # noqa: FBT001 - the file's own column
        reason = "voluntary" if voluntary else "defect"
        (back,) = self.counter.take_back(int(ref[1:]), base, reason=reason)
        self.result = _as_golden(back, base)

    def _void(self, ref: str) -> None:
        try:
            self.counter.void(int(ref[1:]))
        except VoidRefused:
            self.result = {"ok": False}
        else:
            self.result = {"ok": True}

    def _spend(self, member: str, amount: int) -> None:
        self.counter.pay_out(_number(member), "CASH", amount)
        self.result = {}


def _number(member: str) -> int:
    return "ABCDEFG".index(member) + 1


def _as_golden(back: TakenBack, base: int) -> dict[str, object]:
    return {
        "X": back.wanted,
        "from_wallet": back.from_wallet,
        "cut_from_refund": back.netted,
        "absorbed": back.absorbed,
        "merchant_back": back.to_merchant,
        "voucher_back": back.voucher_back,
        "pay_customer": base - back.from_refund,
    }


@pytest.mark.parametrize("name", list(EXAMPLES))
def test_the_worked_example_comes_out_to_the_fen(name: str) -> None:
    """An independent model computed the examples; ours must agree at every step."""
    example = EXAMPLES[name]
    played = Played(example)
    for number, step in enumerate(example.steps, start=1):
        paid = played.play(step)

        assert (number, paid) == (number, step.paid)
        assert (number, played.result) == (number, step.result)
        assert played.book.balance(queue_pool("Q", played.store)) == step.pool
        assert played.book.balance(queue_exit_fund("Q", played.store)) == step.exit_fund
        assert (number, played.shown()) == (number, step.shown)

    assert played.balances() == example.final
