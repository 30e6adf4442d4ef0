"""Returns and voids, program by program (rulebook 1.6)."""

from dataclasses import dataclass, replace

from pos_app.domain.moment import Day
from pos_app.domain.money import NOTHING, Fen, cumulative_share
from pos_app.domain.sale import VOIDED as SALE_VOIDED
from pos_app.domain.sale import Sale
from pos_app.engine import late_returns, wallet
from pos_app.engine.book import Book, kept
from pos_app.engine.mechanism import Joined, PartBack, VoidPlan
from pos_app.engine.mechanisms import MECHANISMS
from pos_app.engine.outcomes import RETURNED, TakenBack
from pos_app.engine.records.shared import (
    DROPPED,
    ENROLMENTS,
    PENDING,
    SETTLE,
    SETTLED,
    SKIPPED,
    VOIDED,
    Due,
    Enrolment,
)
from pos_app.engine.settle import joined_of
from pos_app.errors import Refusal

VOLUNTARY = "voluntary"


@dataclass(eq=False)
class VoidRefused(Refusal):
    """The sale cannot be undone whole; the till offers a return instead."""

    why: str
    """OTHER_DAY, RETURNED, ALREADY_VOIDED, TICKET_RETURNED, SPENT, VOUCHER_SPENT,
    LATER_EVENT, PROGRAM_CLOSED."""
    account: str = ""
    """The account that lacks money, for SPENT."""


def return_part(
    book: Book, sale: Sale, *, base: Fen, reason: str, room: Fen
) -> tuple[TakenBack, ...]:
    """Undo what the part of a sale that comes back has earned (rulebook 1.6).

    `sale` is as it was before this return, `base` the concession base of what comes back
    now, `reason` `voluntary` or `defect`, `room` the most that may be kept back from the
    refund: the returned base, or less when less money is paid back. The caller has given
    the reward tenders back already (`wallet.give_back`), and afterwards writes the sale
    with its new `returned_base`. Counts cumulatively: the same return twice takes once.
    In the hold nothing was paid, so the pending reward is settled on what remains.
    """
    taken: list[TakenBack] = []
    left: int = min(room, base)
    for joined in _joined_programs(book, sale):
        if joined.enrolment.state == PENDING:
            _shrink(book, joined, remaining=sale.base - sale.returned_base - base)
        else:
            back = _part_back(joined, base=base, voluntary=reason == VOLUNTARY, room=Fen(left))
            enrolment = joined.enrolment
            wanted = Fen(enrolment.wanted_back + back.concession)
            book.put(replace(enrolment, wanted_back=wanted))
            undone = MECHANISMS[joined.program.kind].take_back(book, joined, back=back)
            taken.append(late_returns.cover(book, joined, back=back, taken=undone))
            left -= taken[-1].from_refund
    return tuple(taken)


def _joined_programs(book: Book, sale: Sale) -> list[Joined]:
    """The programs a sale has part in, in ascending priority, ties by adoption.

    Those too that took note of it without a concession.
    """
    found = [
        joined_of(book, sale, enrolment=enrolment)
        for enrolment in book.scan(ENROLMENTS, sale.number)
        if enrolment.state in {PENDING, SETTLED} or _is_noted(enrolment)
    ]
    return sorted(found, key=lambda joined: (joined.program.priority, joined.program.number))


def _is_noted(enrolment: Enrolment) -> bool:
    return enrolment.state == SKIPPED and enrolment.base > 0


def _shrink(book: Book, joined: Joined, *, remaining: int) -> None:
    """Drop a pending reward that the rest of the sale no longer earns."""
    reason = joined.parameters.bars_base(remaining) if remaining else RETURNED
    if reason:
        _end_pending(book, joined.enrolment, state=DROPPED, reason=reason)


def _end_pending(book: Book, enrolment: Enrolment, *, state: str, reason: str) -> None:
    book.put(replace(enrolment, state=state, reason=reason))
    due = kept(book, Due, SETTLE, enrolment.program, enrolment.sale, 0)
    book.put(replace(due, done=True))


def _part_back(joined: Joined, *, base: Fen, voluntary: bool, room: Fen) -> PartBack:
    """The return as one program counts it: on the base that it settled on."""
    sale, enrolment = joined.sale, joined.enrolment
    # What came back during the hold is no part of the settled base any more.
    in_hold = sale.base - enrolment.base
    returned = Fen(sale.returned_base + base - in_hold)
    return PartBack(
        now=base,
        returned=returned,
        concession=cumulative_share(
            enrolment.concession,
            done=returned,
            whole=enrolment.base,
            already=enrolment.wanted_back,
        ),
        voluntary=voluntary,
        room=room,
    )


def void(book: Book, sale: Sale, *, day: Day) -> None:
    """Undo a sale of this business day as if it had not been, its reward tenders too.

    The reward tenders are given back first, as on a return; then the programs in their
    order. Everything is checked before anything is written. The caller writes the sale's
    state and turns the money tenders round.

    Raises:
        VoidRefused: nothing was changed.
    """
    if sale.state == SALE_VOIDED:
        raise VoidRefused("ALREADY_VOIDED")
    if sale.returns:
        raise VoidRefused("RETURNED")
    if sale.day != day:
        raise VoidRefused("OTHER_DAY")
    programs = _joined_programs(book, sale)
    settled = [joined for joined in programs if joined.enrolment.state != PENDING]
    _check_void(book, sale, settled=settled)
    wallet.undo_payments(book, sale)
    for joined in settled:
        MECHANISMS[joined.program.kind].void(book, joined)
        late_returns.undo_set_aside(book, joined)
        concession = joined.enrolment.concession
        book.put(replace(joined.enrolment, state=VOIDED, wanted_back=concession))
    for joined in programs:
        if joined.enrolment.state == PENDING:
            _end_pending(book, joined.enrolment, state=VOIDED, reason="")
    for enrolment in list(book.scan(ENROLMENTS, sale.number)):
        due = book.get(Due, SETTLE, enrolment.program, sale.number, 0)
        if due is not None and not due.done:
            # A program would have taken note of the sale when its hold ended.
            book.put(replace(due, done=True))


def _check_void(book: Book, sale: Sale, *, settled: list[Joined]) -> None:
    """Refuse unless every account can give what the void takes out of it."""
    plan = VoidPlan()
    for joined in settled:
        MECHANISMS[joined.program.kind].plan_void(book, joined, plan=plan)
        if plan.refused:
            raise VoidRefused(plan.refused)
    owed = wallet.owed_back(book, sale)
    for account, amount in plan.needs.items():
        if book.balance(account) + owed.get(account, NOTHING) < amount:
            raise VoidRefused("SPENT", account)
