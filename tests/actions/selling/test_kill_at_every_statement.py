"""A power cut at any statement of a sale leaves the whole sale or none of it."""

import shutil
from pathlib import Path

from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.actions.selling.complete_sale import complete_sale
from pos_app.actions.selling.open_baskets import open_baskets
from pos_app.actions.selling.save_basket import save_basket
from pos_app.clock import StoppedClock
from pos_app.domain.money import Fen
from pos_app.domain.quote import SaleDraft
from pos_app.domain.sale import Sale
from pos_app.domain.seat import Seat
from pos_app.domain.tender import TenderGiven
from pos_app.shop import Shop
from pos_app.startup import open_shop
from tests import make
from tests.actions import at_the_counter as selling
from tests.actions.at_the_counter import COLA, OIL
from tests.actions.power_cuts import KILLED, do_and_die


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


def test_a_sale_killed_at_any_statement_is_whole_or_absent(tmp_path: Path) -> None:
    """Never a sale without its money, never money without its sale."""
    seat, draft = _prepared(make.folder(tmp_path))
    prepared = tmp_path / "shop"
    outcomes = []
    number = 0
    code = KILLED

    def sell(shop: Shop) -> None:
        complete_sale(shop, seat, draft)

    while code == KILLED:
        number += 1
        folder = tmp_path / f"at-{number}"
        shutil.copytree(prepared, folder)
        code = do_and_die(folder, sell, now=make.OPENING, at=number)
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
                assert complete_sale(shop, seat, draft).sale.number == 2
        finally:
            shop.close()
        shutil.rmtree(folder)

    # Absent up to some statement, there from then on: COMMIT is the one moment.
    assert outcomes == sorted(outcomes)
    assert outcomes[0] is False
    assert outcomes[-1] is True
    assert number > len(draft.basket.lines)
