"""The invariants of the mechanisms with pools (6.6, 7.6, 8.6), on any book."""

from collections import defaultdict

from pos_app.domain.program import Program
from pos_app.domain.record import Index
from pos_app.domain.sale import Sale
from pos_app.domain.transfer import Transfer
from pos_app.engine.accounts import circular_pool, draw_pool, green_pool, late_reserve, nav_pool
from pos_app.engine.book import Book
from pos_app.engine.parameters.draw import LARGEST_PRIZE
from pos_app.engine.records.appreciation import NavFund, NavLot
from pos_app.engine.records.circular import Circle, CircleHolder, CircleSale
from pos_app.engine.records.draw import DrawEntry, DrawPick
from pos_app.engine.records.green import GreenFund, GreenLot
from pos_app.engine.records.pool import LATE_RESERVES, POOL_FUNDINGS, PoolLot
from pos_app.engine.records.shared import ENROLMENTS, SETTLED, VOIDED, Enrolment
from tests.engine.counter import who_is

CIRCLE_HOLDERS = Index(CircleHolder, "by_key", ("program", "holder"))
CIRCLE_SALES = Index(CircleSale, "by_key", ("program", "sale"))
POOL_LOTS = Index(PoolLot, "by_key", ("program", "number"))
DRAW_PICKS = Index(DrawPick, "by_key", ("program", "number", "pick"))
GREEN_LOTS = Index(GreenLot, "by_key", ("program", "sale", "part"))
NAV_LOTS = Index(NavLot, "by_key", ("program", "sale"))


def check_pool_program(book: Book, program: Program, transfers: list[Transfer]) -> None:
    """The laws of the program's own kind, and those of every pool."""
    check_pool(book, program, transfers)
    check_conceded(book, program, transfers)
    if program.kind == "M1b":
        check_draws(book, program)
    elif program.kind == "M4":
        check_green(book, program)
    elif program.kind == "M5":
        check_appreciation(book, program)
    elif program.kind == "M6":
        check_circle(book, program, transfers)


def check_pool(book: Book, program: Program, transfers: list[Transfer]) -> None:
    """What stores have in a program is what their accounts are below zero for it."""
    reserves = {
        late_reserve(program.name, each.store) for each in book.scan(LATE_RESERVES, program.number)
    }
    for funding in book.scan(POOL_FUNDINGS, program.number):
        moved = sum(
            each.amount * ((each.debit == name) - (each.credit == name))
            for name in [f"SRC:{funding.funder}"]
            for each in transfers
            if each.program == program.number
            if not {each.debit, each.credit} & reserves
        )
        assert funding.still_in == moved
        assert funding.still_in >= 0


def check_late_reserves(book: Book, program: Program, transfers: list[Transfer]) -> None:
    """1.6: a reserve holds its own store's money and covers no more than is lacking."""
    stores: dict[str, int] = {
        each.store: each.covered for each in book.scan(LATE_RESERVES, program.number)
    }
    covered: dict[int, int] = defaultdict(int)
    for each in transfers:
        if each.program != program.number or "FUND:late@" not in each.debit + each.credit:
            continue
        pot, store = sorted((each.debit, each.credit))
        assert pot == late_reserve(program.name, store.removeprefix("SRC:"))
        if each.why.endswith(".COVERED"):
            stores[store.removeprefix("SRC:")] -= each.amount
            covered[each.sale or 0] += each.amount
    assert set(stores.values()) <= {0}
    for sale, amount in covered.items():
        enrolment = book.get(Enrolment, sale, program.number)
        assert enrolment is not None
        given_back = sum(
            each.amount
            for each in transfers
            if each.sale == sale
            and each.program == program.number
            and each.debit.startswith("POOL:")
            and each.credit.startswith("SRC:")
        )
        assert amount + given_back <= enrolment.wanted_back


def check_conceded(book: Book, program: Program, transfers: list[Transfer]) -> None:
    """M4-1, M5-3, INV-4: what sales conceded is what came into the pool.

    What came in is in the pool and its funds, with members, with the stores again, or
    paid as fee or tax.
    """
    of_program = [each for each in transfers if each.program == program.number]
    came_in = sum(each.amount for each in of_program if each.why.endswith(".CONCESSION"))
    conceded = sum(
        each.concession
        for each in book.scan(ENROLMENTS)
        if each.program == program.number and each.state in {SETTLED, VOIDED}
    )
    assert came_in == conceded
    inside = (f"POOL:{_POOLS[program.kind]}@{program.name}", f"FUND:N:reserve@{program.name}")
    flow = sum(
        each.amount * ((each.credit in inside) - (each.debit in inside)) for each in of_program
    )
    assert flow == sum(book.balance(name) for name in inside)


