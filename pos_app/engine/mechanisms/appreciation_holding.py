"""What a member's units are worth now, and what a purchase adds (rulebook 7.4)."""

from pos_app.domain.holdings import UNITS, UNITS_LATER, Gain, UnitsHolding
from pos_app.domain.money import Fen, part
from pos_app.domain.program import Program
from pos_app.engine.book import Book
from pos_app.engine.mechanism import Brought, Joined
from pos_app.engine.mechanisms.appreciation_fund import Fund, cap_of, pays_vouchers
from pos_app.engine.outcomes import SaleAsk
from pos_app.engine.parameters.appreciation import AppreciationParameters
from pos_app.engine.records.appreciation import UNITS_OF_MEMBER, UNITS_PER_POINT, NavLot


def held_units(book: Book, program: Program, *, member: int) -> UnitsHolding | None:
    """Units with their worth of now; None when the member has none."""
    lots = list(book.scan(UNITS_OF_MEMBER, member, program.number))
    if not lots:
        return None
    fund = Fund(book, program)
    parameters = fund.parameters(program.version)
    units = sum(lot.units for lot in lots)
    is_capped = all(lot.cap for lot in lots)
    return UnitsHolding(
        program=program.number,
        name=program.name,
        units=units,
        worth=fund.worth(units),
        point=fund.worth(UNITS_PER_POINT),
        fee_bp=parameters.fee_bp,
        least=parameters.min_redeem,
        cap=Fen(sum(cap_of(lot) for lot in lots) if is_capped else 0),
        in_vouchers=pays_vouchers(parameters),
    )


def units_of(
    book: Book, program: Program, *, parameters: AppreciationParameters, ask: SaleAsk
) -> tuple[Gain, ...]:
    """What would be minted at the price of now.

    During a hold the price goes on changing: then nobody knows how many, and none is said.
    """
    if max(parameters.hold_days, ask.least_hold_days):
        return (Gain(UNITS_LATER, 0),)
    value = part(part(ask.base, parameters.concession_bp), parameters.mint_bp)
    return (Gain(UNITS, Fund(book, program).minted_for(value, u0=parameters.u0)),)


def units_brought(book: Book, joined: Joined) -> Brought:
    """What was minted, redeemed since or not."""
    lot = book.get(NavLot, joined.program.number, joined.sale.number)
    return Brought((Gain(UNITS, lot.minted),) if lot is not None else ())
