"""Why a member has what he has: balances, lots, movements, and what he missed."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from pos_app.actions.why.why_names import Moved, Names, PersonNamed, SaleNamed
from pos_app.domain.member import MEMBERS_BY_REF, MERGED_INTO, Member
from pos_app.domain.moment import Day
from pos_app.domain.money import Fen
from pos_app.domain.reward_accounts import PURSES
from pos_app.domain.sale import SALES_OF_MEMBER
from pos_app.domain.whole_number import record_number
from pos_app.engine.accounts import wallet
from pos_app.engine.book import Book
from pos_app.engine.records.shared import ENROLMENTS, NEVER, SPENDABLE
from pos_app.errors import NotFound
from pos_app.shop import Shop
from pos_app.storage.movement_rows import latest_transfers

_LATEST = 100
_SALES = 50


@dataclass(frozen=True, slots=True)
class LotHeld:
    """Points or voucher money of one sale that is still there."""

    account: str
    program: str
    sale: SaleNamed | None
    """The sale that it was granted for."""
    left: Fen
    expires: Day | None


@dataclass(frozen=True, slots=True)
class Missed:
    """A sale of the member that did not join a program."""

    sale: SaleNamed
    program: str
    reason: str


@dataclass(frozen=True, slots=True)
class MemberWhy:
    """Where a member's rewards came from and went to, the latest first."""

    person: PersonNamed
    sponsor: PersonNamed | None
    into: PersonNamed | None
    """Who this number is now, if it was a duplicate that was merged."""
    also: tuple[PersonNamed, ...]
    """Duplicates that came into this number."""
    balances: tuple[tuple[str, Fen], ...]
    lots: tuple[LotHeld, ...]
    moved: tuple[Moved, ...]
    missed: tuple[Missed, ...]
    """Of the latest sales."""
    has_more: bool
    """Whether money moved before the first of `moved`."""


def why_member(shop: Shop, member: int | str, *, latest: int = _LATEST) -> MemberWhy:
    """Return the reasons behind a member's balances; by number, or by outside name.

    Raises:
        NotFound: no member has the number or the name.
    """
    with shop.storage.read() as view:
        book = view.book
        found = _found(book, member)
        names = Names(book)
        accounts = [wallet(each, found.number) for each in PURSES]
        moved = latest_transfers(view.connection, accounts, limit=latest + 1)
        person = names.person(found.number)
        if person is None:
            raise NotFound("member", str(member))
        return MemberWhy(
            person=person,
            sponsor=names.person(found.sponsor),
            into=names.person(found.merged_into) if found.merged_into else None,
            also=tuple(
                also
                for each in book.scan(MERGED_INTO, found.number)
                if (also := names.person(each.number)) is not None
            ),
            balances=tuple(
                (kind, Fen(book.balance(account)))
                for kind, account in zip(PURSES, accounts, strict=True)
            ),
            lots=tuple(_lots(book, names, found.number)),
            moved=names.moved(moved[:latest]),
            missed=tuple(_missed(book, names, found.number)),
            has_more=len(moved) > latest,
        )


def _found(book: Book, member: int | str) -> Member:
    by_name = next(book.scan(MEMBERS_BY_REF, member), None) if isinstance(member, str) else None
    if by_name is not None:
        return by_name
    found = book.get(Member, record_number(member))
    if found is None:
        raise NotFound("member", str(member))
    return found


def _lots(book: Book, names: Names, member: int) -> Iterator[LotHeld]:
    for account in ("POINTS", "VCH"):
        for lot in islice(book.scan(SPENDABLE, account, str(member)), _LATEST):
            yield LotHeld(
                account=account,
                program=names.program(lot.program),
                sale=names.sale(lot.sale),
                left=lot.left,
                expires=None if lot.expires == NEVER else lot.expires,
            )


def _missed(book: Book, names: Names, member: int) -> Iterator[Missed]:
    for sale in islice(book.scan(SALES_OF_MEMBER, member, backward=True), _SALES):
        named = names.sale(sale.number)
        for enrolment in book.scan(ENROLMENTS, sale.number):
            if enrolment.reason and named is not None:
                yield Missed(named, names.program(enrolment.program), enrolment.reason)
