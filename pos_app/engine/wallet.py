"""Reward balances as tender: limits, spending, giving back (rulebook 1.7, 1a).

The lots behind points and vouchers are in `wallet_lots`.
"""

from collections.abc import Container
from dataclasses import dataclass, replace

from pos_app.domain.moment import day_after
from pos_app.domain.money import NOTHING, Fen
from pos_app.domain.program import Program
from pos_app.domain.quote import TenderLimit
from pos_app.domain.reward_accounts import till_out
from pos_app.domain.sale import Sale
from pos_app.domain.tender import REWARD_ACCOUNT, REWARD_KINDS
from pos_app.engine import wallet_lots
from pos_app.engine.accounts import FEE, buyer, wallet
from pos_app.engine.book import Book, kept
from pos_app.engine.records.shared import DRAWS, Draw, WalletLot
from pos_app.engine.wallet_lots import POINTS, VOUCHERS, Taken
from pos_app.errors import Refusal

ACCOUNTS = ("CASH", "VCH", "POINTS", "PTS")
"""What a payout may name (replay.md)."""
LOTTED = (VOUCHERS, POINTS)
DAYS_AT_LEAST = 30
"""What comes back may be spent for at least so many days (rulebook 1.4, 1a)."""


@dataclass(eq=False)
class RewardTooSmall(Refusal):
    """The member has less than was asked."""

    account: str
    has: Fen
    asked: Fen


@dataclass(eq=False)
class TenderAboveLimit(Refusal):
    """The program lets this kind pay only a part of the sale."""

    kind: str
    most: Fen
    asked: Fen


@dataclass(eq=False)
class NotInUnits(Refusal):
    """Points are spent in multiples of the program's unit."""

    unit: Fen
    asked: Fen


def limits(
    book: Book, member: int, *, total: Fen, kinds: Container[str] = REWARD_KINDS
) -> tuple[TenderLimit, ...]:
    """The most that voucher, reward balance and points may each pay of a total due."""
    return tuple(
        _limit(book, member, kind=kind, total=total) for kind in REWARD_KINDS if kind in kinds
    )


