"""A late return in the queue: what the returned part had received (rulebook 2.8)."""

from dataclasses import dataclass, replace

from pos_app.domain.money import NOTHING, Fen, cumulative_share
from pos_app.engine import wallet_lots
from pos_app.engine.accounts import source, wallet
from pos_app.engine.book import Book, kept
from pos_app.engine.mechanism import Joined, PartBack
from pos_app.engine.mechanisms.queue_after_close import give_after_close
from pos_app.engine.mechanisms.queue_day import keep_queue
from pos_app.engine.mechanisms.queue_front import CASH, QueueFront
from pos_app.engine.mechanisms.queue_settlement import fund
from pos_app.engine.mechanisms.queue_tickets import tickets_of
from pos_app.engine.outcomes import TakenBack
from pos_app.engine.parameters.queue import QueueParameters
from pos_app.engine.records.queue import (
    ACTIVE,
    CANCELLED,
    COMPLETED,
    LOTS_OF_SALE,
    Lot,
    Queue,
    QueueLeaving,
    Ticket,
)
from pos_app.engine.wallet_lots import VOUCHERS


@dataclass(frozen=True, slots=True)
class _Taken:
    """What a claim on the member brought in."""

    wanted: Fen
    from_wallet: Fen
    netted: Fen


def take_back_sale(
    book: Book, joined: Joined, *, parameters: QueueParameters, back: PartBack
) -> TakenBack:
    """Undo the returned part: own lot, tickets, what they had received, exit voucher.

    Allocations to other members stand; the store bears them (rulebook 1.6).
    """
    store = parameters.queue_of(joined.sale.store)
    front = QueueFront(book, joined.program, store=store, sale=joined.sale.number)
    to_merchant = _undistributed(book, front, joined=joined, wanted=back.concession)
    target = parameters.target_of(joined.enrolment.base - back.returned)
    received = _shrink_tickets(book, joined, target=target)
    cash = _take_received(book, front, joined=joined, wanted=received, back=back)
    room = replace(back, room=Fen(back.room - cash.netted))
    voucher = _take_voucher(book, front, joined=joined, back=room)
    return TakenBack(
        program=joined.program.number,
        kind=joined.program.kind,
        wanted=cash.wanted,
        from_wallet=cash.from_wallet,
        netted=cash.netted,
        absorbed=Fen(cash.wanted - cash.from_wallet - cash.netted),
        to_merchant=to_merchant,
        voucher_back=voucher.from_wallet,
        voucher_netted=voucher.netted,
    )


def own_lot(book: Book, joined: Joined) -> Lot | None:
    """The lot that holds the rest of the sale's own concession."""
    lots = book.scan(LOTS_OF_SALE, joined.program.number, joined.sale.number)
    return next((lot for lot in lots if not lot.clawback), None)


def _undistributed(book: Book, front: QueueFront, *, joined: Joined, wanted: Fen) -> Fen:
    """Give the store what is left of this sale's own lot, at most in proportion."""
    lot = own_lot(book, joined)
    back = Fen(min(wanted, lot.left)) if lot else NOTHING
    if lot is None or back == 0:
        return NOTHING
    sale, program = joined.sale, joined.program
    book.post(
        front.pool,
        source(sale.store),
        back,
        why="M1.RETURNED",
        sale=sale.number,
        program=program.number,
    )
    book.put(replace(lot, left=Fen(lot.left - back), returned=Fen(lot.returned + back)))
    fund(book, front, funder=sale.store, got_back=back)
    return back


