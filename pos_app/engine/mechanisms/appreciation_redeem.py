"""Units become vouchers: when a member wishes, or all at the end (7.5, 7.8)."""

from itertools import groupby

from pos_app.domain.holdings import Redeemed
from pos_app.domain.moment import DAY_MS, Day, Instant, business_day
from pos_app.domain.money import Fen, Units
from pos_app.domain.program import Program
from pos_app.engine import funding
from pos_app.engine.arithmetic import with_fee
from pos_app.engine.batches import each_in_batches
from pos_app.engine.book import Book
from pos_app.engine.errand_refusals import RedeemTooLittle, UnitsTooFew
from pos_app.engine.mechanisms.appreciation_fund import Burn, Fund
from pos_app.engine.records.appreciation import OPEN_NAV_LOTS, UNITS_OF_MEMBER, NavLot


def redeem_units(book: Book, program: Program, *, member: int, units: int) -> Redeemed:
    """Burn units, oldest lots first; fee, lock and kind of payout are each lot's own.

    Raises:
        RedeemTooLittle: less than the program's smallest redemption.
        UnitsTooFew: the member has less that is not locked.
    """
    fund = Fund(book, program)
    least = fund.parameters(program.version).min_redeem
    if units < least:
        raise RedeemTooLittle(Units(least), Units(units))
    claims = _claims(fund, member=member, units=units)
    gross = fund.worth(units)
    burns: list[Burn] = []
    done = 0
    for version, same in groupby(claims, key=lambda claim: claim[0].version):
        group = list(same)
        burnt = sum(each for _, each in group)
        of_group = gross * (done + burnt) // units - gross * done // units
        net, _ = with_fee(of_group, fund.parameters(version).fee_bp)
        burns += _shared(group, burnt=burnt, net=net)
        done += burnt
    for burn in burns:
        fund.burn(burn)
    fund.changes += 1
    fund.force_out(sale=0)
    fund.set_aside()
    fund.write()
    paid = Fen(sum(burn.net for burn in burns))
    return Redeemed(units=units, gross=gross, fee=Fen(gross - paid), paid=paid)


def _claims(fund: Fund, *, member: int, units: int) -> list[tuple[NavLot, int]]:
    """Which lots give how many units, oldest first; locked ones give none yet."""
    claims: list[tuple[NavLot, int]] = []
    wanted = units
    opens: Day | None = None
    for lot in fund.book.scan(UNITS_OF_MEMBER, member, fund.program.number):
        if wanted == 0:
            break
        free_at = lot.minted_at + fund.parameters(lot.version).lock_days * DAY_MS
        if free_at > fund.book.effective_at:
            # The oldest of a changed program may open after a younger one.
            day = business_day(Instant(free_at))
            opens = min(opens, day) if opens else day
            continue
        burnt = min(wanted, lot.units)
        claims.append((lot, burnt))
        wanted -= burnt
    if wanted:
        raise UnitsTooFew(Units(units - wanted), Units(units), opens)
    return claims


def _shared(group: list[tuple[NavLot, int]], *, burnt: int, net: Fen) -> list[Burn]:
    """Divide what is paid by units burnt, floored cumulatively (rulebook 7.5)."""
    burns = []
    done = 0
    for lot, units in group:
        share = Fen(net * (done + units) // burnt - net * done // burnt)
        burns.append(Burn(lot, units, share, why="M5.REDEEMED", sale=lot.sale))
        done += units
    return burns


def close_fund(book: Book, program: Program) -> None:
    """Redeem every lot at its value without fee; pool and reserve go to the stores."""
    fund = Fund(book, program)
    for lot in each_in_batches(book, OPEN_NAV_LOTS, program.number):
        gross = fund.worth(lot.units)
        fund.burn(Burn(lot, lot.units, gross, why="M5.CLOSE", sale=lot.sale))
    fund.changes += 1
    fund.write()
    for account in (fund.pool, fund.reserve):
        funding.give_to_funders(
            book, program, out_of=account, amount=book.balance(account), why="M5.CLOSE"
        )
