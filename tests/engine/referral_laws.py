"""The invariants of refer three and of the chains (1.2, 4.6, 5.6), on any book."""

from collections import defaultdict
from collections.abc import Iterable

from pos_app.domain.program import Program
from pos_app.domain.record import Index
from pos_app.domain.sale import VOIDED, Sale
from pos_app.domain.transfer import Transfer
from pos_app.engine.accounts import chain_pool, cycle_fund
from pos_app.engine.book import Book
from pos_app.engine.mechanisms.refer_targets import due_of_cycle
from pos_app.engine.parameters.chain import ChainParameters
from pos_app.engine.parameters.refer import LATEST_OWN, MIN_OF_CYCLE, ReferThreeParameters
from pos_app.engine.program import parameters_of
from pos_app.engine.records.chain import (
    BONUSES_OF_SALE,
    CUSTOMER,
    SLIP,
    ChainBonus,
    ChainMember,
)
from pos_app.engine.records.refer import (
    CLOSED,
    CYCLES_OF_MEMBER,
    OPEN,
    REFERRALS_OF_CYCLE,
    ReferCycle,
    Referral,
)
from pos_app.engine.records.shared import ENROLMENTS, SETTLED, Enrolment

CHAIN_MEMBERS = Index(ChainMember, "by_key", ("program", "member"))
PAID_BY_REFERRAL = ("M1.ACCEL", "M2.STAGE", "M2.FIXED")
_CHAIN_PAYS = ("M3.DIRECT", "M3.POINT", "M3.PEER", "M3.LOCK")


def check_refer(book: Book, program: Program, transfers: list[Transfer]) -> None:
    """M2-1 to M2-5, cycle by cycle, and that no store gets back more than it put in."""
    own = [each for each in transfers if each.program == program.number]
    check_stores(own)
    for cycle in book.scan(CYCLES_OF_MEMBER, program.number):
        _check_cycle(book, program, cycle, own)
    for each in own:
        if each.why in PAID_BY_REFERRAL:
            sale = book.get(Sale, each.sale or 0)
            assert sale is not None
            assert each.credit == f"CASH:{sale.sponsor}"


def _check_cycle(
    book: Book, program: Program, cycle: ReferCycle, transfers: list[Transfer]
) -> None:
    account = cycle_fund(program.name, cycle.member, number=cycle.number)
    lots = list(book.scan(REFERRALS_OF_CYCLE, program.number, cycle.member, cycle.number))
    assert book.balance(account) == sum(lot.left for lot in lots)
    assert 0 <= cycle.paid <= cycle.target
    for each in transfers:
        if each.debit == account:
            assert each.credit == f"CASH:{cycle.member}" or each.credit.startswith("SRC:")
    parameters = parameters_of(book, "M2", program=program.number, version=cycle.version)
    assert isinstance(parameters, ReferThreeParameters)
    bases = [lot.base for lot in lots if lot.counts]
    assert cycle.state != CLOSED or len(bases) >= parameters.n
    assert cycle.state != OPEN or len(bases) < parameters.n
    if cycle.state in {OPEN, CLOSED} and parameters.basis != LATEST_OWN:
        # A later, cheaper purchase lowers T under LATEST_OWN; what was paid stays.
        assert cycle.paid <= due_of_cycle(parameters, cycle.target, bases=bases)
    if parameters.basis == MIN_OF_CYCLE and not _any_undone(book, cycle, lots):
        assert [lot.short for lot in lots] == [0] * len(lots)


def _any_undone(book: Book, cycle: ReferCycle, lots: list[Referral]) -> bool:
    sales = [book.get(Sale, number) for number in (cycle.sale, *(lot.sale for lot in lots))]
    return any(sale is None or sale.returns or sale.state == VOIDED for sale in sales)


