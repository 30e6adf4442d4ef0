"""Very many payments into purses, written at one go (decision 0035)."""

from collections.abc import Sequence
from itertools import count
from typing import Any, NamedTuple

from pos_app.domain.flow import FlowTally
from pos_app.domain.moment import Day, Instant
from pos_app.domain.transfer import Transfer
from pos_app.engine.accounts import wallet
from pos_app.engine.book import Payment
from pos_app.storage.accounts import Accounts
from pos_app.storage.flow_rows import write_flows
from pos_app.storage.row_writing import insert_alike
from pos_app.storage.transfer_rows import last_transfer

_FIELDS = ("number", "credit", "amount", "sale", "funded_by")


class Payer(NamedTuple):
    """What all payments of a list have in common."""

    entry: int
    at: Instant
    day: Day
    debit: str
    purse: str
    """The kind of the holders' accounts; all of a kind are one group in the flows."""
    why: str
    program: int


def write_payments(driver: Any, payer: Payer, payments: Sequence[Payment]) -> None:
    """Write a transfer for each payment, the balances that move and the day's flow."""
    names = [wallet(payer.purse, holder) for holder, _, _ in payments]
    amounts = [amount for _, amount, _ in payments]
    accounts = Accounts(driver, [])
    accounts.pay(payer.debit, names, amounts)
    numbers = accounts.flush()
    rows = [
        (number, numbers[name], amount, sale, sale)
        for number, name, (_, amount, sale) in zip(
            count(last_transfer(driver) + 1), names, payments, strict=False
        )
    ]
    alike = (payer.entry, payer.at, numbers[payer.debit], payer.why, payer.program)
    insert_alike(driver, Transfer, fields=_FIELDS, rows=rows, alike=alike)
    tally = FlowTally()
    tally.add(
        payer.day,
        payer.debit,
        wallet(payer.purse, ""),
        amount=sum(amounts),
        why=payer.why,
        program=payer.program,
    )
    write_flows(driver, tally)
