"""A sale settles: its concession is divided, its tickets join (rulebook 2.6)."""

from dataclasses import replace
from itertools import islice

from pos_app.domain.money import NOTHING, Fen, part, split
from pos_app.domain.program import Program
from pos_app.domain.sale import SALES_OF_MEMBER
from pos_app.engine.accounts import FEE, source
from pos_app.engine.book import Book
from pos_app.engine.mechanism import Joined
from pos_app.engine.mechanisms.queue_front import QueueFront
from pos_app.engine.outcomes import SaleAsk, Settled
from pos_app.engine.parameters.queue import ONE_AT_A_TIME, QueueParameters
from pos_app.engine.records.queue import (
    ACCELERATED,
    EVERY,
    HEAD,
    QUEUED_BY_DAY,
    REPEAT,
    WAITING,
    Funding,
    Ticket,
)
from pos_app.engine.records.shared import PENDING, Enrolment


def settle_sale(book: Book, joined: Joined, *, parameters: QueueParameters, base: Fen) -> Settled:
    """Divide the concession among the tickets, then let the sale's own tickets join.

    The sale does not pay its own tickets; what finds no ticket stays in the lots and is
    carried to the next sale's head (rulebook 2.6, note).
    """
    sale, program = joined.sale, joined.program
    store = parameters.queue_of(sale.store)
    front = QueueFront(book, program, store=store, sale=sale.number)
    targets = _new_targets(book, joined, parameters=parameters, base=base, store=store)
    conceded = part(base, parameters.concession_bp)
    if conceded:
        carry = book.balance(front.pool)
        shares = split(conceded, parameters.weights)
        _fund(book, front, joined=joined, conceded=conceded, shares=shares)
        if front.active:
            _distribute(front, joined, parameters=parameters, shares=shares, carry=carry)
        front.seat_successors()
    for number, target in enumerate(targets, start=1):
        ticket = Ticket(
            program=program.number,
            sale=sale.number,
            part=number,
            store=store,
            member=joined.member,
            day=sale.day,
            seq=0,
            target=target,
            received=NOTHING,
            state=WAITING,
        )
        front.join(ticket, active=number == 1 or parameters.placement != ONE_AT_A_TIME)
    front.write()
    settled = joined.settled(book, concession=conceded)
    return replace(settled, joined=tuple(front.joined), paid=tuple(front.paid))


def _new_targets(
    book: Book, joined: Joined, *, parameters: QueueParameters, base: int, store: str
) -> tuple[Fen, ...]:
    """The targets of a sale's tickets, as cut; none when it takes no ticket."""
    if base > parameters.max_order:
        return ()
    sale, program = joined.sale, joined.program
    taken = book.scan(QUEUED_BY_DAY, joined.member, sale.day, program.number, store)
    if sum(1 for _ in islice(taken, parameters.daily_limit)) >= parameters.daily_limit:
        return ()
    return cut(parameters, parameters.target_of(base))


def expected_targets(
    book: Book, program: Program, *, parameters: QueueParameters, ask: SaleAsk
) -> tuple[Fen, ...]:
    """What `_new_targets` would say of a sale not yet completed.

    Sales of the day still in their hold count as if they had settled.
    """
    if ask.member is None or ask.base > parameters.max_order:
        return ()
    store = parameters.queue_of(ask.store)
    taken = book.count(QUEUED_BY_DAY, ask.member, ask.day, program.number, store)
    for sale in book.scan(SALES_OF_MEMBER, ask.member, backward=True):
        if sale.day != ask.day or taken >= parameters.daily_limit:
            break
        enrolment = book.get(Enrolment, sale.number, program.number)
        pending = enrolment is not None and enrolment.state == PENDING
        takes = parameters.takes_ticket(sale.base - sale.returned_base)
        taken += pending and takes and parameters.queue_of(sale.store) == store
    if taken >= parameters.daily_limit:
        return ()
    return cut(parameters, parameters.target_of(ask.base))


def cut(parameters: QueueParameters, target: int) -> tuple[Fen, ...]:
    """Cut a target into units; a rest below the minimum joins the last (大单拆小单)."""
    unit = parameters.unit
    if target == 0:
        return ()
    if unit == 0 or target <= unit:
        return (Fen(target),)
    whole, rest = divmod(target, unit)
    units = [Fen(unit)] * whole
    if rest >= parameters.min_order:
        units.append(Fen(rest))
    elif rest:
        units[-1] = Fen(unit + rest)
    return tuple(units)


