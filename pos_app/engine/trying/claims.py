"""Who still waits in a what-if, who was repaid, and how long that took.

A claim is a purchase (in M6 a member) that a program may still repay. It is no debt of
the shop: nobody has a right to it (rulebook 0.4). What is open of it is, by kind:

    M1   what tickets lack to their targets
    M1b  nothing: an entry may win, and is owed nothing
    M2   what own purchases and cycles lack to the price paid
    M4   points not yet released, at one fen a point
    M5   what units would be converted for at their cap
    M6   energy: what may still be paid to a member

M0 and M3 leave nothing open.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from copy import copy
from typing import Any, NamedTuple

from pos_app.domain.moment import DAY_MS, Instant
from pos_app.domain.record import Record
from pos_app.engine.records.appreciation import NavLot
from pos_app.engine.records.circular import CircleHolder
from pos_app.engine.records.draw import DrawEntry
from pos_app.engine.records.green import GreenLot
from pos_app.engine.records.queue import ACTIVE, COMPLETED, EXITED, WAITING, Ticket
from pos_app.engine.records.refer import CLOSED, EXPIRED, OPEN, OwnPurchase, ReferCycle

NONE = 0
OPENED = 1
FULL = 2
SHORT = 3
"""It ended without the whole."""


class Claim(NamedTuple):
    """One part of a claim, as a record of a mechanism says it."""

    program: int
    name: int | str
    """The sale; in M6 the member."""
    holder: str
    open: int
    """In fen."""
    state: int


def _of_ticket(ticket: Ticket) -> Claim:
    """A place in the queue; a large purchase has several."""
    state = ticket.state
    if state in {ACTIVE, WAITING}:
        rest = ticket.target - ticket.received
        return Claim(ticket.program, ticket.sale, str(ticket.member), rest, OPENED)
    ended = FULL if state == COMPLETED else SHORT if state == EXITED else NONE
    return Claim(ticket.program, ticket.sale, str(ticket.member), 0, ended)


def _of_entry(entry: DrawEntry) -> Claim:
    """A purchase in the draw: open until it wins or its rounds are over."""
    state = FULL if entry.prize else OPENED if entry.open else SHORT
    return Claim(entry.program, entry.sale, str(entry.member), 0, state)


def _of_purchase(own: OwnPurchase) -> Claim:
    """An own purchase that nobody has begun to repay; then its cycle speaks for it."""
    state = OPENED if own.free else NONE
    return Claim(own.program, own.sale, str(own.member), own.base if own.free else 0, state)


def of_cycle(cycle: ReferCycle) -> Claim:
    """Referrals that repay an own purchase."""
    rest = max(0, cycle.target - cycle.paid)
    state = NONE
    if cycle.state == OPEN:
        state = OPENED
    elif cycle.state in {CLOSED, EXPIRED}:
        state = SHORT if rest else FULL
    open_ = rest if state == OPENED else 0
    return Claim(cycle.program, cycle.sale, str(cycle.member), open_, state)


def of_green_lot(lot: GreenLot) -> Claim:
    """The points of a buyer; those of a store or a sponsor are no purchase's."""
    rest = max(0, lot.points - lot.released)
    state = NONE
    if lot.part == 1 and lot.points:
        state = FULL if not rest else OPENED if lot.open else SHORT
    return Claim(lot.program, lot.sale, lot.holder, rest if state == OPENED else 0, state)


def _of_nav_lot(lot: NavLot) -> Claim:
    """Units until their cap converts them."""
    if lot.units:
        return Claim(
            lot.program, lot.sale, str(lot.member), lot.cap * lot.units // lot.minted, OPENED
        )
    return Claim(lot.program, lot.sale, str(lot.member), 0, FULL if lot.forced_paid else NONE)


def _of_circle_holder(held: CircleHolder) -> Claim:
    """A member's energy; a store waits for nothing."""
    state = NONE
    if not held.holder.startswith("@"):
        state = OPENED if held.energy else FULL if held.points else NONE
    open_ = held.energy if state == OPENED else 0
    return Claim(held.program, held.holder, held.holder, open_, state)


