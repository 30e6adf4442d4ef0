"""M4 众店: green points of many stores; this file is its verbs (rulebook 6)."""

from collections.abc import Collection
from dataclasses import replace
from typing import cast

from pos_app.domain.holdings import Gain, Holding
from pos_app.domain.money import Fen, part
from pos_app.domain.program import Program
from pos_app.engine import funding
from pos_app.engine.accounts import FEE, green_pool
from pos_app.engine.batches import each_in_batches
from pos_app.engine.book import Book
from pos_app.engine.mechanism import Brought, Joined, Mechanism, PartBack, VoidPlan
from pos_app.engine.mechanisms.green_holding import (
    end_lots_of,
    held_green,
    points_brought,
    points_of,
)
from pos_app.engine.mechanisms.green_months import (
    hand_over_months,
    month_now,
    note_spent,
)
from pos_app.engine.mechanisms.green_period import end_green_period
from pos_app.engine.mechanisms.green_return import (
    plan_void_sale,
    take_back_sale,
    void_sale,
)
from pos_app.engine.outcomes import SaleAsk, Settled, TakenBack
from pos_app.engine.parameters.form import Parameters
from pos_app.engine.parameters.green import GreenParameters
from pos_app.engine.records.green import (
    GREEN_LOTS_OF_SALE,
    OPEN_GREEN_LOTS,
    GreenFund,
    GreenLot,
    GreenSale,
)


class GreenPoints(Mechanism):
    """M4; see `Mechanism` for its verbs."""

    def gains(
        self, book: Book, program: Program, *, parameters: Parameters, ask: SaleAsk
    ) -> tuple[Gain, ...]:
        """Points, whose worth is not promised."""
        return points_of(cast("GreenParameters", parameters), ask)

    def brought(self, book: Book, joined: Joined) -> Brought:
        """The lots of buyer and store."""
        return points_brought(book, joined)

    def held_by(self, book: Book, program: Program, *, member: int) -> Holding | None:
        """Points in force and what they have released."""
        return held_green(book, program, member=member)

    def settle(self, book: Book, joined: Joined, *, base: Fen) -> Settled:
        """Fund the pool by the store's rebate; give points to buyer, store and sponsor."""
        parameters = cast("GreenParameters", joined.parameters)
        program, sale = joined.program, joined.sale
        conceded = part(base, parameters.rebate_of(sale.store))
        fee = part(conceded, parameters.fee_bp)
        pool = green_pool(program.name)
        funding.put_in(
            book,
            program,
            sale=sale,
            into=pool,
            amount=conceded,
            why="M4.CONCESSION",
        )
        book.post(pool, FEE, fee, why="M4.FEE", sale=sale.number, program=program.number)
        fund = book.get(GreenFund, program.number) or GreenFund(program.number)
        month = month_now(book)
        book.put(GreenSale(program.number, sale.number, fee=fee, joined=fund.periods, month=month))
        note_spent(book, program=program.number, member=joined.member, month=month, amount=base)
        fund = _give_points(book, joined, parameters=parameters, fund=fund, conceded=conceded)
        book.put(
            replace(
                fund,
                inflow=Fen(fund.inflow + conceded),
                new_sales=Fen(fund.new_sales + base),
            )
        )
        return joined.settled(book, concession=conceded)

    def take_back(self, book: Book, joined: Joined, *, back: PartBack) -> TakenBack:
        """A late return (rulebook 6.7)."""
        return take_back_sale(book, joined, back=back)

    def plan_void(self, book: Book, joined: Joined, *, plan: VoidPlan) -> None:
        """Only before a period's end has divided what the sale brought."""
        plan_void_sale(book, joined, plan=plan)

    def void(self, book: Book, joined: Joined) -> None:
        """Remove the points, give the concession back."""
        void_sale(book, joined)

    def forget(self, book: Book, program: Program, *, member: int) -> None:
        """End his points; what backs them stays in the pool for the others."""
        end_lots_of(book, program, member=member)

    def hand_over(
        self, book: Book, program: Program, *, member: int, into: int, sales: Collection[int]
    ) -> None:
        """His points, and what he has spent and was released in each month."""
        for sale in sales:
            for lot in list(book.scan(GREEN_LOTS_OF_SALE, program.number, sale)):
                if lot.holder == str(member):
                    book.put(replace(lot, holder=str(into)))
        hand_over_months(book, program.number, member=member, into=into)

    def close(self, book: Book, program: Program) -> None:
        """End every lot; the pool goes to the stores, vouchers stay valid."""
        for lot in each_in_batches(book, OPEN_GREEN_LOTS, program.number):
            book.put(replace(lot, open=False))
        fund = book.get(GreenFund, program.number) or GreenFund(program.number)
        book.put(replace(fund, points=0))
        funding.empty_pool(book, program, pool=green_pool(program.name), why="M4.CLOSE")

    def end_period(self, book: Book, program: Program, *, extra: bool) -> Fen:
        """Release points out of the pool (rulebook 6.5)."""
        return end_green_period(book, program)


def _give_points(
    book: Book, joined: Joined, *, parameters: GreenParameters, fund: GreenFund, conceded: int
) -> GreenFund:
    """Lots of the buyer, of the store as `@<store>`, of the direct sponsor only."""
    sale = joined.sale
    sponsor = sale.referrer
    shares = (
        (str(joined.member), parameters.consumer_points_bp),
        (f"@{sale.store}", parameters.merchant_points_bp),
        (str(sponsor), parameters.ref_points_bp if sponsor is not None else 0),
    )
    for number, (holder, rate) in enumerate(shares, start=1):
        points = part(conceded, rate)
        if points == 0:
            continue
        fund = replace(fund, points=fund.points + points, lots=fund.lots + 1)
        book.put(
            GreenLot(
                program=joined.program.number,
                sale=sale.number,
                part=number,
                number=fund.lots,
                holder=holder,
                granted=points,
                points=points,
                most=Fen(parameters.cap_of(points)),
                closes=fund.periods + parameters.max_releases,
                open=True,
            )
        )
    return fund
