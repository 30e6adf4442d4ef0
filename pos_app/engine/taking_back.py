"""Taking a benefit back from a buyer: wallet first, then the refund (1.6)."""

from dataclasses import dataclass, replace

from pos_app.domain.money import NOTHING, Fen
from pos_app.engine import funding, wallet_lots
from pos_app.engine.accounts import wallet
from pos_app.engine.book import Book
from pos_app.engine.mechanism import Joined
from pos_app.engine.outcomes import TakenBack
from pos_app.engine.pool_lots import left_of, own_lot, take_out
from pos_app.engine.wallet import LOTTED


@dataclass(frozen=True, slots=True)
class Claim:
    """What a pool wants back from a buyer, and where the money goes."""

    into: str
    """The pool; after the program's end its stores instead (rulebook 2.6)."""
    why: str
    accounts: tuple[str, ...]
    """Of the buyer, in the order in which they are asked."""
    wanted: Fen
    room: int
    """The most that may be kept back from the refund."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """What a claim brought in; the store bears the rest."""

    wanted: Fen
    from_wallet: Fen
    netted: Fen

    @property
    def together(self) -> Fen:
        """What came into the pool, or to the stores of a program that has ended."""
        return Fen(self.from_wallet + self.netted)

    def told(self, joined: Joined, *, to_merchant: Fen) -> TakenBack:
        """What the return took back in one program, and what its store got."""
        return replace(
            joined.taken_back(),
            wanted=self.wanted,
            from_wallet=self.from_wallet,
            netted=self.netted,
            absorbed=Fen(self.wanted - self.together),
            to_merchant=to_merchant,
        )


def recover(book: Book, joined: Joined, *, claim: Claim) -> Recovered:
    """Take what the buyer still has, then net the rest as far as there is room.

    The netted part is the store's to pay in, because the store keeps it back from the
    refund; after the program's end it simply keeps it.
    """
    left: int = claim.wanted
    for account in claim.accounts:
        taken = min(left, book.balance(wallet(account, joined.member)))
        _take(book, joined, account=account, amount=taken, claim=claim)
        left -= taken
    netted = min(left, claim.room)
    program, sale = joined.program, joined.sale
    if program.closed_at is None:
        funding.put_in(
            book,
            program,
            sale=sale,
            into=claim.into,
            amount=netted,
            why=claim.why,
        )
    return Recovered(claim.wanted, from_wallet=Fen(claim.wanted - left), netted=Fen(netted))


def _take(book: Book, joined: Joined, *, account: str, amount: int, claim: Claim) -> None:
    if amount == 0:
        return
    program, sale = joined.program, joined.sale
    name = wallet(account, joined.member)
    if account in LOTTED:
        own = wallet_lots.lots_of_sale(book, account, program=program.number, sale=sale.number)
        wallet_lots.take(book, account, holder=str(joined.member), amount=amount, first=own)
    if program.closed_at is not None:
        funding.give_to_funders(
            book, program, out_of=name, amount=amount, why=claim.why, sale=sale.number
        )
        return
    book.post(name, claim.into, amount, why=claim.why, sale=sale.number, program=program.number)


def give_own_lot_back(book: Book, joined: Joined, *, pool: str, wanted: Fen, why: str) -> Fen:
    """Give the store what is left of the sale's own lot, at most what is wanted."""
    program, sale = joined.program, joined.sale
    lot = own_lot(book, program=program.number, sale=sale.number)
    back = Fen(min(wanted, left_of(lot)))
    if lot is None or back == 0:
        return NOTHING
    take_out(book, lot, amount=back)
    funding.give_back(book, program, sale=sale, out_of=pool, amount=back, why=why)
    return back
