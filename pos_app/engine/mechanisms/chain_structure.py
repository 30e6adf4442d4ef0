"""Becoming agent or boss, sliding, leaving behind; never paid for (5.5)."""

from dataclasses import replace

from pos_app.domain.money import Fen
from pos_app.domain.program import Program
from pos_app.engine.book import Book, kept
from pos_app.engine.mechanisms.chain_lock import HELPER_PURCHASES
from pos_app.engine.mechanisms.chain_tree import (
    boss_above,
    maybe_node,
    move_to,
    week_of,
)
from pos_app.engine.parameters.chain import HEADCOUNT, ChainParameters
from pos_app.engine.records.chain import (
    AGENT,
    BECAME_AGENT,
    BECAME_BOSS,
    BOSS,
    CHAIN_MOVES,
    CUSTOMER,
    DIRECTS,
    LEFT,
    MOVES_OF_SALE,
    SLID,
    STANDING_MOVES,
    TEAM_BY_ROOM,
    ChainMember,
    ChainMove,
)


def count_purchase(book: Book, program: Program, member: int, *, base: int, change: int) -> None:
    """Count a settled purchase of a member, for him and his sponsor; -1 takes one off.

    `base` is below zero when goods come back; `change` is 0 while some of them stay.
    """
    node = kept(book, ChainMember, program.number, member)
    purchases = node.purchases + change
    week = week_of(book, program)
    node = _contributed(replace(node, perf=Fen(node.perf + base), purchases=purchases), base, week)
    book.put(node)
    sponsor = maybe_node(book, program, node.sponsor)
    if sponsor is None:
        return
    sponsor = _contributed(sponsor, base, week)
    now = replace(sponsor, direct_sales=Fen(sponsor.direct_sales + base))
    helps = purchases >= HELPER_PURCHASES
    helped = purchases - change >= HELPER_PURCHASES
    if node.direct_no and helps != helped:
        now = replace(now, helping=now.helping + (1 if helps else -1))
    book.put(now)


def _contributed(node: ChainMember, base: int, week: int) -> ChainMember:
    """贡献值 begins anew each week; a return lessens it to nothing at most."""
    before = node.contribution if node.week == week else 0
    return replace(node, week=week, contribution=Fen(max(0, before + base)))


def restructure(
    book: Book,
    program: Program,
    member: int,
    *,
    sale: int,
    base: int,
    parameters: ChainParameters,
) -> None:
    """What a settled sale changes: a new agent, a spill, the sponsor first, then him."""
    node = kept(book, ChainMember, program.number, member)
    if node.identity == CUSTOMER and base >= parameters.threshold:
        _become_agent(book, program, node, sale=sale)
        _spill(book, program, member, sale=sale, parameters=parameters)
    for each in (node.sponsor, member):
        found = maybe_node(book, program, each)
        if found is not None and found.identity == AGENT and _earned(found, parameters):
            _promote(book, program, found, sale=sale, leave=parameters.leave)


def _become_agent(book: Book, program: Program, node: ChainMember, *, sale: int) -> None:
    sponsor = maybe_node(book, program, node.sponsor)
    number = sponsor.directs + 1 if sponsor else 0
    book.put(
        replace(
            node,
            identity=AGENT,
            direct_no=number,
            counts=sponsor is not None,
            qualified_by=sale,
        )
    )
    if sponsor is not None:
        helps = node.purchases >= HELPER_PURCHASES
        book.put(
            replace(
                sponsor,
                directs=number,
                counted=sponsor.counted + 1,
                helping=sponsor.helping + helps,
            )
        )
    _note(book, program, node, sale=sale, what=BECAME_AGENT, after=node.parent)


def _spill(
    book: Book, program: Program, member: int, *, sale: int, parameters: ChainParameters
) -> None:
    """滑落: under a boss with many recruits a new one goes to the weakest line."""
    node = kept(book, ChainMember, program.number, member)
    sponsor = maybe_node(book, program, node.sponsor)
    if sponsor is None or sponsor.identity != BOSS or not parameters.spill_from:
        return
    if sponsor.directs < parameters.spill_from:
        return
    line = _weakest_line(book, program, sponsor, new=member, width=parameters.spill_width)
    if line is None:
        return
    _note(book, program, node, sale=sale, what=SLID, after=line.member)
    move_to(book, program, member, parent=line.member)
    book.put(replace(kept(book, ChainMember, program.number, member), slid=True))


