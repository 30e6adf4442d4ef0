"""Lots of points and voucher money: granting, drawing in spending order, expiry."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from pos_app.domain.made_quickly import made_quickly
from pos_app.domain.moment import Day, business_day, day_after, start_of
from pos_app.domain.money import Fen, part
from pos_app.domain.program import Program
from pos_app.domain.sale import Sale
from pos_app.engine import funding
from pos_app.engine.accounts import source, wallet
from pos_app.engine.book import Book, kept
from pos_app.engine.records.shared import (
    EXPIRE_POINTS,
    EXPIRE_VOUCHER,
    LOTS_OF_SALE,
    NEVER,
    RANK_EXPIRY,
    SPENDABLE,
    Due,
    WalletLot,
)

POINTS = "POINTS"
VOUCHERS = "VCH"
_due = made_quickly(Due)
_EXPIRY_OF = {POINTS: EXPIRE_POINTS, VOUCHERS: EXPIRE_VOUCHER}


Granted = tuple[str, Fen, int, int]
"""Of one lot among many: holder, amount, the sale it is kept under, its first part."""


@dataclass(frozen=True, slots=True)
class Taken:
    """An amount out of one lot."""

    lot: WalletLot
    amount: Fen


def today(book: Book) -> Day:
    """The calendar day of what is being done; lots expire by calendar days."""
    return business_day(book.effective_at)


def months_after(day: Day, months: int) -> Day:
    """The same day of a later month, or that month's last day."""
    began = date.fromisoformat(day)
    count = began.year * 12 + began.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return Day(date(year, month, min(began.day, monthrange(year, month)[1])).isoformat())


def grant(book: Book, program: Program, *, lot: WalletLot) -> None:
    """Put a new lot, under the next free part, and note its expiry as due.

    An expiry is due at 00:00 after the last valid day (rulebook 1.3).
    """
    part = lot.part
    while book.get(WalletLot, lot.account, lot.program, lot.sale, part) is not None:
        part += 1
    book.put(lot if part == lot.part else replace(lot, part=part))
    if lot.expires != NEVER:
        book.put(_expiry_of(lot, program, part=part))


def grant_each(book: Book, program: Program, *, like: WalletLot, lots: Sequence[Granted]) -> None:
    """Put very many lots that are like this one, as `grant` puts one.

    No two of them look first at the same place.
    """
    placed = _placed(book, like, lots)
    rows = [
        (sale, part, holder, amount, amount)
        for (holder, amount, sale, _), part in zip(lots, placed, strict=True)
    ]
    book.put_each(like, ("sale", "part", "holder", "granted", "left"), rows)
    if like.expires != NEVER:
        due = _expiry_of(like, program, part=like.part)
        book.put_each(due, ("sale", "part"), [row[:2] for row in rows])


def _placed(book: Book, like: WalletLot, lots: Sequence[Granted]) -> list[int]:
    """The part of each lot: where it looked first, seldom the next free one behind it."""
    account, program = like.account, like.program
    places = [(account, program, *lot[2:]) for lot in lots]
    taken = set(book.values_of(WalletLot, ("part",), places))
    if not taken:
        return [part for _, _, _, part in lots]
    placed = []
    for _, _, sale, first in lots:
        part = first
        while (key := (account, program, sale, part)) in taken or book.get(WalletLot, *key):
            part += 1
        taken.add(key)
        placed.append(part)
    return placed


def _expiry_of(lot: WalletLot, program: Program, *, part: int) -> Due:
    return _due(
        what=_EXPIRY_OF[lot.account],
        program=lot.program,
        sale=lot.sale,
        part=part,
        due_at=start_of(day_after(lot.expires, 1)),
        rank=RANK_EXPIRY,
        priority=program.priority,
    )


def lots_of_sale(book: Book, account: str, *, program: int, sale: int) -> Iterator[WalletLot]:
    """The lots that one sale brought under one program, by part."""
    return book.scan(LOTS_OF_SALE, account, program, sale)


