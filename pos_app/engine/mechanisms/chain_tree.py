"""The two trees of a chain: sponsors, and teams that change (5.4, 5.5).

Bonuses follow the sponsors as far as the level guard allows; the team tree only chooses
who of them is the boss of the point.
"""

from dataclasses import replace

from pos_app.domain.member import Member
from pos_app.domain.program import Program
from pos_app.engine.book import Book, kept
from pos_app.engine.parameters.chain import MOST_PAID_LEVELS, WEEKLY, ChainParameters
from pos_app.engine.records.chain import BOSS, ChainMember
from pos_app.engine.records.shared import Period

_STEPS_UP = 2


def node_of(book: Book, program: Program, member: int, *, sponsor: int | None) -> ChainMember:
    """A member of the chain; one seen for the first time is put below his sponsor.

    `sponsor` is what the sale says; it is not read when the member is known.
    """
    found = book.get(ChainMember, program.number, member)
    if found is not None:
        return found
    new: list[ChainMember] = []
    at: int | None = member
    above = sponsor
    while at is not None and book.get(ChainMember, program.number, at) is None:
        new.append(ChainMember(program.number, at, above, parent=above))
        at = above
        registered = book.get(Member, at) if at is not None else None
        above = registered.sponsor if registered else None
    for node in reversed(new):
        book.put(node)
        _count_child(book, program, node.parent, change=1)
    return new[0]


def maybe_node(book: Book, program: Program, member: int | None) -> ChainMember | None:
    """A member who is in the chain already, or None."""
    return None if member is None else book.get(ChainMember, program.number, member)


def _count_child(book: Book, program: Program, parent: int | None, *, change: int) -> None:
    """Keep the number of those who stand below a member."""
    if parent is not None:
        node = kept(book, ChainMember, program.number, parent)
        book.put(replace(node, children=node.children + change))


def move_to(book: Book, program: Program, member: int, *, parent: int | None) -> None:
    """Put a member with everybody below him under another one."""
    node = kept(book, ChainMember, program.number, member)
    _count_child(book, program, node.parent, change=-1)
    book.put(replace(kept(book, ChainMember, program.number, member), parent=parent))
    _count_child(book, program, parent, change=1)


def sponsor_distance(book: Book, program: Program, payee: int, *, buyer: ChainMember) -> int:
    """1 for the sponsor, 2 for his sponsor, else above what may ever be paid (1.8)."""
    if buyer.sponsor == payee:
        return 1
    sponsor = maybe_node(book, program, buyer.sponsor)
    if sponsor is not None and sponsor.sponsor == payee:
        return MOST_PAID_LEVELS
    return MOST_PAID_LEVELS + 1


def may_be_paid(
    book: Book,
    program: Program,
    payee: int,
    *,
    buyer: ChainMember,
    parameters: ChainParameters,
) -> bool:
    """The level guard, hard whatever the parameters say (rulebook 1.8)."""
    most = min(parameters.max_paid_levels, MOST_PAID_LEVELS)
    return sponsor_distance(book, program, payee, buyer=buyer) <= most


def boss_of_point(
    book: Book, program: Program, buyer: ChainMember, *, parameters: ChainParameters
) -> ChainMember | None:
    """Who gets the point bonus: the first boss at most two steps up, if allowed."""
    if buyer.slid:
        sponsor = maybe_node(book, program, buyer.sponsor)
        return sponsor if sponsor is not None and sponsor.identity == BOSS else None
    at = buyer
    for _ in range(_STEPS_UP):
        above = maybe_node(book, program, _parent(book, program, at, parameters=parameters))
        if above is None:
            return None
        if above.identity == BOSS:
            allowed = may_be_paid(book, program, above.member, buyer=buyer, parameters=parameters)
            return above if allowed else None
        at = above
    return None


def _parent(
    book: Book, program: Program, node: ChainMember, *, parameters: ChainParameters
) -> int | None:
    """The team parent; this week's line among those left behind comes home (轮动)."""
    if parameters.rotation != WEEKLY or not node.left_no:
        return node.parent
    sponsor = maybe_node(book, program, node.sponsor)
    if sponsor is None or sponsor.directs < parameters.rotation_min:
        return node.parent
    home = week_of(book, program) % sponsor.left == node.left_no - 1
    return sponsor.member if home else node.parent


def week_of(book: Book, program: Program) -> int:
    """How many weeks have ended since adoption, extra ends counted (rulebook 1.12)."""
    period = book.get(Period, program.number)
    return period.ended if period else 0


def boss_above(book: Book, program: Program, node: ChainMember) -> ChainMember | None:
    """The nearest boss up the team tree."""
    at = maybe_node(book, program, node.parent)
    while at is not None and at.identity != BOSS:
        at = maybe_node(book, program, at.parent)
    return at
