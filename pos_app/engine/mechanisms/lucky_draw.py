"""M1b 随机免单: the drawn free order; this file is its verbs (rulebook 3)."""

from collections.abc import Collection
from dataclasses import replace
from typing import cast

from pos_app.domain.holdings import ENTRY, Gain, Holding
from pos_app.domain.moment import Instant, business_day
from pos_app.domain.money import NOTHING, Fen, part
from pos_app.domain.program import Program
from pos_app.engine import pool_lots
from pos_app.engine.accounts import draw_pool
from pos_app.engine.batches import each_in_batches
from pos_app.engine.book import Book, kept
from pos_app.engine.mechanism import Brought, Joined, Mechanism, PartBack, VoidPlan
from pos_app.engine.mechanisms.lucky_holding import counted_round, entered
from pos_app.engine.mechanisms.lucky_return import (
    plan_void_sale,
    take_back_sale,
    void_sale,
)
from pos_app.engine.mechanisms.lucky_round import draw_round
from pos_app.engine.outcomes import SaleAsk, Settled, TakenBack
from pos_app.engine.parameters.draw import EVERY_N, DrawParameters
from pos_app.engine.parameters.form import Parameters
from pos_app.engine.program import parameters_of
from pos_app.engine.records.draw import ENTRIES_OF_MEMBER, OPEN_ENTRIES, DrawEntry, DrawPot


class LuckyDraw(Mechanism):
    """M1b; see `Mechanism` for its verbs."""

    def gains(
        self, book: Book, program: Program, *, parameters: Parameters, ask: SaleAsk
    ) -> tuple[Gain, ...]:
        """One entry; whether it wins nobody can say."""
        return (Gain(ENTRY, 1),)

    def brought(self, book: Book, joined: Joined) -> Brought:
        """Its entry, until it was returned whole."""
        entry = kept(book, DrawEntry, joined.program.number, joined.sale.number)
        return Brought((Gain(ENTRY, 1),) if entry.base else ())

    def held_by(self, book: Book, program: Program, *, member: int) -> Holding | None:
        """The purchases that are in the draw."""
        return entered(book, program, member=member)

    def settle(self, book: Book, joined: Joined, *, base: Fen) -> Settled:
        """Fund the pool and enter the draw; the nth entry may draw its round at once."""
        parameters = cast("DrawParameters", joined.parameters)
        program, sale = joined.program, joined.sale
        conceded = part(base, parameters.concession_bp)
        pool = draw_pool(program.name)
        pool_lots.fund(book, joined, pool=pool, amount=conceded, why="M1b.CONCESSION")
        pot = book.get(DrawPot, program.number) or DrawPot(program.number)
        pot = replace(pot, entries=pot.entries + 1)
        book.put(pot)
        book.put(
            DrawEntry(
                program=program.number,
                sale=sale.number,
                member=joined.member,
                settled_at=book.effective_at,
                base=base,
                round=pot.rounds,
                open=True,
                rate_bp=parameters.free_rate_bp,
            )
        )
        now = _in_force(book, program)
        if now.round == EVERY_N and pot.entries >= now.every_n:
            draw_round(book, program, parameters=now, round_id=counted_round(pot))
        return joined.settled(book, concession=conceded)

    def take_back(self, book: Book, joined: Joined, *, back: PartBack) -> TakenBack:
        """A late return (rulebook 3.4)."""
        parameters = cast("DrawParameters", joined.parameters)
        return take_back_sale(book, joined, parameters=parameters, back=back)

    def plan_void(self, book: Book, joined: Joined, *, plan: VoidPlan) -> None:
        """Only before the entry's round was drawn."""
        plan_void_sale(book, joined, plan=plan)

    def void(self, book: Book, joined: Joined) -> None:
        """Take the entry out, give the concession back."""
        void_sale(book, joined)

    def forget(self, book: Book, program: Program, *, member: int) -> None:
        """Take his purchases out of the draw; their money stays in the pool."""
        for entry in list(book.scan(ENTRIES_OF_MEMBER, member, program.number)):
            book.put(replace(entry, open=False))

    def hand_over(
        self, book: Book, program: Program, *, member: int, into: int, sales: Collection[int]
    ) -> None:
        """His entries, in the sequence they have; each purchase may still win once."""
        for sale in sales:
            entry = book.get(DrawEntry, program.number, sale)
            if entry is not None:
                book.put(replace(entry, member=into))

    def close(self, book: Book, program: Program) -> None:
        """End the entries; what is left in the pool goes to the stores."""
        for entry in each_in_batches(book, OPEN_ENTRIES, program.number):
            book.put(replace(entry, open=False))
        pool_lots.empty(book, program, pool=draw_pool(program.name), why="M1b.CLOSE")

    def end_period(self, book: Book, program: Program, *, extra: bool) -> Fen:
        """Draw the round that ends now; an extra draw is of the round that runs.

        A round that is counted by its entries ends by nothing else: an end that an earlier
        version left due draws nothing.
        """
        parameters = _in_force(book, program)
        if parameters.round == EVERY_N and not extra:
            return NOTHING
        pot = book.get(DrawPot, program.number) or DrawPot(program.number)
        at = book.effective_at
        if parameters.round == EVERY_N:
            round_id = counted_round(pot)
        else:
            round_id = parameters.round_id(business_day(at if extra else Instant(at - 1)))
        return draw_round(book, program, parameters=parameters, round_id=round_id)

    def regain(self, book: Book, program: Program, *, sale: int, amount: Fen) -> None:
        """An expired prize is a lot of the pool again."""
        pool_lots.add_lot(book, program=program.number, sale=sale, amount=amount, own=False)


def _in_force(book: Book, program: Program) -> DrawParameters:
    """Of the version in force: a round belongs to no sale."""
    found = parameters_of(book, program.kind, program=program.number, version=program.version)
    if not isinstance(found, DrawParameters):
        raise TypeError(found)
    return found