def take(
    book: Book, account: str, *, holder: str, amount: int, first: Iterable[WalletLot] = ()
) -> None:
    """Draw an amount: from the lots named first, then in spending order.

    Moves no money; the caller posts it.
    """
    own = [lot for lot in first if lot.holder == holder]
    seen = {(lot.program, lot.sale, lot.part) for lot in own}
    rest = (
        lot
        for lot in book.scan(SPENDABLE, account, holder)
        if (lot.program, lot.sale, lot.part) not in seen
    )
    for taken in list(_parts(chain(own, rest), amount)):
        book.put(replace(taken.lot, left=Fen(taken.lot.left - taken.amount)))


def _parts(lots: Iterable[WalletLot], amount: int) -> Iterator[Taken]:
    wanted = amount
    for lot in lots:
        if wanted == 0:
            return
        taken = min(wanted, lot.left)
        if taken:
            yield Taken(lot, Fen(taken))
            wanted -= taken
    if wanted:
        message = "a wallet's lots hold less than its balance"
        raise AssertionError(message)


def spendable(book: Book, account: str, *, holder: str, amount: int, total: int) -> list[Taken]:
    """What lots would pay of an amount, in spending order; less when they may not.

    A lot may pay only as long as everything so far is within its `limit_bp` of the total.
    """
    found: list[Taken] = []
    so_far = 0
    for lot in book.scan(SPENDABLE, account, holder):
        if so_far == amount:
            break
        may = min(lot.left, amount - so_far, part(total, lot.limit_bp) - so_far)
        if may > 0:
            found.append(Taken(lot, Fen(may)))
            so_far += may
    return found


def put_back(book: Book, program: Program, *, lot: WalletLot, amount: int, not_before: Day) -> None:
    """Return an amount to the lot it was drawn from, or to one that lives longer.

    A lot that would expire before `not_before` keeps its own expiry for what is in it;
    what comes back gets the later day (rulebook 1.4: at least 30 days).
    """
    if lot.expires >= not_before:
        book.put(replace(lot, left=Fen(lot.left + amount)))
        return
    back = replace(
        lot, part=lot.part + 1, granted=Fen(amount), left=Fen(amount), expires=not_before
    )
    grant(book, program, lot=back)


def reopen(book: Book, *, lot: WalletLot, amount: int) -> None:
    """Return an amount to its lot as if it had never been drawn; for a void.

    A lot whose day passed meanwhile expires with the next due events.
    """
    book.put(replace(lot, left=Fen(lot.left + amount)))
    due = book.get(Due, _EXPIRY_OF[lot.account], lot.program, lot.sale, lot.part)
    if due is not None and due.done:
        book.put(replace(due, done=False, due_at=book.effective_at))


def expire(book: Book, due: Due) -> Fen:
    """Give what is left of a lot back to where it came from; return the amount.

    Points go to the store that funded them, vouchers to their fund or pool; when the
    program is closed, to the store of the sale (rulebook 1.7, 1a, 2.6), or to the stores
    that funded the pool they shared.
    """
    account = POINTS if due.what == EXPIRE_POINTS else VOUCHERS
    lot = kept(book, WalletLot, account, due.program, due.sale, due.part)
    program = kept(book, Program, due.program)
    holder = wallet(account, lot.holder)
    if program.closed_at is not None and funding.is_funded(book, program):
        funding.give_to_funders(
            book, program, out_of=holder, amount=lot.left, why="EXPIRED", sale=due.sale
        )
    else:
        closed = program.closed_at is not None
        book.post(
            holder,
            source(kept(book, Sale, due.sale).store) if closed else lot.back_to,
            lot.left,
            why="EXPIRED",
            sale=due.sale,
            program=due.program,
        )
    book.put(replace(lot, left=Fen(0)))
    return lot.left
