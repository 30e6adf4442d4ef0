"""Why a program's pool holds what it holds: who put it in, whose sales it is of."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from pos_app.actions.why.why_names import Names, SaleNamed
from pos_app.domain.moment import Day
from pos_app.domain.money import NOTHING, Fen
from pos_app.domain.program import PROGRAMS_BY_NAME, PROGRAMS_BY_PRIORITY, Program
from pos_app.engine.accounts import program_of_pot, wallet
from pos_app.engine.book import Book
from pos_app.engine.records.circular import CircleHolder
from pos_app.engine.records.pool import OPEN_POOL_LOTS, POOL_FUNDINGS
from pos_app.engine.records.queue import FUNDINGS, OPEN_LOTS, QUEUES
from pos_app.engine.records.refer import OPEN_CYCLES, REFERRALS_OF_CYCLE
from pos_app.engine.wallet_lots import VOUCHERS
from pos_app.errors import NotFound
from pos_app.reports.program_sums import ProgramSums, program_sums
from pos_app.shop import Shop
from pos_app.storage.flow_sums import flows_from, pots_now
from pos_app.storage.store_points import points_of_store
from pos_app.storage.unit_of_work import Look

_LOTS = 200
_FIRST = Day("")
"""Before every day."""


@dataclass(frozen=True, slots=True)
class PotHeld:
    """What one pool or fund of the program holds."""

    group: str
    held: Fen


@dataclass(frozen=True, slots=True)
class PutIn:
    """What one store has put into the program and got back."""

    store: str
    put_in: Fen
    got_back: Fen


@dataclass(frozen=True, slots=True)
class StoreHolds:
    """What a store has itself of what the program gives: M4 points, M6 energy."""

    store: str
    points: int
    """Green points in force."""
    energy: Fen
    weight: int
    vouchers: Fen
    """In its own purse now, of all programs."""

    @property
    def has_any(self) -> bool:
        """Whether the program gives the store anything itself."""
        return bool(self.points or self.energy or self.weight)


@dataclass(frozen=True, slots=True)
class LotLeft:
    """Undistributed money of one sale; paid out first-in first-out."""

    sale: SaleNamed | None
    granted: Fen
    left: Fen


@dataclass(frozen=True, slots=True)
class PoolWhy:
    """A program's pool and funds, by store and by sale."""

    name: str
    kind: str
    pots: tuple[PotHeld, ...]
    sums: ProgramSums
    """How it came to what it holds, from its first day on."""
    stores: tuple[PutIn, ...]
    held_by_stores: tuple[StoreHolds, ...]
    """Of stores that the program gives a part of their own, as a buyer's."""
    lots: tuple[LotLeft, ...]
    """The first in turn; empty where a pool is divided by points, not by sales."""


def why_pool(shop: Shop, program: int | str) -> PoolWhy:
    """Return where a program's money came from; by number, or by name.

    Raises:
        NotFound: no program has the number or the name.
    """
    with shop.storage.read() as view:
        book = view.book
        found = _found(book, program)
        names = Names(book)
        pots = pots_now(view.connection)
        programs = tuple(book.scan(PROGRAMS_BY_PRIORITY))
        sums = program_sums(programs, flows_from(view.connection, _FIRST), opening={})
        stores = tuple(_stores(book, found.number))
        held = [_held(view, found, store=each.store) for each in stores]
        return PoolWhy(
            name=found.name,
            kind=found.kind,
            pots=tuple(
                PotHeld(group, sum_)
                for group, sum_ in sorted(pots.items())
                if program_of_pot(group, (found.name,)) == found.name
            ),
            sums=next(each for each in sums if each.number == found.number),
            stores=stores,
            held_by_stores=tuple(each for each in held if each.has_any),
            lots=tuple(islice(_lots(book, names, found.number), _LOTS)),
        )


def _found(book: Book, program: int | str) -> Program:
    found = (
        book.get(Program, program)
        if isinstance(program, int)
        else next(book.scan(PROGRAMS_BY_NAME, program), None)
    )
    if found is None:
        raise NotFound("program", str(program))
    return found


def _stores(book: Book, program: int) -> Iterator[PutIn]:
    sums: dict[str, tuple[int, int]] = {}
    for queue in book.scan(FUNDINGS, program):
        put_in, got_back = sums.get(queue.funder, (0, 0))
        sums[queue.funder] = (put_in + queue.put_in, got_back + queue.got_back)
    for pool in book.scan(POOL_FUNDINGS, program):
        put_in, got_back = sums.get(pool.funder, (0, 0))
        sums[pool.funder] = (put_in + pool.put_in, got_back + pool.got_back)
    for store, (put_in, got_back) in sorted(sums.items()):
        yield PutIn(store, Fen(put_in), Fen(got_back))


def _held(view: Look, program: Program, *, store: str) -> StoreHolds:
    holder = view.book.get(CircleHolder, program.number, f"@{store}")
    return StoreHolds(
        store,
        points=points_of_store(view.connection, program.number, store=store),
        energy=holder.energy if holder is not None else NOTHING,
        weight=holder.shares if holder is not None else 0,
        vouchers=Fen(view.book.balance(wallet(VOUCHERS, f"@{store}"))),
    )


def _lots(book: Book, names: Names, program: int) -> Iterator[LotLeft]:
    for queue in book.scan(QUEUES, program):
        for lot in book.scan(OPEN_LOTS, program, queue.store):
            yield LotLeft(names.sale(lot.sale), lot.granted, lot.left)
    for each in book.scan(OPEN_POOL_LOTS, program):
        yield LotLeft(names.sale(each.sale), each.granted, each.left)
    for cycle in book.scan(OPEN_CYCLES, program):
        for referral in book.scan(REFERRALS_OF_CYCLE, program, cycle.member, cycle.number):
            if referral.left:
                yield LotLeft(names.sale(referral.sale), referral.conceded, Fen(referral.left))
