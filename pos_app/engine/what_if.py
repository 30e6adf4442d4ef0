"""M8: a program tried on past or made-up sales before it runs (rulebook 9.2).

The same verbs as at the till (enrol, settle, return, leave, period ends) run on a book in
memory. Three books go side by side: the trade as given; from the red line on every second
sale left out; from there on no sale at all.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pos_app.domain.moment import Day, Instant, business_day, day_after, days_between, start_of
from pos_app.domain.program import PROGRAMS_BY_PRIORITY
from pos_app.domain.settings import ShopRules
from pos_app.domain.what_if_figures import AS_GIVEN, HALVED, STOPPED, WhatIf, WhatIfProgress
from pos_app.engine.program import parameters_of
from pos_app.engine.trying.adopt import ProgramTried, adopt_all
from pos_app.engine.trying.book import WhatIfBook
from pos_app.engine.trying.lane import Lane
from pos_app.engine.trying.trade import Trade, TradeEvent, TradeSale
from pos_app.errors import Refusal

_EVENTS_BETWEEN_LOOKS = 50


@dataclass(eq=False)
class WhatIfStopped(Refusal):
    """Somebody stopped the trial; there is no answer."""


@dataclass(eq=False)
class RedLineOutside(Refusal):
    """The day from which sales are to fall away is not within the trade."""

    day: str
    first: str
    last: str


@dataclass(eq=False)
class NoProgramTried(Refusal):
    """There is no program to try."""


Watch = Callable[[WhatIfProgress], bool]
"""Told how far it is now and then; False stops the trial."""


def what_if(
    trade: Trade,
    programs: Sequence[ProgramTried],
    *,
    rules: ShopRules,
    red_from: Day | None = None,
    watch: Watch | None = None,
) -> WhatIf:
    """Try programs on a trade; the red line is in its middle unless a day is named.

    Every program is adopted at the start of the first day. The answer depends on the
    arguments alone.

    Raises:
        NoProgramTried, RedLineOutside: there is nothing to try, or not then.
        ProgramNameTaken, ProgramOverLimit, HoldTooShort, UnknownKind, UnknownPreset,
        UnknownParameter, ParameterOutOfRange, ParameterNotAChoice, ParametersDisagree:
            a program could not be adopted either.
        WhatIfStopped: `watch` said so.
    """
    if not programs:
        raise NoProgramTried
    red = red_from or _middle(trade)
    if not trade.first <= red <= trade.last:
        raise RedLineOutside(red, trade.first, trade.last)
    book = WhatIfBook()
    book.put(rules)
    book.open_entry(1, start_of(trade.first, rules.cutoff_minutes))
    adopt_all(book, programs, rules=rules)
    trial = _Trial(Lane(AS_GIVEN, book, first=trade.first), trade, red=red)
    trial.run(watch)
    # What was sold on the last day counts when its hold is over.
    until = day_after(trade.last, _longest_hold(book))
    return WhatIf(
        first=trade.first,
        last=trade.last,
        red_from=red,
        left_out=trade.left_out,
        scenarios=tuple(lane.ended(until) for lane in trial.lanes),
    )


class _Trial:
    """Three lanes: the first alone until the red line, then all of them."""

    def __init__(self, given: Lane, trade: Trade, *, red: Day) -> None:
        self.lanes = [given]
        self._trade = trade
        self._red = red
        self._sold = 0

    def run(self, watch: Watch | None) -> None:
        cutoff = self.lanes[0].rules.cutoff_minutes
        tomorrow, day = Instant(0), self._trade.first
        for number, event in enumerate(self._trade.events):
            if event.at >= tomorrow:
                day = business_day(event.at, cutoff)
                tomorrow = start_of(day_after(day, 1), cutoff)
            if day >= self._red and len(self.lanes) == 1:
                self._fork()
            if watch is not None and number % _EVENTS_BETWEEN_LOOKS == 0:
                self._look(watch, day)
            self._do(event, day)
        if len(self.lanes) == 1:
            self._fork()

    def _fork(self) -> None:
        given = self.lanes[0]
        given.close_days(before=self._red)
        self.lanes += [given.fork(HALVED), given.fork(STOPPED)]

    def _do(self, event: TradeEvent, day: Day) -> None:
        given, *fallen = self.lanes
        given.do(event, day)
        is_sale = isinstance(event, TradeSale)
        self._sold += is_sale
        # What comes back of a sale that a lane never had is passed over there.
        for lane in fallen:
            if not is_sale or (lane.name == HALVED and self._sold % 2):
                lane.do(event, day)

    def _look(self, watch: Watch, day: Day) -> None:
        if not watch(WhatIfProgress(self._sold, self._trade.sales, day)):
            raise WhatIfStopped


def _middle(trade: Trade) -> Day:
    """The first day of the second half; of a single day the day itself."""
    return day_after(trade.first, (days_between(trade.first, trade.last) + 1) // 2)


def _longest_hold(book: WhatIfBook) -> int:
    return max(
        parameters_of(book, each.kind, program=each.number, version=each.version).hold_days
        for each in book.scan(PROGRAMS_BY_PRIORITY)
    )
