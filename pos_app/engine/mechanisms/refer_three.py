"""M2 推三返一: refer three, get one back; this file is its verbs (rulebook 4)."""

from collections.abc import Collection
from dataclasses import replace
from typing import cast

from pos_app.domain.holdings import OWN_PURCHASE, Gain, Holding
from pos_app.domain.money import Fen
from pos_app.domain.program import Program
from pos_app.engine.book import Book
from pos_app.engine.mechanism import Brought, Joined, Mechanism, PartBack, VoidPlan
from pos_app.engine.mechanisms.refer_holding import held_in_cycle
from pos_app.engine.mechanisms.refer_return import take_back_sale
from pos_app.engine.mechanisms.refer_settlement import objection, settle_sale
from pos_app.engine.mechanisms.refer_undo import (
    close_cycles,
    end_cycles_of,
    expire_cycle,
    plan_void_sale,
    void_sale,
)
from pos_app.engine.outcomes import SaleAsk, Settled, TakenBack
from pos_app.engine.parameters.form import Parameters
from pos_app.engine.parameters.refer import ReferThreeParameters
from pos_app.engine.records.refer import OwnPurchase, Referral
from pos_app.engine.records.shared import Due


class ReferThree(Mechanism):
    """M2; see `Mechanism` for its verbs."""

    def gains(
        self, book: Book, program: Program, *, parameters: Parameters, ask: SaleAsk
    ) -> tuple[Gain, ...]:
        """A purchase that later referrals may refund, unless a return made it too small."""
        return () if parameters.bars_base(ask.base) else (Gain(OWN_PURCHASE, ask.base),)

    def brought(self, book: Book, joined: Joined) -> Brought:
        """The purchase that referrals may refund."""
        own = book.get(OwnPurchase, joined.program.number, joined.sale.number)
        return Brought((Gain(OWN_PURCHASE, own.base),) if own is not None and own.base else ())

    def held_by(self, book: Book, program: Program, *, member: int) -> Holding | None:
        """The open cycle and the purchases that wait for one."""
        return held_in_cycle(book, program, member=member)

    def bars(self, book: Book, program: Program, *, parameters: Parameters, ask: SaleAsk) -> str:
        """Without a hold the books already know whether the sponsor may be paid."""
        refer = cast("ReferThreeParameters", parameters)
        if refer.hold_days or ask.member is None or ask.sponsor is None:
            return ""
        return objection(book, program, parameters=refer, member=ask.member, sponsor=ask.sponsor)

    def settle(self, book: Book, joined: Joined, *, base: Fen) -> Settled:
        """Note the own purchase, count the referral (rulebook 4.5)."""
        return settle_sale(book, joined, parameters=_of(joined), base=base)

    def take_back(self, book: Book, joined: Joined, *, back: PartBack) -> TakenBack:
        """A late return (rulebook 4.7)."""
        return take_back_sale(book, joined, parameters=_of(joined), back=back)

    def plan_void(self, book: Book, joined: Joined, *, plan: VoidPlan) -> None:
        """What undoing takes out of whose balance (rulebook 4.7)."""
        plan_void_sale(book, joined, plan=plan)

    def void(self, book: Book, joined: Joined) -> None:
        """The same as a return, on the same day (rulebook 4.7)."""
        void_sale(book, joined, parameters=_of(joined))

    def forget(self, book: Book, program: Program, *, member: int) -> None:
        """His cycles expire, the rest goes to the stores (rulebook 4.8)."""
        end_cycles_of(book, program, member=member)

    def hand_over(
        self, book: Book, program: Program, *, member: int, into: int, sales: Collection[int]
    ) -> None:
        """His own purchases, and that he was counted: one person counts once.

        Who brought nobody has no cycle.
        """
        for sale in sales:
            own = book.get(OwnPurchase, program.number, sale)
            if own is not None:
                book.put(replace(own, member=into))
            referral = book.get(Referral, program.number, sale)
            if referral is not None:
                book.put(replace(referral, referee=into))

    def close(self, book: Book, program: Program) -> None:
        """Every cycle's rest goes back to its stores; what was paid stays."""
        close_cycles(book, program)

    def fall_due(self, book: Book, program: Program, *, due: Due) -> Fen:
        """A cycle expires."""
        return expire_cycle(book, program, due=due)


def _of(joined: Joined) -> ReferThreeParameters:
    return cast("ReferThreeParameters", joined.parameters)