CLAIMS: Mapping[type[Record], Callable[[Any], Claim]] = {
    Ticket: _of_ticket,
    DrawEntry: _of_entry,
    OwnPurchase: _of_purchase,
    ReferCycle: of_cycle,
    GreenLot: of_green_lot,
    NavLot: _of_nav_lot,
    CircleHolder: _of_circle_holder,
}


class _Whole:
    """A claim with all its parts."""

    __slots__ = ("days", "full", "holder", "opened", "sales", "short", "since", "sold")

    def __init__(self, holder: str, *, since: Instant, sold: int) -> None:
        self.holder = holder
        self.since = since
        self.sold = sold
        """How many sales there had been."""
        self.opened = self.full = self.short = 0
        self.days = self.sales = 0
        """How long it waited, once it is repaid."""

    @property
    def state(self) -> int:
        if self.opened:
            return OPENED
        if self.short:
            return SHORT
        return FULL if self.full else NONE

    def count(self, state: int, by: int) -> None:
        if state == OPENED:
            self.opened += by
        elif state == FULL:
            self.full += by
        elif state == SHORT:
            self.short += by


class ProgramClaims:
    """The claims of one program together."""

    def __init__(self) -> None:
        self.open = 0
        """Fen that are still waited for."""
        self.waiting = self.repaid = self.short = 0
        self.waited_days: Counter[int] = Counter()
        self.waited_sales: Counter[int] = Counter()
        self.waiting_members: Counter[str] = Counter()
        """How many claims each has that wait."""

    def fork(self) -> "ProgramClaims":
        """A second one with the same sums."""
        twin = copy(self)
        twin.waited_days = Counter(self.waited_days)
        twin.waited_sales = Counter(self.waited_sales)
        twin.waiting_members = Counter(self.waiting_members)
        return twin

    def count(self, whole: _Whole, by: int) -> None:
        """Count a claim in its present state, or take it out again."""
        state = whole.state
        if state == OPENED:
            self.waiting += by
            _add(self.waiting_members, whole.holder, by)
        elif state == SHORT:
            self.short += by
        elif state == FULL:
            self.repaid += by
            _add(self.waited_days, whole.days, by)
            _add(self.waited_sales, whole.sales, by)


class Claims:
    """All claims of a what-if, kept up to date by what the engine writes."""

    def __init__(self) -> None:
        self.sold = 0
        """Sales completed so far; whoever sells counts it up."""
        self._programs: defaultdict[int, ProgramClaims] = defaultdict(ProgramClaims)
        self._wholes: dict[tuple[int, int | str], _Whole] = {}

    def of(self, program: int) -> ProgramClaims:
        """What one program's claims add up to."""
        return self._programs[program]

    def lessen(self, program: int, amount: int) -> None:
        """So much less is waited for, and nothing else has changed."""
        self._programs[program].open -= amount

    def change(self, was: Claim | None, now: Claim, *, at: Instant) -> None:
        """Take note of a record that was written; `was` is what it said before."""
        sums = self._programs[now.program]
        sums.open += now.open - (was.open if was else 0)
        if was is not None and was.state == now.state:
            return
        name = (now.program, now.name)
        whole = self._wholes.get(name)
        if whole is None:
            if now.state == NONE:
                return
            whole = self._wholes[name] = _Whole(now.holder, since=at, sold=self.sold)
        sums.count(whole, -1)
        if was is not None:
            whole.count(was.state, -1)
        whole.count(now.state, 1)
        whole.days = (at - whole.since) // DAY_MS
        whole.sales = self.sold - whole.sold
        sums.count(whole, 1)

    def fork(self) -> "Claims":
        """A second one with the same claims."""
        twin = Claims()
        twin.sold = self.sold
        twin._programs.update((number, each.fork()) for number, each in self._programs.items())
        twin._wholes = {name: copy(whole) for name, whole in self._wholes.items()}
        return twin


def median_of(counted: Mapping[int, int]) -> int | None:
    """The lower median of figures that are counted; None when there are none."""
    middle = (sum(counted.values()) + 1) // 2
    for figure in sorted(counted):
        middle -= counted[figure]
        if middle <= 0:
            return figure
    return None


def _add(counter: Counter[Any], key: object, by: int) -> None:
    """Count up or down; what has come to nothing is not kept."""
    counter[key] += by
    if not counter[key]:
        del counter[key]
