"""The fund of one cycle: a lot of each referral, first in first out (4.4, 4.8).

The fund of a cycle never pays another. Each lot remembers what of it was paid and what
went back to its store, so that no store gets back more than it put in.
"""

from dataclasses import replace

from pos_app.domain.money import Fen
from pos_app.domain.program import Program
from pos_app.domain.transfer import TRANSFERS_OF_SALE
from pos_app.engine.accounts import cycle_fund, source, wallet
from pos_app.engine.book import Book
from pos_app.engine.records.refer import REFERRALS_OF_CYCLE, ReferCycle, Referral

CASH = "CASH"
_VOIDED = "M2.VOIDED"


class CycleFund:
    """A cycle's referrals and money during one event; `write` keeps the lots."""

    def __init__(self, book: Book, program: Program, cycle: ReferCycle, *, cause: int) -> None:
        """`cause` is the sale that the event is about, 0 when it is none."""
        self.book = book
        self.program = program
        self.account = cycle_fund(program.name, cycle.member, number=cycle.number)
        self.sponsor = wallet(CASH, cycle.member)
        self.lots: list[Referral] = list(
            book.scan(REFERRALS_OF_CYCLE, program.number, cycle.member, cycle.number)
        )
        self._cause = cause or None

    @property
    def balance(self) -> int:
        """What is in the fund."""
        return sum(lot.left for lot in self.lots)

    @property
    def bases(self) -> list[int]:
        """B of every referral that counts, in the order settled."""
        return [lot.base for lot in self.lots if lot.counts]

    def put_in(self, referral: Referral) -> None:
        """Add a referral's concession: `SRC:<store> -> FUND:R3:<cycle>`."""
        self._post(source(referral.store), self.account, referral.conceded, why="M2.CONCESSION")
        self.lots.append(referral)

    def change(self, sale: int, **fields: object) -> None:
        """Change fields of one referral."""
        at = self._place(sale)
        self.lots[at] = replace(self.lots[at], **fields)  # type: ignore[arg-type]

    def pay(self, amount: int) -> None:
        """Pay the sponsor, the oldest lots first; the fund has it."""
        for at, lot in enumerate(self.lots):
            now = min(amount, lot.left)
            self._post(self.account, self.sponsor, now, why="M2.STAGE", funded_by=lot.sale)
            self.lots[at] = replace(lot, paid=Fen(lot.paid + now))
            amount -= now

    def take_back(self, amount: int, *, first: int = 0) -> None:
        """Take what was paid back into the lots: of the sale `first`, then the latest.

        What was paid of an older debt has no lot; it joins the latest one as paid less.
        """
        self._post(self.sponsor, self.account, amount, why="M2.TAKEN_BACK")
        self._unpay(amount, first=first)

    def give_back(self, amount: int, *, first: int) -> None:
        """Give stores what is in the fund: one sale's lot first, swapping what was paid.

        What another lot holds goes to the store of `first` only as far as that lot's own
        money was paid out instead; beyond that to the lot's own store.
        """
        own = self._place(first)
        amount -= self._return(own, amount)
        for at, lot in enumerate(self.lots):
            swapped = min(amount, lot.left, self.lots[own].paid) if at != own else 0
            if swapped:
                mine = self.lots[own]
                self.lots[own] = replace(mine, paid=Fen(mine.paid - swapped))
                self.lots[at] = replace(lot, paid=Fen(lot.paid + swapped))
                amount -= self._return(own, swapped)
        for at in range(len(self.lots)):
            amount -= self._return(at, amount)

    def sweep(self) -> int:
        """Give every lot's rest back to its store; return the sum."""
        return sum(self._return(at, lot.left) for at, lot in enumerate(self.lots))

    def refund_stores(self, amount: int) -> int:
        """Take what was paid from the sponsor straight to the stores that paid it.

        Returns what no lot of the cycle had paid: it had been set off against a debt.
        """
        for at in reversed(range(len(self.lots))):
            lot = self.lots[at]
            now = min(amount, lot.paid)
            self._post(self.sponsor, source(lot.store), now, why="M2.TAKEN_BACK")
            self.lots[at] = replace(lot, paid=Fen(lot.paid - now), back=Fen(lot.back + now))
            amount -= now
        return amount

    def undo_settlement(self, sale: int) -> None:
        """Turn every transfer round that a referral's settlement made; for a void.

        Only when nothing has happened to the cycle since.
        """
        made = [
            each
            for each in self.book.scan(TRANSFERS_OF_SALE, sale)
            if each.program == self.program.number
            and self.account in {each.debit, each.credit}
            and each.why != _VOIDED
        ]
        for each in reversed(made):
            self._post(each.credit, each.debit, each.amount, why=_VOIDED)
            lot = self.lots[at := self._place(each.funded_by or sale)]
            if each.credit == self.account:
                self.lots[at] = replace(lot, back=Fen(lot.back + each.amount))
            elif each.credit == self.sponsor:
                self.lots[at] = replace(lot, paid=Fen(lot.paid - each.amount))
            else:
                self.lots[at] = replace(lot, back=Fen(lot.back - each.amount))

    def write(self) -> None:
        """Keep the lots."""
        for lot in self.lots:
            if self.book.get(Referral, lot.program, lot.sale) != lot:
                self.book.put(lot)

    def _unpay(self, amount: int, *, first: int) -> None:
        places = sorted(
            range(len(self.lots)), key=lambda at: (self.lots[at].sale == first, at), reverse=True
        )
        for at in places:
            lot = self.lots[at]
            now = min(amount, lot.paid)
            self.lots[at] = replace(lot, paid=Fen(lot.paid - now))
            amount -= now
        if amount:
            lot = self.lots[places[0]]
            self.lots[places[0]] = replace(lot, paid=Fen(lot.paid - amount))

    def _return(self, at: int, most: int) -> int:
        lot = self.lots[at]
        now = max(0, min(most, lot.left))
        self._post(self.account, source(lot.store), now, why="M2.BACK", funded_by=lot.sale)
        self.lots[at] = replace(lot, back=Fen(lot.back + now))
        return now

    def _place(self, sale: int) -> int:
        return next(at for at, lot in enumerate(self.lots) if lot.sale == sale)

    def _post(
        self, debit: str, credit: str, amount: int, *, why: str, funded_by: int | None = None
    ) -> None:
        self.book.post(
            debit,
            credit,
            amount,
            why=why,
            sale=self._cause,
            funded_by=funded_by,
            program=self.program.number,
        )
