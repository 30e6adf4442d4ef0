"""The past of a shop to measure in: sales, points and tickets as records.

The books of it balance and the queue's counters agree with its tickets; no journal fact
tells of it, only entries of the size that real ones have.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pos_app.bench.trade import STORE, TILL, member_of, sale_of
from pos_app.domain.moment import DAY_MS, Instant
from pos_app.domain.money import ONE, WHOLE_BP, BasisPoints, Fen, tax_within
from pos_app.domain.record import Record
from pos_app.domain.sale import Sale, SaleLine, SaleTender
from pos_app.domain.tender import WECHAT
from pos_app.domain.transfer import Posting, Transfer
from pos_app.engine.accounts import source, wallet
from pos_app.engine.outcomes import BELOW_MINIMUM
from pos_app.engine.records.queue import ACTIVE, Queue, Ticket
from pos_app.engine.records.shared import NEVER, SETTLED, SKIPPED, Enrolment, WalletLot
from pos_app.engine.wallet_lots import POINTS
from pos_app.journal.entry import Entry
from pos_app.ledger import postings

MEMBERS = 10_000
POINTS_PROGRAM = 1
QUEUE_PROGRAM = 2
SALES_IN_A_DAY = 2_000

_RATE = BasisPoints(1300)
_LINES = 2
_TOTAL = Fen(10_000)
_EARNED = Fen(100)
_EARN = "M0.EARN"
_BODY = b"." * 900
"""As long as the entry of a sale of two lines."""
_DIGEST = bytes(32)


@dataclass(frozen=True, slots=True)
class Past:
    """How much lies behind the shop; the tickets of the last sales still wait."""

    sales: int
    tickets: int
    goods: int
    ends: Instant
    """The start of the first day that is not of the past."""
    last_entry: int
    """The number of the journal's last entry before."""


def records_of(past: Past) -> Iterator[Record]:
    """Yield everything, sale by sale, in the sequence in which it happened."""
    for number in range(1, MEMBERS + 1):
        yield member_of(number, sponsor=sponsor_of(number))
    transfers = 0
    for number in range(1, past.sales + 1):
        sale = _sale(past, number)
        lines = _lines(past, sale)
        yield Entry(sale.entry, sale.at, 0, "sale_completed", _BODY, _DIGEST)
        yield sale
        yield from lines
        yield SaleTender(number, 1, WECHAT, amount=sale.total, given=sale.total)
        for moved in _moved(sale, lines):
            transfers += 1
            yield _transfer(moved, number=transfers, sale=sale)
        yield from _rewards(past, sale)
    waiting = min(past.sales, past.tickets)
    yield Queue(QUEUE_PROGRAM, STORE, active=waiting, tickets=waiting)


def sponsor_of(member: int) -> int | None:
    """Every second member was brought by the one before."""
    return None if member % 2 else member - 1


def _sale(past: Past, number: int) -> Sale:
    days = -(-past.sales // SALES_IN_A_DAY)
    day, within = divmod(number - 1, SALES_IN_A_DAY)
    at = Instant(past.ends + (day - days) * DAY_MS + within * (DAY_MS // SALES_IN_A_DAY))
    member = number % MEMBERS + 1
    return sale_of(
        number,
        at=at,
        member=member,
        sponsor=sponsor_of(member),
        base=_TOTAL,
        entry=past.last_entry + number,
        tax=tax_within(_TOTAL, _RATE),
    )


def _lines(past: Past, sale: Sale) -> list[SaleLine]:
    price = Fen(_TOTAL // _LINES)
    return [
        SaleLine(
            sale=sale.number,
            line=line,
            product=(product := (sale.number * 7 + line * 31) % past.goods + 1),
            sku=f"s{product}",
            name=f"product {product}",
            price=price,
            quantity=ONE,
            discount=Fen(0),
            net=price,
            base=price,
            voucher=Fen(0),
            reward=Fen(0),
            points=Fen(0),
            cost=Fen(0),
            tax_rate=_RATE,
            tax=Fen(sale.tax // _LINES),
            excluded=False,
        )
        for line in range(1, _LINES + 1)
    ]


def _moved(sale: Sale, lines: list[SaleLine]) -> Iterator[Posting]:
    """What the sale moved: goods sold and paid for, off the shelf, points given."""
    yield from postings.of_goods_sold(STORE, [(_RATE, sale.total, sale.tax)])
    yield postings.of_tender(TILL, WECHAT, amount=sale.total)
    for line in lines:
        yield postings.of_goods_moved(line.product, line.quantity)
    yield Posting(source(STORE), wallet(POINTS, sale.member or 0), _EARNED, _EARN)


def _transfer(moved: Posting, *, number: int, sale: Sale) -> Transfer:
    is_reward = moved.why == _EARN
    return Transfer(
        number=number,
        entry=sale.entry,
        effective_at=sale.at,
        debit=moved.debit,
        credit=moved.credit,
        amount=moved.amount,
        why=moved.why,
        sale=sale.number,
        funded_by=sale.number if is_reward else None,
        program=POINTS_PROGRAM if is_reward else None,
    )


def _rewards(past: Past, sale: Sale) -> Iterator[Record]:
    waits = sale.number > past.sales - past.tickets
    for program, state, reason in (
        (POINTS_PROGRAM, SETTLED, ""),
        (QUEUE_PROGRAM, SETTLED if waits else SKIPPED, "" if waits else BELOW_MINIMUM),
    ):
        yield Enrolment(
            sale=sale.number,
            program=program,
            version=1,
            state=state,
            reason=reason,
            referral_taken=False,
            tier_bp=WHOLE_BP,
            base=sale.base,
            concession=_EARNED if program == POINTS_PROGRAM else Fen(0),
        )
    member = sale.member or 0
    yield WalletLot(
        account=POINTS,
        program=POINTS_PROGRAM,
        sale=sale.number,
        part=1,
        holder=str(member),
        granted=_EARNED,
        left=_EARNED,
        expires=NEVER,
        back_to=source(STORE),
    )
    if waits:
        yield Ticket(
            program=QUEUE_PROGRAM,
            sale=sale.number,
            part=1,
            store=STORE,
            member=member,
            day=sale.day,
            seq=sale.number - (past.sales - past.tickets),
            target=_TOTAL,
            received=Fen(0),
            state=ACTIVE,
        )
