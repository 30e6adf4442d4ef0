"""Returns and voids, program by program (rulebook 1.6)."""

from dataclasses import dataclass

from pos_app.domain.moment import Day
from pos_app.domain.money import Fen
from pos_app.domain.sale import Sale
from pos_app.engine.book import Book
from pos_app.engine.outcomes import TakenBack
from pos_app.errors import Refusal


@dataclass(eq=False)
class VoidRefused(Refusal):
    """The sale cannot be undone whole; the till offers a return instead."""

    why: str
    """OTHER_DAY, RETURNED, ALREADY_VOIDED, TICKET_RETURNED, SPENT, VOUCHER_SPENT, FUND_SPENT,
    FEE_SPENT, PROGRAM_CLOSED."""
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
    raise NotImplementedError


def void(book: Book, sale: Sale, *, day: Day) -> None:
    """Undo a sale of this business day as if it had not been, its reward tenders too.

    Everything is checked before anything is written. The caller writes the sale's state
    and turns the money tenders round.

    Raises:
        VoidRefused: nothing was changed.
    """
    raise NotImplementedError
