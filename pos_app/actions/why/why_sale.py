"""Why a sale moved what it moved: each fen with the sale that funded it."""

from collections.abc import Iterator
from dataclasses import dataclass

from pos_app.actions.why.why_names import Moved, Names, PersonNamed, SaleNamed
from pos_app.domain.flow import group_of
from pos_app.domain.money import Fen
from pos_app.domain.program import Program
from pos_app.domain.refusals.sale import UnknownSale
from pos_app.domain.sale import FLAGS_OF_SALE, SALES_BY_REF, Sale
from pos_app.domain.transfer import TRANSFERS_OF_SALE, Transfer
from pos_app.domain.whole_number import record_number
from pos_app.engine.accounts import queue_pool
from pos_app.engine.book import Book, kept
from pos_app.engine.gained import brought
from pos_app.engine.mechanism import Brought
from pos_app.engine.records.draw import DRAW_ROUNDS, PICKS_OF_ROUND, DrawEntry
from pos_app.engine.records.queue import (
    ALLOCATIONS_OF_LOT,
    ALLOCATIONS_OF_SALE,
    LOTS_OF_SALE,
    Allocation,
    Lot,
    Ticket,
)
from pos_app.engine.records.refer import REFERRALS_OF_CYCLE, Referral
from pos_app.engine.records.shared import ENROLMENTS, Enrolment
from pos_app.shop import Shop

_MEMBERS = ("POINTS:", "CASH:", "VCH:", "PTS:", "LOCK:")


@dataclass(frozen=True, slots=True)
class ProgramWhy:
    """What one program decided about a sale."""

    name: str
    kind: str
    state: str
    """PENDING, SETTLED, SKIPPED, DROPPED or VOIDED."""
    reason: str
    """Why it did not join or was dropped; empty when it joined."""
    base: Fen
    concession: Fen
    left: Fen
    """Of its own concession, still in the queue's pool."""
    brought: Brought
    """In what the program counts, to buyer and store; nothing while the sale is held."""


@dataclass(frozen=True, slots=True)
class SaleWhy:
    """A sale's rewards, forward and back; all in fen."""

    sale: SaleNamed
    person: PersonNamed | None
    total: Fen
    programs: tuple[ProgramWhy, ...]
    flags: tuple[tuple[str, SaleNamed | None], ...]
    """What a manager may want to look at, with the sale that it is about."""
    moved: tuple[Moved, ...]
    """Put in, kept back, given back, spent: everything that paid no member."""
    caused: tuple[Moved, ...]
    """Paid to members in its name, each with the sale that funded it."""
    funded: tuple[Moved, ...]
    """Paid later out of its own money, in another sale's name."""
    received: tuple[Moved, ...]
    """What its tickets in the queue got, each with the sale that funded it."""


def why_sale(shop: Shop, sale: int | str) -> SaleWhy:
    """Return what a sale caused, funded and received; by number, or by outside name.

    Reads through the indexes of the sale: its cost does not grow with the shop's past.

    Raises:
        UnknownSale: no sale has the number or the name.
    """
    with shop.storage.read() as view:
        book = view.book
        found = _found(book, sale)
        names = Names(book)
        transfers = tuple(book.scan(TRANSFERS_OF_SALE, found.number))
        named = names.sale(found.number)
        if named is None:
            raise UnknownSale(str(sale))
        return SaleWhy(
            sale=named,
            person=names.person(found.member),
            total=found.total,
            programs=tuple(
                _program(book, found, enrolment=each)
                for each in book.scan(ENROLMENTS, found.number)
            ),
            flags=tuple(
                (each.why, names.sale(each.other))
                for each in book.scan(FLAGS_OF_SALE, found.number)
            ),
            moved=names.moved(each for each in transfers if not _pays(each)),
            caused=names.moved(each for each in transfers if _pays(each)),
            funded=(*_from_queue(book, names, found.number), *_elsewhere(book, names, found)),
            received=tuple(_to_tickets(book, names, found.number)),
        )


