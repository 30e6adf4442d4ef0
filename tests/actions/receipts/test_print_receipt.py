"""Paper comes out or waits: print_receipt, reprint, retry_print, waiting_jobs."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from pos_app.actions.receipts.print_receipt import print_receipt
from pos_app.actions.receipts.reprint_receipt import reprint_receipt
from pos_app.actions.receipts.retry_print import retry_print
from pos_app.actions.receipts.waiting_jobs import waiting_jobs
from pos_app.actions.selling.return_sale import ReturnAsk, return_sale
from pos_app.actions.selling.void_sale import void_sale
from pos_app.actions.shifts.close_shift import close_shift
from pos_app.actions.shifts.pay_out import pay_out_replayed
from pos_app.devices.printer import PaperOut
from pos_app.domain.basket import LineReturned
from pos_app.domain.money import ONE, Fen
from pos_app.domain.papers.paper import Form
from pos_app.domain.refusals.sale import UnknownSale
from pos_app.domain.tender import WECHAT, TenderGiven
from pos_app.errors import NotFound
from pos_app.journal.entry import ENTRIES_OF_KIND
from pos_app.shop import Shop
from tests import make
from tests.actions import at_the_counter as selling
from tests.actions.one_line import cola, sell


def test_every_kind_of_job_becomes_paper(shop: Shop) -> None:
    """Sale, return, void and Z slip wait in one line and come out in it."""
    seat = make.seat_with_shift(shop)
    sell(shop, seat, cola(shop), make.cash(2260))
    return_sale(shop, seat, ReturnAsk(1, (LineReturned(1, ONE),)))
    sell(shop, seat, cola(shop), make.cash(2260))
    void_sale(shop, replace(make.MANAGER_SEAT, shift=seat.shift), 2)
    close_shift(shop, seat, counted=Fen(0))

    fault = retry_print(shop)

    printed = make.printer_of(shop).printed
    assert fault is None
    assert waiting_jobs(shop) == ()
    assert [paper.name for paper in printed] == [
        "20261121-080000-receipt-1-1",
        "20261121-080000-return-1-1",
        "20261121-080000-receipt-1-2",
        "20261121-080000-void-1-2",
        "20261121-080000-slip-1-5",
    ]
    assert all(paper.pages[Form.PDF].startswith(b"%PDF-") for paper in printed)
    assert all(paper.pages[Form.ESCPOS].startswith(b"\x1b@") for paper in printed)


def test_a_payout_has_a_slip_and_opens_the_drawer(shop: Shop) -> None:
    """The cash leaves the drawer, and the member signs for it (rulebook 1.7)."""
    seat = selling.open_for_trade(shop)
    member = make.member(shop, "林晓梅")
    selling.sell(shop, seat, selling.OIL, member=member)
    before = make.printer_of(shop).drawer_openings

    job = pay_out_replayed(shop, seat, member, account="POINTS", amount=Fen(50))
    print_receipt(shop, job)

    (paper,) = make.printer_of(shop).printed
    told = paper.pages[Form.ESCPOS].decode("gb18030", "replace")
    assert paper.name.endswith(f"-payout-1-{job}")
    assert "林*梅" in told
    assert "0.50" in told
    assert make.printer_of(shop).drawer_openings == before + 1


def test_the_drawer_opens_once_for_cash_and_never_for_other_money(shop: Shop) -> None:
    """A drawer that stands open for each payment by phone invites a hand."""
    seat = make.seat_with_shift(shop)
    with_cash = sell(shop, seat, cola(shop), make.cash(2260))
    by_phone = sell(shop, seat, cola(shop), TenderGiven(WECHAT, Fen(2260), Fen(2260)))

    print_receipt(shop, with_cash.receipt_jobs[0])
    print_receipt(shop, by_phone.receipt_jobs[0])
    print_receipt(shop, reprint_receipt(shop, seat, sale=1))

    assert make.printer_of(shop).drawer_openings == 1


def test_a_printer_that_fails_keeps_the_job_and_undoes_nothing(shop: Shop) -> None:
    """Out of paper is no reason to lose a sale (design.md section 5)."""
    seat = make.seat_with_shift(shop)
    done = sell(shop, seat, cola(shop), make.cash(2260))
    printer = make.printer_of(shop)
    printer.breaks_down = PaperOut(printer="counter")

    fault = print_receipt(shop, done.receipt_jobs[0])

    (job,) = waiting_jobs(shop)
    assert fault is printer.breaks_down
    assert (job.state, job.tries) == ("failed", 1)
    assert retry_print(shop) is printer.breaks_down
    printer.breaks_down = None
    assert retry_print(shop) is None
    assert waiting_jobs(shop) == ()
    assert len(printer.printed) == 1


def test_what_may_have_been_printed_is_shown_so(shop: Shop) -> None:
    """After a crash between sending and answering nobody knows; the banner says maybe."""
    seat = make.seat_with_shift(shop)
    done = sell(shop, seat, cola(shop), make.cash(2260))
    with shop.storage.write() as work:
        work.print_jobs.mark_sent(done.receipt_jobs[0])

    (job,) = waiting_jobs(shop)

    assert (job.number, job.sale, job.state) == (done.receipt_jobs[0], 1, "sent")


def test_a_reprint_is_marked_counted_and_journaled(shop: Shop) -> None:
    """Two receipts of one sale must not be returned twice (till.md 1.6)."""
    seat = make.seat_with_shift(shop)
    sell(shop, seat, cola(shop), make.cash(2260))

    jobs = [reprint_receipt(shop, seat, sale=1) for _ in range(2)]
    for job in jobs:
        print_receipt(shop, job)

    with shop.storage.read() as seen:
        told = [
            json.loads(entry.body)["fact"]
            for entry in seen.book.scan(ENTRIES_OF_KIND, "receipt_copied")
        ]
    assert told == [{"copy": 1, "sale": 1}, {"copy": 2, "sale": 1}]
    assert [paper.name for paper in make.printer_of(shop).printed] == [
        "20261121-080000-receipt-1-1-copy-1",
        "20261121-080000-receipt-1-1-copy-2",
    ]


def test_no_paper_comes_from_nothing(shop: Shop) -> None:
    """A number typed wrong must not print somebody else's receipt."""
    with pytest.raises(NotFound):
        print_receipt(shop, 9)
    with pytest.raises(UnknownSale):
        reprint_receipt(shop, make.MANAGER_SEAT, sale=9)

    assert waiting_jobs(shop) == ()
