"""What a chain keeps: members, their places, every bonus (rulebook 5.4)."""

from dataclasses import dataclass
from typing import ClassVar

from pos_app.domain.money import NOTHING, Fen
from pos_app.domain.record import Index, Record, Where

CUSTOMER = 0
AGENT = 1
BOSS = 2
IDENTITIES = ("CUSTOMER", "AGENT", "BOSS")
"""Their names, by the number that a record holds."""

DIRECT = "DIRECT"
POINT = "POINT"
PEER = "PEER"
SLIP = "SLIP"


@dataclass(frozen=True, slots=True)
class ChainMember(Record):
    """A member in a chain: who brought him, in whose team he stands, what he is."""

    TABLE: ClassVar[str] = "chain_member"
    KEY: ClassVar[tuple[str, ...]] = ("program", "member")

    program: int
    member: int
    """Numbers rise as members join."""
    sponsor: int | None
    """Never changes."""
    parent: int | None
    """In the team tree; the sponsor at first, nobody for a boss."""
    identity: int = CUSTOMER
    perf: Fen = NOTHING
    """His own settled purchases; the least is chosen for a spill."""
    children: int = 0
    """How many stand below him in the team tree."""
    purchases: int = 0
    """His own settled purchases that were not returned whole."""
    slid: bool = False
    direct_no: int = 0
    """His place among the sponsor's recruits, in the sequence they qualified."""
    counts: bool = False
    """Counts for the sponsor's promotion; not when his qualifying purchase came back."""
    left_no: int = 0
    """His place among those left behind when the sponsor was promoted."""
    directs: int = 0
    """How many recruits have qualified."""
    counted: int = 0
    """How many of them count for a promotion."""
    direct_sales: Fen = NOTHING
    """Settled sales to those he brought, less what came back."""
    left: int = 0
    """How many were left behind."""
    helping: int = 0
    """How many of his recruits have enough purchases to unlock."""
    qualified_by: int = 0
    """The sale that made him an agent."""
    in_lock: Fen = NOTHING
    """His part of LOCK from this program: blocked and held."""
    held: Fen = NOTHING
    """Of it, what waits for an own purchase (复购)."""
    locked_by: int = 0
    """The sale of the last blocking entry; 180 days run from it."""
    held_by: int = 0
    """The sale of the last held bonus."""
    bonuses: Fen = NOTHING
    """Received in cash since the last own purchase."""
    bought_by: int = 0
    """The sale of the last own purchase."""
    week: int = 0
    """The week of `contribution`."""
    contribution: Fen = NOTHING
    """贡献值: own and direct sales of that week; shown, never paid."""


TEAM_BY_ROOM = Index(
    ChainMember,
    "team",
    ("program", "parent", "children", "perf", "member"),
    (Where("identity", ">", CUSTOMER),),
)
"""The agents and bosses below one: those with the most room, of them the least first."""
DIRECTS = Index(
    ChainMember, "directs", ("program", "sponsor", "direct_no"), (Where("direct_no", ">", 0),)
)
LEFT_BEHIND = Index(
    ChainMember, "left_behind", ("program", "sponsor", "left_no"), (Where("left_no", ">", 0),)
)
IN_LOCK = Index(ChainMember, "in_lock", ("program", "member"), (Where("in_lock", ">", 0),))


@dataclass(frozen=True, slots=True)
class ChainSale(Record):
    """A settled sale as the chain counts it: what of it was not returned."""

    TABLE: ClassVar[str] = "chain_sale"
    KEY: ClassVar[tuple[str, ...]] = ("program", "sale")

    program: int
    sale: int
    base: Fen


@dataclass(frozen=True, slots=True)
class ChainBonus(Record):
    """One bonus of one sale: who got how much, as what, and what came back of it."""

    TABLE: ClassVar[str] = "chain_bonus"
    KEY: ClassVar[tuple[str, ...]] = ("program", "sale", "position")

    program: int
    sale: int
    position: int
    """From 1, as they were paid."""
    member: int
    kind: str
    """DIRECT, POINT, PEER or SLIP."""
    level: int
    """How far up the sponsor chain; 1 for a slip, which stands outside it."""
    amount: Fen
    offset: Fen
    """Set off against a debt: the store kept it."""
    locked: Fen
    """Blocked or held, in LOCK."""
    cash: Fen
    wanted_back: Fen = NOTHING
    """Over all returns; wanted, not recovered."""


BONUSES_OF_SALE = Index(ChainBonus, "by_key", ("program", "sale", "position"))


@dataclass(frozen=True, slots=True)
class ChainRelease(Record):
    """What a sale let come free of a member's LOCK; a void of it blocks it again."""

    TABLE: ClassVar[str] = "chain_release"
    KEY: ClassVar[tuple[str, ...]] = ("program", "sale", "member")

    program: int
    sale: int
    member: int
    amount: Fen
    held: bool = False
    """It waited for his own purchase, which this sale was; otherwise it was blocked."""
    bonuses: Fen = NOTHING
    """Counted until this own purchase."""


RELEASES_OF_SALE = Index(ChainRelease, "by_key", ("program", "sale", "member"))

BECAME_AGENT = "AGENT"
BECAME_BOSS = "BOSS"
LEFT = "LEFT"
SLID = "SLID"


@dataclass(frozen=True, slots=True)
class ChainMove(Record):
    """A change of identity or place, which is never paid for (M3-5)."""

    TABLE: ClassVar[str] = "chain_move"
    KEY: ClassVar[tuple[str, ...]] = ("program", "number")

    program: int
    number: int
    """From 1, as they happened."""
    sale: int
    member: int
    what: str
    """AGENT, BOSS, LEFT or SLID."""
    before: int | None
    """The team parent before."""
    after: int | None
    undone: bool = False
    """A void took it back."""


CHAIN_MOVES = Index(ChainMove, "by_key", ("program", "number"))
STANDING_MOVES = Index(ChainMove, "standing", ("program", "number"), (Where("undone", "=", 0),))
MOVES_OF_SALE = Index(ChainMove, "of_sale", ("program", "sale", "number"))


@dataclass(frozen=True, slots=True)
class ChainMonth(Record):
    """What a store sold in the program in a month, and the bonuses out of it."""

    TABLE: ClassVar[str] = "chain_month"
    KEY: ClassVar[tuple[str, ...]] = ("program", "store", "month")

    program: int
    store: str
    month: str
    """As in 2026-01."""
    sold: Fen = NOTHING
    paid: Fen = NOTHING
