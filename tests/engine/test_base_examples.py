"""The worked examples Z1 and Z2: the concession base, and returns without drift."""

from pos_app.domain.basket import BasketLine
from pos_app.domain.moment import Day, day_after, read_instant
from pos_app.domain.money import ONE, Fen, cumulative_share, part
from pos_app.domain.pricing import price_basket
from pos_app.domain.program import Program
from pos_app.domain.tender import VOUCHER
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.records.shared import SPENDABLE, WalletLot
from pos_app.engine.wallet import give_back, pay_with
from pos_app.engine.wallet_lots import today
from tests.engine.counter import make_sale

NOON = read_instant("2026-03-01T12:00:00+08:00")


def test_a_voucher_is_split_over_the_lines_and_lowers_their_bases() -> None:
    """Z1: money tendered from rewards creates no new reward."""
    lines = tuple(BasketLine(1, "a", "a", Fen(price), ONE) for price in (3333, 3333, 3334))
    priced = price_basket(lines, paid={VOUCHER: Fen(1000)})

    assert [line.voucher for line in priced.lines] == [333, 333, 334]
    assert [line.base for line in priced.lines] == [3000, 3000, 3000]
    assert priced.base == 9000


def test_a_voucher_comes_back_with_its_expiry_but_at_least_thirty_days() -> None:
    """Z1, return of line 1: 333 as voucher; one that ran out would be no return."""
    book = MemoryBook()
    book.put(Program(1, "Q", "M1", 1, 1, enabled=True))
    soon = day_after(today_at(book), 10)
    late = day_after(today_at(book), 300)
    for number, expires in ((7, soon), (8, late)):
        book.put(
            WalletLot("VCH", 1, number, 1, "1", Fen(500), Fen(500), expires, "FUND:Q:exit@Q/S1")
        )
        book.post("SRC:S1", "VCH:1", 500, why="TEST")
    sale = make_sale(9, at=NOON, member=1, total=10_000, base=9000)
    pay_with(book, sale, kind="voucher", amount=Fen(1000), due=sale.total)
    give_back(book, sale, kind="voucher", amount=Fen(333))
    give_back(book, sale, kind="voucher", amount=Fen(333))

    lots = [(lot.expires, lot.sale, lot.left) for lot in book.scan(SPENDABLE, "VCH", "1")]
    assert lots == [
        (day_after(today_at(book), 30), 7, 333),
        (day_after(today_at(book), 30), 7, 167),
        (late, 8, 166),
    ]


def today_at(book: MemoryBook) -> Day:
    """The day of the noon at which everything here happens."""
    book.date_at(NOON)
    return today(book)


def test_returns_in_steps_take_back_the_whole_and_no_more() -> None:
    """Z2: C = 333 on base 1665, returns of 500, 500, 665 reverse 100, 100, 133."""
    conceded = part(1665, 2000)
    done, already, reversed_now = 0, 0, []
    for returned in (500, 500, 665):
        done += returned
        now = cumulative_share(conceded, done=done, whole=1665, already=already)
        already += now
        reversed_now.append(now)

    assert (conceded, reversed_now) == (333, [100, 100, 133])
