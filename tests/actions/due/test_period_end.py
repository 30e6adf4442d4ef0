"""A period's end over many lots is whole or absent, and tells how far it is."""

import shutil
from pathlib import Path

import pytest

from pos_app.actions.due.end_period import end_period
from pos_app.actions.due.settle_due import CaughtUp, settle_due
from pos_app.actions.premises.set_rules import set_rules
from pos_app.actions.programs.adopt_program import ProgramAsk
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.clock import StoppedClock
from pos_app.domain.moment import DAY_MS, Instant
from pos_app.domain.program import PROGRAMS_BY_NAME, Program
from pos_app.domain.program_consent import TYPED_SENTENCES
from pos_app.domain.record import Record
from pos_app.domain.settings import ShopRules
from pos_app.domain.transfer import TRANSFERS, Transfer
from pos_app.engine import batches
from pos_app.engine.records.shared import Period
from pos_app.journal.entry import Entry
from pos_app.shop import Shop
from pos_app.startup import open_shop
from pos_app.storage.schema import RECORDS
from tests import make
from tests.actions import at_the_counter as selling
from tests.actions.at_the_counter import OIL
from tests.actions.power_cuts import KILLED, do_and_die
from tests.adopting import adopt_tried

MEMBERS = 7
DAYS = 2
LATER = Instant(make.OPENING + DAYS * DAY_MS)
EVERY = 23
"""At so many statements apart the power goes: they meet every kind of statement."""

GREEN = ("green", "M4", {"hold_days": 0, "period_days": 1, "merchant_points_bp": 10_000})
CIRCLE = ("circle", "M6", {"hold_days": 0, "concession_bp": 500})


def prepared(folder: Path) -> None:
    """A shop in which seven members hold green points and energy."""
    shop = open_shop(folder, clock=StoppedClock(make.OPENING))
    set_rules(shop, make.OWNER_SEAT, rules=ShopRules(max_total_concession_bp=7000))
    for name, kind, params in (GREEN, CIRCLE):
        ask = ProgramAsk(
            name=name,
            kind=kind,
            params=params,
            consent_by="周满",
            typed_sentence=TYPED_SENTENCES["zh_CN"],
        )
        adopt_tried(shop, make.OWNER_SEAT, ask=ask)
    seat = selling.open_for_trade(shop, programs=False)
    for number in range(1, MEMBERS + 1):
        member = make.member(shop, f"甲{number}", phone=f"1380000000{number}")
        selling.sell(shop, seat, OIL, member=member)
    shop.close()


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two lots at once, so that seven are a long line."""
    monkeypatch.setattr(batches, "BATCH", 2)


def ended(shop: Shop) -> list[int]:
    """How many periods of each program have ended."""
    with shop.storage.read() as look:
        return [each.ended for each in look.records(Period)]


def rows_of(shop: Shop) -> dict[type[Record], list[Record]]:
    """Every row of the books but the journal's own."""
    with shop.storage.read() as look:
        kinds = [kind for kind in RECORDS if kind not in {Entry, Transfer}]
        rows: dict[type[Record], list[Record]] = {kind: list(look.records(kind)) for kind in kinds}
    return rows


def test_a_period_killed_anywhere_is_whole_or_absent(tmp_path: Path) -> None:
    """Never a member paid and the next one not, never a period paid twice."""
    folder = make.folder(tmp_path)
    prepared(folder)
    whole = tmp_path / "whole"
    shutil.copytree(folder, whole)
    shop = open_shop(whole, clock=StoppedClock(LATER))
    expected, both = rows_of(shop), ended(shop)
    shop.close()
    reached = []
    number, code = 1, KILLED
    while code == KILLED:
        place = tmp_path / f"at-{number}"
        shutil.copytree(folder, place)
        code = do_and_die(place, settle_due, now=LATER, at=number)
        shop = open_shop(place, clock=StoppedClock(LATER), catch_up=False)
        assert verify_books(shop.storage) == []
        reached.append(ended(shop))
        settle_due(shop)
        assert rows_of(shop) == expected
        shop.close()
        shutil.rmtree(place)
        number += EVERY

    # From none to all, never less again; the second day has nothing to pay, so that both
    # of its ends share a commit.
    assert (reached[0], reached[-1], both) == ([0, 0], [DAYS, DAYS], [DAYS, DAYS])
    assert reached == sorted(reached, key=sum)
    assert {sum(each) for each in reached} == {0, 1, 2, 4}


def test_a_long_period_has_a_commit_of_its_own_and_tells_how_far_it_is(tmp_path: Path) -> None:
    """Thirty days of a million payments in one commit would fill the disk twice."""
    folder = make.folder(tmp_path)
    prepared(folder)
    shop = open_shop(folder, clock=StoppedClock(LATER), catch_up=False)
    commits: list[object] = []
    shop.storage.committed.append(commits.append)
    steps: list[CaughtUp] = []
    done = settle_due(shop, progress=steps.append)
    told = [each.payments for each in steps]
    shop.close()

    assert done == 2 * DAYS
    # Green points pay each sale's buyer and store, the circle its buyers alone; the second
    # day pays nobody.
    assert told == [2, 4, 6, 8, 10, 12, 14, 0, 2, 4, 6, 0, 0]
    assert len(commits) == 3


def test_the_owner_sees_how_many_payments_a_period_has_made(tmp_path: Path) -> None:
    """Nobody waits half a minute before a screen that says nothing."""
    folder = make.folder(tmp_path)
    prepared(folder)
    shop = open_shop(folder, clock=StoppedClock(make.OPENING))
    with shop.storage.read() as look:
        circle = next(look.scan(PROGRAMS_BY_NAME, "circle"))
        assert isinstance(circle, Program)
        before = sum(1 for _ in look.scan(TRANSFERS))
    told: list[int] = []
    paid = end_period(shop, make.OWNER_SEAT, program=circle.number, progress=told.append)
    with shop.storage.read() as look:
        after = sum(1 for _ in look.scan(TRANSFERS))
    shop.close()

    assert (paid, told, after - before) == (7 * 300, [2, 4, 6], MEMBERS)
