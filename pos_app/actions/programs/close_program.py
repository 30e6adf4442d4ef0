"""The owner stops a program for good: PROGRAM_CLOSE of rulebook 2.6."""

from pos_app.actions.books.record_fact import record_fact, settle_due_in
from pos_app.actions.staff.allowed import allowed
from pos_app.domain.program import Program
from pos_app.domain.seat import Seat
from pos_app.domain.staff import PROGRAM
from pos_app.errors import NotFound
from pos_app.journal.facts import ProgramClosed
from pos_app.shop import Shop


def close_program(shop: Shop, seat: Seat, *, program: int) -> None:
    """Pay out what the queue carries, exit every sale, give the rest to the stores.

    Points and vouchers stay valid. Closing again changes nothing.

    Raises:
        NotAllowed: only an owner may; no manager's approval covers it.
        NotFound: no program has the number.
    """
    allowed(seat, PROGRAM)
    with shop.storage.write() as work:
        known = work.book.get(Program, program)
        if known is None:
            raise NotFound(what="program", named=str(program))
        if known.closed_at is None:
            settle_due_in(shop, work)
            record_fact(shop, work, ProgramClosed(program=program), staff=seat.staff)
