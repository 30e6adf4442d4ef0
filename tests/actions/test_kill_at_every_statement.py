"""A power cut at any statement of a sale leaves the whole sale or none of it."""

import os
import shutil
from pathlib import Path

from pos_app.actions.complete_sale import complete_sale
from pos_app.actions.open_baskets import open_baskets
from pos_app.actions.save_basket import save_basket
from pos_app.actions.verify_books import verify_books
from pos_app.clock import StoppedClock
from pos_app.domain.money import Fen
from pos_app.domain.quote import SaleDraft
from pos_app.domain.sale import Sale
from pos_app.domain.seat import Seat
from pos_app.domain.tender import TenderGiven
from pos_app.shop import Shop
from pos_app.startup import open_shop
from tests import make
from tests.actions import selling
from tests.actions.selling import COLA, OIL

DONE = 0
KILLED = 9


def _prepared(folder: Path) -> tuple[Seat, SaleDraft]:
    """A shop with a queue, and a member's bill with two tenders, saved and quoted."""
    shop = open_shop(folder, clock=StoppedClock(make.OPENING))
    seat = selling.open_for_trade(shop)
    member = make.member(shop)
    selling.sell(shop, seat, OIL, member=member)
    bill = selling.basket(shop, COLA, OIL, member=member)
    save_basket(shop, bill)
    made = selling.draft(shop, bill, TenderGiven("points", Fen(60), Fen(60)))
    shop.close()
    return seat, made


def _sell_and_die(folder: Path, seat: Seat, draft: SaleDraft, *, at: int) -> int:
    """Sell in a child that is gone at the statement of that number; its exit code."""
    child = os.fork()
    if child == 0:
        code = KILLED
        try:
            shop = open_shop(folder, clock=StoppedClock(make.OPENING))
            _die_at(shop, at)
            complete_sale(shop, seat, draft)
            code = DONE
        finally:
            # Not even Python's own tidying up: the power is gone.
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _die_at(shop: Shop, number: int) -> None:
    seen = 0

    def count(_statement: str) -> None:
        nonlocal seen
        seen += 1
        if seen == number:
            os._exit(KILLED)

    # There is one writing connection, and it stays: what is set here is set for the sale.
    with shop.storage.write() as work:
        work.connection.connection.driver_connection.set_trace_callback(count)  # type: ignore[union-attr]


def test_a_sale_killed_at_any_statement_is_whole_or_absent(tmp_path: Path) -> None:
    """Never a sale without its money, never money without its sale."""
    seat, draft = _prepared(make.folder(tmp_path))
    prepared = tmp_path / "shop"
    outcomes = []
    number = 0
    code = KILLED
    while code == KILLED:
        number += 1
        folder = tmp_path / f"at-{number}"
        shutil.copytree(prepared, folder)
        code = _sell_and_die(folder, seat, draft, at=number)
        shop = open_shop(folder, clock=StoppedClock(make.OPENING))
        try:
            with shop.storage.read() as view:
                is_sold = view.get(Sale, 2) is not None
            bill = open_baskets(shop)[0]
            assert verify_books(shop.storage) == []
            assert (bill is None) == is_sold
            assert bill is None or bill == draft.basket
            outcomes.append(is_sold)
            if not is_sold:
                assert not complete_sale(shop, seat, draft).repeated
        finally:
            shop.close()
        shutil.rmtree(folder)

    # Absent up to some statement, there from then on: COMMIT is the one moment.
    assert outcomes == sorted(outcomes)
    assert outcomes[0] is False
    assert outcomes[-1] is True
    assert number > len(draft.basket.lines)
