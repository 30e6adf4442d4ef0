"""What can happen in a shop, and playing a history of it on any book.

A history names sales and members by small numbers that are taken modulo what there is, so
that a shortened history still means something. What the shop refuses is part of the
outcome and changes nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass

from pos_app.domain.money import Fen
from pos_app.domain.program import PROGRAMS_BY_PRIORITY, Program
from pos_app.domain.tender import REWARD
from pos_app.engine.book import Book
from pos_app.engine.outcomes import Settled
from pos_app.engine.records.appreciation import UNITS_OF_MEMBER
from pos_app.engine.wallet import limits
from pos_app.errors import Refusal
from tests.engine.counter import Counter

MEMBERS = 5
CROWD = 20
CROWD_SPONSOR = 2
"""Members from the twentieth on were all brought by the second."""
STORES = ("S1", "S2")
HOUR = 3_600_000


@dataclass(frozen=True)
class Adopted:
    """A program or its next version."""

    name: str
    kind: str
    priority: int
    preset: str | None
    changes: tuple[tuple[str, object], ...]

    def do(self, counter: Counter) -> str:
        """Adopt it."""
        counter.adopt(
            self.name,
            self.kind,
            priority=self.priority,
            preset=self.preset,
            changes=dict(self.changes),
        )
        return "adopted"


@dataclass(frozen=True)
class Sold:
    """A sale; member 0 is nobody; a reward tender pays `share` of what it may."""

    member: int
    total: int
    store: int = 0
    kind: str = REWARD
    share: int = 0

    def do(self, counter: Counter) -> str:
        """Sell."""
        member = counter.who(self.member or None)
        counter.sell(
            member,
            self.total,
            sponsor=sponsor_of(member),
            store=STORES[self.store],
            with_rewards=self._rewards(counter),
        )
        return "sold"

    def _rewards(self, counter: Counter) -> tuple[tuple[str, int], ...]:
        if not self.member or not self.share:
            return ()
        found = limits(counter.book, counter.who(self.member) or 0, total=Fen(self.total))
        (limit,) = (each for each in found if each.kind == self.kind)
        amount = limit.most * self.share // 4 // limit.unit * limit.unit
        return ((self.kind, amount),) if amount else ()


@dataclass(frozen=True)
class Returned:
    """So many quarters of what is left of a sale come back."""

    sale: int
    quarters: int
    reason: str

    def do(self, counter: Counter) -> str:
        """Take it back."""
        number = _sale(counter, self.sale)
        quantity = counter.left_of(number) * self.quarters // 4
        if quantity == 0:
            return "nothing left"
        taken = counter.take_back(number, quantity, reason=self.reason)
        return " ".join(f"{each.kind}:{each.wanted}-{each.from_refund}" for each in taken)


@dataclass(frozen=True)
class Voided:
    """A sale is voided; the latest is 0, the one before 1."""

    back: int

    def do(self, counter: Counter) -> str:
        """Void it."""
        counter.void(_sale(counter, counter.sold - 1 - self.back))
        return "voided"


@dataclass(frozen=True)
class Left:
    """A member leaves the queue with a sale."""

    sale: int

    def do(self, counter: Counter) -> str:
        """Leave."""
        return f"voucher {counter.leave(_sale(counter, self.sale))}"


@dataclass(frozen=True)
class PaidOut:
    """So many quarters of a balance are paid out."""

    member: int
    account: str
    quarters: int

    def do(self, counter: Counter) -> str:
        """Pay out."""
        has = counter.book.balance(f"{self.account}:{self.member}")
        counter.pay_out(self.member, self.account, has * self.quarters // 4)
        return "paid out"


@dataclass(frozen=True)
class Redeemed:
    """So many quarters of a member's units become money."""

    member: int
    quarters: int

    def do(self, counter: Counter) -> str:
        """Redeem."""
        program = _program_of(counter, "M5")
        lots = list(counter.book.scan(UNITS_OF_MEMBER, self.member, program.number))
        units = sum(lot.units for lot in lots) * self.quarters // 4
        return f"redeemed {counter.redeem(program.name, self.member, units).paid}"


@dataclass(frozen=True)
class Converted:
    """A member's backed points become vouchers."""

    member: int

    def do(self, counter: Counter) -> str:
        """Convert."""
        program = _program_of(counter, "M6")
        return f"converted {counter.convert(program.name, self.member)}"


@dataclass(frozen=True)
class PeriodEnded:
    """A period of a program ends now, beside those that time brings."""

    name: str

    def do(self, counter: Counter) -> str:
        """End it."""
        return f"distributed {counter.end_period(self.name)}"


@dataclass(frozen=True)
class Merged:
    """A member who brought nobody turns out to be another, who did not bring him."""

    member: int
    into: int

    def do(self, counter: Counter) -> str:
        """Merge."""
        into = counter.who(self.into) or 0
        first = sponsor_of(self.member)
        if counter.who(self.member) != self.member or into in {first, sponsor_of(first)}:
            raise NobodyToMerge
        counter.merge(self.member, into)
        return "merged"


class NobodyToMerge(Refusal):
    """The history speaks of a member who was merged, or of his sponsor."""


@dataclass(frozen=True)
class Waited:
    """Time passes."""

    hours: int

    def do(self, counter: Counter) -> str:
        """Wait."""
        return f"{len(counter.wait(ms=self.hours * HOUR))} due"


@dataclass(frozen=True)
class Closed:
    """A program ends."""

    name: str

    def do(self, counter: Counter) -> str:
        """End it."""
        counter.close(self.name)
        return "closed"


Event = (
    Adopted
    | Sold
    | Returned
    | Voided
    | Left
    | PaidOut
    | Redeemed
    | Converted
    | Merged
    | PeriodEnded
    | Waited
    | Closed
)


@dataclass(frozen=True)
class History:
    """A day zero with programs, and what happened then."""

    programs: tuple[Adopted, ...]
    events: tuple[Event, ...]


def sponsor_of(member: int | None) -> int | None:
    """Every member but the first was brought by an earlier one; a crowd by the second."""
    if member is None or member == 1:
        return None
    return CROWD_SPONSOR if member >= CROWD else member // 2


def play(
    history: History,
    book: Book,
    *,
    before: Callable[[Counter], None] | None = None,
    after: Callable[[Counter, tuple[Settled, ...]], None] | None = None,
    refused: Callable[[Counter], None] | None = None,
) -> list[str]:
    """Play a history; return one word or two for each event, refusals by name.

    `before` is called when everything due has been done and the event is still to come,
    `after` when it is done, with what was settled, `refused` when the shop said no.
    """
    counter = Counter(book)
    outcomes: list[str] = []
    for event in (*history.programs, *history.events):
        due = counter.wait()
        counter.last_settled = ()
        if before:
            before(counter)
        try:
            outcomes.append(event.do(counter))
        except Refusal as refusal:
            outcomes.append(type(refusal).__name__)
            if refused:
                refused(counter)
        if after:
            after(counter, (*due, *counter.last_settled))
    return outcomes


def _sale(counter: Counter, number: int) -> int:
    if counter.sold == 0:
        raise NoSaleYet
    return number % counter.sold + 1


class NoSaleYet(Refusal):
    """The history speaks of a sale before there is one."""


def _program_of(counter: Counter, kind: str) -> Program:
    for program in counter.book.scan(PROGRAMS_BY_PRIORITY):
        if program.kind == kind:
            return program
    raise NoSuchProgram


class NoSuchProgram(Refusal):
    """The history speaks of a program that it does not have."""
