"""M6 循环购: circular purchase; this file is its verbs (rulebook 8)."""

from collections.abc import Collection
from dataclasses import replace
from typing import cast

from pos_app.domain.holdings import Gain, Holding
from pos_app.domain.money import NOTHING, Fen, part
from pos_app.domain.program import Program
from pos_app.engine import pool_lots
from pos_app.engine.accounts import circular_pool
from pos_app.engine.book import Book
from pos_app.engine.mechanism import Brought, Joined, Mechanism, PartBack, VoidPlan
from pos_app.engine.mechanisms.circular_day import convert_all, divide_day
from pos_app.engine.mechanisms.circular_holders import (
    Share,
    give,
    hand_over_share,
    holder_of,
    keep,
)
from pos_app.engine.mechanisms.circular_holding import held_in_circle, share_brought, share_of
from pos_app.engine.mechanisms.circular_return import (
    plan_void_sale,
    take_back_sale,
    void_sale,
)
from pos_app.engine.outcomes import SaleAsk, Settled, TakenBack
from pos_app.engine.parameters.circular import CircularParameters
from pos_app.engine.parameters.form import Parameters
from pos_app.engine.records.circular import CircleSale


class Circular(Mechanism):
    """M6; see `Mechanism` for its verbs."""

    def gains(
        self, book: Book, program: Program, *, parameters: Parameters, ask: SaleAsk
    ) -> tuple[Gain, ...]:
        """Energy and contribution."""
        return share_of(cast("CircularParameters", parameters), ask)

    def brought(self, book: Book, joined: Joined) -> Brought:
        """Energy and contribution of buyer and store."""
        return share_brought(book, joined)

    def held_by(self, book: Book, program: Program, *, member: int) -> Holding | None:
        """Energy, contribution and points."""
        return held_in_circle(book, program, member=member)

    def settle(self, book: Book, joined: Joined, *, base: Fen) -> Settled:
        """Fund the pool; give energy and contribution (rulebook 8.5)."""
        parameters = cast("CircularParameters", joined.parameters)
        conceded = part(base, parameters.concession_bp)
        pool = circular_pool(joined.program.name)
        pool_lots.fund(book, joined, pool=pool, amount=conceded, why="M6.CONCESSION")
        _give(book, joined, parameters=parameters, base=base)
        return joined.settled(book, concession=conceded)

    def take_back(self, book: Book, joined: Joined, *, back: PartBack) -> TakenBack:
        """A late return (rulebook 8.7)."""
        return take_back_sale(book, joined, back=back)

    def plan_void(self, book: Book, joined: Joined, *, plan: VoidPlan) -> None:
        """Only before a day end has paid on it."""
        plan_void_sale(book, joined, plan=plan)

    def void(self, book: Book, joined: Joined) -> None:
        """Take energy and contribution back, give the lot back."""
        void_sale(book, joined)

    def forget(self, book: Book, program: Program, *, member: int) -> None:
        """His energy and contribution end."""
        holder = holder_of(book, program=program.number, holder=str(member))
        if holder is not None:
            keep(book, holder, replace(holder, energy=NOTHING, weight=0))

    def hand_over(
        self, book: Book, program: Program, *, member: int, into: int, sales: Collection[int]
    ) -> None:
        """His energy and contribution; his points, which back vouchers to come."""
        hand_over_share(book, program.number, member=member, into=into)

    def close(self, book: Book, program: Program) -> None:
        """Give what is in the pool to the stores; points can still be converted."""
        pool_lots.empty(book, program, pool=circular_pool(program.name), why="M6.CLOSE")

    def end_period(self, book: Book, program: Program, *, extra: bool) -> Fen:
        """A day ends: the pool is divided by contribution."""
        return divide_day(book, program)

    def convert(self, book: Book, program: Program, *, member: int) -> Fen:
        """Turn points into vouchers of the program's face."""
        return convert_all(book, program, member=member)

    def regain(self, book: Book, program: Program, *, sale: int, amount: Fen) -> None:
        """An expired voucher is a lot of the pool again."""
        pool_lots.add_lot(book, program=program.number, sale=sale, amount=amount, own=False)


def _give(book: Book, joined: Joined, *, parameters: CircularParameters, base: Fen) -> None:
    """Energy and weight for the buyer; weight for a sponsor who has energy himself."""
    program, sale = joined.program.number, joined.sale
    buyer = Share(parameters.energy(base), parameters.weight(base))
    sponsor = _sponsor_with_energy(book, joined)
    store = Share(
        part(buyer.energy, parameters.merchant_weight_bp),
        part(buyer.weight, parameters.merchant_weight_bp),
    )
    of_sponsor = part(buyer.weight, parameters.ref_weight_bp) if sponsor else 0
    book.put(
        CircleSale(
            program=program,
            sale=sale.number,
            energy=Fen(buyer.energy),
            weight=buyer.weight,
            sponsor=sponsor if of_sponsor else 0,
            sponsor_weight=of_sponsor,
            store_energy=Fen(store.energy),
            store_weight=store.weight,
        )
    )
    give(book, program=program, holder=str(joined.member), share=buyer, sale=sale.number)
    if of_sponsor:
        share = Share(0, of_sponsor)
        give(book, program=program, holder=str(sponsor), share=share, sale=sale.number)
    if store.energy or store.weight:
        give(book, program=program, holder=f"@{sale.store}", share=store, sale=sale.number)


def _sponsor_with_energy(book: Book, joined: Joined) -> int:
    """The direct sponsor, if he has energy left; 0 otherwise."""
    sponsor = joined.sale.referrer
    if sponsor is None:
        return 0
    holder = holder_of(book, program=joined.program.number, holder=str(sponsor))
    return sponsor if holder is not None and holder.energy > 0 else 0
