"""M5 消费增值: appreciation of consumption; this file is its verbs (rulebook 7)."""

from collections.abc import Collection
from dataclasses import replace
from typing import cast

from pos_app.domain.holdings import Gain, Holding, Redeemed
from pos_app.domain.money import NOTHING, Fen, part
from pos_app.domain.program import Program
from pos_app.engine import funding
from pos_app.engine.book import Book, kept
from pos_app.engine.mechanism import Brought, Joined, Mechanism, PartBack, VoidPlan
from pos_app.engine.mechanisms.appreciation_fund import Fund, cap_value
from pos_app.engine.mechanisms.appreciation_holding import held_units, units_brought, units_of
from pos_app.engine.mechanisms.appreciation_redeem import close_fund, redeem_units
from pos_app.engine.mechanisms.appreciation_return import (
    plan_void_sale,
    take_back_sale,
    void_sale,
)
from pos_app.engine.outcomes import SaleAsk, Settled, TakenBack
from pos_app.engine.parameters.appreciation import AppreciationParameters
from pos_app.engine.parameters.form import Parameters
from pos_app.engine.records.appreciation import NavLot


class Appreciation(Mechanism):
    """M5; see `Mechanism` for its verbs."""

    def gains(
        self, book: Book, program: Program, *, parameters: Parameters, ask: SaleAsk
    ) -> tuple[Gain, ...]:
        """Units at the price of now; the one of the settlement counts."""
        return units_of(
            book, program, parameters=cast("AppreciationParameters", parameters), ask=ask
        )

    def brought(self, book: Book, joined: Joined) -> Brought:
        """The units minted when it settled."""
        return units_brought(book, joined)

    def held_by(self, book: Book, program: Program, *, member: int) -> Holding | None:
        """Units with their worth of now."""
        return held_units(book, program, member=member)

    def settle(self, book: Book, joined: Joined, *, base: Fen) -> Settled:
        """Mint units for a part of the inflow, at the price before it (rulebook 7.5)."""
        parameters = cast("AppreciationParameters", joined.parameters)
        program, sale = joined.program, joined.sale
        conceded = part(base, parameters.concession_bp)
        value = part(conceded, parameters.mint_bp)
        fund = Fund(book, program)
        units = fund.minted_for(value, u0=parameters.u0)
        funding.put_in(
            book,
            program,
            sale=sale,
            into=fund.pool,
            amount=conceded,
            why="M5.CONCESSION",
        )
        fund.mint(joined, cap=cap_value(parameters, value), units=units)
        had = fund.units
        fund.force_out(sale=sale.number)
        # A purchase too small for a unit leaves its money in the pool (rulebook 7.8).
        orphaned = fund.set_aside(sale=sale.number) if had else NOTHING
        if orphaned:
            lot = kept(book, NavLot, program.number, sale.number)
            book.put(replace(lot, orphaned=orphaned))
        fund.write()
        return joined.settled(book, concession=conceded)

    def take_back(self, book: Book, joined: Joined, *, back: PartBack) -> TakenBack:
        """A late return (rulebook 7.7)."""
        return take_back_sale(book, joined, back=back)

    def plan_void(self, book: Book, joined: Joined, *, plan: VoidPlan) -> None:
        """Only the last thing that moved the price can be undone whole."""
        plan_void_sale(book, joined, plan=plan)

    def void(self, book: Book, joined: Joined) -> None:
        """Burn the units, give the inflow back, undo the conversions it brought."""
        void_sale(book, joined)

    def hand_over(
        self, book: Book, program: Program, *, member: int, into: int, sales: Collection[int]
    ) -> None:
        """His units, each lot with its price and its cap."""
        for sale in sales:
            lot = book.get(NavLot, program.number, sale)
            if lot is not None:
                book.put(replace(lot, member=into))

    def close(self, book: Book, program: Program) -> None:
        """Redeem all units at their value without fee; the rest goes to the stores (7.8)."""
        close_fund(book, program)

    def redeem(self, book: Book, program: Program, *, member: int, units: int) -> Redeemed:
        """Burn units of a member, oldest first, and pay their value less the fee."""
        return redeem_units(book, program, member=member, units=units)

    def regain(self, book: Book, program: Program, *, sale: int, amount: Fen) -> None:
        """An expired voucher lifts the price, as a fee does."""
        fund = Fund(book, program)
        fund.changes += 1
        fund.force_out(sale=0)
        fund.set_aside(sale=sale)
        fund.write()
