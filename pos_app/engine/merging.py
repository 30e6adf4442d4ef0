"""Two members who are one person become one: what moves, what forbids it."""

from collections.abc import Iterator
from dataclasses import replace

from pos_app.domain.member import MEMBERS_OF_SPONSOR, Member
from pos_app.domain.program import PROGRAMS_BY_PRIORITY
from pos_app.domain.refusals.member import MergeRefused
from pos_app.domain.reward_accounts import PURSES
from pos_app.domain.sale import SALES_OF_MEMBER
from pos_app.engine.accounts import wallet
from pos_app.engine.book import Book, kept
from pos_app.engine.mechanisms import MECHANISMS
from pos_app.engine.places import held_until
from pos_app.engine.records.chain import ChainMember
from pos_app.engine.records.shared import DRAWS, SPENDABLE, WalletLot
from pos_app.engine.wallet import LOTTED

WHY = "MERGED"
SAME, BROUGHT, SPONSOR, CHAIN, HELD = "same", "brought", "sponsor", "chain", "held"
"""Why two members cannot be merged, by the word that a refusal carries."""


def merge_member(book: Book, member: int, *, into: int) -> None:
    """Let another member have all purchases of one and all that they brought.

    What comes back of them later is given to the other and taken from him; each lot of
    points and vouchers keeps its expiry, its limit and the sale that funded it.

    Raises:
        MergeRefused: nothing was changed.
    """
    _refuse_merging(book, member, into=into)
    sales = list(book.scan(SALES_OF_MEMBER, member))
    for sale in sales:
        book.put(replace(sale, member=into))
        _move_drawn(book, sale.number, member=member, into=into)
    numbers = [sale.number for sale in sales]
    for program in list(book.scan(PROGRAMS_BY_PRIORITY)):
        mechanism = MECHANISMS[program.kind]
        mechanism.hand_over(book, program, member=member, into=into, sales=numbers)
    for account in LOTTED:
        _move_lots(book, account, member=member, into=into)
    for account in PURSES:
        # The rest has no lots: what paid it is told by the transfers that it came by.
        held = book.balance(wallet(account, member))
        book.post(wallet(account, member), wallet(account, into), held, why=WHY)


def _refuse_merging(book: Book, member: int, *, into: int) -> None:
    """Refuse whatever would change who may be paid for whom (rulebook 1.8, 1.10).

    Links to sponsors never change, so that nobody who was brought by the duplicate may
    come nearer to anybody, and nobody may stand above his own purchases. What is held
    was promised by the limits of that member alone.

    Raises:
        MergeRefused: the first thing that stands against it.
    """
    if member == into:
        raise MergeRefused(SAME, member)
    if next(iter(book.scan(MEMBERS_OF_SPONSOR, member)), None) is not None:
        raise MergeRefused(BROUGHT, member)
    if into in _line_above(book, member):
        raise MergeRefused(SPONSOR, member)
    for program in book.scan(PROGRAMS_BY_PRIORITY):
        if book.get(ChainMember, program.number, member) is not None:
            raise MergeRefused(CHAIN, member)
    until = held_until(book, member)
    if until is not None:
        raise MergeRefused(HELD, member, until)


def _line_above(book: Book, member: int) -> Iterator[int]:
    """Who referred a member, who referred that one, and so on."""
    known = book.get(Member, member)
    while known is not None and known.sponsor is not None:
        yield known.sponsor
        known = book.get(Member, known.sponsor)


def _move_drawn(book: Book, sale: int, *, member: int, into: int) -> None:
    """The lots that paid for a sale, empty ones too: a return puts money into them."""
    for draw in book.scan(DRAWS, sale):
        if draw.account in LOTTED:
            lot = kept(book, WalletLot, draw.account, draw.program, draw.lot_sale, draw.part)
            if lot.holder == str(member) and not lot.left:
                book.put(replace(lot, holder=str(into)))


def _move_lots(book: Book, account: str, *, member: int, into: int) -> None:
    """Every lot that holds something, with a transfer that its sale has funded."""
    for lot in list(book.scan(SPENDABLE, account, str(member))):
        book.put(replace(lot, holder=str(into)))
        book.post(
            wallet(account, member),
            wallet(account, into),
            lot.left,
            why=WHY,
            sale=lot.sale,
            funded_by=lot.sale,
            program=lot.program,
        )
