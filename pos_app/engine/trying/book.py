"""A book for a what-if: rewards are spent at once, and what is over is forgotten.

The same engine runs on it as on the shop's own books. What members receive leaves their
purses in the same instant, outside the trade that is tried, so that nothing expires and a
return finds nothing to take back (docs/decisions). Transfers, payments between tickets,
lots of purses and due events that are done are not kept: a year of trade must fit.
"""

from collections.abc import Sequence
from copy import copy
from typing import cast

from typing_extensions import override

from pos_app.domain.record import Fields, Record, Values
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.records.green import GreenLot
from pos_app.engine.records.queue import ACTIVE, WAITING, Allocation, Ticket
from pos_app.engine.records.refer import Referral
from pos_app.engine.records.shared import EXPIRE_POINTS, EXPIRE_VOUCHER, Due, WalletLot
from pos_app.engine.trying.claims import CLAIMS, Claims
from pos_app.engine.trying.notes import Notes
from pos_app.engine.trying.sums import Sums

SPENT = "OUT:spent"
"""Where rewards go as soon as they are in a purse."""

_PURSES = ("CASH:", "VCH:", "POINTS:")
_EXPIRIES = frozenset({EXPIRE_POINTS, EXPIRE_VOUCHER})
_FORGOTTEN: frozenset[type[Record]] = frozenset({Allocation, WalletLot})


class WhatIfBook(MemoryBook):
    """A book in memory that sums up while it forgets."""

    def __init__(self) -> None:
        super().__init__()
        self.sums = Sums()
        self.claims = Claims()
        self.notes = Notes()

    @override
    def put(self, record: Record) -> None:
        if _is_forgotten(record):
            return
        if isinstance(record, Due) and record.done:
            self._forget(record)
            return
        kind = type(record)
        if kind in CLAIMS or kind is Referral:
            self._note(record)
        super().put(record)

    @override
    def put_each(self, like: Record, fields: Fields, rows: Sequence[Values]) -> None:
        if not _is_forgotten(like):
            super().put_each(like, fields, rows)

    @override
    def post(
        self,
        debit: str,
        credit: str,
        amount: int,
        *,
        why: str,
        sale: int | None = None,
        funded_by: int | None = None,
        program: int | None = None,
    ) -> None:
        if amount == 0:
            return
        if amount < 0 or debit == credit:
            message = f"{debit} -> {credit} {amount} is no transfer"
            raise ValueError(message)
        self.sums.add(program or 0, debit, credit, amount=amount)
        if credit.startswith(_PURSES):
            credit = SPENT
        balances = self._balances
        balances[debit] = balances.get(debit, 0) - amount
        balances[credit] = balances.get(credit, 0) + amount

    def fork(self) -> "WhatIfBook":
        """A second book that stands as this one does and goes its own way."""
        twin = copy(self)
        twin.part_ways()
        return twin

    def part_ways(self) -> None:
        """Have everything for itself; a copy shares it until then."""
        self._balances = dict(self._balances)
        self._shelves = {kind: shelf.fork() for kind, shelf in self._shelves.items()}
        self.sums = self.sums.fork()
        self.claims = self.claims.fork()
        self.notes = self.notes.fork()

    def _note(self, now: Record) -> None:
        """Sum up what is about to be written."""
        shelf = self._shelf(type(now))
        was = shelf.records.get(shelf.key_of(now))
        if isinstance(now, Ticket) and isinstance(was, Ticket) and was.state == now.state:
            # A sale may pay seven hundred of them.
            paid = now.received - was.received + was.target - now.target
            self.claims.lessen(now.program, paid if now.state in {ACTIVE, WAITING} else 0)
            return
        if isinstance(now, Referral):
            self.notes.of_referral(cast("Referral | None", was), now)
            return
        if isinstance(now, GreenLot):
            lot = cast("GreenLot | None", was)
            self.notes.of_green_lot(lot, now, day=self._effective_day())
        claim_of = CLAIMS[type(now)]
        before = None if was is None else claim_of(was)
        self.claims.change(before, claim_of(now), at=self.effective_at)

    def _forget(self, record: Record) -> None:
        self._shelf(type(record)).remove(record)


def _is_forgotten(record: Record) -> bool:
    """Whether it says no more than that a purse holds money, which is spent at once."""
    return type(record) in _FORGOTTEN or (isinstance(record, Due) and record.what in _EXPIRIES)
