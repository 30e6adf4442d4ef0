"""A store leaves the alliance: it sells no more, and pays all that it conceded.

Leave_alliance, look_at_store, store_words, selling_store.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pos_app import cli
from pos_app.actions.months.clearing_statement import clearing_statement
from pos_app.actions.premises.save_settings import save_settings
from pos_app.actions.programs.close_program import close_program
from pos_app.actions.replays.replay_history import replay_history
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.actions.shifts.close_shift import close_shift
from pos_app.actions.shifts.open_shift import open_shift
from pos_app.actions.stores.add_store import add_store
from pos_app.actions.stores.leave_alliance import leave_alliance
from pos_app.actions.stores.list_stores import list_stores
from pos_app.actions.stores.look_at_store import look_at_store
from pos_app.clock import StoppedClock
from pos_app.domain.files.replay_history import read_history
from pos_app.domain.moment import read_instant
from pos_app.domain.money import Fen
from pos_app.domain.month import Month
from pos_app.domain.refusals.store import StoreHasLeft, StoreStillSells
from pos_app.errors import NotAllowed, NotFound
from pos_app.journal.entry import Entry
from pos_app.reports.clearing_statement import PairDebt
from pos_app.shop import Shop
from pos_app.startup import open_shop
from pos_app.storage.flow_sums import balances_now
from pos_app.terminal.replay import replay_file
from tests import make
from tests.actions import at_the_counter as selling
from tests.actions.conftest import Replayed
from tests.replays.worked_examples import WORKED, History, write_history

OWNER = make.OWNER_SEAT
THEN = "2026-01-05T10:00:00+08:00"
LATER = "2026-01-06T10:00:00+08:00"


def sale(ref: str, member: str, total: int, *, store: str, at: str = THEN) -> dict[str, object]:
    """One line of a history: a sale of one piece."""
    line = {"sku": "x", "name": "x", "price_fen": total, "quantity_milli": 1000}
    return {"event": "sale", "at": at, "sale": ref, "store": store, "member": member,
            "lines": [line]}  # fmt: skip


def play(shop: Shop, tmp_path: Path, history: History) -> list[str]:
    """Play more of a history on an open shop; the refusals by name."""
    with write_history(tmp_path / "more.jsonl", history).open("rb") as lines:
        refused = replay_history(shop, read_history(lines))
    return [type(each.refusal).__name__ for each in refused]


def balances(shop: Shop) -> dict[str, Fen]:
    """What every account holds."""
    with shop.storage.read() as view:
        return balances_now(view.connection)


def test_its_lots_stay_payable_and_its_tickets_stay(replayed: Replayed, tmp_path: Path) -> None:
    """Q7 with S2 leaving before the last sale: it pays the same (2.9)."""
    *steps, last = WORKED["Q7"]
    last = {**last, "store": "S1", "at": LATER}
    shop = replayed(steps, at=LATER)
    before = balances(shop)

    leave_alliance(shop, OWNER, code="S2")
    at_once = balances(shop)
    refused = play(shop, tmp_path, [last])

    assert at_once == before
    assert refused == []
    assert selling.balance(shop, "CASH:1") == 8334
    assert selling.balance(shop, "CASH:2") == 1333
    assert verify_books(shop.storage) == []


def test_it_sells_no_more(replayed: Replayed, tmp_path: Path) -> None:
    """A sale of its own would concede what nobody has agreed to."""
    shop = replayed(WORKED["Q7"], at=LATER)
    leave_alliance(shop, OWNER, code="S2")
    play(shop, tmp_path, [{"event": "time", "at": LATER}])
    before = selling.count_of(shop, Entry)
    named = replace(shop.settings, name="店")
    refused = play(shop, tmp_path, [sale("late", "A", 10_000, store="S2", at=LATER)])
    with pytest.raises(StoreHasLeft):
        save_settings(shop, OWNER, settings=replace(named, store="S2"))
    with pytest.raises(NotFound):
        save_settings(shop, OWNER, settings=replace(named, store="S7"))
    with pytest.raises(StoreHasLeft):
        open_shift(shop, replace(OWNER, store="S2", till="9"), opening_float=Fen(0))

    assert refused == ["StoreHasLeft"]
    assert selling.count_of(shop, Entry) == before


def test_what_it_sold_before_still_settles_and_comes_back(
    replayed: Replayed, tmp_path: Path
) -> None:
    """Who joins is decided at completion (1.5); leaving takes nothing back."""
    program = {"event": "program", "at": THEN, "program": "P", "kind": "M0", "enabled": True,
               "params": {"hold_days": 7}}  # fmt: skip
    shop = replayed(
        [
            {"event": "store", "at": THEN, "store": "S2"},
            program,
            {"event": "member", "at": THEN, "member": "A", "sponsor": None},
            sale("s1", "A", 10_000, store="S2"),
        ],
        at=LATER,
    )
    leave_alliance(shop, OWNER, code="S2")
    held = look_at_store(shop, "S2")
    settled = [{"event": "time", "at": "2026-01-12T10:00:00+08:00"}]
    back = {"event": "return", "at": "2026-01-13T10:00:00+08:00", "sale": "s1", "return": "r1",
            "lines": [{"line": 1, "quantity_milli": 1000}], "reason": "defect"}  # fmt: skip
    play(shop, tmp_path, settled)
    after = (selling.balance(shop, "SRC:S2"), selling.balance(shop, "POINTS:1"))
    refused = play(shop, tmp_path, [back])

    assert (held.held, held.last_settles_at) == (1, read_instant("2026-01-12T10:00:00+08:00"))
    assert after == (-100, 100)
    assert refused == []
    assert selling.balance(shop, "SRC:S2") == 0
    assert verify_books(shop.storage) == []


def test_the_clearing_goes_on_naming_it(replayed: Replayed) -> None:
    """What its concession did for others is owed all the same (1.9)."""
    shop = replayed(WORKED["Q7"], at="2026-01-20T10:00:00+08:00")
    before = clearing_statement(shop, Month("2026-01")).pairs
    leave_alliance(shop, OWNER, code="S2")
    outlook = look_at_store(shop, "S2")

    assert clearing_statement(shop, Month("2026-01")).pairs == before
    assert outlook.owed == (PairDebt("S2", "S1", by_queue=Fen(2667), by_spending=Fen(0)),)
    assert (outlook.put_in, outlook.in_lots) == (4000, 0)
    assert (outlook.tickets, outlook.tickets_rest) == (2, 18_667)


def test_a_program_that_closes_gives_it_its_part_back(replayed: Replayed) -> None:
    """The rest goes to whoever has put it in, the one that left too (2.6)."""
    shop = replayed(
        [
            {"event": "store", "at": THEN, "store": "S2"},
            {"event": "program", "at": THEN, "program": "N", "kind": "M6", "enabled": True,
             "params": {"hold_days": 0, "concession_bp": 1000}},
            {"event": "member", "at": THEN, "member": "A", "sponsor": None},
            sale("s1", "A", 10_000, store="S1"),
            sale("s2", "A", 30_000, store="S2"),
        ]
    )  # fmt: skip
    leave_alliance(shop, OWNER, code="S2")
    kept = look_at_store(shop, "S2").in_lots
    close_program(shop, OWNER, program=1)

    assert kept == 3000
    assert selling.balance(shop, "SRC:S2") == 0
    assert verify_books(shop.storage) == []


def test_a_store_in_which_a_till_stands_stays(shop: Shop) -> None:
    """Nobody is left at a till that may not sell."""
    add_store(shop, OWNER, code="S2", name="分店")
    there = open_shift(shop, replace(OWNER, store="S2", till="9"), opening_float=Fen(0))
    with pytest.raises(StoreStillSells) as own:
        leave_alliance(shop, OWNER, code="S1")
    with pytest.raises(StoreStillSells) as other:
        leave_alliance(shop, OWNER, code="S2")
    close_shift(shop, there, counted=Fen(0), with_backup=False)
    leave_alliance(shop, OWNER, code="S2")

    assert (own.value.till, other.value.till) == ("1", "9")
    assert [each.store.left_at for each in list_stores(shop)] == [None, make.OPENING]


def test_only_the_owner_lets_a_store_leave_and_only_once(shop: Shop) -> None:
    """It cannot be undone; a store that joins again is another store."""
    add_store(shop, OWNER, code="S2", name="分店")
    with pytest.raises(NotAllowed):
        leave_alliance(shop, make.MANAGER_SEAT, code="S2")
    with pytest.raises(NotFound):
        leave_alliance(shop, OWNER, code="S7")
    with pytest.raises(NotFound):
        look_at_store(shop, "S7")
    leave_alliance(shop, OWNER, code="S2")
    with pytest.raises(StoreHasLeft):
        leave_alliance(shop, OWNER, code="S2")

    assert verify_books(shop.storage) == []


PROGRAMS: dict[str, dict[str, object]] = {
    "M1": {"preset": "V5_ALLIANCE", "params": {"hold_days": 1, "min_order": 1000}},
    "M4": {"params": {"hold_days": 1, "merchant_points_bp": 10_000, "period_days": 2}},
    "M6": {"params": {"hold_days": 0}},
}
sold = st.tuples(st.sampled_from("ABC"), st.integers(1000, 30_000), st.sampled_from(["S1", "S2"]))


@settings(max_examples=12)
@given(
    kinds=st.sets(st.sampled_from(sorted(PROGRAMS)), min_size=1),
    before=st.lists(sold, min_size=1, max_size=8),
    after=st.lists(sold, max_size=6),
)
def test_leaving_moves_no_fen_now_and_changes_no_fen_later(
    tmp_path_factory: pytest.TempPathFactory,
    kinds: set[str],
    before: list[tuple[str, int, str]],
    after: list[tuple[str, int, str]],
) -> None:
    """Any trade, then S2 leaves: all is as if S2 had only stopped selling.

    `verify` rebuilds the same from the journal on a book in memory, row for row.
    """
    place = tmp_path_factory.mktemp("leaving")
    setting: History = [
        {"event": "store", "at": THEN, "store": "S2"},
        *({"event": "program", "at": THEN, "program": kind, "kind": kind, "enabled": True,
           "priority": number, **PROGRAMS[kind]} for number, kind in enumerate(sorted(kinds))),
        *({"event": "member", "at": THEN, "member": name, "sponsor": None} for name in "ABC"),
    ]  # fmt: skip
    early = [sale(f"s{at}", *one[:2], store=one[2]) for at, one in enumerate(before)]
    late = [
        sale(f"l{at}", *one[:2], store="S1", at=f"2026-01-{7 + at:02}T10:00:00+08:00")
        for at, one in enumerate(after)
    ]
    end = [{"event": "time", "at": "2026-02-20T10:00:00+08:00"}]
    found = []
    for leaves in (False, True):
        folder = place / str(leaves)
        file = write_history(place / "early.jsonl", [*setting, *early])
        replay_file(file, out=place / "result.json", folder=folder)
        shop = open_shop(folder, clock=StoppedClock(read_instant(THEN)))
        if leaves:
            leave_alliance(shop, OWNER, code="S2")
        refused = play(shop, place, [*late, *end])
        found.append((balances(shop), refused, verify_books(shop.storage)))
        shop.close()

    assert found[1] == found[0]
    assert found[1][1:] == ([], [])


def test_the_terminal_shows_what_stays_and_lets_a_store_leave(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same figures before and after, because leaving moves nothing."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    folder = str(make.folder(tmp_path))
    cli.main(["store", "add", "S2", "分店", "--folder", folder])
    capsys.readouterr()

    codes = [
        cli.main(["store", "look", "S2", "--folder", folder]),
        cli.main(["store", "leave", "S2", "--folder", folder]),
        cli.main(["store", "leave", "S2", "--folder", folder]),
        cli.main(["store", "leave", "S1", "--folder", folder]),
    ]

    told = capsys.readouterr()
    figures = [
        "Put in until now  0.00",
        "Of it not yet given to anybody  0.00",
        "Open tickets of its sales  0",
        "What these may still get  0.00",
        "Sales whose rewards are still held  0",
    ]
    assert codes == [0, 0, 1, 1]
    assert told.out.splitlines() == [
        *figures,
        "Store S2 has left the alliance; what stays of it:",
        *figures,
    ]
    assert told.err == (
        "The store S2 has left the alliance and sells no more. Nothing was saved.\n"
        "Till 1 stands in the store S1. Close its shift, or leave from another one. "
        "Nothing was saved.\n"
    )
