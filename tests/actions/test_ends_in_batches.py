"""The end of a program, and a draw, over more than memory holds (close_program)."""

import pytest

from pos_app.actions.adopt_program import ProgramAsk, adopt_program
from pos_app.actions.close_program import close_program
from pos_app.actions.end_period import end_period
from pos_app.actions.set_rules import set_rules
from pos_app.actions.verify_books import verify_books
from pos_app.domain.transfer import Account
from pos_app.engine import batches
from pos_app.engine.draw_records import DrawPick
from pos_app.engine.queue_records import ACTIVE, Ticket
from pos_app.shop import Shop
from tests import make
from tests.actions.holding import ITSELF, PROGRAMS, RULES, buy
from tests.actions.selling import open_for_trade

QUEUE = {"unit": 5000, "min_order": 1000, "placement": "ALL_AT_TAIL", "exit_bp": 10_000}


def traded(shop: Shop, kind: str, **params: object) -> None:
    """A program of a kind, and five members who bought under it."""
    seat = open_for_trade(shop, programs=False)
    set_rules(shop, make.OWNER_SEAT, rules=RULES)
    known = {**PROGRAMS.get(kind, QUEUE), **params, "hold_days": 0}
    adopt_program(shop, ITSELF, ask=ProgramAsk("P", kind, params=known))
    sponsor = None
    for number in range(5):
        sponsor = make.member(shop, phone=f"1380000123{number}", sponsor=sponsor)
        buy(shop, seat, sponsor)


@pytest.mark.parametrize("kind", ["M1", "M1b", "M2", "M4", "M5", "M6"])
def test_the_end_of_a_program_is_the_same_in_batches(
    shop: Shop, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Written two records at a time, it is what the journal says at once."""
    traded(shop, kind)
    monkeypatch.setattr(batches, "BATCH", 2)
    close_program(shop, make.OWNER_SEAT, program=1)
    monkeypatch.undo()
    with shop.storage.read() as view:
        pots = [
            each.balance
            for each in view.book.records(Account)
            if each.name.startswith(("POOL:", "FUND:"))
        ]
        active = [each for each in view.book.records(Ticket) if each.state == ACTIVE]

    assert verify_books(shop.storage) == []
    assert (set(pots), active) == ({0}, [])


def test_a_draw_lists_every_entry_once_whatever_is_read_at_a_time(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list that is hashed over is the whole one, less who has won (3.3)."""
    traded(shop, "M1b", concession_bp=2000, free_rate_bp=2000, winners_per_round=2)
    monkeypatch.setattr(batches, "BATCH", 2)
    end_period(shop, ITSELF, program=1)
    monkeypatch.undo()
    with shop.storage.read() as view:
        first, second = view.book.records(DrawPick)

    listed = first.entries.split()
    assert listed == [f"{sale}:6000" for sale in range(1, 6)]
    assert second.entries.split() == [each for each in listed if each != f"{first.sale}:6000"]
    assert listed[first.position] == f"{first.sale}:6000"
    assert verify_books(shop.storage) == []