def _limit(book: Book, member: int, *, kind: str, total: Fen) -> TenderLimit:
    account = REWARD_ACCOUNT[kind]
    most = Fen(min(book.balance(wallet(account, member)), total))
    unit = 1
    if account in LOTTED:
        drawn = wallet_lots.spendable(book, account, holder=str(member), amount=most, total=total)
        unit = _unit(drawn)
        most = Fen(sum(each.amount for each in drawn) // unit * unit)
    return TenderLimit(kind=kind, most=most, unit=Fen(unit))


def check_tender(book: Book, member: int, *, kind: str, amount: Fen, total: Fen) -> None:
    """Refuse a reward tender (`voucher`, `reward`, `points`) that may not be taken.

    Raises:
        RewardTooSmall: above the balance.
        TenderAboveLimit: above the program's share of the total.
        NotInUnits: not a multiple of the unit.
    """
    unit = _unit(_drawn(book, member, kind=kind, amount=amount, total=total))
    if amount % unit:
        raise NotInUnits(Fen(unit), amount)


def _drawn(book: Book, member: int, *, kind: str, amount: Fen, total: Fen) -> list[Taken]:
    """What a tender draws from which lots; the reward balance has none."""
    account = REWARD_ACCOUNT[kind]
    has = Fen(book.balance(wallet(account, member)))
    if amount > has:
        raise RewardTooSmall(account, has, amount)
    if amount > total:
        raise TenderAboveLimit(kind, total, amount)
    if account not in LOTTED:
        return []
    drawn = wallet_lots.spendable(book, account, holder=str(member), amount=amount, total=total)
    most = Fen(sum(each.amount for each in drawn))
    if most < amount:
        raise TenderAboveLimit(kind, most, amount)
    return drawn


def _unit(drawn: list[Taken]) -> int:
    """The largest unit among the lots drawn."""
    return max((each.lot.unit for each in drawn), default=1)


def pay_with(book: Book, sale: Sale, *, kind: str, amount: Fen, due: Fen) -> None:
    """Take a reward tender of a sale: `X:<member> -> OUT:<till>`, by lots.

    Posts the reward side only; the other side (*reward takings*, *customer due*) is the
    caller's. What was drawn is recorded for a later return. Anonymous sales have none.
    `due` is that of the whole bill, whose tender `check_tender` has checked: units hold
    for the bill, not for each store's part of it (rulebook 9.3).

    Raises:
        RewardTooSmall: above the balance.
        TenderAboveLimit: above the program's share of what is due.
    """
    member = buyer(sale)
    account = REWARD_ACCOUNT[kind]
    drawn = _drawn(book, member, kind=kind, amount=amount, total=due)
    for position, each in enumerate(drawn, start=1):
        lot = each.lot
        book.put(replace(lot, left=Fen(lot.left - each.amount)))
        book.put(
            Draw(
                sale=sale.number,
                account=account,
                position=position,
                program=lot.program,
                lot_sale=lot.sale,
                part=lot.part,
                amount=each.amount,
            )
        )
    if not drawn and amount:
        book.put(Draw(sale.number, account, 1, 0, 0, 0, amount=amount))
    book.post(wallet(account, member), till_out(sale.till), amount, why="SPENT", sale=sale.number)


def pay_out(
    book: Book, member: int, *, account: str, amount: Fen, till: str, fee: Fen = NOTHING
) -> None:
    """Draw a balance down outside a sale, lots in spending order, without a limit.

    `fee` is drawn besides the amount and paid to nobody: `X:<member> -> FEE`.

    Raises:
        RewardTooSmall: above the balance.
    """
    name = wallet(account, member)
    has = Fen(book.balance(name))
    whole = Fen(amount + fee)
    if whole > has:
        raise RewardTooSmall(account, has, whole)
    if account in LOTTED:
        wallet_lots.take(book, account, holder=str(member), amount=whole)
    book.post(name, till_out(till), amount, why="PAID_OUT")
    book.post(name, FEE, fee, why="PAYOUT_FEE")


def give_back(book: Book, sale: Sale, *, kind: str, amount: Fen) -> None:
    """Give part of a reward tender back: `OUT:<till of the sale> -> X:<member>`.

    Into the lots it was drawn from, in that order, with their expiry, at least 30 days
    from now (rulebook 1.4, 1a).
    """
    account = REWARD_ACCOUNT[kind]
    not_before = day_after(wallet_lots.today(book), DAYS_AT_LEAST)
    rest = int(amount)
    for draw in list(book.scan(DRAWS, sale.number, account)):
        back = min(rest, draw.amount - draw.returned)
        if back == 0:
            continue
        rest -= back
        book.put(replace(draw, returned=Fen(draw.returned + back)))
        if account in LOTTED:
            lot = _lot_of(book, draw)
            program = kept(book, Program, lot.program)
            wallet_lots.put_back(book, program, lot=lot, amount=back, not_before=not_before)
    if rest:
        message = f"sale {sale.number} was paid with less {account}"
        raise AssertionError(message)
    book.post(
        till_out(sale.till),
        wallet(account, buyer(sale)),
        amount,
        why="GIVEN_BACK",
        sale=sale.number,
    )


def owed_back(book: Book, sale: Sale) -> dict[str, int]:
    """What each of the buyer's accounts would get if the sale had never been."""
    owed: dict[str, int] = {}
    for draw in book.scan(DRAWS, sale.number):
        name = wallet(draw.account, buyer(sale))
        owed[name] = owed.get(name, 0) + draw.amount - draw.returned
    return owed


def undo_payments(book: Book, sale: Sale) -> None:
    """Give back every reward tender of a sale that is voided, lots with their expiry."""
    for draw in list(book.scan(DRAWS, sale.number)):
        back = Fen(draw.amount - draw.returned)
        book.put(replace(draw, returned=draw.amount))
        if draw.account in LOTTED:
            wallet_lots.reopen(book, lot=_lot_of(book, draw), amount=back)
        book.post(
            till_out(sale.till),
            wallet(draw.account, buyer(sale)),
            back,
            why="GIVEN_BACK",
            sale=sale.number,
        )


def _lot_of(book: Book, draw: Draw) -> WalletLot:
    return kept(book, WalletLot, draw.account, draw.program, draw.lot_sale, draw.part)
