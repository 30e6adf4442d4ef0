"""M3 链动2+1, 链动3+1: the chain models; this file is its verbs (rulebook 5)."""

from typing import cast

from pos_app.domain.holdings import OWN_SALES, Gain, Holding
from pos_app.domain.money import Fen
from pos_app.domain.program import Program
from pos_app.engine.book import Book, kept
from pos_app.engine.mechanism import Brought, Joined, Mechanism, PartBack, VoidPlan
from pos_app.engine.mechanisms.chain_holding import held_in_chain
from pos_app.engine.mechanisms.chain_lock import fall_free, release_all
from pos_app.engine.mechanisms.chain_return import take_back_sale
from pos_app.engine.mechanisms.chain_settlement import settle_sale
from pos_app.engine.mechanisms.chain_void import plan_void_sale, void_sale
from pos_app.engine.outcomes import SaleAsk, Settled, TakenBack
from pos_app.engine.parameters.chain import ChainParameters
from pos_app.engine.parameters.form import Parameters
from pos_app.engine.records.chain import ChainSale
from pos_app.engine.records.shared import Due


class Chain(Mechanism):
    """M3; see `Mechanism` for its verbs. A week that ends needs nothing but its count."""

    def gains(
        self, book: Book, program: Program, *, parameters: Parameters, ask: SaleAsk
    ) -> tuple[Gain, ...]:
        """His own purchases count for the place he has; they pay nothing."""
        return (Gain(OWN_SALES, ask.base),)

    def brought(self, book: Book, joined: Joined) -> Brought:
        """His own purchase as the chain counts it."""
        sold = kept(book, ChainSale, joined.program.number, joined.sale.number)
        return Brought((Gain(OWN_SALES, sold.base),) if sold.base else ())

    def held_by(self, book: Book, program: Program, *, member: int) -> Holding | None:
        """Identity, what makes a boss, what is blocked."""
        return held_in_chain(book, program, member=member)

    def settle(self, book: Book, joined: Joined, *, base: Fen) -> Settled:
        """Pay the bonuses, then change the structure (rulebook 5.5)."""
        parameters = cast("ChainParameters", joined.parameters)
        return settle_sale(book, joined, parameters=parameters, base=base)

    def take_back(self, book: Book, joined: Joined, *, back: PartBack) -> TakenBack:
        """A late return (rulebook 5.7)."""
        return take_back_sale(book, joined, back=back)

    def plan_void(self, book: Book, joined: Joined, *, plan: VoidPlan) -> None:
        """What undoing takes out of whose balance (rulebook 1.6)."""
        plan_void_sale(book, joined, plan=plan)

    def void(self, book: Book, joined: Joined) -> None:
        """Undo the bonuses of a sale whole."""
        void_sale(book, joined)

    def close(self, book: Book, program: Program) -> None:
        """What is blocked comes free (rulebook 5.5)."""
        release_all(book, program)

    def fall_due(self, book: Book, program: Program, *, due: Due) -> Fen:
        """180 days have passed since a bonus was blocked or held."""
        return fall_free(book, program, due=due)
