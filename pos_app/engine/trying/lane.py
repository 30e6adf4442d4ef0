"""One book of a what-if with its curve: what happens is done, every day is noted."""

from collections import Counter
from collections.abc import Sequence
from copy import copy
from dataclasses import replace

from pos_app.domain.made_quickly import made_quickly
from pos_app.domain.moment import Day, Instant, day_after, start_of
from pos_app.domain.money import NOTHING, Fen
from pos_app.domain.program import PROGRAMS_BY_PRIORITY, Program
from pos_app.domain.sale import COMPLETED, Sale
from pos_app.domain.settings import ShopRules
from pos_app.domain.what_if_figures import (
    PRICE_SCALE,
    DayPoint,
    PointsBrought,
    ProgramEnd,
    ProgramPoint,
    Scenario,
)
from pos_app.engine.accounts import nav_pool
from pos_app.engine.book import kept
from pos_app.engine.enrol import enrol
from pos_app.engine.leaving import NothingToLeave, leave_queue
from pos_app.engine.outcomes import SaleAsk, Settled
from pos_app.engine.parameters.kinds import KINDS
from pos_app.engine.records.appreciation import UNITS_PER_POINT, NavFund
from pos_app.engine.settle import complete, settle_due
from pos_app.engine.trying.book import WhatIfBook
from pos_app.engine.trying.claims import median_of
from pos_app.engine.trying.trade import TradeEvent, TradeLeaving, TradeReturn, TradeSale
from pos_app.engine.undo import return_part

_TILL = "what-if"
_new_sale = made_quickly(Sale)


