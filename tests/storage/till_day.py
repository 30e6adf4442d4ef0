"""One sale as the file sees it, for tests that break the file or the power."""

from pos_app.domain.basket import Basket, BasketLine
from pos_app.domain.moment import Day, Instant
from pos_app.domain.money import BasisPoints, Fen, Milli
from pos_app.domain.sale import COMPLETED, SALES_BY_BASKET, Sale, SaleLine, SaleTender
from pos_app.journal.facts import StoreAdded
from pos_app.storage.unit_of_work import Look, Storage, UnitOfWork

NOON = Instant(1_790_000_000_000)
LINES = 3
Rows = dict[str, int]


def open_basket(storage: Storage, basket: int) -> None:
    """Ring up three lines, saved one by one."""
    with storage.write() as work:
        work.drafts.save_head(Basket(basket), till="1", at=NOON)
        for index in range(LINES):
            line = BasketLine(index, "x", "可乐", Fen(100), Milli(1000))
            work.drafts.save_line(basket, index, line)


def sell(storage: Storage, basket: int) -> int:
    """Complete a sale of the basket, once however often it is asked for."""
    with storage.write() as work:
        earlier = next(work.book.scan(SALES_BY_BASKET, basket), None)
        return _complete(work, basket) if earlier is None else earlier.number


def _complete(work: UnitOfWork, basket: int) -> int:
    number = work.book.last_number(Sale) + 1
    entry = work.journal.append(StoreAdded(f"S{basket}", "店"), staff=1, at=NOON)
    work.book.put(
        Sale(
            number=number,
            basket=basket,
            content=bytes(32),
            entry=entry.number,
            ref=str(number),
            store="S1",
            till="1",
            shift=1,
            staff=1,
            member=None,
            at=NOON,
            day=Day("2026-09-21"),
            state=COMPLETED,
            goods=Fen(300),
            saved=Fen(0),
            total=Fen(300),
            tax=Fen(0),
            base=Fen(300),
        )
    )
    for line in range(1, LINES + 1):
        work.book.put(_line(number, line))
        work.book.post(f"goods:{line}", f"stock:{line}", 1000, why="GOODS", sale=number)
    work.book.put(SaleTender(number, 1, "cash", Fen(300), Fen(500)))
    work.book.post("due:S1", "sales:S1", 300, why="SALE", sale=number)
    work.book.post("drawer:1", "due:S1", 300, why="TENDER", sale=number)
    work.print_jobs.add("receipt", made_at=NOON, sale=number)
    work.drafts.remove(basket)
    return number


def _line(sale: int, line: int) -> SaleLine:
    nothing = Fen(0)
    return SaleLine(
        sale=sale,
        line=line,
        product=line,
        sku="x",
        name="可乐",
        price=Fen(100),
        quantity=Milli(1000),
        discount=nothing,
        net=Fen(100),
        base=Fen(100),
        voucher=nothing,
        reward=nothing,
        points=nothing,
        cost=nothing,
        tax_rate=BasisPoints(0),
        tax=nothing,
        excluded=False,
    )


TABLES = (
    "sale",
    "sale_line",
    "sale_tender",
    "transfer",
    "journal_entry",
    "print_job",
    "basket_draft",
    "basket_line_draft",
)


def rows_in(look: Look) -> Rows:
    """How many rows each table of a sale has, and what the drawer holds."""
    counted = {
        table: int(look.connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())
        for table in TABLES
    }
    return counted | {"drawer": -look.balance("drawer:1"), "due": look.balance("due:S1")}


def rows_of(storage: Storage) -> Rows:
    """The same for an open shop."""
    with storage.read() as look:
        return rows_in(look)


def after(sales: int, *, open_baskets: int) -> Rows:
    """What the tables hold after so many sales with so many baskets open."""
    return {
        "sale": sales,
        "sale_line": sales * LINES,
        "sale_tender": sales,
        "transfer": sales * (LINES + 2),
        "journal_entry": sales,
        "print_job": sales,
        "basket_draft": open_baskets,
        "basket_line_draft": open_baskets * LINES,
        "drawer": sales * 300,
        "due": 0,
    }
