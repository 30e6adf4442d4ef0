"""A fund during one event: minting, burning, the cap, what is left without units.

The price of a unit is pool / units. It is compared as a fraction and never stored; only
to find the lots whose cap comes first a floored and scaled copy of theirs is kept.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from heapq import heappop, heappush

from pos_app.domain.money import NOTHING, Fen, part
from pos_app.domain.program import Program
from pos_app.engine.accounts import nav_pool, nav_reserve
from pos_app.engine.arithmetic import with_fee
from pos_app.engine.book import Book
from pos_app.engine.mechanism import Joined
from pos_app.engine.parameters.appreciation import VOUCHER, AppreciationParameters
from pos_app.engine.program import parameters_of
from pos_app.engine.records.appreciation import (
    CAPPED_LOTS,
    UNITS_PER_POINT,
    NavFund,
    NavLot,
)
from pos_app.engine.voucher_pay import Payment, VoucherTerms, pay

_SCALE = 10**12
_NEVER = 2**63 - 1
"""The largest number the file can keep: the price of a lot without a cap."""


@dataclass(frozen=True, slots=True)
class Burn:
    """Units of one lot that end, and what is paid for them."""

    lot: NavLot
    units: int
    net: Fen
    why: str
    sale: int
    """The sale that caused it; the lot's own when its member asked."""


class Fund:
    """One program's units and pool; `write` puts what has changed."""

    def __init__(self, book: Book, program: Program) -> None:
        self.book = book
        self.program = program
        self.pool = nav_pool(program.name)
        self.reserve = nav_reserve(program.name)
        kept = book.get(NavFund, program.number) or NavFund(program.number)
        self._kept = kept
        self.units = kept.units
        self.lots = kept.lots
        self.changes = kept.changes

    @property
    def value(self) -> int:
        """What is in the pool, in fen."""
        return self.book.balance(self.pool)

    def worth(self, units: int) -> Fen:
        """What so many units are worth, floored; nothing when there are none."""
        return Fen(units * self.value // self.units) if self.units else NOTHING

    def minted_for(self, value: int, *, u0: int) -> int:
        """How many units a mint value brings at the price before the inflow."""
        if self.units == 0:
            return value * UNITS_PER_POINT // u0
        # All units stand for something, so that the pool is above zero here (M5-1).
        return value * self.units // self.value

    def mint(self, joined: Joined, *, cap: Fen, units: int) -> NavLot:
        """Give a sale its units; the caller has moved the inflow into the pool."""
        self.lots += 1
        self.changes += 1
        self.units += units
        lot = NavLot(
            program=self.program.number,
            sale=joined.sale.number,
            number=self.lots,
            member=joined.member,
            version=joined.enrolment.version,
            minted_at=self.book.effective_at,
            minted=units,
            cap=cap,
            cap_price=_NEVER,
            units=units,
            change=self.changes,
        )
        lot = with_cap_price(lot)
        self.book.put(lot)
        return lot

    def burn(self, burn: Burn) -> NavLot:
        """End units of a lot and pay for them; the fee stays in the pool."""
        parameters = self.parameters(burn.lot.version)
        lot = with_cap_price(
            replace(burn.lot, units=burn.lot.units - burn.units, paid=Fen(burn.lot.paid + burn.net))
        )
        self.units -= burn.units
        self.book.put(lot)
        pay(
            self.book,
            self.program,
            pool=self.pool,
            payment=Payment(
                account=parameters.payout_kind,
                holder=str(lot.member),
                amount=burn.net,
                funded_by=lot.sale,
                why=burn.why,
                sale=burn.sale,
            ),
            terms=VoucherTerms(parameters.validity_days, parameters.voucher_max_bp),
        )
        return lot

    def force_out(self, *, sale: int) -> None:
        """Convert, first minted first, every lot that has come to its cap (7.5).

        The price only rises, so a lot that has come to its cap once stays there; each
        conversion may bring the next. Reads those lots and the one behind them.
        """
        ready: list[tuple[int, NavLot]] = []
        near: list[NavLot] = []
        line = self.book.scan(CAPPED_LOTS, self.program.number)
        ahead = next(line, None)
        while self.units:
            price = min(self.value * _SCALE // self.units, _NEVER - 1)
            while ahead is not None and ahead.cap_price <= price:
                near.append(ahead)
                ahead = next(line, None)
            near = self._sorted_out(near, ready)
            if not ready:
                return
            self._convert(heappop(ready)[1], sale=sale)

    def _sorted_out(self, near: Iterable[NavLot], ready: list[tuple[int, NavLot]]) -> list[NavLot]:
        """Move lots at their cap, compared exactly, to `ready`; return the others."""
        not_yet = []
        for lot in near:
            if self.worth(lot.units) >= cap_of(lot):
                heappush(ready, (lot.number, lot))
            else:
                not_yet.append(lot)
        return not_yet

    def _convert(self, lot: NavLot, *, sale: int) -> None:
        net, _ = with_fee(cap_of(lot), self.parameters(lot.version).fee_bp)
        why = "M5.FORCED"
        burnt = self.burn(Burn(lot, lot.units, net, why=why, sale=sale or lot.sale))
        forced = replace(burnt, forced_by=sale, forced_units=lot.units, forced_paid=net)
        self.book.put(forced)

    def set_aside(self, *, sale: int | None = None) -> Fen:
        """Move what is left without units to the reserve, for good (7.5, 1.12)."""
        left = NOTHING if self.units else Fen(self.value)
        self.book.post(
            self.pool,
            self.reserve,
            left,
            why="M5.ORPHAN",
            sale=sale,
            program=self.program.number,
        )
        return left

    def parameters(self, version: int) -> AppreciationParameters:
        """The parameters of one of the program's versions."""
        found = parameters_of(
            self.book, self.program.kind, program=self.program.number, version=version
        )
        if not isinstance(found, AppreciationParameters):
            raise TypeError(found)
        return found

    def write(self) -> None:
        """Put the fund as it stands now."""
        self.book.put(replace(self._kept, units=self.units, lots=self.lots, changes=self.changes))


def cap_of(lot: NavLot) -> int:
    """The cap of the units still in a lot: `part(mv, cap) * units // units0`."""
    return lot.cap * lot.units // lot.minted


def with_cap_price(lot: NavLot) -> NavLot:
    """The lot with the price of its cap for what is in it now."""
    price = _NEVER
    if lot.cap and lot.units:
        price = min(cap_of(lot) * _SCALE // lot.units, _NEVER - 1)
    return replace(lot, cap_price=price)


def cap_value(parameters: AppreciationParameters, value: int) -> Fen:
    """What a mint value may become worth at most; 0 when the cap is off."""
    return part(value, parameters.cap_bp)


def pays_vouchers(parameters: AppreciationParameters) -> bool:
    """Whether units become vouchers, not balance."""
    return parameters.payout_kind == VOUCHER