class Lane:
    """A trial as given, with half the sales or with none, day by day."""

    def __init__(self, name: str, book: WhatIfBook, *, first: Day) -> None:
        self.name = name
        self.book = book
        self.rules = kept(book, ShopRules, 1)
        self.programs = tuple(book.scan(PROGRAMS_BY_PRIORITY))
        self._day = first
        self._points: list[DayPoint] = []
        self._sales_today = 0
        self._sold_today = 0
        self._sold = 0
        self._refused = 0
        self._customers: set[int] = set()
        self._skipped: Counter[tuple[int, str]] = Counter()

    def fork(self, name: str) -> "Lane":
        """A second lane that has the same past and goes its own way."""
        twin = copy(self)
        twin.name = name
        twin.part_ways()
        return twin

    def part_ways(self) -> None:
        """Have book and curve for itself; a copy shares them until then."""
        self.book = self.book.fork()
        self._points = list(self._points)
        self._customers = set(self._customers)
        self._skipped = Counter(self._skipped)

    def do(self, event: TradeEvent, day: Day) -> None:
        """Let an event happen, after all that was due before it."""
        self.close_days(before=day)
        self.book.date_at(event.at)
        self._note(settle_due(self.book, event.at))
        if isinstance(event, TradeSale):
            self._sell(event, day)
            return
        sale = self.book.get(Sale, event.sale)
        if sale is None:
            return
        if isinstance(event, TradeReturn):
            self._take_back(sale, event)
        elif isinstance(event, TradeLeaving):
            self._leave(sale)

    def close_days(self, *, before: Day) -> None:
        """End the days before one: do what is due in them, and note how it stands."""
        while self._day < before:
            following = day_after(self._day, 1)
            ends = Instant(start_of(following, self.rules.cutoff_minutes) - 1)
            self.book.date_at(ends)
            self._note(settle_due(self.book, ends))
            self._points.append(self._point())
            self._sales_today = self._sold_today = 0
            self._day = following

    def ended(self, last: Day) -> Scenario:
        """The scenario when the last day is over."""
        self.close_days(before=day_after(last, 1))
        return Scenario(
            name=self.name,
            days=tuple(self._points),
            programs=tuple(self._end(program) for program in self.programs),
            customers=len(self._customers),
            sales=self.book.claims.sold,
            sold=Fen(self._sold),
            refused=self._refused,
        )

    def _sell(self, event: TradeSale, day: Day) -> None:
        ask = SaleAsk(
            store=event.store,
            member=event.member,
            sponsor=event.sponsor,
            base=event.base,
            costs=event.costs,
            at=event.at,
            day=day,
            max_total_concession_bp=self.rules.max_total_concession_bp,
            max_margin_share_bp=self.rules.max_margin_share_bp,
            skus=event.skus,
            minor=event.minor,
            employee=event.employee,
            referral_barred=event.referral_barred,
        )
        sale = _sale_of(event, day)
        decisions = enrol(self.book, ask)
        self.book.put(sale)
        self._note(complete(self.book, sale, decisions=decisions))
        for each in decisions:
            # What a program takes note of it says again when the sale settles.
            if each.reason and each.reason not in KINDS[each.kind].NOTED:
                self._skipped[each.program, each.reason] += 1
        self.book.claims.sold += 1
        self._sales_today += 1
        self._sold_today += event.base
        self._sold += event.base
        if event.member is not None:
            self._customers.add(event.member)

    def _take_back(self, sale: Sale, event: TradeReturn) -> None:
        base = Fen(min(event.base, sale.base - sale.returned_base))
        if base <= 0:
            self._refused += 1
            return
        return_part(self.book, sale, base=base, reason=event.reason, room=base)
        back = Fen(sale.returned_base + base)
        self.book.put(replace(sale, returned_base=back, returns=sale.returns + 1))

    def _leave(self, sale: Sale) -> None:
        try:
            leave_queue(self.book, sale)
        except NothingToLeave:
            self._refused += 1

    def _note(self, settled: Sequence[Settled]) -> None:
        """Count what turned out at settlement not to join after all."""
        for each in settled:
            if each.reason:
                self._skipped[each.program, each.reason] += 1

    def _point(self) -> DayPoint:
        return DayPoint(
            day=self._day,
            sales=self._sales_today,
            sold=Fen(self._sold_today),
            programs=tuple(self._program_point(program) for program in self.programs),
        )

    def _program_point(self, program: Program) -> ProgramPoint:
        funded, paid, pool, held = self.book.sums.of(program.number)
        claims = self.book.claims.of(program.number)
        return ProgramPoint(
            funded=Fen(funded),
            paid=Fen(paid),
            owed=Fen(claims.open),
            pool=Fen(pool),
            kept=Fen(held),
            repaid=claims.repaid,
            waiting=claims.waiting,
            price=self._price(program),
        )

    def _price(self, program: Program) -> int | None:
        fund = self.book.get(NavFund, program.number)
        if fund is None or not fund.units:
            return None
        value = self.book.balance(nav_pool(program.name))
        return value * UNITS_PER_POINT * PRICE_SCALE // fund.units

    def _end(self, program: Program) -> ProgramEnd:
        number = program.number
        claims = self.book.claims.of(number)
        notes = self.book.notes
        return ProgramEnd(
            name=program.name,
            kind=program.kind,
            last=self._program_point(program),
            receivers=self.book.sums.receivers(number),
            waiting_members=len(claims.waiting_members),
            ended_short=claims.short,
            median_days=median_of(claims.waited_days),
            median_sales=median_of(claims.waited_sales),
            skipped=tuple(
                (reason, count)
                for (of, reason), count in sorted(self._skipped.items())
                if of == number
            ),
            referrals=notes.referrals.get(number, 0),
            brought=tuple(
                PointsBrought(day, points, Fen(released))
                for (of, day), (points, released) in sorted(notes.brought.items())
                if of == number and points
            ),
        )


def _sale_of(event: TradeSale, day: Day) -> Sale:
    return _new_sale(
        number=event.number,
        basket=event.number,
        content=b"",
        entry=1,
        ref="",
        store=event.store,
        till=_TILL,
        shift=1,
        staff=0,
        member=event.member,
        at=event.at,
        day=day,
        state=COMPLETED,
        goods=event.base,
        saved=NOTHING,
        total=event.base,
        tax=NOTHING,
        base=event.base,
        sponsor=event.sponsor,
        referral_barred=event.referral_barred,
    )