def _weakest_line(
    book: Book, program: Program, boss: ChainMember, *, new: int, width: int
) -> ChainMember | None:
    """Of a boss's lines with room: least perf, then fewest below, then first joined.

    Asked for each number below a line: those without room, perhaps very many, are not
    read. The new member stands among the lines himself.
    """
    with_room = (
        next(
            (each for each in book.scan(TEAM_BY_ROOM, program.number, boss.member, below)
             if each.member != new),
            None,
        )
        for below in range(width)
    )  # fmt: skip
    lines = [line for line in with_room if line is not None]
    return min(lines, key=lambda line: (line.perf, line.children, line.member), default=None)


def _earned(node: ChainMember, parameters: ChainParameters) -> bool:
    """Whether an agent has what makes a boss."""
    if parameters.promote_by == HEADCOUNT:
        return node.counted >= parameters.k
    return node.direct_sales >= parameters.k * parameters.promote_unit


def _promote(book: Book, program: Program, node: ChainMember, *, sale: int, leave: int) -> None:
    """走人, 留人: the new boss goes, his first recruits stay with the boss above."""
    above = boss_above(book, program, node)
    _note(book, program, node, sale=sale, what=BECAME_BOSS, after=None)
    move_to(book, program, node.member, parent=None)
    book.put(replace(kept(book, ChainMember, program.number, node.member), identity=BOSS))
    if above is None:
        return
    left = 0
    # Read one by one: a late boss may have very many recruits.
    for recruit in book.scan(DIRECTS, program.number, node.member):
        if left == leave:
            break
        if recruit.parent == node.member:
            left += 1
            _note(book, program, recruit, sale=sale, what=LEFT, after=above.member)
            move_to(book, program, recruit.member, parent=above.member)
            moved = kept(book, ChainMember, program.number, recruit.member)
            book.put(replace(moved, left_no=left))
    book.put(replace(kept(book, ChainMember, program.number, node.member), left=left))


def _note(
    book: Book, program: Program, node: ChainMember, *, sale: int, what: str, after: int | None
) -> None:
    book.put(
        ChainMove(
            program.number,
            _last_move(book, program) + 1,
            sale,
            node.member,
            what,
            before=node.parent,
            after=after,
        )
    )


def _last_move(book: Book, program: Program) -> int:
    last = next(book.scan(CHAIN_MOVES, program.number, backward=True), None)
    return last.number if last else 0


def no_longer_counts(book: Book, program: Program, member: int, *, sale: int) -> None:
    """A qualifying purchase came back whole: not counted towards a promotion to come."""
    node = kept(book, ChainMember, program.number, member)
    sponsor = maybe_node(book, program, node.sponsor)
    if node.qualified_by != sale or not node.counts:
        return
    if sponsor is not None and sponsor.identity != BOSS:
        book.put(replace(node, counts=False))
        book.put(replace(sponsor, counted=sponsor.counted - 1))


def undo_moves(book: Book, program: Program, *, sale: int) -> None:
    """Undo what a voided sale changed, as long as nothing has moved since."""
    moves = list(book.scan(MOVES_OF_SALE, program.number, sale))
    last = next(book.scan(STANDING_MOVES, program.number, backward=True), None)
    if last is None or last.sale != sale:
        return
    for move in reversed(moves):
        book.put(replace(move, undone=True))
        node = kept(book, ChainMember, program.number, move.member)
        if move.after != move.before:
            move_to(book, program, move.member, parent=move.before)
            node = kept(book, ChainMember, program.number, move.member)
        if move.what == SLID:
            book.put(replace(node, slid=False))
        elif move.what == LEFT:
            book.put(replace(node, left_no=0))
        elif move.what == BECAME_BOSS:
            book.put(replace(node, identity=AGENT, left=0))
        else:
            _no_agent_again(book, program, node)


def _no_agent_again(book: Book, program: Program, node: ChainMember) -> None:
    sponsor = maybe_node(book, program, node.sponsor)
    if sponsor is not None:
        helped = node.purchases >= HELPER_PURCHASES
        book.put(
            replace(
                sponsor,
                directs=sponsor.directs - 1,
                counted=sponsor.counted - node.counts,
                helping=sponsor.helping - helped,
            )
        )
    book.put(replace(node, identity=CUSTOMER, direct_no=0, counts=False, qualified_by=0))
