"""The one way in: sales completed, due events in their order (rulebook 1.3)."""

from collections.abc import Callable
from dataclasses import replace

from pos_app.domain.member import Member, is_erased
from pos_app.domain.moment import Instant
from pos_app.domain.money import Fen
from pos_app.domain.program import Program
from pos_app.domain.sale import Sale
from pos_app.engine import late_returns, periods, wallet_lots
from pos_app.engine.book import Book, kept
from pos_app.engine.mechanism import Joined
from pos_app.engine.mechanisms import MECHANISMS
from pos_app.engine.outcomes import Decision, Settled
from pos_app.engine.parameters.kinds import KINDS
from pos_app.engine.program import parameters_of
from pos_app.engine.records.shared import (
    DUE,
    END_PERIOD,
    ENROLMENTS,
    EXPIRE_POINTS,
    EXPIRE_VOUCHER,
    PENDING,
    RANK_SETTLEMENT,
    SETTLE,
    SETTLED,
    SKIPPED,
    Due,
    Enrolment,
)


def complete(book: Book, sale: Sale, *, decisions: tuple[Decision, ...]) -> tuple[Settled, ...]:
    """Record a completed sale's enrolments; settle those without a hold at once.

    The sale's record is in the book already, its reward tenders are spent, and all that
    was due at or before `sale.at` is done. A second call for the same sale changes
    nothing (INV-7). Returns what was settled at once, in order of priority.
    """
    if next(iter(book.scan(ENROLMENTS, sale.number)), None) is not None:
        return ()
    book.date_at(sale.at)
    referral_taken = any(decision.joins and KINDS[decision.kind].REFERRAL for decision in decisions)
    settled = []
    for decision in decisions:
        enrolment = Enrolment(
            sale=sale.number,
            program=decision.program,
            version=decision.version,
            state=PENDING if decision.joins else SKIPPED,
            reason=decision.reason,
            referral_taken=referral_taken,
            tier_bp=decision.tier_bp,
        )
        concerns = decision.joins or decision.reason in KINDS[decision.kind].NOTED
        if concerns and decision.due_at <= sale.at:
            settled.append(_settle(book, sale, enrolment=enrolment))
            continue
        book.put(enrolment)
        if concerns:
            book.put(
                Due(
                    what=SETTLE,
                    program=decision.program,
                    sale=sale.number,
                    part=0,
                    due_at=decision.due_at,
                    rank=RANK_SETTLEMENT,
                    priority=decision.priority,
                )
            )
    return tuple(settled)


def settle_due(
    book: Book,
    until: Instant,
    *,
    limit: int | None = None,
    enough: Callable[[], bool] = lambda: False,
) -> tuple[Settled, ...]:
    """Do what is due at or before an instant, at most `limit` events, in order.

    `enough` is asked after each event whether to stop there, so that very long ones
    need not share a commit.

    The order is (due_at, rank, completion number, priority); each event is dated with
    its own due time, afterwards the book is dated as it was before. Done again, nothing
    happens; day by day or at once, the books are the same (rulebook 1.3).
    """
    before = book.effective_at
    settled: list[Settled] = []
    while limit is None or len(settled) < limit:
        # Read anew each time: an event may bring another that is due before the next.
        due = _first_due(book)
        if due is None or due.due_at > until:
            break
        book.date_at(due.due_at)
        settled.append(_do(book, due))
        book.put(replace(due, done=True))
        if enough():
            break
    book.date_at(before)
    return tuple(settled)


def next_due(book: Book) -> Instant | None:
    """When the next due event comes, or None."""
    due = _first_due(book)
    return None if due is None else due.due_at


def _first_due(book: Book) -> Due | None:
    return next(iter(book.scan(DUE)), None)


def _do(book: Book, due: Due) -> Settled:
    """Do one due event."""
    if due.what == SETTLE:
        sale = kept(book, Sale, due.sale)
        enrolment = kept(book, Enrolment, due.sale, due.program)
        return _settle(book, sale, enrolment=enrolment)
    if due.what in {EXPIRE_POINTS, EXPIRE_VOUCHER}:
        moved = wallet_lots.expire(book, due)
        program = kept(book, Program, due.program)
        if moved and program.closed_at is None:
            MECHANISMS[program.kind].regain(book, program, sale=due.sale, amount=moved)
    elif due.what == END_PERIOD:
        moved = periods.end_due_period(book, due)
    else:
        program = kept(book, Program, due.program)
        moved = MECHANISMS[program.kind].fall_due(book, program, due=due)
    return Settled(due.what, due.program, due.sale, due.due_at, concession=moved)


def _settle(book: Book, sale: Sale, *, enrolment: Enrolment) -> Settled:
    """Settle one enrolment on what was not returned during the hold.

    Also one that was skipped, when its program takes note of the sale all the same.
    """
    base = Fen(sale.base - sale.returned_base)
    if base == 0:
        return Settled(SETTLE, enrolment.program, sale.number, book.effective_at)
    joined = joined_of(book, _without_gone_sponsor(book, sale), enrolment=enrolment)
    settled = MECHANISMS[joined.program.kind].settle(book, joined, base=base)
    if settled.concession:
        late_returns.set_aside(book, joined, base=base)
    book.put(
        replace(
            enrolment,
            state=SKIPPED if settled.reason else SETTLED,
            reason=settled.reason,
            base=base,
            concession=settled.concession,
        )
    )
    return settled


def _without_gone_sponsor(book: Book, sale: Sale) -> Sale:
    """Who is no member any more is brought nothing by a sale held till now (2.9, 4.8)."""
    is_gone = sale.sponsor is not None and is_erased(book.get(Member, sale.sponsor))
    return replace(sale, sponsor=None) if is_gone else sale


def joined_of(book: Book, sale: Sale, *, enrolment: Enrolment) -> Joined:
    """The sale in the program, with the version it was rung up under."""
    program = kept(book, Program, enrolment.program)
    parameters = parameters_of(
        book, program.kind, program=program.number, version=enrolment.version
    )
    return Joined(program, parameters, enrolment, sale)
