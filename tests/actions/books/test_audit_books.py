"""The books are checked at a start, at a shift's close, and whole: audit_books."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pos_app.actions.books.audit_books import audit_books, audit_changes, take_snapshot
from pos_app.actions.selling.complete_sale import complete_sale
from pos_app.actions.shifts.close_shift import close_shift
from pos_app.actions.shifts.open_shift import open_shift
from pos_app.domain.money import Fen
from pos_app.ledger.audit import AuditFinding
from pos_app.shop import Shop
from pos_app.startup import open_shop
from pos_app.storage.database import FILE_NAME
from pos_app.storage.driver import DRIVER
from tests import make


def sell(shop: Shop, shift: int) -> None:
    """One piece at 5.00, in cash."""
    with shop.storage.read() as seen:
        known = seen.find_products("可口可乐")
    number = known[0].number if known else make.product(shop, price=500)
    line = replace(make.line(500, product=number, name="可口可乐 500ml"), sku="6954767412573")
    seat = replace(make.CASHIER_SEAT, shift=shift)
    complete_sale(shop, seat, make.draft(shop, line, tenders=(make.cash(500),)))


@pytest.fixture
def two_days(shop: Shop) -> Shop:
    """A shop with a closed day and a second one open."""
    first = open_shift(shop, make.CASHIER_SEAT, opening_float=Fen(0))
    sell(shop, first.shift)
    close_shift(shop, first, counted=Fen(500))
    make.pass_time(shop, days=1)
    second = open_shift(shop, make.CASHIER_SEAT, opening_float=Fen(0))
    sell(shop, second.shift)
    return shop


def tamper(shop: Shop, *statements: str) -> None:
    """Change the file behind the program's back."""
    connection = DRIVER.module.connect(str(shop.folder / FILE_NAME), isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_sound_books_have_no_findings(two_days: Shop) -> None:
    """Trade as it is done leaves nothing to find."""
    assert audit_changes(two_days) == ()
    assert audit_books(two_days) == ()
    assert take_snapshot(two_days) == ()


def test_a_start_looks_only_at_what_came_after_the_last_close(two_days: Shop) -> None:
    """A till that has sold for years must open as fast as on its first day."""
    tamper(two_days, "UPDATE account SET balance = balance + 1 WHERE name = 'safe:S1'")

    # The safe moved yesterday only: today's look passes it by, the whole finds it.
    assert audit_changes(two_days) == ()
    assert AuditFinding("balance", "safe:S1", 1) in audit_books(two_days)


def test_a_balance_that_drifted_today_is_found_at_the_start(two_days: Shop) -> None:
    """The cashier must hear of it before the first sale, not after the last."""
    tamper(two_days, "UPDATE account SET balance = balance - 7 WHERE name = 'drawer:1'")
    two_days.close()

    again = open_shop(two_days.folder, clock=two_days.clock)
    found = again.findings
    again.close()

    assert found == (AuditFinding("balance", "drawer:1", -7),)


def test_a_changed_entry_is_found_at_the_start(two_days: Shop) -> None:
    """Today's journal is checked link by link."""
    tamper(
        two_days,
        "DROP TRIGGER journal_entry_no_update",
        "UPDATE journal_entry SET staff = 1 WHERE number = (SELECT max(number) FROM journal_entry)",
    )

    (found,) = audit_changes(two_days)
    assert (found.rule, found.account) == ("journal", "staff")


def test_a_journal_that_was_put_in_anothers_place_is_found(two_days: Shop) -> None:
    """The digest of the last close is remembered, so that the past cannot be replaced."""
    tamper(
        two_days,
        "DROP TRIGGER journal_entry_no_update",
        "UPDATE journal_entry SET digest = zeroblob(32) WHERE kind = 'shift_closed'",
    )

    (found,) = audit_changes(two_days)
    assert (found.rule, found.account) == ("journal", "digest")


def test_a_broken_chain_of_years_ago_is_found_by_the_whole(two_days: Shop) -> None:
    """What lies before the snapshot is looked at on the worker, link by link."""
    tamper(
        two_days,
        "DROP TRIGGER journal_entry_no_update",
        "UPDATE journal_entry SET body = CAST(replace(CAST(body AS TEXT), '周满', '周全') AS BLOB)"
        " WHERE number = 3",
    )

    found = audit_books(two_days)

    assert audit_changes(two_days) == ()
    assert found == (AuditFinding("journal", "digest", 3),)


def test_unsound_books_are_not_kept_as_sound(two_days: Shop) -> None:
    """A snapshot of a mistake would hide it for ever."""
    tamper(two_days, "UPDATE account SET balance = balance - 7 WHERE name = 'drawer:1'")

    first = take_snapshot(two_days)
    second = take_snapshot(two_days)

    assert AuditFinding("balance", "drawer:1", -7) in first
    assert second == first


def test_a_shop_that_never_closed_a_shift_opens_without_looking(tmp_path: Path) -> None:
    """The whole is looked at on the worker; the first screen does not wait for it."""
    shop = make.shop(tmp_path)
    shop.close()

    assert shop.findings == ()


def test_a_spoilt_snapshot_is_none(two_days: Shop) -> None:
    """A cache that cannot be read must not keep a shop shut."""
    with two_days.storage.write() as work:
        work.snapshots.put("books", b"spoilt")

    assert audit_changes(two_days) == ()
