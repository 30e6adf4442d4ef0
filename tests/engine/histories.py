"""Random histories of a shop, and playing one on any book.

A history names sales and members by small numbers that are taken modulo what there is, so
that a shortened history still means something. What the shop refuses is part of the
outcome and changes nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import strategies as st

from pos_app.domain.money import Fen
from pos_app.domain.tender import POINTS, REWARD, VOUCHER
from pos_app.engine.book import Book
from pos_app.engine.outcomes import Settled
from pos_app.engine.wallet import limits
from pos_app.errors import Refusal
from tests.engine.counter import Counter

MEMBERS = 5
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
    """A sale; member 0 is nobody; `share` of what a reward tender may pay is paid by it."""

    member: int
    total: int
    store: int = 0
    kind: str = REWARD
    share: int = 0

    def do(self, counter: Counter) -> str:
        """Sell."""
        member = self.member or None
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
        found = limits(counter.book, self.member, total=Fen(self.total))
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


Event = Adopted | Sold | Returned | Voided | Left | PaidOut | Waited | Closed


@dataclass(frozen=True)
class History:
    """A day zero with programs, and what happened then."""

    programs: tuple[Adopted, ...]
    events: tuple[Event, ...]


def sponsor_of(member: int | None) -> int | None:
    """Every member but the first was brought by an earlier one."""
    return None if member is None or member == 1 else member // 2


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


def queue_changes(*, longest_hold: int = 9) -> st.SearchStrategy[dict[str, object]]:
    """Single parameters of a queue, small enough that limits and splits are met often."""
    return st.fixed_dictionaries(
        {"hold_days": st.integers(0, longest_hold), "min_order": st.sampled_from([1000, 5000])},
        optional={
            "unit": st.sampled_from([0, 5000, 10_000]),
            "max_order": st.sampled_from([20_000, 40_000]),
            "over_policy": st.sampled_from(["FUND_ONLY", "SKIP"]),
            "daily_limit": st.integers(1, 3),
            "free_rate_bp": st.sampled_from([1000, 5000, 9999]),
            "target_cap": st.sampled_from([7000, 12_345]),
            "exit_bp": st.sampled_from([0, 3333, 10_000]),
            "placement": st.sampled_from(["ONE_AT_A_TIME", "ALL_AT_TAIL"]),
            "window": st.integers(0, 4),
            "min_share": st.sampled_from([1, 7, 100]),
        },
    )


WEIGHTS = ("w_fee", "w_exit", "w_ref", "w_rep", "w_head", "w_every")


@st.composite
def weights(draw: st.DrawFn) -> dict[str, object]:
    """Weights that sum to the whole, now and then of a kind no preset has."""
    cuts = sorted(draw(st.lists(st.integers(0, 20), min_size=5, max_size=5)))
    edges = [0, *cuts, 20]
    return {
        name: 500 * (high - low)
        for name, low, high in zip(WEIGHTS, edges[:-1], edges[1:], strict=True)
    }


PRESETS = ("V1", "V2A", "V2B", "V3", "V4", "V5_DEFAULT", "V5_ALLIANCE", "W532")


@st.composite
def queues(
    draw: st.DrawFn, *, name: str = "Q", priority: int = 1, longest_hold: int = 9
) -> Adopted:
    """A queue program: a preset with changes, or weights of its own."""
    preset = draw(st.sampled_from(PRESETS))
    changes = draw(queue_changes(longest_hold=longest_hold))
    if draw(st.integers(0, 3)) == 0:
        changes.update(draw(weights()))
    return Adopted(name, "M1", priority, preset, tuple(sorted(changes.items())))


@st.composite
def points(draw: st.DrawFn, *, longest_hold: int = 3) -> Adopted:
    """A points program, tried before or after the queue."""
    changes = {
        "earn_bp": draw(st.sampled_from([100, 333, 2000])),
        "hold_days": draw(st.integers(0, longest_hold)),
        "expiry_months": draw(st.sampled_from([0, 1])),
        "unit": draw(st.sampled_from([1, 10])),
    }
    return Adopted("P", "M0", draw(st.integers(0, 2)), None, tuple(sorted(changes.items())))


def sales() -> st.SearchStrategy[Sold]:
    """Sales below, around and above the limits, some paid with rewards."""
    totals = st.one_of(st.sampled_from([999, 5000, 10_000, 20_000, 45_000]), st.integers(1, 60_000))
    return st.builds(
        Sold,
        member=st.integers(0, MEMBERS),
        total=totals,
        store=st.sampled_from([0, 0, 1]),
        kind=st.sampled_from([REWARD, VOUCHER, POINTS]),
        share=st.sampled_from([0, 0, 2, 4]),
    )


def events() -> st.SearchStrategy[Event]:
    """What happens in a shop, sales most often."""
    number = st.integers(0, 30)
    return st.one_of(
        sales(),
        sales(),
        sales(),
        sales(),
        st.builds(
            Returned,
            sale=number,
            quarters=st.integers(1, 4),
            reason=st.sampled_from(["voluntary", "defect"]),
        ),
        st.builds(Voided, back=st.integers(0, 4)),
        st.builds(Left, sale=number),
        st.builds(
            PaidOut,
            member=st.integers(1, MEMBERS),
            account=st.sampled_from(["CASH", "VCH", "POINTS"]),
            quarters=st.integers(1, 4),
        ),
        st.builds(Waited, hours=st.sampled_from([1, 10, 24, 72, 300, 9000])),
    )


@st.composite
def histories(
    draw: st.DrawFn, *, fewest: int = 1, most: int = 40, longest_hold: int = 9
) -> History:
    """A history of one to three programs; versions change and programs end on the way."""
    programs: list[Adopted] = [draw(queues(longest_hold=longest_hold))]
    if draw(st.booleans()):
        programs.append(draw(points(longest_hold=longest_hold)))
    if draw(st.integers(0, 4)) == 0:
        programs.append(draw(queues(name="R", priority=2, longest_hold=longest_hold)))
    happened: list[Event] = draw(st.lists(events(), min_size=fewest, max_size=most))
    if draw(st.integers(0, 2)) == 0:
        scope = dict(programs[0].changes).get("scope", _scope_of(programs[0].preset))
        later = draw(queues(longest_hold=longest_hold))
        changed = {**dict(later.changes), "scope": scope}
        version = Adopted("Q", "M1", 1, later.preset, tuple(sorted(changed.items())))
        happened.insert(draw(st.integers(0, len(happened))), version)
    if draw(st.integers(0, 3)) == 0:
        closed = Closed(draw(st.sampled_from([each.name for each in programs])))
        happened.insert(draw(st.integers(len(happened) // 2, len(happened))), closed)
    return History(tuple(programs), tuple(happened))


def _scope_of(preset: str | None) -> str:
    return "ALLIANCE" if preset == "V5_ALLIANCE" else "STORE"
