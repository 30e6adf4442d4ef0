"""The invariants of the rulebook (1.2, 2.7), checked on any book after any event."""

from collections import defaultdict
from collections.abc import Iterator

from pos_app.domain.program import PROGRAMS_BY_PRIORITY, Program
from pos_app.domain.record import Index
from pos_app.domain.sale import Sale
from pos_app.domain.transfer import TRANSFERS, Transfer
from pos_app.engine.accounts import queue_pool
from pos_app.engine.arithmetic import split
from pos_app.engine.book import Book
from pos_app.engine.outcomes import Settled
from pos_app.engine.parameters.queue import QueueParameters
from pos_app.engine.program import parameters_of
from pos_app.engine.records.queue import (
    ACTIVE,
    CANCELLED,
    EXITED,
    HEAD,
    QUEUES,
    TICKETS,
    WAITING,
    Allocation,
    Lot,
    Queue,
    Ticket,
)
from pos_app.engine.records.shared import ENROLMENTS, SETTLED, VOIDED, Enrolment, WalletLot
from tests.engine.events import sponsor_of
from tests.engine.pool_laws import check_late_reserves, check_pool_program
from tests.engine.referral_laws import check_chain, check_refer

LOTS = Index(Lot, "by_key", ("program", "store", "number"))
ALLOCATIONS = Index(Allocation, "by_key", ("program", "store", "number"))
WALLET_LOTS = Index(WalletLot, "by_key", ("account", "program", "sale", "part"))

_MEMBERS = ("CASH:", "VCH:", "POINTS:")
_FUNDED_FROM = ("SRC:", "POOL:", "FUND:")
_REFERRAL_REWARDS = {
    "M1.ACCEL", "M2.STAGE", "M2.FIXED", "M3.DIRECT", "M3.POINT", "M3.PEER",
}  # fmt: skip


def balances_of(book: Book) -> dict[str, int]:
    """Every balance, added up from the transfers."""
    found: dict[str, int] = defaultdict(int)
    for each in book.scan(TRANSFERS):
        found[each.debit] -= each.amount
        found[each.credit] += each.amount
    return found


def check_laws(book: Book, settled: tuple[Settled, ...] = ()) -> None:
    """Assert every invariant; `settled` is what the last event settled."""
    transfers = list(book.scan(TRANSFERS))
    check_books(book, transfers)
    check_wallets(book)
    for program in book.scan(PROGRAMS_BY_PRIORITY):
        if program.kind == "M1":
            check_tickets(book, program)
            check_funding(book, program, transfers)
            for queue in book.scan(QUEUES, program.number):
                check_queue(book, program, queue=queue)
        elif program.kind == "M2":
            check_refer(book, program, transfers)
        elif program.kind == "M3":
            check_chain(book, program, transfers)
        elif program.kind != "M0":
            check_pool_program(book, program, transfers)
        check_late_reserves(book, program, transfers)
        check_apart(program, transfers)
    for each in settled:
        check_first_in_first_out(book, each)
    check_referrals(book, transfers)


def check_books(book: Book, transfers: list[Transfer]) -> None:
    """INV-1, INV-2, INV-3, INV-5 and the cached balances."""
    balances = balances_of(book)
    assert sum(balances.values()) == 0
    for name, balance in balances.items():
        assert balance == book.balance(name)
        assert balance <= 0 if name.startswith("SRC:") else balance >= 0, name
    funded = -sum(balance for name, balance in balances.items() if name.startswith("SRC:"))
    assert funded == sum(b for name, b in balances.items() if not name.startswith("SRC:"))
    for each in transfers:
        if each.credit.startswith(_MEMBERS) and each.debit.startswith(_FUNDED_FROM):
            assert each.funded_by is not None, each
            sale = book.get(Sale, each.funded_by)
            enrolment = book.get(Enrolment, each.funded_by, each.program or 0)
            assert sale is not None
            assert enrolment is not None
            assert enrolment.base > 0


def check_wallets(book: Book) -> None:
    """Points and vouchers equal their lots (rulebook 1a)."""
    left: dict[str, int] = defaultdict(int)
    for lot in book.scan(WALLET_LOTS):
        assert lot.left >= 0
        left[f"{lot.account}:{lot.holder}"] += lot.left
    for name, amount in left.items():
        assert book.balance(name) == amount


def check_queue(book: Book, program: Program, *, queue: Queue) -> None:
    """M1-2, M1-5 and the kept number of ACTIVE tickets."""
    lots = list(book.scan(LOTS, program.number, queue.store))
    assert book.balance(queue_pool(program.name, queue.store)) == sum(lot.left for lot in lots)
    tickets = [each for each in book.scan(TICKETS, program.number) if each.store == queue.store]
    seats = [each.seq for each in tickets if each.seq]
    assert len(seats) == len(set(seats))
    assert max(seats, default=0) <= queue.tickets
    assert queue.active == sum(each.state == ACTIVE for each in tickets)
    assert all(each.seq > 0 for each in tickets if each.state == ACTIVE)


