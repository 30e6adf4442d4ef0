"""The half of a book on file that moves money, dated and under an entry."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

from pos_app.domain.flow import Flow
from pos_app.domain.moment import Day, Instant
from pos_app.domain.record import Record
from pos_app.domain.transfer import Account, Transfer
from pos_app.engine.book import Payment
from pos_app.storage.accounts import Accounts
from pos_app.storage.payment_rows import Payer, write_payments
from pos_app.storage.transfer_rows import TransferRows

_NO_EFFECT = Instant(0)


class Postings(ABC):
    """What a unit of work posts; it is written with all the rest of the book."""

    def __init__(self, driver_connection: Any, *, writable: bool) -> None:
        self.entry = 0
        """The journal entry that transfers belong to; 0 before the first."""
        self.transfers = 0
        """How many this unit of work has posted."""
        self._driver = driver_connection
        self._writable = writable
        self._effective_at = _NO_EFFECT
        self._day: Day | None = None
        self._start_posting()

    def _start_posting(self) -> None:
        """Have nothing that waits; what was posted before is in the file."""
        self._transfers = TransferRows(self._driver)
        self._accounts = Accounts(self._driver, self._transfers.posted)

    @abstractmethod
    def _leave_to_the_file(self, *kinds: type[Record]) -> None:
        """Have nothing of these kinds at hand, so that rows may change past the book."""

    @abstractmethod
    def _effective_day(self) -> Day:
        """Work out the business day of what is posted, once for each instant."""

    @abstractmethod
    def _keep_posted(self, first: int) -> None:
        """Show what was posted, from one on, to whoever has read transfers along an index."""

    def balance(self, account: str) -> int:
        """Return credits less debits of an account; 0 when it was never used."""
        return self._accounts.balance(account)

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
        """Append a transfer at `effective_at` and move both balances; 0 posts nothing.

        Below zero, both sides the same, or no journal entry to belong to is a bug.
        """
        if amount == 0:
            return
        self._must_write()
        if amount < 0 or debit == credit or not self.entry:
            raise ValueError(f"{debit} -> {credit} {amount} ({why}) in entry {self.entry}")
        self.transfers += 1
        at, day = self._effective_at, self._day or self._effective_day()
        posted = self._transfers.posted
        posted.append((self.entry, at, debit, credit, amount, why, sale, funded_by, program, day))
        self._keep_posted(len(posted) - 1)

    def post_each(
        self, debit: str, purse: str, payments: Sequence[Payment], *, why: str, program: int
    ) -> None:
        """Append a transfer for each payment, as `Book.post_each` says."""
        if not payments:
            return
        self._must_write()
        if not self.entry or any(amount <= 0 for _, amount, _ in payments):
            raise ValueError(f"{debit} pays nothing ({why}) in entry {self.entry}")
        day = self._day or self._effective_day()
        self._leave_to_the_file(Transfer, Account, Flow)
        payer = Payer(self.entry, self._effective_at, day, debit, purse, why, program)
        write_payments(self._driver, payer, payments)
        self.transfers += len(payments)
        self._start_posting()

    @property
    def effective_at(self) -> Instant:
        """The instant that transfers are dated with."""
        return self._effective_at

    def date_at(self, at: Instant) -> None:
        """Set `effective_at` for what follows."""
        self._effective_at = at
        self._day = None

    def open_entry(self, number: int, at: Instant) -> None:
        """Let what follows belong to a journal entry, dated with its time."""
        self.entry = number
        self.date_at(at)

    def _must_write(self) -> None:
        if not self._writable:
            raise TypeError("this book is for reading only")
