"""M1 排队免单: the queue for a free order; this file is its verbs (rulebook 2)."""

from collections.abc import Collection
from dataclasses import replace
from typing import cast

from pos_app.domain.money import NOTHING, Fen
from pos_app.domain.program import Program
from pos_app.engine.book import Book
from pos_app.engine.mechanism import Joined, Mechanism, PartBack, VoidPlan
from pos_app.engine.mechanisms.queue_clawback import claw_back
from pos_app.engine.mechanisms.queue_exit import close_queues, leave_with
from pos_app.engine.mechanisms.queue_return import take_back_sale
from pos_app.engine.mechanisms.queue_settlement import expected_targets, settle_sale
from pos_app.engine.mechanisms.queue_tickets import tickets_of
from pos_app.engine.mechanisms.queue_undo import plan_void_sale, void_sale
from pos_app.engine.outcomes import SaleAsk, Settled, TakenBack
from pos_app.engine.parameters.form import Parameters
from pos_app.engine.parameters.late import CLAWBACK_BENEFICIARIES
from pos_app.engine.parameters.queue import QueueParameters


class QueueRefund(Mechanism):
    """M1; see `Mechanism` for its verbs."""

    def expect(
        self, book: Book, program: Program, *, parameters: Parameters, ask: SaleAsk
    ) -> tuple[Fen, tuple[Fen, ...]]:
        """The targets of the tickets the sale would bring, as cut; no points."""
        queue = cast("QueueParameters", parameters)
        return NOTHING, expected_targets(book, program, parameters=queue, ask=ask)

    def settle(self, book: Book, joined: Joined, *, base: Fen) -> Settled:
        """Divide the sale's concession; let its tickets join (rulebook 2.6)."""
        return settle_sale(book, joined, parameters=_of(joined), base=base)

    def take_back(self, book: Book, joined: Joined, *, back: PartBack) -> TakenBack:
        """A late return (rulebook 2.8)."""
        taken = take_back_sale(book, joined, parameters=_of(joined), back=back)
        if _of(joined).late_return_policy == CLAWBACK_BENEFICIARIES:
            taken = claw_back(book, joined, back=back, taken=taken)
        return taken

    def plan_void(self, book: Book, joined: Joined, *, plan: VoidPlan) -> None:
        """What undoing takes, and whether it can be (rulebook 2.8)."""
        plan_void_sale(book, joined, parameters=_of(joined), plan=plan)

    def void(self, book: Book, joined: Joined) -> None:
        """Put everything back as it was before the sale settled (rulebook 2.8)."""
        void_sale(book, joined, parameters=_of(joined))

    def leave(self, book: Book, joined: Joined) -> Fen | None:
        """A voucher for the open rest of the sale's tickets (rulebook 2.6, EXIT)."""
        return leave_with(book, joined.program, sale=joined.sale.number)

    def hand_over(
        self, book: Book, program: Program, *, member: int, into: int, sales: Collection[int]
    ) -> None:
        """His tickets, wherever they stand; seats do not change."""
        for sale in sales:
            for ticket in tickets_of(book, program=program.number, sale=sale):
                book.put(replace(ticket, member=into))

    def close(self, book: Book, program: Program) -> None:
        """PROGRAM_CLOSE of every queue of the program (rulebook 2.6)."""
        close_queues(book, program)


def _of(joined: Joined) -> QueueParameters:
    return cast("QueueParameters", joined.parameters)