def check_tickets(book: Book, program: Program) -> None:
    """M1-1, M1-6, and that a ticket's money is what its allocations say."""
    of_sale: dict[int, list[Ticket]] = defaultdict(list)
    for ticket in book.scan(TICKETS, program.number):
        assert 0 <= ticket.received <= ticket.target
        assert (ticket.target == 0) == (ticket.state == CANCELLED)
        of_sale[ticket.sale].append(ticket)
    for number, tickets in of_sale.items():
        sale = book.get(Sale, number)
        assert sale is not None
        assert sum(ticket.target for ticket in tickets) <= sale.base - sale.returned_base
        states = {ticket.state for ticket in tickets}
        assert WAITING not in states or ACTIVE in states
        assert not {WAITING, EXITED} <= states


def check_funding(book: Book, program: Program, transfers: list[Transfer]) -> None:
    """INV-4 and M1-3 for each sale, M1-4 over all."""
    allocated: dict[tuple[str, int], int] = defaultdict(int)
    for each in book.scan(ALLOCATIONS, program.number):
        allocated[each.store, each.lot] += each.stands
    own: dict[int, Lot] = {}
    for each_lot in book.scan(LOTS, program.number):
        spent = allocated[each_lot.store, each_lot.number]
        assert each_lot.granted == spent + each_lot.left + each_lot.returned
        if not each_lot.clawback:
            own[each_lot.sale] = each_lot
    conceded = 0
    for enrolment in _enrolments(book, program):
        parameters = parameters_of(book, "M1", program=program.number, version=enrolment.version)
        assert isinstance(parameters, QueueParameters)
        fee, exit_part, *_ = split(enrolment.concession, parameters.weights)
        lot = own.get(enrolment.sale)
        granted = lot.granted if lot is not None else 0
        assert enrolment.concession == fee + exit_part + granted
        if enrolment.state == VOIDED:
            assert lot is None or (lot.left, lot.returned) == (0, granted)
        else:
            conceded += enrolment.concession
    received = sum(each.received for each in book.scan(TICKETS, program.number))
    # What expired or was taken back is in the fund again, and may be given to somebody else.
    vouchers = sum(
        each.amount * (each.debit.startswith("FUND:") - each.credit.startswith("FUND:"))
        for each in transfers
        if each.program == program.number and each.why != "M1.EXIT_PART"
        if "VCH:" in (each.debit + each.credit) or each.why == "M1.TAKEN_BACK"
    )
    assert received + vouchers <= conceded


def check_first_in_first_out(book: Book, settled: Settled) -> None:
    """M1-5: heads are paid by seat, unless weights name several heads at once."""
    if not settled.paid:
        return
    enrolment = book.get(Enrolment, settled.sale, settled.program)
    assert enrolment is not None
    parameters = parameters_of(book, "M1", program=settled.program, version=enrolment.version)
    assert isinstance(parameters, QueueParameters)
    lots = [(each.store, each.lot) for each in settled.paid]
    assert lots == sorted(lots)
    if not parameters.head_weights:
        seats = [_seat(book, each) for each in settled.paid if each.why == HEAD]
        assert seats == sorted(seats)


def check_referrals(book: Book, transfers: list[Transfer]) -> None:
    """INV-8: two people at most on a sale, the sponsor and his sponsor; SLIP is apart."""
    paid: dict[int, set[str]] = defaultdict(set)
    for each in transfers:
        if each.why in _REFERRAL_REWARDS and each.sale is not None:
            paid[each.sale].add(each.credit)
    for number, accounts in paid.items():
        sale = book.get(Sale, number)
        assert sale is not None
        near = {sale.sponsor, sponsor_of(sale.sponsor)} - {None}
        assert accounts <= {f"CASH:{each}" for each in near}
    for each in transfers:
        if each.why == "M1.ACCEL" and each.sale is not None:
            sale = book.get(Sale, each.sale)
            assert sale is not None
            assert each.credit == f"CASH:{sale.sponsor}"


def check_apart(program: Program, transfers: list[Transfer]) -> None:
    """Programs never share a pool and never reward each other's rewards (9.1)."""
    for each in transfers:
        if each.program == program.number:
            pools = [
                side for side in (each.debit, each.credit) if side.startswith(("POOL:", "FUND:"))
            ]
            assert [side for side in pools if f"@{program.name}" not in side] == []


def _seat(book: Book, allocation: Allocation) -> int:
    ticket = book.get(Ticket, allocation.program, allocation.sale, allocation.part)
    assert ticket is not None
    return ticket.seq


def _enrolments(book: Book, program: Program) -> Iterator[Enrolment]:
    for each in book.scan(ENROLMENTS):
        if each.program == program.number and each.state in {SETTLED, VOIDED}:
            yield each
