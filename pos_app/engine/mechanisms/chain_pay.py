"""Bonuses of one sale: who gets what, debt first, part of it blocked (5.5)."""

from dataclasses import dataclass, replace

from pos_app.domain.member import ADULT, Member
from pos_app.domain.money import NOTHING, Fen, part
from pos_app.domain.program import Program
from pos_app.domain.sale import Sale
from pos_app.engine import wallet_lots
from pos_app.engine.accounts import chain_pool, wallet
from pos_app.engine.book import Book, kept
from pos_app.engine.debts import offset
from pos_app.engine.mechanisms.chain_lock import (
    CASH,
    LOCK,
    RELEASE,
    UNLOCK,
    is_held,
    note_unlock,
)
from pos_app.engine.mechanisms.chain_tree import (
    boss_of_point,
    may_be_paid,
    maybe_node,
    sponsor_distance,
)
from pos_app.engine.parameters.chain import MOST_PAID_LEVELS, ChainParameters
from pos_app.engine.records.chain import (
    BOSS,
    CUSTOMER,
    DIRECT,
    PEER,
    POINT,
    SLIP,
    ChainBonus,
    ChainMember,
    ChainMonth,
)

_MONTH = slice(0, 7)


@dataclass(slots=True)
class Payer:
    """Pays the bonuses of one sale out of the pool, within the month's cap."""

    book: Book
    program: Program
    sale: Sale
    parameters: ChainParameters
    room: int
    """What the month still allows."""
    paid: int = 0
    """Gross, so far."""
    kept_back: int = 0
    """Set off against debts; it stays in the pool."""
    bonuses: int = 0

    def pay(self, member: int, amount: int, *, kind: str, level: int) -> int:
        """Pay one bonus; return what it came to, the month's cap considered."""
        amount = min(amount, self.room - self.paid)
        if amount <= 0 or self._is_barred(member):
            return 0
        book, program = self.book, self.program
        off = offset(book, program.number, member=member, amount=amount)
        locked = self._lock(member, amount - off)
        cash = Fen(amount - off - locked)
        self._post(wallet(CASH, member), cash, kind)
        node = kept(book, ChainMember, program.number, member)
        book.put(replace(node, bonuses=Fen(node.bonuses + cash)))
        self.paid += amount
        self.kept_back += off
        self.bonuses += 1
        book.put(
            ChainBonus(
                program.number,
                self.sale.number,
                self.bonuses,
                member=member,
                kind=kind,
                level=level,
                amount=Fen(amount),
                offset=off,
                locked=locked,
                cash=cash,
            )
        )
        return amount

    def _is_barred(self, member: int) -> bool:
        """Staff, minors and who is gone claim nothing; the store keeps it (1.10, 5.8)."""
        registered = self.book.get(Member, member)
        return registered is not None and (
            registered.employee or registered.age_band != ADULT or registered.erased_at is not None
        )

    def _lock(self, member: int, amount: int) -> Fen:
        """Block a boss's part, or hold all of it until an own purchase."""
        node = kept(self.book, ChainMember, self.program.number, member)
        number = self.sale.number
        if is_held(node, self.parameters):
            now = replace(node, held=Fen(node.held + amount), held_by=number)
            locked, what = amount, RELEASE
        else:
            locked = part(amount, self.parameters.lock_bp) if node.identity == BOSS else NOTHING
            now, what = replace(node, locked_by=number), UNLOCK
        if locked == 0:
            return NOTHING
        self._post(wallet(LOCK, member), locked, LOCK)
        self.book.put(replace(now, in_lock=Fen(now.in_lock + locked)))
        note_unlock(self.book, self.program, what=what, member=member, sale=number)
        return Fen(locked)

    def _post(self, credit: str, amount: int, kind: str) -> None:
        self.book.post(
            chain_pool(self.program.name),
            credit,
            amount,
            why=f"M3.{kind}",
            sale=self.sale.number,
            funded_by=self.sale.number,
            program=self.program.number,
        )


def payer_of(
    book: Book, program: Program, sale: Sale, *, parameters: ChainParameters, base: int
) -> Payer:
    """A payer that knows what the month's cap leaves, this sale's base counted."""
    month = month_of(book, program, sale.store)
    month = replace(month, sold=Fen(month.sold + base))
    book.put(month)
    room = base
    if parameters.monthly_cap_bp:
        room = max(0, part(month.sold, parameters.monthly_cap_bp) - month.paid)
    return Payer(book, program, sale, parameters, room)


def month_of(book: Book, program: Program, store: str) -> ChainMonth:
    """A store's month as it stands."""
    month = wallet_lots.today(book)[_MONTH]
    found = book.get(ChainMonth, program.number, store, month)
    return found or ChainMonth(program.number, store, month)


def pay_bonuses(payer: Payer, buyer: ChainMember, *, base: int) -> None:
    """Direct, point with slip, peer: at most two people on the sponsor chain."""
    book, program, parameters = payer.book, payer.program, payer.parameters
    sponsor = maybe_node(book, program, buyer.sponsor)
    if sponsor is None:
        return
    to_sponsor = 0
    if sponsor.identity != CUSTOMER:
        direct = part(base, parameters.direct_bp)
        to_sponsor += payer.pay(sponsor.member, direct, kind=DIRECT, level=1)
    boss = boss_of_point(book, program, buyer, parameters=parameters)
    slip = 0
    if boss is not None:
        point = part(base, parameters.point_bp)
        slip = _slip(payer, buyer, point=point)
        level = sponsor_distance(book, program, boss.member, buyer=buyer)
        paid = payer.pay(boss.member, point - slip, kind=POINT, level=level)
        to_sponsor += paid if boss.member == sponsor.member else 0
    peer = maybe_node(book, program, sponsor.sponsor)
    if sponsor.identity != BOSS or slip or peer is None or peer.identity != BOSS:
        return
    if may_be_paid(book, program, peer.member, buyer=buyer, parameters=parameters):
        amount = part(to_sponsor, parameters.peer_bp)
        payer.pay(peer.member, amount, kind=PEER, level=MOST_PAID_LEVELS)


def _slip(payer: Payer, buyer: ChainMember, *, point: int) -> int:
    """The share of the one slid under, who stands outside the sponsor chain (5.6)."""
    above = maybe_node(payer.book, payer.program, buyer.parent)
    if not buyer.slid or above is None or above.identity == CUSTOMER:
        return 0
    return payer.pay(above.member, part(point, payer.parameters.slip_bp), kind=SLIP, level=1)
