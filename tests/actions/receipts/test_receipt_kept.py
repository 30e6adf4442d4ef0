"""A copy of a receipt is a copy: it repeats what the original told."""

from pos_app.actions.programs.adopt_program import ProgramAsk
from pos_app.actions.receipts.print_receipt import print_receipt
from pos_app.actions.receipts.receipt_kept import receipt_kept, told_of
from pos_app.actions.receipts.receipt_of import receipt_of
from pos_app.actions.receipts.reprint_receipt import reprint_receipt
from pos_app.actions.selling.complete_sale import complete_sale
from pos_app.actions.selling.return_sale import ReturnAsk, return_sale
from pos_app.domain.basket import BasketLine, LineReturned
from pos_app.domain.money import ONE, Fen, Milli
from pos_app.domain.papers.paper import Form
from pos_app.domain.sale import Sale
from pos_app.domain.seat import Seat
from pos_app.shop import Shop
from tests import make
from tests.adopting import adopt_tried


def start_points(shop: Shop) -> Seat:
    """One point of each yuan, at once; a member; a shift."""
    ask = ProgramAsk(
        name="points", kind="M0", params={"earn_bp": 100, "hold_days": 0}, consent_by="周满"
    )
    adopt_tried(shop, make.OWNER_SEAT, ask=ask)
    make.product(shop, price=10_000)
    make.member(shop)
    return make.seat_with_shift(shop)


def sell(shop: Shop, seat: Seat) -> int:
    """Sell goods of 100 yuan to the member; return the receipt's job."""
    line = BasketLine(1, "6954767412573", "可口可乐 500ml", Fen(10_000), Milli(ONE))
    draft = make.draft(shop, line, tenders=(make.cash(10_000),), member=1)
    return complete_sale(shop, seat, draft).receipt_jobs[0]


def papers(shop: Shop) -> list[str]:
    """The text of each paper, in the sequence of printing."""
    return [
        each.pages[Form.ESCPOS].decode("gb18030", "replace")
        for each in make.printer_of(shop).printed
    ]


def points_lines(shop: Shop) -> list[list[str]]:
    """The lines about points on each paper."""
    return [[line for line in paper.splitlines() if "积分" in line] for paper in papers(shop)]


def test_a_copy_repeats_the_points_of_the_original(shop: Shop) -> None:
    """The customer who brings both papers must not see two truths."""
    seat = start_points(shop)
    print_receipt(shop, sell(shop, seat))
    print_receipt(shop, sell(shop, seat))
    print_receipt(shop, reprint_receipt(shop, seat, sale=1))
    first, second, copy = points_lines(shop)

    assert copy == first
    assert second != first


def test_a_copy_asked_for_before_the_original_came_out_is_the_same(shop: Shop) -> None:
    """Whichever paper comes out first, both say the same."""
    seat = start_points(shop)
    job = sell(shop, seat)
    copy_job = reprint_receipt(shop, seat, sale=1)
    print_receipt(shop, copy_job)
    print_receipt(shop, sell(shop, seat))
    print_receipt(shop, job)
    copy, _other, original = points_lines(shop)

    assert copy == original


def test_a_copy_of_an_old_receipt_says_of_when_its_figures_are(shop: Shop) -> None:
    """Printed before jobs kept what they told: it must not pass for the original."""
    seat = start_points(shop)
    job = sell(shop, seat)
    print_receipt(shop, job)
    with shop.storage.write() as work:
        work.print_jobs.keep(job, b"")
    print_receipt(shop, sell(shop, seat))
    make.pass_time(shop, days=3)
    for _ in range(2):
        print_receipt(shop, reprint_receipt(shop, seat, sale=1))
        make.pass_time(shop, days=1)

    original, later, first, second = papers(shop)
    told = "会员余额与排位截至 2026-11-24"
    assert (told in original, told in later) == (False, False)
    assert told in first
    assert told in second


def test_a_return_says_what_was_there_what_is_taken_back_and_what_is_left(shop: Shop) -> None:
    """Points that go with the goods are seen to go, and none besides."""
    seat = start_points(shop)
    sell(shop, seat)
    sell(shop, seat)
    done = return_sale(shop, seat, ReturnAsk(1, (LineReturned(1, ONE),)))
    print_receipt(shop, done.receipt_job)
    (paper,) = points_lines(shop)

    assert [" ".join(line.split()) for line in paper][:3] == [
        "原有积分 200",
        "收回积分 -100",
        "现有积分 100",
    ]


def test_what_a_job_keeps_is_read_back_as_it_was_told(shop: Shop) -> None:
    """Tickets, days and disclosures go through the file and come back whole."""
    seat = start_points(shop)
    sell(shop, seat)
    with shop.storage.read() as seen:
        sale = seen.book.get(Sale, 1)
        assert sale is not None
        facts = receipt_of(seen.book, sale, settings=shop.settings, copy=0)

    assert receipt_kept(facts, told_of(facts)) == facts
    assert receipt_kept(facts, b"") == facts
