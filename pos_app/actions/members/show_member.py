"""How a member stands: balances, tickets and holdings, masked for the screen."""

from collections.abc import Iterable

from pos_app.domain.holdings import VoucherHeld
from pos_app.domain.member import MERGED_INTO, Member, MemberDeclared, masked_phone
from pos_app.domain.moment import Day
from pos_app.domain.money import Fen
from pos_app.domain.program import OPEN_PROGRAMS, Program
from pos_app.domain.refusals.member import MemberIsMerged
from pos_app.domain.settings import COUNTER_PAYOUT
from pos_app.domain.standing import Standing
from pos_app.engine.accounts import wallet
from pos_app.engine.book import Book, kept, rules_of
from pos_app.engine.held import holdings
from pos_app.engine.places import tickets_of_member
from pos_app.engine.records.shared import NEVER, SPENDABLE, WalletLot
from pos_app.errors import NotFound
from pos_app.shop import Shop


def show_member(shop: Shop, member: int) -> Standing:
    """Return a member's standing now; reads only.

    Raises:
        NotFound: no member has the number.
        MemberIsMerged: the person goes by another number.
    """
    with shop.storage.read() as view:
        return standing_in(view.book, member)


def standing_in(book: Book, number: int) -> Standing:
    """Return a member's standing as a book has it."""
    member = book.get(Member, number)
    if member is None:
        raise NotFound("member", str(number))
    if member.merged_into:
        raise MemberIsMerged(number, member.merged_into)
    vouchers = list(book.scan(SPENDABLE, "VCH", str(number)))
    soonest: Day | None = vouchers[0].expires if vouchers else None
    return Standing(
        member=number,
        name=member.name,
        masked_phone=masked_phone(member.phone),
        tier=member.tier,
        points=Fen(book.balance(wallet("POINTS", number))),
        reward=Fen(book.balance(wallet("CASH", number))),
        voucher=Fen(book.balance(wallet("VCH", number))),
        voucher_expires=None if soonest == NEVER else soonest,
        voucher_lots=len(vouchers),
        tickets=tickets_of_member(book, number),
        pays_out=rules_of(book).withdraw_mode == COUNTER_PAYOUT,
        holdings=holdings(book, number),
        declared=MemberDeclared(member.age_band, member.employee, member.household_tag),
        vouchers=_by_day(book, vouchers),
        also=tuple(each.number for each in book.scan(MERGED_INTO, number)),
        runs=tuple(sorted({each.kind for each in book.scan(OPEN_PROGRAMS)})),
    )


def _by_day(book: Book, lots: Iterable[WalletLot]) -> tuple[VoucherHeld, ...]:
    """Vouchers by last day and program; a period may bring one for every purchase."""
    sums: dict[tuple[int, Day], int] = {}
    for lot in lots:
        sums[lot.program, lot.expires] = sums.get((lot.program, lot.expires), 0) + lot.left
    return tuple(
        VoucherHeld(
            name=kept(book, Program, program).name,
            left=Fen(left),
            expires=None if expires == NEVER else expires,
        )
        for (program, expires), left in sums.items()
    )