_POOLS = {"M1b": "L", "M4": "G", "M5": "N", "M6": "K"}


def check_appreciation(book: Book, program: Program) -> None:
    """M5-2 and M5-4: units stand for settled sales, and the pool can pay them all."""
    lots = list(book.scan(NAV_LOTS, program.number))
    fund = book.get(NavFund, program.number) or NavFund(program.number)
    value = book.balance(nav_pool(program.name))
    assert fund.units == sum(lot.units for lot in lots)
    assert all(0 <= lot.units <= lot.minted for lot in lots)
    if fund.units:
        assert sum(lot.units * value // fund.units for lot in lots) <= value
        assert value > 0
        waiting = [
            lot
            for lot in lots
            if lot.units
            and lot.cap
            and lot.units * value // fund.units >= lot.cap * lot.units // lot.minted
        ]
        assert waiting == []


def check_lots(book: Book, program: Program, *, pool: str) -> None:
    """M6-4: a pool is the sum of its lots, and no lot gives more than it had."""
    lots = list(book.scan(POOL_LOTS, program.number))
    assert book.balance(pool) == sum(lot.left for lot in lots)
    assert all(lot.left + lot.returned <= lot.granted for lot in lots)


def check_circle(book: Book, program: Program, transfers: list[Transfer]) -> None:
    """M6-1 to M6-4, and the kept sum of the weights that count."""
    check_lots(book, program, pool=circular_pool(program.name))
    holders = {each.holder: each for each in book.scan(CIRCLE_HOLDERS, program.number)}
    circle = book.get(Circle, program.number) or Circle(program.number)
    assert circle.weight == sum(each.shares for each in holders.values())
    given: dict[str, int] = defaultdict(int)
    for sale in book.scan(CIRCLE_SALES, program.number):
        sold = book.get(Sale, sale.sale)
        assert sold is not None
        given[str(sold.member)] += sale.energy
        given[f"@{sold.store}"] += sale.store_energy
    received: dict[str, int] = defaultdict(int)
    for each in transfers:
        if each.program == program.number and each.why == "M6.SHARE":
            received[_person(book, each.credit.removeprefix("PTS:"))] += each.amount
    for name, holder in holders.items():
        assert holder.energy >= 0
        assert holder.weight >= 0
        if name == _person(book, name):
            assert received[name] + holder.energy <= given[name]
        else:
            assert (holder.energy, holder.weight, holder.points) == (0, 0, 0)


def _person(book: Book, holder: str) -> str:
    """Who received it: a store, or whoever a member was merged into since."""
    return str(who_is(book, int(holder))) if holder.isdigit() else holder


def check_green(book: Book, program: Program) -> None:
    """M4-2, M4-3, and the kept sum of the points in force."""
    lots = list(book.scan(GREEN_LOTS, program.number))
    fund = book.get(GreenFund, program.number) or GreenFund(program.number)
    assert fund.points == sum(lot.points for lot in lots if lot.open)
    assert book.balance(green_pool(program.name)) >= 0
    assert all(0 <= lot.released <= lot.most for lot in lots)
    assert all(lot.closes > fund.periods for lot in lots if lot.open)


def check_green_value(book: Book, before: tuple[int, int]) -> tuple[int, int]:
    """M4-4: a return never lowers the pool per remaining point; returns both now."""
    fund = book.get(GreenFund, 1) or GreenFund(1)
    now = (book.balance(green_pool("G")), fund.points)
    if now[1] and before[1]:
        assert now[0] * before[1] >= before[0] * now[1]
    return now


def check_draws(book: Book, program: Program) -> None:
    """3.4: a prize is never above pool or cap, and one sale wins once."""
    check_lots(book, program, pool=draw_pool(program.name))
    won: set[int] = set()
    for pick in book.scan(DRAW_PICKS, program.number):
        assert 0 < pick.prize <= min(pick.pool_before, LARGEST_PRIZE)
        assert pick.sale not in won
        won.add(pick.sale)
        entry = book.get(DrawEntry, program.number, pick.sale)
        assert entry is not None
        assert not entry.open
