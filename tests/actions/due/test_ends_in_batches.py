"""Ends of programs, draws and protocols over more than memory holds.

Close_program, draw_protocol.
"""

import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from pos_app.actions.draws.draw_protocol import draw_protocol, protocol_pieces
from pos_app.actions.due.end_period import end_period
from pos_app.actions.premises.named_file import write_named_file
from pos_app.actions.premises.set_rules import set_rules
from pos_app.actions.programs.adopt_program import ProgramAsk, adopt_program
from pos_app.actions.programs.close_program import close_program
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.domain.money import Fen
from pos_app.domain.transfer import Account
from pos_app.engine import batches
from pos_app.engine.records.draw import DrawPick, DrawRound
from pos_app.engine.records.queue import ACTIVE, Ticket
from pos_app.errors import NotFound
from pos_app.journal.entry import Entry
from pos_app.shop import Shop
from tests import make
from tests.actions.at_the_counter import open_for_trade
from tests.actions.holding import ITSELF, PROGRAMS, RULES, buy

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


def test_a_protocol_written_piece_by_piece_is_the_same_to_the_byte(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Who has published one must get the very same file again (rulebook 3.3)."""
    traded(shop, "M1b", concession_bp=2000, free_rate_bp=2000, winners_per_round=2)
    empty = _published(draw_protocol(shop, program="P"))
    empty_pieces = b"".join(protocol_pieces(shop, program="P"))
    end_period(shop, ITSELF, program=1)
    close_program(shop, make.OWNER_SEAT, program=1)
    whole = _published(draw_protocol(shop, program="P"))
    monkeypatch.setattr(batches, "BATCH", 2)
    pieces = list(protocol_pieces(shop, program="P"))
    path = write_named_file(tmp_path / "p.json", protocol_pieces(shop, program="P"))

    assert empty_pieces == empty
    assert b"".join(pieces) == whole == path.read_bytes()
    assert len(pieces) > len(json.loads(whole)["rounds"][0]["picks"][0]["entries"])


def test_what_a_protocol_refuses_leaves_no_file(shop: Shop, tmp_path: Path) -> None:
    """The refusal comes with the first piece, when the file is open already."""
    with pytest.raises(NotFound):
        write_named_file(tmp_path / "p.json", protocol_pieces(shop, program="none"))

    assert list(tmp_path.glob("p.json*")) == []


def most_held(shop: Shop) -> int:
    """The most bytes that Python holds while a protocol is written."""
    tracemalloc.start()
    for _piece in protocol_pieces(shop, program="P"):
        pass
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def test_a_long_list_is_written_without_being_held(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten times the winners, each with a list: no more than one of them is held."""
    monkeypatch.setattr(batches, "BATCH", 50)
    traded(shop, "M1b", concession_bp=2000, free_rate_bp=2000)
    listed = " ".join(f"{sale}:6000" for sale in range(1_000_000, 1_002_000))
    now = shop.clock.now()
    held = []
    for number, winners in ((1, 3), (2, 27)):
        with shop.storage.write() as work:
            work.book.open_entry(work.book.last_number(Entry), now)
            work.book.put(DrawRound(1, number, "r", now, "c", Fen(0), Fen(0)))
            for pick in range(winners):
                work.book.put(DrawPick(1, number, pick, listed, 0, 1, Fen(1), Fen(0), Fen(1)))
        most_held(shop)
        held.append(most_held(shop))
    list_long = len(listed)

    assert held[1] - held[0] < 2 * list_long


def _published(protocol: dict[str, Any]) -> bytes:
    return f"{json.dumps(protocol, ensure_ascii=False, indent=1)}\n".encode()
