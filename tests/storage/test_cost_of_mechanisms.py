"""What one settlement of each mechanism reads does not grow with the shop.

The crowd is the one that `bench` measures: every member stands in every mechanism.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from pos_app.bench.lots import BASE, PLANS, Crowd, records_of, sponsor_of
from pos_app.bench.trade import adopt, join_all, sale_of
from pos_app.domain.moment import Instant
from pos_app.domain.program import Program
from pos_app.domain.sale import Sale
from pos_app.domain.transfer import Account
from pos_app.engine.periods import schedule_periods
from pos_app.engine.records.chain import ChainMember
from pos_app.ledger.audit import audit_balances
from pos_app.storage.account_sums import account_sums
from pos_app.storage.bulk_rows import write_past
from pos_app.storage.unit_of_work import Storage, open_storage

FEW, MANY = 600, 12_000
AT = Instant(1_800_000_000_000)
KINDS = [plan.kind for plan in PLANS]
NUMBERS = {plan.kind: number for number, plan in enumerate(PLANS, start=1)}


def crowd_of(members: int) -> Crowd:
    """So many members who have bought, and some who have not yet."""
    return Crowd(members, at=AT, entry=1)


def shop_of(folder: Path, members: int) -> Storage:
    """A file in which so many stand in every mechanism."""
    storage = open_storage(folder)
    with storage.write() as work:
        work.book.open_entry(1, AT)
        for program in adopt(work.book, PLANS, at=AT):
            schedule_periods(work.book, program)
    storage.close()
    write_past(folder, records_of(crowd_of(members)))
    return open_storage(folder)


def rows_read(storage: Storage, kind: str, *, members: int) -> int:
    """How many rows the sale of a new member reads with only this program switched on."""
    crowd = crowd_of(members)
    with storage.write() as work:
        for number in NUMBERS.values():
            program = work.book.get(Program, number)
            assert program is not None
            work.book.put(replace(program, enabled=number == NUMBERS[kind]))
    with storage.write() as work:
        buyer = members + 1
        sale = sale_of(
            work.book.last_number(Sale) + 1,
            at=Instant(AT + 1),
            member=buyer,
            sponsor=sponsor_of(crowd, buyer),
            base=BASE,
        )
        work.book.open_entry(1, sale.at)
        join_all(work.book, sale)
        return work.book.rows_read


@pytest.fixture(scope="module")
def shops(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """A shop of few members and one of many; each test sells in a commit of its own."""
    folders = {members: tmp_path_factory.mktemp(f"crowd-{members}") for members in (FEW, MANY)}
    for members, folder in folders.items():
        shop_of(folder, members).close()
    return folders


@pytest.mark.parametrize("kind", KINDS)
def test_a_settlement_reads_as_much_among_twenty_times_the_members(
    shops: dict[int, Path], kind: str
) -> None:
    """A till that slows down with its success would be slow for ever (rulebook 12.11)."""
    read = {}
    for members, folder in shops.items():
        storage = open_storage(folder)
        read[members] = rows_read(storage, kind, members=members)
        storage.close()

    assert read[FEW] == read[MANY]


def test_the_books_of_the_crowd_balance(shops: dict[int, Path]) -> None:
    """What is measured in books that cannot be would say nothing of a shop."""
    storage = open_storage(shops[FEW])
    with storage.read() as look:
        balances = {each.name: each.balance for each in look.records(Account)}
        sums = account_sums(look.connection)
    storage.close()

    assert audit_balances(balances) == []
    assert sums == balances


def test_a_new_agent_slides_below_the_weakest_line_with_room(tmp_path: Path) -> None:
    """Lines without room may be very many: they are not read (rulebook 5.5)."""
    storage = shop_of(tmp_path, FEW)
    crowd = crowd_of(FEW)
    boss = sponsor_of(crowd, FEW + 1)
    assert boss is not None
    with storage.write() as work:
        full = NUMBERS["M3"]
        for number in range(10_000, 10_400):
            work.book.put(
                ChainMember(full, number, boss, parent=boss, identity=1, children=3, directs=3)
            )
    read = rows_read(storage, "M3", members=FEW)
    with storage.read() as look:
        new = look.get(ChainMember, full, FEW + 1)
        assert new is not None
        line = look.get(ChainMember, full, new.parent or 0)
    storage.close()

    assert new.slid
    assert line is not None
    assert (line.sponsor, line.children) == (boss, 1)
    assert read < 40
