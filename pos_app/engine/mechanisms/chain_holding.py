"""What a member has in a chain (rulebook 5.4)."""

from pos_app.domain.holdings import ChainHolding
from pos_app.domain.moment import Day, business_day
from pos_app.domain.money import NOTHING, Fen
from pos_app.domain.program import Program
from pos_app.engine.book import Book
from pos_app.engine.debts import debt_of
from pos_app.engine.mechanisms.chain_lock import RELEASE, UNLOCK, wants_repurchase
from pos_app.engine.parameters.chain import HEADCOUNT, ChainParameters
from pos_app.engine.program import parameters_of
from pos_app.engine.records.chain import BOSS, IDENTITIES, ChainMember
from pos_app.engine.records.shared import Due


def held_in_chain(book: Book, program: Program, *, member: int) -> ChainHolding | None:
    """Identity, what makes a boss, and what is blocked; None for who never took part."""
    node = book.get(ChainMember, program.number, member)
    if node is None or program.closed_at is not None:
        return None
    parameters = parameters_of(book, program.kind, program=program.number, version=program.version)
    if not isinstance(parameters, ChainParameters):
        raise TypeError(parameters)
    by_heads = parameters.promote_by == HEADCOUNT
    is_boss = node.identity == BOSS
    return ChainHolding(
        program=program.number,
        name=program.name,
        identity=IDENTITIES[node.identity],
        recruits=node.counted,
        needed=parameters.k if by_heads and not is_boss else 0,
        sold=node.direct_sales,
        to_sell=NOTHING if by_heads or is_boss else Fen(parameters.k * parameters.promote_unit),
        locked=node.in_lock,
        held=node.held,
        free_from=_free_from(book, node),
        wants_purchase=wants_repurchase(node, parameters),
        debt=debt_of(book, program.number, member=member),
    )


def _free_from(book: Book, node: ChainMember) -> Day | None:
    """The later of the days on which what is blocked and what is held come free."""
    dues = [
        book.get(Due, what, node.program, sale, node.member)
        for what, sale, amount in (
            (UNLOCK, node.locked_by, node.in_lock - node.held),
            (RELEASE, node.held_by, node.held),
        )
        if amount
    ]
    days = [business_day(due.due_at) for due in dues if due is not None]
    return max(days, default=None)
