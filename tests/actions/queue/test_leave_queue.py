"""Leaving the queue: a voucher, and a paper that bears its conditions."""

from __future__ import annotations

import pytest

from pos_app.actions.queue.leave_queue import leave_queue, preview_leave
from pos_app.actions.receipts.print_receipt import print_receipt
from pos_app.actions.receipts.waiting_jobs import waiting_jobs
from pos_app.domain.holdings import VoucherToCome
from pos_app.domain.moment import Day
from pos_app.domain.papers.paper import Form
from pos_app.domain.refusals.sale import UnknownSale
from pos_app.engine.leaving import NothingToLeave
from pos_app.shop import Shop
from tests import make
from tests.actions import at_the_counter as selling


def test_who_leaves_holds_a_paper_with_the_vouchers_conditions(shop: Shop) -> None:
    """The voucher is a promise: the paper bears its day and its limit (rulebook 10.2)."""
    seat = selling.open_for_trade(shop)
    member = make.member(shop, "林晓梅")
    selling.sell(shop, seat, selling.OIL, member=member)
    shown = preview_leave(shop, seat, 1)

    left = leave_queue(shop, seat, 1)
    print_receipt(shop, left.slip)

    (paper,) = make.printer_of(shop).printed
    told = paper.pages[Form.ESCPOS].decode("gb18030", "replace")
    assert left.voucher == shown.voucher > 0
    assert shown.vouchers == (VoucherToCome(left.voucher, Day("2027-11-21"), 5000),)
    assert paper.name.endswith(f"-leaving-1-{left.slip}")
    for words in ("退出排队", "林*梅", "2027-11-21", "50%"):
        assert words in told


def test_looking_at_what_leaving_would_give_prints_nothing(shop: Shop) -> None:
    """A paper of something that was not done is a wrong promise."""
    seat = selling.open_for_trade(shop)
    selling.sell(shop, seat, selling.OIL, member=make.member(shop))
    before = waiting_jobs(shop)

    preview_leave(shop, seat, 1)

    assert waiting_jobs(shop) == before


def test_nothing_is_printed_where_there_is_nothing_to_leave(shop: Shop) -> None:
    """An unknown sale, or one without tickets, is refused with nothing written."""
    seat = selling.open_for_trade(shop)
    selling.sell(shop, seat, selling.OIL)
    before = waiting_jobs(shop)

    with pytest.raises(NothingToLeave):
        leave_queue(shop, seat, 1)
    with pytest.raises(UnknownSale):
        leave_queue(shop, seat, 99)
    assert waiting_jobs(shop) == before