def _found(book: Book, sale: int | str) -> Sale:
    by_name = next(book.scan(SALES_BY_REF, sale), None) if isinstance(sale, str) else None
    if by_name is not None:
        return by_name
    found = book.get(Sale, record_number(sale))
    if found is None:
        raise UnknownSale(str(sale))
    return found


def _pays(transfer: Transfer) -> bool:
    """Whether a member got money that was put in by a store."""
    return transfer.funded_by is not None and transfer.credit.startswith(_MEMBERS)


def _program(book: Book, sale: Sale, *, enrolment: Enrolment) -> ProgramWhy:
    program = kept(book, Program, enrolment.program)
    lots = book.scan(LOTS_OF_SALE, enrolment.program, enrolment.sale)
    return ProgramWhy(
        name=program.name,
        kind=program.kind,
        state=enrolment.state,
        reason=enrolment.reason,
        base=enrolment.base,
        concession=enrolment.concession,
        left=Fen(sum(lot.left for lot in lots if not lot.clawback)),
        brought=brought(book, sale, enrolment=enrolment),
    )


def _from_queue(book: Book, names: Names, sale: int) -> Iterator[Moved]:
    """What the queue paid out of the sale's lots."""
    for enrolment in book.scan(ENROLMENTS, sale):
        for lot in book.scan(LOTS_OF_SALE, enrolment.program, sale):
            for each in book.scan(ALLOCATIONS_OF_LOT, lot.program, lot.store, lot.number):
                if each.stands:
                    yield _allocated(book, names, each, lot=lot)


def _to_tickets(book: Book, names: Names, sale: int) -> Iterator[Moved]:
    """What the sale's own tickets received, and out of whose lots."""
    for enrolment in book.scan(ENROLMENTS, sale):
        for each in book.scan(ALLOCATIONS_OF_SALE, enrolment.program, sale):
            if each.stands:
                lot = kept(book, Lot, each.program, each.store, each.lot)
                yield _allocated(book, names, each, lot=lot)


def _allocated(book: Book, names: Names, allocation: Allocation, *, lot: Lot) -> Moved:
    ticket = kept(book, Ticket, allocation.program, allocation.sale, allocation.part)
    program = names.program(allocation.program)
    funder = kept(book, Sale, lot.sale)
    return Moved(
        at=funder.at,
        what=allocation.why,
        program=program,
        giver=group_of(queue_pool(program, allocation.store)),
        receiver="CASH",
        amount=allocation.stands,
        person=names.person(ticket.member),
        cause=names.sale(allocation.sale),
        funder=names.sale(lot.sale),
    )


def _elsewhere(book: Book, names: Names, sale: Sale) -> Iterator[Moved]:
    """What refer three and draws paid of the sale's concession in other sales' names."""
    causes: set[int] = set()
    for enrolment in book.scan(ENROLMENTS, sale.number):
        referral = book.get(Referral, enrolment.program, sale.number)
        if referral is not None and referral.cycle:
            cycle = (referral.program, referral.sponsor, referral.cycle)
            causes |= {each.sale for each in book.scan(REFERRALS_OF_CYCLE, *cycle)}
        entry = book.get(DrawEntry, enrolment.program, sale.number)
        if entry is not None:
            causes |= set(_winners(book, entry))
    for cause in sorted(causes - {sale.number}):
        paid = (
            each
            for each in book.scan(TRANSFERS_OF_SALE, cause)
            if each.funded_by == sale.number and _pays(each)
        )
        yield from names.moved(paid)


def _winners(book: Book, entry: DrawEntry) -> Iterator[int]:
    """The sales that won in the rounds since an entry: they may have drawn its money."""
    for each in book.scan(DRAW_ROUNDS, entry.program, after=(entry.round,)):
        for pick in book.scan(PICKS_OF_ROUND, entry.program, each.number):
            yield pick.sale