def check_stores(transfers: list[Transfer]) -> None:
    """No store ever gets back more than it put in."""
    put_in: dict[str, int] = defaultdict(int)
    for each in transfers:
        for account, sign in ((each.debit, 1), (each.credit, -1)):
            if account.startswith("SRC:"):
                put_in[account] += sign * each.amount
    assert all(amount >= 0 for amount in put_in.values()), put_in


def check_chain(book: Book, program: Program, transfers: list[Transfer]) -> None:
    """M3-1 to M3-6, and that what is counted is what is there."""
    own = [each for each in transfers if each.program == program.number]
    assert book.balance(chain_pool(program.name)) == 0
    check_stores(own)
    nodes = {each.member: each for each in book.scan(CHAIN_MEMBERS, program.number)}
    _check_trees(nodes)
    conceded: dict[int, int] = defaultdict(int)
    left: dict[int, int] = defaultdict(int)
    for each in own:
        conceded[each.sale or 0] += each.amount * (each.why == "M3.CONCESSION")
        left[each.sale or 0] += each.amount * (each.why in (*_CHAIN_PAYS, "M3.BACK", "M3.SLIP"))
        if each.debit.startswith("LOCK:"):
            holder = each.debit.removeprefix("LOCK:")
            assert each.credit == f"CASH:{holder}" or each.credit.startswith("SRC:")
    assert conceded == {sale: left[sale] for sale in conceded}
    for enrolment in book.scan(ENROLMENTS):
        if enrolment.program == program.number and enrolment.state == SETTLED:
            _check_bonuses(book, program, enrolment, nodes)


def check_locks(book: Book, programs: list[Program], members: Iterable[int]) -> None:
    """LOCK is what the chains say is blocked or held."""
    for member in members:
        found = [book.get(ChainMember, program.number, member) for program in programs]
        assert book.balance(f"LOCK:{member}") == sum(each.in_lock for each in found if each)


def _check_trees(nodes: dict[int, ChainMember]) -> None:
    """M3-4: no circle in the team tree, and the kept numbers are those of the trees."""
    for node in nodes.values():
        seen = set()
        at: ChainMember | None = node
        while at is not None and at.parent is not None:
            assert at.member not in seen
            seen.add(at.member)
            at = nodes.get(at.parent)
        recruits = [each for each in nodes.values() if each.sponsor == node.member]
        assert node.children == sum(each.parent == node.member for each in nodes.values())
        assert node.directs == sum(each.direct_no > 0 for each in recruits)
        assert node.left == sum(each.left_no > 0 for each in recruits)
        assert node.counted == sum(each.counts for each in recruits)
        assert node.helping == sum(each.purchases >= 5 for each in recruits if each.direct_no)
        assert (node.direct_no > 0) <= (node.identity != CUSTOMER)
        assert 0 <= node.held <= node.in_lock


def _check_bonuses(
    book: Book, program: Program, enrolment: Enrolment, nodes: dict[int, ChainMember]
) -> None:
    """M3-2, M3-3: two people at most, as far up as the version allows."""
    sale = book.get(Sale, enrolment.sale)
    assert sale is not None
    parameters = parameters_of(book, "M3", program=program.number, version=enrolment.version)
    assert isinstance(parameters, ChainParameters)
    bonuses = list(book.scan(BONUSES_OF_SALE, program.number, enrolment.sale))
    assert len({each.member for each in bonuses}) <= 2
    assert sum(each.amount for each in bonuses) <= enrolment.concession
    sponsor = nodes[sale.member or 0].sponsor
    above = nodes[sponsor].sponsor if sponsor else None
    for each in bonuses:
        assert each.amount == each.offset + each.locked + each.cash
        assert each.wanted_back <= each.amount
        if each.kind != SLIP:
            assert each.member == (sponsor if each.level == 1 else above)
            assert each.level <= parameters.max_paid_levels
    assert _slips(bonuses) == 0 or parameters.slip_bp


def _slips(bonuses: list[ChainBonus]) -> int:
    return sum(each.kind == SLIP for each in bonuses)