def _shrink_tickets(book: Book, joined: Joined, *, target: int) -> Fen:
    """Cut targets from the last part backwards; return what was received above them."""
    tickets = [
        ticket
        for ticket in tickets_of(book, program=joined.program.number, sale=joined.sale.number)
        if ticket.state != CANCELLED
    ]
    if not tickets:
        return NOTHING
    too_much = max(0, sum(ticket.target for ticket in tickets) - target)
    above, seats_lost = 0, 0
    for ticket in reversed(tickets):
        cut = min(too_much, ticket.target)
        too_much -= cut
        now = _with_target(ticket, Fen(ticket.target - cut))
        above += ticket.received - now.received
        seats_lost += ticket.state == ACTIVE and now.state != ACTIVE
        if now != ticket:
            book.put(now)
    # The rulebook lets the lowest WAITING part join when none is ACTIVE any more. Cut from
    # the last part backwards, a sale loses its WAITING parts before an ACTIVE one.
    if seats_lost:
        queue = kept(book, Queue, joined.program.number, tickets[0].store)
        keep_queue(book, replace(queue, active=queue.active - seats_lost))
    return Fen(above)


def _with_target(ticket: Ticket, target: Fen) -> Ticket:
    """The ticket as it stands with a smaller target."""
    if target == 0:
        return replace(ticket, target=target, received=NOTHING, state=CANCELLED)
    received = Fen(min(ticket.received, target))
    state = COMPLETED if ticket.state == ACTIVE and received == target else ticket.state
    return replace(ticket, target=target, received=received, state=state)


def _take_received(
    book: Book, front: QueueFront, *, joined: Joined, wanted: Fen, back: PartBack
) -> _Taken:
    """Wallet first, then netted from the refund; into the pool as a lot of its own.

    After the program's end it goes to the stores instead (rulebook 2.6).
    """
    held = book.balance(wallet(CASH, joined.member))
    from_wallet = Fen(min(wanted, held))
    netted = Fen(min(wanted - from_wallet, back.room)) if back.voluntary else NOTHING
    _claim(book, joined, account=CASH, into=front.pool, taken=_Taken(wanted, from_wallet, netted))
    if from_wallet + netted and joined.program.closed_at is None:
        sale = joined.sale
        lots = QueueFront(book, joined.program, store=front.store, sale=sale.number)
        lots.add_lot(
            sale=sale.number, funder=sale.store, amount=from_wallet + netted, clawback=True
        )
        lots.write()
        fund(book, front, funder=sale.store, put_in=netted)
    return _Taken(wanted, from_wallet, netted)


def _claim(book: Book, joined: Joined, *, account: str, into: str, taken: _Taken) -> None:
    """Post what is taken back: out of the wallet, and the netted part from the store."""
    sale, program = joined.sale, joined.program
    name = wallet(account, joined.member)
    if program.closed_at is not None:
        give_after_close(book, joined, out_of=name, amount=taken.from_wallet)
        return
    for debit, amount in ((name, taken.from_wallet), (source(sale.store), taken.netted)):
        book.post(
            debit, into, amount, why="M1.TAKEN_BACK", sale=sale.number, program=program.number
        )


def _take_voucher(book: Book, front: QueueFront, *, joined: Joined, back: PartBack) -> _Taken:
    """Take the exit voucher back in proportion, out of the whole voucher balance."""
    program, sale = joined.program, joined.sale
    leaving = book.get(QueueLeaving, program.number, sale.number)
    if leaving is None:
        return _Taken(NOTHING, NOTHING, NOTHING)
    wanted = cumulative_share(
        leaving.voucher,
        done=back.returned,
        whole=joined.enrolment.base,
        already=leaving.wanted_back,
    )
    book.put(replace(leaving, wanted_back=Fen(leaving.wanted_back + wanted)))
    held = book.balance(wallet(VOUCHERS, joined.member))
    from_wallet = Fen(min(wanted, held))
    netted = Fen(min(wanted - from_wallet, back.room)) if back.voluntary else NOTHING
    if from_wallet:
        own = wallet_lots.lots_of_sale(book, VOUCHERS, program=program.number, sale=sale.number)
        wallet_lots.take(book, VOUCHERS, holder=str(joined.member), amount=from_wallet, first=own)
    taken = _Taken(wanted, from_wallet, netted)
    _claim(book, joined, account=VOUCHERS, into=front.exit_fund, taken=taken)
    if netted and program.closed_at is None:
        fund(book, front, funder=sale.store, put_in=netted)
    return taken
