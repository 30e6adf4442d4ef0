"""Made-up trade for a what-if: from a few figures and a seed, always the same.

Whole numbers only; nothing here claims that a shop trades like this. What the figures
leave open is decided in docs/decisions (what-if runs on assumptions).
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from heapq import heappop, heappush
from typing import Any

from pos_app.domain.chance import Chance
from pos_app.domain.moment import DAY_MS, Day, Instant, day_after, start_of
from pos_app.domain.money import WHOLE_BP, Fen
from pos_app.engine.trying.trade import Trade, TradeEvent, TradeLeaving, TradeReturn, TradeSale
from pos_app.errors import Refusal

FIRST_DAY = Day("2026-01-01")
STORE = "S1"

_HOUR_MS = 3_600_000
_OPENS_MS = 9 * _HOUR_MS
_OPEN_MS = 12 * _HOUR_MS
_BACK_WITHIN_DAYS = 14
"""Goods come back from one to so many days later."""
_LEAVES_AFTER_DAYS = (30, 90)
_QUARTERS = 4
_FINE = 1 << 16
_MOST_SALES = 5_000_000
_LARGEST = 10**9
_MOST_QUANTILES = 100


@dataclass(eq=False)
class TradeOutOfRange(Refusal):
    """A figure of the made-up trade is outside its range."""

    name: str
    value: str
    lowest: int
    highest: int


@dataclass(eq=False)
class TradeUnknown(Refusal):
    """The made-up trade has no figure of this name."""

    name: str
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Synthetic:
    """What the trade is made from; shares in basis points, amounts in fen."""

    sales_a_day: int = 50
    days: int = 365
    every_days: int = 1
    """From one day of trade to the next; 1 is daily."""
    amounts: tuple[int, ...] = (2000, 4000, 6000, 9000, 15_000, 40_000)
    """Quantiles of the concession base, evenly apart; between them it runs straight."""
    member_bp: int = 7000
    """Sales with a member."""
    new_bp: int = 3000
    """Of these, sales to a member who has not bought before."""
    sponsor_bp: int = 3000
    """New members whom an earlier member brought."""
    return_bp: int = 300
    """Sales that come back, half of them whole."""
    leave_bp: int = 0
    """Sales whose member leaves the queue after one to three months."""
    seed: int = 1


_RANGES: Mapping[str, tuple[int, int]] = {
    "sales_a_day": (1, 50_000),
    "days": (1, 3660),
    "every_days": (1, 366),
    "amounts": (1, _LARGEST),
    **dict.fromkeys(("member_bp", "new_bp", "sponsor_bp", "return_bp", "leave_bp"), (0, WHOLE_BP)),
    "seed": (0, 2**63 - 1),
}


def read_synthetic(named: Mapping[str, object]) -> Synthetic:
    """Return the figures of a made-up trade; what is not named has its usual value.

    Raises:
        TradeUnknown: a name that there is not.
        TradeOutOfRange: not a whole number, outside its range, or too many sales in all.
    """
    made = Synthetic()
    for name, value in named.items():
        if name not in _RANGES:
            raise TradeUnknown(name, tuple(_RANGES))
        found: Any = _amounts(value) if name == "amounts" else _number(name, value)
        made = replace(made, **{name: found})
    count = made.sales_a_day * _selling_days(made)
    if count > _MOST_SALES:
        raise TradeOutOfRange("sales", str(count), 1, _MOST_SALES)
    return made


def _number(name: str, value: object) -> int:
    lowest, highest = _RANGES[name]
    if isinstance(value, bool) or not isinstance(value, int) or not lowest <= value <= highest:
        raise TradeOutOfRange(name, str(value), lowest, highest)
    return value


def _amounts(value: object) -> tuple[int, ...]:
    if not isinstance(value, list | tuple) or not 1 <= len(value) <= _MOST_QUANTILES:
        raise TradeOutOfRange("amounts", str(value), *_RANGES["amounts"])
    return tuple(sorted(_number("amounts", each) for each in value))


def synthetic_trade(made: Synthetic) -> Trade:
    """Return the trade that the figures describe; the same figures give the same."""
    return Trade(
        first=FIRST_DAY,
        last=day_after(FIRST_DAY, made.days - 1),
        sales=made.sales_a_day * _selling_days(made),
        events=_Made(made),
    )


def figures_of(made: Synthetic) -> dict[str, object]:
    """The figures by name, as they are written beside a result."""
    return asdict(made)


def _selling_days(made: Synthetic) -> int:
    return -(-made.days // made.every_days)


class _Made:
    """The events of a made-up trade; each iteration makes them anew."""

    def __init__(self, made: Synthetic) -> None:
        self._made = made

    def __iter__(self) -> Iterator[TradeEvent]:
        return _Maker(self._made).events()


class _Maker:
    """One pass: who has bought, and what will come back."""

    def __init__(self, made: Synthetic) -> None:
        self._made = made
        self._chance = Chance(made.seed)
        self._sponsors: list[int] = []
        """Of each member, from 1; 0 for nobody."""
        self._later: list[tuple[Instant, int, TradeEvent]] = []
        self._sold = 0

    def events(self) -> Iterator[TradeEvent]:
        made = self._made
        step = _OPEN_MS // made.sales_a_day
        for day in range(0, made.days, made.every_days):
            opens = start_of(day_after(FIRST_DAY, day)) + _OPENS_MS
            for turn in range(made.sales_a_day):
                at = Instant(opens + turn * step)
                yield from self._due(at)
                sale = self._sale(at)
                self._foresee(sale)
                yield sale
        yield from self._due(start_of(day_after(FIRST_DAY, made.days)))

    def _due(self, until: Instant) -> Iterator[TradeEvent]:
        while self._later and self._later[0][0] < until:
            yield heappop(self._later)[2]

    def _sale(self, at: Instant) -> TradeSale:
        self._sold += 1
        member = self._member()
        sponsor = self._sponsors[member - 1] if member else 0
        return TradeSale(
            number=self._sold,
            at=at,
            store=STORE,
            member=member or None,
            sponsor=sponsor or None,
            base=Fen(self._amount()),
        )

    def _member(self) -> int:
        """A new member, one who has bought before, or 0 for nobody."""
        chance, made = self._chance, self._made
        if not chance.happens(made.member_bp, WHOLE_BP):
            return 0
        known = len(self._sponsors)
        if known and not chance.happens(made.new_bp, WHOLE_BP):
            return 1 + chance.below(known)
        brought = bool(known) and chance.happens(made.sponsor_bp, WHOLE_BP)
        self._sponsors.append(1 + chance.below(known) if brought else 0)
        return known + 1

    def _amount(self) -> int:
        amounts = self._made.amounts
        if len(amounts) == 1:
            return amounts[0]
        below, within = divmod(self._chance.below((len(amounts) - 1) * _FINE), _FINE)
        return amounts[below] + (amounts[below + 1] - amounts[below]) * within // _FINE

    def _foresee(self, sale: TradeSale) -> None:
        """Decide now what will come of a sale, so that chance is drawn in one sequence."""
        chance, made = self._chance, self._made
        if chance.happens(made.return_bp, WHOLE_BP):
            whole = chance.happens(1, 2)
            part = _QUARTERS if whole else chance.between(1, _QUARTERS - 1)
            base = max(1, sale.base * part // _QUARTERS)
            at = self._after(sale.at, 1, _BACK_WITHIN_DAYS)
            heappush(self._later, (at, sale.number, TradeReturn(at, sale.number, Fen(base))))
        elif chance.happens(made.leave_bp, WHOLE_BP):
            at = self._after(sale.at, *_LEAVES_AFTER_DAYS)
            heappush(self._later, (at, sale.number, TradeLeaving(at, sale.number)))

    def _after(self, at: Instant, least: int, most: int) -> Instant:
        return Instant(at + self._chance.between(least, most) * DAY_MS + _HOUR_MS // 2)