def _fund(
    book: Book, front: QueueFront, *, joined: Joined, conceded: int, shares: list[Fen]
) -> None:
    """Move the concession in: to the pool, of it the fee and the exit fund's part."""
    sale, program = joined.sale, joined.program
    fee, exit_part = shares[0], shares[1]
    for debit, credit, amount, why in (
        (source(sale.store), front.pool, conceded, "M1.CONCESSION"),
        (front.pool, FEE, fee, "M1.FEE"),
        (front.pool, front.exit_fund, exit_part, "M1.EXIT_PART"),
    ):
        book.post(debit, credit, amount, why=why, sale=sale.number, program=program.number)
    front.add_lot(
        sale=sale.number,
        funder=sale.store,
        amount=conceded - fee - exit_part,
        clawback=False,
    )
    fund(book, front, funder=sale.store, put_in=conceded)


def fund(book: Book, front: QueueFront, *, funder: str, put_in: int = 0, got_back: int = 0) -> None:
    """Keep what a store has put into this queue and got back, for PROGRAM_CLOSE."""
    key = (front.program.number, front.store, funder)
    before = book.get(Funding, *key) or Funding(*key)
    book.put(
        Funding(
            *key,
            put_in=Fen(before.put_in + put_in),
            got_back=Fen(before.got_back + got_back),
        )
    )


def _distribute(
    front: QueueFront,
    joined: Joined,
    *,
    parameters: QueueParameters,
    shares: list[Fen],
    carry: int,
) -> None:
    """Referral and repurchase to the own oldest tickets, then the head, then everyone."""
    _, _, referral, repeat, head, everyone = shares
    rest: int = head + carry
    rest += referral - _accelerate(front, joined, amount=referral)
    rest += repeat - _repeat(front, joined, amount=repeat)
    if parameters.head_weights:
        first = list(islice(front.in_turn(), len(parameters.head_weights)))
        for seat, share in zip(first, split(rest, parameters.head_weights), strict=False):
            rest -= front.pay(seat, share, why=HEAD)
    cascade(front, rest)
    if everyone:
        _share_out(front, parameters, amount=everyone)


def cascade(front: QueueFront, amount: int) -> int:
    """Fill the first ticket, go on to the next; return what found no ticket."""
    rest = amount
    line = front.in_turn()
    while rest and (seat := next(line, None)) is not None:
        rest -= front.pay(seat, rest, why=HEAD)
    return rest


def _accelerate(front: QueueFront, joined: Joined, *, amount: int) -> int:
    """Pay the sponsor's oldest ticket, unless he has none, or M2 or M3 pays him."""
    sponsor = joined.sale.referrer
    if not amount or sponsor is None:
        return 0
    if joined.enrolment.referral_taken:
        return 0
    seat = front.oldest_of(sponsor)
    return front.pay(seat, amount, why=ACCELERATED) if seat else 0


def _repeat(front: QueueFront, joined: Joined, *, amount: int) -> int:
    """Pay the buyer's own oldest ticket, of an earlier sale."""
    seat = front.oldest_of(joined.member) if amount else None
    return front.pay(seat, amount, why=REPEAT) if seat else 0


def _share_out(front: QueueFront, parameters: QueueParameters, *, amount: int) -> None:
    """Equal shares from the front, at least `min_share`; then the remainder.

    Reads at most amount // min_share + 1 tickets beside those it fills (rulebook 2.6).
    """
    size = front.active
    if parameters.window:
        size = min(size, parameters.window)
    if size == 0:
        return
    sharers = size
    if amount // sharers < parameters.min_share:
        sharers = max(1, amount // parameters.min_share)
    share = amount // sharers
    line = front.in_turn()
    first = list(islice(line, sharers))
    rest = amount
    for seat in first:
        rest -= front.pay(seat, share, why=EVERY)
    for seat in first:
        if rest == 0:
            return
        rest -= front.pay(seat, rest, why=EVERY)
    for seat in islice(line, size - sharers):
        if rest == 0:
            return
        rest -= front.pay(seat, rest, why=EVERY)
