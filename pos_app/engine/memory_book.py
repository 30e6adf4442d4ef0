"""A Book in dictionaries and sorted keys: tests, replay of the journal, what-if."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, cast

from pos_app.domain.flow import Flow, FlowTally
from pos_app.domain.made_alike import made_alike
from pos_app.domain.moment import Day, Instant
from pos_app.domain.money import Fen
from pos_app.domain.picked import getter
from pos_app.domain.record import Fields, Index, R, Record, Value, Values
from pos_app.domain.transfer import Account, Transfer
from pos_app.engine.accounts import wallet
from pos_app.engine.book import Payment, day_of, kept
from pos_app.engine.memory_shelf import BEHIND, Position, Shelf, sortable

_FIRST_CHUNK = 8
_LARGEST_CHUNK = 256


class MemoryBook:
    """A Book that lives as long as the program; nothing is ever taken back.

    A verb that refuses has written nothing, so no undoing is needed.
    """

    def __init__(self, *, entry: int = 0) -> None:
        self.entry = entry
        """The journal entry that transfers are given."""
        self.rows_read = 0
        """How many records `scan` has yielded: the cost of a settlement, for tests."""
        self._shelves: dict[type[Record], Shelf] = {}
        self._balances: dict[str, int] = {}
        self._transfers = 0
        self._at = Instant(0)
        self._tally = FlowTally()
        self._day: Day | None = None

    def get(self, kind: type[R], *key: Value) -> R | None:
        """Return the record with this key, as last put, or None."""
        shelf = self._shelves.get(kind)
        return None if shelf is None else cast("R | None", shelf.records.get(key))

    def read_ahead(self, kind: type[Record], keys: Iterable[tuple[Value, ...]]) -> None:
        """Do nothing: all of it is at hand; see `Book.read_ahead`."""

    def values_of(
        self, kind: type[Record], fields: Fields, keys: Iterable[Values]
    ) -> dict[Values, Values]:
        """Return fields of the records that there are; see `Book.values_of`."""
        records, pick = self._shelf(kind).records, getter(fields)
        return {key: pick(records[key]) for key in keys if key in records}

    def put(self, record: Record) -> None:
        """Write a record; an append-only one written twice is a bug and stops."""
        self._shelf(type(record)).put(record)

    def put_all(self, records: Collection[Record]) -> None:
        """Write many records; see `Book.put_all`."""
        for record in records:
            self.put(record)

    def put_each(self, like: Record, fields: Fields, rows: Sequence[Values]) -> None:
        """Put one new record after the other; see `Book.put_each`."""
        kind: Any = type(like)
        make = made_alike(kind, fields)
        shelf = self._shelf(kind)
        for row in rows:
            record = make(like, row)
            if shelf.key_of(record) in shelf.records:
                message = f"{record} was to be new"
                raise ValueError(message)
            self.put(record)

    def change_each(self, kind: type[Record], fields: Fields, rows: Sequence[Values]) -> None:
        """Put one changed record after the other; see `Book.change_each`."""
        known: Any = kind
        make = made_alike(known, fields)
        width = len(kind.KEY)
        for row in rows:
            self.put(make(kept(self, kind, *row[:width]), row[width:]))

    def scan(
        self, index: Index[R], *prefix: Value, after: tuple[Value, ...] = (), backward: bool = False
    ) -> Iterator[R]:
        """Read records in index order; see `Book.scan`."""
        shelf = self._shelf(index.record)
        keys = shelf.ordered(index).keys
        low, high = _bounds(prefix, after=after, backward=backward)
        chunk = _FIRST_CHUNK
        while positions := list(
            islice(keys.irange(low, high, (True, False), reverse=backward), chunk)
        ):
            for position in positions:
                key = keys.get(position)
                if key is not None:
                    self.rows_read += 1
                    yield cast("R", shelf.records[key])
            if len(positions) < chunk:
                return
            chunk = min(2 * chunk, _LARGEST_CHUNK)
            if backward:
                high = positions[-1]
            else:
                low = (*positions[-1], BEHIND)

    def read(
        self, index: Index[R], *prefix: Value, most: int, after: tuple[Value, ...] = ()
    ) -> list[R]:
        """Read at most so many records; see `Book.read`."""
        return list(islice(self.scan(index, *prefix, after=after), most))

    def values(
        self, index: Index[Any], *prefix: Value, fields: Fields, most: int, after: Values = ()
    ) -> list[Values]:
        """Read fields of at most so many records; see `Book.values`."""
        return [*map(getter(fields), self.read(index, *prefix, most=most, after=after))]

    def count(
        self,
        index: Index[R],
        *prefix: Value,
        after: tuple[Value, ...] = (),
        before: tuple[Value, ...] = (),
    ) -> int:
        """Count by two binary searches; see `Book.count`."""
        keys = self._shelf(index.record).ordered(index).keys
        low, high = _bounds(prefix, after=after, backward=False)
        if before:
            high = sortable((*prefix, *before))
        return max(0, keys.bisect_left(high) - keys.bisect_left(low))

    def lighten(self) -> None:
        """Do nothing: what is in memory stays there; see `Book.lighten`."""

    def last_number(self, kind: type[Record]) -> int:
        """Return the largest key of a kind keyed by one number, or 0."""
        shelf = self._shelves.get(kind)
        return 0 if shelf is None else shelf.last_number

    def balance(self, account: str) -> int:
        """Return credits less debits of an account."""
        return self._balances.get(account, 0)

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
        """Append a transfer and move both balances; see `Book.post`."""
        if amount == 0:
            return
        if amount < 0 or debit == credit:
            message = f"{debit} -> {credit} {amount} is no transfer"
            raise ValueError(message)
        self._transfers += 1
        self.put(
            Transfer(
                number=self._transfers,
                entry=self.entry,
                effective_at=self._at,
                debit=debit,
                credit=credit,
                amount=amount,
                why=why,
                sale=sale,
                funded_by=funded_by,
                program=program,
            )
        )
        self._tally.add(
            self._effective_day(), debit, credit, amount=amount, why=why, program=program
        )
        self._balances[debit] = self._balances.get(debit, 0) - amount
        self._balances[credit] = self._balances.get(credit, 0) + amount

    def post_each(
        self, debit: str, purse: str, payments: Sequence[Payment], *, why: str, program: int
    ) -> None:
        """Post one payment after the other; see `Book.post_each`."""
        for holder, amount, sale in payments:
            credit = wallet(purse, holder)
            if amount == 0:
                message = f"{debit} pays nothing to {credit}"
                raise ValueError(message)
            self.post(debit, credit, amount, why=why, sale=sale, funded_by=sale, program=program)

    @property
    def effective_at(self) -> Instant:
        """The instant that transfers are dated with."""
        return self._at

    def open_entry(self, number: int, at: Instant) -> None:
        """Book what follows under a journal entry, dated with its instant."""
        self.entry = number
        self.date_at(at)

    def date_at(self, at: Instant) -> None:
        """Set `effective_at` for what follows."""
        self._at = at
        self._day = None

    def _effective_day(self) -> Day:
        if self._day is None:
            self._day = day_of(self)
        return self._day

    def records(self, kind: type[R]) -> list[R]:
        """All records of a kind in key order, accounts too: for comparing two books."""
        if kind is Account:
            accounts = [Account(name, self._balances[name]) for name in sorted(self._balances)]
            return cast("list[R]", accounts)
        if kind is Flow:
            sums = self._tally.sums
            flows = [Flow(*key, Fen(sums[key])) for key in sorted(sums)]
            return cast("list[R]", flows)
        shelf = self._shelf(kind)
        return cast("list[R]", [shelf.records[key] for key in sorted(shelf.records, key=sortable)])

    def kinds(self) -> list[type[Record]]:
        """The kinds of record that were ever put, by table name."""
        kept = [kind for kind, shelf in self._shelves.items() if shelf.records]
        return sorted(kept, key=lambda kind: kind.TABLE)

    def _shelf(self, kind: type[Record]) -> Shelf:
        shelf = self._shelves.get(kind)
        if shelf is None:
            shelf = self._shelves[kind] = Shelf(kind)
        return shelf


def _bounds(
    prefix: tuple[Value, ...], *, after: tuple[Value, ...], backward: bool
) -> tuple[Position, Position]:
    """The first and last position that a scan may meet."""
    low: Position = sortable(prefix)
    high: Position = (*low, BEHIND)
    if after and backward:
        high = sortable((*prefix, *after))
    elif after:
        low = (*sortable((*prefix, *after)), BEHIND)
    return low, high
