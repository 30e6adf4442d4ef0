"""帮扶基金 and 复购: bonuses that are blocked or held, and when they come free (5.5).

What is blocked is never forfeited: it comes free when recruits have been helped, 180 days
after the last blocking entry, or when the program closes.
"""

from dataclasses import replace

from pos_app.domain.moment import day_after, start_of
from pos_app.domain.money import NOTHING, Fen
from pos_app.domain.program import Program
from pos_app.engine import wallet_lots
from pos_app.engine.accounts import wallet
from pos_app.engine.book import Book, kept
from pos_app.engine.parameters.chain import HELPED_OR_180_DAYS, HOLD, ChainParameters
from pos_app.engine.records.chain import (
    CUSTOMER,
    IN_LOCK,
    LEFT_BEHIND,
    ChainMember,
    ChainRelease,
)
from pos_app.engine.records.shared import RANK_EXPIRY, Due

LOCK = "LOCK"
CASH = "CASH"
UNLOCK = "UNLOCK"
RELEASE = "RELEASE"
"""The two due events: of what was blocked, of what was held."""
LOCK_DAYS = 180
HELPER_PURCHASES = 5
"""So many settled purchases has a recruit who was helped."""
HELPERS = 2


def wants_repurchase(node: ChainMember, parameters: ChainParameters) -> bool:
    """复购: whether a member's bonuses ask for an own purchase; a prompt shows it."""
    return 0 < parameters.repurchase_threshold <= node.bonuses


def is_held(node: ChainMember, parameters: ChainParameters) -> bool:
    """Whether further bonuses wait for an own purchase."""
    return parameters.repurchase == HOLD and wants_repurchase(node, parameters)


def note_unlock(book: Book, program: Program, *, what: str, member: int, sale: int) -> None:
    """Note the day on which a blocked or held bonus comes free by itself."""
    last = day_after(wallet_lots.today(book), LOCK_DAYS)
    book.put(
        Due(
            what=what,
            program=program.number,
            sale=sale,
            part=member,
            due_at=start_of(day_after(last, 1)),
            rank=RANK_EXPIRY,
            priority=program.priority,
        )
    )


def fall_free(book: Book, program: Program, *, due: Due) -> Fen:
    """180 days have passed; a later entry has set its own day."""
    node = kept(book, ChainMember, program.number, due.part)
    if due.what == UNLOCK and node.locked_by == due.sale:
        return _release(book, program, node, amount=node.in_lock - node.held)
    if due.what == RELEASE and node.held_by == due.sale:
        return _release(book, program, node, amount=node.held, held=True)
    return NOTHING


def release_held(book: Book, program: Program, member: int, *, sale: int) -> None:
    """An own purchase: what was held comes free, and bonuses are counted anew."""
    node = kept(book, ChainMember, program.number, member)
    if node.held or node.bonuses:
        number, counted = program.number, node.bonuses
        book.put(ChainRelease(number, sale, member, node.held, held=True, bonuses=counted))
    _release(book, program, node, amount=node.held, held=True)
    node = kept(book, ChainMember, program.number, member)
    book.put(replace(node, bonuses=NOTHING, bought_by=sale))


def release_helped(
    book: Book, program: Program, member: int | None, *, sale: int, parameters: ChainParameters
) -> None:
    """What is blocked comes free when two recruits have been helped (rule of Ca)."""
    node = book.get(ChainMember, program.number, member)
    if node is None or parameters.unlock != HELPED_OR_180_DAYS or node.in_lock == node.held:
        return
    if _has_helped(book, program, node):
        blocked = Fen(node.in_lock - node.held)
        book.put(ChainRelease(program.number, sale, node.member, blocked))
        _release(book, program, node, amount=blocked)


def _has_helped(book: Book, program: Program, node: ChainMember) -> bool:
    """Of those left behind, or with none left of all recruits, two have bought enough."""
    if not node.left:
        return node.helping >= HELPERS
    left = book.scan(LEFT_BEHIND, program.number, node.member)
    helped = [
        each for each in left if each.identity != CUSTOMER and each.purchases >= HELPER_PURCHASES
    ]
    return len(helped) >= HELPERS


def release_all(book: Book, program: Program) -> None:
    """The program closes: a lock is never forfeited."""
    for node in list(book.scan(IN_LOCK, program.number)):
        _release(book, program, node, amount=node.in_lock - node.held)
        again = kept(book, ChainMember, program.number, node.member)
        _release(book, program, again, amount=again.held, held=True)


def _release(
    book: Book, program: Program, node: ChainMember, *, amount: int, held: bool = False
) -> Fen:
    """`LOCK -> CASH` of the same person."""
    book.post(
        wallet(LOCK, node.member),
        wallet(CASH, node.member),
        amount,
        why="M3.UNLOCKED",
        program=program.number,
    )
    book.put(
        replace(
            node,
            in_lock=Fen(node.in_lock - amount),
            held=NOTHING if held else node.held,
        )
    )
    return Fen(amount)
