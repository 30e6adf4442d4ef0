"""What the queue for a free order keeps (rulebook 2.4)."""

from dataclasses import dataclass
from typing import ClassVar

from pos_app.domain.moment import Day
from pos_app.domain.money import Fen
from pos_app.domain.record import Index, Record, Where

WAITING = "WAITING"
ACTIVE = "ACTIVE"
COMPLETED = "COMPLETED"
EXITED = "EXITED"
CANCELLED = "CANCELLED"

HEAD = "HEAD"
EVERY = "EVERY"
ACCELERATED = "ACCEL"
REPEAT = "REPEAT"


@dataclass(frozen=True, slots=True)
class Queue(Record):
    """The heads of one queue's counters; under STORE scope each store has its own."""

    TABLE: ClassVar[str] = "queue"
    KEY: ClassVar[tuple[str, ...]] = ("program", "store")

    program: int
    store: str
    """Empty under ALLIANCE scope."""
    active: int = 0
    """How many tickets are ACTIVE; kept, never counted (rulebook 2.6)."""
    tickets: int = 0
    """The last `seq` given; seats are never renumbered."""
    lots: int = 0
    allocations: int = 0
    completed: int = 0
    """How many tickets were ever filled; one that a void empties again is taken off."""


QUEUES = Index(Queue, "by_key", ("program", "store"))


@dataclass(frozen=True, slots=True)
class QueueDay(Record):
    """A queue's counters as they stood at the end of a day, for reports of that day.

    Tickets that left (by exit, return or void) are those that joined, less those filled,
    less those still there.
    """

    TABLE: ClassVar[str] = "queue_day"
    KEY: ClassVar[tuple[str, ...]] = ("program", "store", "day")

    program: int
    store: str
    day: Day
    joined: int
    completed: int
    active: int
    allocations: int
    """The last number given by then: so a month's allocations are found at once."""

    @property
    def left(self) -> int:
        """How many tickets went without being filled, ever."""
        return self.joined - self.completed - self.active


QUEUE_DAYS = Index(QueueDay, "by_key", ("program", "store", "day"))


@dataclass(frozen=True, slots=True)
class Ticket(Record):
    """A place in the queue: one part of one sale."""

    TABLE: ClassVar[str] = "queue_ticket"
    KEY: ClassVar[tuple[str, ...]] = ("program", "sale", "part")

    program: int
    sale: int
    part: int
    """From 1; a large sale is cut into several (大单拆小单)."""
    store: str
    """The queue's: empty under ALLIANCE scope."""
    member: int
    day: Day
    """Business day of the sale; the daily limit counts by it."""
    seq: int
    """Given when it becomes ACTIVE, strictly increasing; 0 while WAITING."""
    target: Fen
    received: Fen
    state: str


TICKETS = Index(Ticket, "by_key", ("program", "sale", "part"))
ACTIVE_TICKETS = Index(
    Ticket, "active", ("program", "store", "seq"), (Where("state", "=", ACTIVE),)
)
ACTIVE_OF_MEMBER = Index(
    Ticket,
    "active_of_member",
    ("member", "program", "store", "seq"),
    (Where("state", "=", ACTIVE),),
)
QUEUED_BY_DAY = Index(
    Ticket, "of_day", ("member", "day", "program", "store", "sale"), (Where("part", "=", 1),)
)
"""The sales that ever got a ticket, by their first part."""


@dataclass(frozen=True, slots=True)
class Lot(Record):
    """Undistributed money of one funding sale inside a pool (rulebook 1.2)."""

    TABLE: ClassVar[str] = "queue_lot"
    KEY: ClassVar[tuple[str, ...]] = ("program", "store", "number")

    program: int
    store: str
    number: int
    """Its place in the FIFO, which it keeps when money comes back to it."""
    sale: int
    funder: str
    """The store whose concession it is."""
    clawback: bool
    """True when it holds what a return took back, False for the sale's own concession."""
    granted: Fen
    left: Fen
    returned: Fen = Fen(0)
    """Given back to the store."""


OPEN_LOTS = Index(Lot, "open", ("program", "store", "number"), (Where("left", ">", 0),))
LOTS_OF_SALE = Index(Lot, "of_sale", ("program", "sale", "number"))


@dataclass(frozen=True, slots=True)
class Allocation(Record):
    """Money of one lot paid to one ticket: who paid for whom."""

    TABLE: ClassVar[str] = "queue_allocation"
    KEY: ClassVar[tuple[str, ...]] = ("program", "store", "number")

    program: int
    store: str
    number: int
    """In the order made."""
    lot: int
    sale: int
    """Of the ticket."""
    part: int
    amount: Fen
    why: str
    """HEAD, EVERY, ACCEL or REPEAT."""
    reversed: bool = False
    """A void took it back into its lot."""
    taken_back: Fen = Fen(0)
    """What a late return took back for the store (CLAWBACK_BENEFICIARIES, rulebook 1.6)."""

    @property
    def stands(self) -> Fen:
        """What the ticket still has of it."""
        return Fen(0) if self.reversed else Fen(self.amount - self.taken_back)


ALLOCATIONS_OF_LOT = Index(Allocation, "of_lot", ("program", "store", "lot", "number"))
ALLOCATIONS_OF_SALE = Index(Allocation, "of_sale", ("program", "sale", "number"))


@dataclass(frozen=True, slots=True)
class Funding(Record):
    """What one store has put into one queue and got back of it."""

    TABLE: ClassVar[str] = "queue_funding"
    KEY: ClassVar[tuple[str, ...]] = ("program", "store", "funder")

    program: int
    store: str
    funder: str
    put_in: Fen = Fen(0)
    got_back: Fen = Fen(0)


FUNDINGS = Index(Funding, "by_key", ("program", "store", "funder"))


@dataclass(frozen=True, slots=True)
class QueueLeaving(Record):
    """A sale whose member left the queue, and the voucher that was given for it."""

    TABLE: ClassVar[str] = "queue_leaving"
    KEY: ClassVar[tuple[str, ...]] = ("program", "sale")

    program: int
    sale: int
    rest: Fen
    """What its tickets had still open."""
    voucher: Fen
    wanted_back: Fen = Fen(0)
    """Over all returns; wanted, not recovered."""
