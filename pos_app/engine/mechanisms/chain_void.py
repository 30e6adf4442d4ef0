"""A void in a chain: lock, balance and places as before it (rulebook 1.6, 12.6)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast

from pos_app.domain.money import NOTHING, Fen
from pos_app.engine.accounts import source, wallet
from pos_app.engine.book import Book, kept
from pos_app.engine.debts import add_debt
from pos_app.engine.mechanism import Joined, VoidPlan
from pos_app.engine.mechanisms.chain_lock import CASH, LOCK, release_helped
from pos_app.engine.mechanisms.chain_pay import month_of
from pos_app.engine.mechanisms.chain_return import uncount
from pos_app.engine.mechanisms.chain_structure import undo_moves
from pos_app.engine.parameters.chain import ChainParameters
from pos_app.engine.records.chain import (
    BONUSES_OF_SALE,
    RELEASES_OF_SALE,
    ChainBonus,
    ChainMember,
    ChainRelease,
)


@dataclass(frozen=True, slots=True)
class _Undoing:
    """What a void does with one member's lock and balance; amounts in fen."""

    member: int
    blocked_again: int
    held_again: int
    """What the sale let come free: it goes back into the lock."""
    blocked: int
    held: int
    cash: int
    """What the sale gave, by where it is taken out again."""
    counted: int
    """Change of what counts towards a purchase of his own."""


def plan_void_sale(book: Book, joined: Joined, *, plan: VoidPlan) -> None:
    """Everybody paid must have it still, in the lock or in the balance."""
    for each in _undoings(book, joined):
        again = each.blocked_again + each.held_again
        plan.need(wallet(CASH, each.member), again + each.cash)


def void_sale(book: Book, joined: Joined) -> None:
    """Undo bonuses and releases whole, and the moves when nothing has moved since."""
    program, sale = joined.program, joined.sale
    undone = list(_undoings(book, joined))
    for each in undone:
        _undo(book, joined, each)
    paid = 0
    for bonus in list(book.scan(BONUSES_OF_SALE, program.number, sale.number)):
        book.put(replace(bonus, wanted_back=bonus.amount))
        add_debt(book, program.number, member=bonus.member, amount=bonus.offset)
        paid += bonus.amount
    uncount(book, joined, left=0)
    undo_moves(book, program, sale=sale.number)
    _lessen_month(book, joined, paid=paid)
    parameters = cast("ChainParameters", joined.parameters)
    for each in undone:
        if each.blocked_again:
            # Helped all the same: another recruit has bought enough since.
            release_helped(book, program, each.member, sale=sale.number, parameters=parameters)


def _undoings(book: Book, joined: Joined) -> Iterator[_Undoing]:
    """One for each member whom the sale paid or whose lock it opened."""
    program, sale = joined.program.number, joined.sale.number
    bonuses: dict[int, list[ChainBonus]] = {}
    for bonus in book.scan(BONUSES_OF_SALE, program, sale):
        bonuses.setdefault(bonus.member, []).append(bonus)
    releases = {each.member: each for each in book.scan(RELEASES_OF_SALE, program, sale)}
    if joined.program.closed_at is not None:
        # The end has opened every lock, and nothing is blocked any more (5.5).
        releases = {}
    for member in dict.fromkeys((*bonuses, *releases)):
        node = kept(book, ChainMember, program, member)
        yield _undoing(node, bonuses.get(member, []), releases.get(member), sale=sale)


def _undoing(
    node: ChainMember, bonuses: list[ChainBonus], freed: ChainRelease | None, *, sale: int
) -> _Undoing:
    if freed is not None and freed.held and node.bought_by != sale:
        # He has bought again since: nothing waits for a purchase.
        freed = None
    again = freed.amount if freed else NOTHING
    held_again = again if freed and freed.held else NOTHING
    waiting = sum(each.locked for each in bonuses if _was_held(each))
    held = min(waiting, node.held + held_again)
    blocked = sum(each.locked for each in bonuses) - waiting
    blocked = min(blocked, node.in_lock - node.held + again - held_again)
    return _Undoing(
        node.member,
        blocked_again=again - held_again,
        held_again=held_again,
        blocked=blocked,
        held=held,
        cash=sum(each.amount - each.offset for each in bonuses) - blocked - held,
        counted=(freed.bonuses if freed else 0) - sum(each.cash for each in bonuses),
    )


def _was_held(bonus: ChainBonus) -> bool:
    """Held whole; of what is blocked a boss gets at least half at once (5.3)."""
    return bonus.cash == 0


def _undo(book: Book, joined: Joined, undoing: _Undoing) -> None:
    program, sale = joined.program, joined.sale
    cash, lock = (wallet(account, undoing.member) for account in (CASH, LOCK))
    again = undoing.blocked_again + undoing.held_again
    locked = undoing.blocked + undoing.held
    for debit, credit, amount in (
        (cash, lock, again),
        (lock, source(sale.store), locked),
        (cash, source(sale.store), undoing.cash),
    ):
        book.post(debit, credit, amount, why="M3.VOIDED", sale=sale.number, program=program.number)
    node = kept(book, ChainMember, program.number, undoing.member)
    book.put(
        replace(
            node,
            in_lock=Fen(node.in_lock + again - locked),
            held=Fen(node.held + undoing.held_again - undoing.held),
            bonuses=Fen(max(0, node.bonuses + undoing.counted)),
        )
    )


def _lessen_month(book: Book, joined: Joined, *, paid: int) -> None:
    month = month_of(book, joined.program, joined.sale.store)
    sold = month.sold - joined.enrolment.base
    book.put(replace(month, sold=Fen(sold), paid=Fen(month.paid - paid)))
