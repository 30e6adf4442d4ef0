"""What a reward mechanism may read and write, in memory or on the shop's file.

Mechanisms talk to nothing else. A book is one unit of work: all of it is kept or none.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, Protocol

from pos_app.domain.moment import Day, Instant, business_day
from pos_app.domain.money import Fen
from pos_app.domain.record import Fields, Index, R, Record, Value, Values
from pos_app.domain.settings import ShopRules
from pos_app.domain.transfer import TRANSFERS, Transfer

_USUAL_RULES = ShopRules()

Payment = tuple[str, Fen, int]
"""The holder who receives, how much, and the sale that funds it."""


class Book(Protocol):
    """Records by key or along an index, and balances that only transfers move."""

    def get(self, kind: type[R], *key: Value) -> R | None:
        """Return the record with this key, as last put, or None."""
        ...

    def read_ahead(self, kind: type[Record], keys: Iterable[tuple[Value, ...]]) -> None:
        """Look up at one go what `get` is about to be asked for, key by key."""
        ...

    def values_of(
        self, kind: type[Record], fields: Fields, keys: Iterable[Values]
    ) -> dict[Values, Values]:
        """Return these fields of the records that there are of these keys.

        For very many at once. Truths may come as 0 and 1.
        """
        ...

    def put(self, record: Record) -> None:
        """Write a record, replacing the one with the same key."""
        ...

    def put_all(self, records: Collection[Record]) -> None:
        """Write many records of one kind at one go; the same as putting each."""
        ...

    def put_each(self, like: Record, fields: Fields, rows: Sequence[Values]) -> None:
        """Write a new record for each row: like this one, but for the fields named.

        For very many at once. No scan may be open. One that exists is a bug and stops.
        """
        ...

    def change_each(self, kind: type[Record], fields: Fields, rows: Sequence[Values]) -> None:
        """Change these fields of records; a row is the record's key, then the values.

        For very many at once. No scan may be open.
        """
        ...

    def scan(
        self, index: Index[R], *prefix: Value, after: tuple[Value, ...] = (), backward: bool = False
    ) -> Iterator[R]:
        """Read records whose first index fields equal the prefix, in index order.

        Lazy: only what is consumed is read from the file. `after` gives values of the
        following index fields to start behind. Records put while reading are seen as
        they were when the scan began or as they are now, never twice; a record already
        yielded may be put again freely.
        """
        ...

    def read(
        self, index: Index[R], *prefix: Value, most: int, after: tuple[Value, ...] = ()
    ) -> list[R]:
        """Read at most so many records along an index at one go, as `scan` does."""
        ...

    def values(
        self, index: Index[Any], *prefix: Value, fields: Fields, most: int, after: Values = ()
    ) -> list[Values]:
        """Read these fields of what `read` would give; truths may come as 0 and 1.

        For very many at once: a record for each would cost more than what is done with it.
        """
        ...

    def count(
        self,
        index: Index[R],
        *prefix: Value,
        after: tuple[Value, ...] = (),
        before: tuple[Value, ...] = (),
    ) -> int:
        """Count records strictly between two places of an index, without reading them.

        For what a screen shows; no rule about money may depend on it.
        """
        ...

    def lighten(self) -> None:
        """Write what was put and forget what was read; still all is kept or none.

        For work over more records than memory should hold. No scan may be open.
        """
        ...

    def last_number(self, kind: type[Record]) -> int:
        """Return the largest key of a kind keyed by one number, or 0."""
        ...

    def balance(self, account: str) -> int:
        """Return credits less debits of an account; 0 when it was never used."""
        ...

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
        """Append a transfer at `effective_at` and move both balances; amount above zero.

        An amount of zero posts nothing. Below zero is a bug and stops.
        """
        ...

    def post_each(
        self, debit: str, purse: str, payments: Sequence[Payment], *, why: str, program: int
    ) -> None:
        """Append a transfer into the holder's purse for each payment, as `post` does.

        Each belongs to the sale that funds it. For very many at once: no scan may be
        open. Paying nothing is a bug and stops.
        """
        ...

    @property
    def effective_at(self) -> Instant:
        """The instant that transfers are dated with: the event's, or its due time."""
        ...

    def date_at(self, at: Instant) -> None:
        """Set `effective_at` for what follows."""
        ...

    def open_entry(self, number: int, at: Instant) -> None:
        """Book what follows under a journal entry, dated with its instant."""
        ...


def kept(book: Book, kind: type[R], *key: Value) -> R:
    """Return a record that another one names; without it the file is damaged."""
    found = book.get(kind, *key)
    if found is None:
        message = f"there is no {kind.__name__} {key}"
        raise LookupError(message)
    return found


def transfers_since(book: Book, entry: int) -> Iterator[Transfer]:
    """Yield what was posted after a journal entry, in order.

    Transfers are numbered in the order of their entries, so that the first is found by
    halving, without an index of its own.
    """
    numbers = range(1, book.last_number(Transfer) + 1)
    before = bisect_right(numbers, entry, key=lambda each: kept(book, Transfer, each).entry)
    return book.scan(TRANSFERS, after=(before,))


def rules_of(book: Book) -> ShopRules:
    """Return the rules in force, or those of a new shop that has set none."""
    return book.get(ShopRules, 1) or _USUAL_RULES


def day_of(book: Book) -> Day:
    """Return the business day that what is being done belongs to (rulebook 1.3)."""
    return business_day(book.effective_at, rules_of(book).cutoff_minutes)
