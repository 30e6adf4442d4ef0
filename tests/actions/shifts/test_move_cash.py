"""Cash in and out of the drawer, and the shift looked at: move_cash, leave_x_slip."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pos_app.actions.receipts.print_receipt import print_receipt
from pos_app.actions.receipts.slip_jobs import Slip, SlipKept, slip_of
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.actions.shifts.look_at_shift import leave_x_slip, look_at_shift
from pos_app.actions.shifts.move_cash import move_cash
from pos_app.actions.shifts.shift_of import shift_of
from pos_app.domain.approval import Approval
from pos_app.domain.money import Fen
from pos_app.domain.papers.cash_slip import CashSlip
from pos_app.domain.seat import Seat
from pos_app.domain.shift import MOVES_OF_SHIFT
from pos_app.domain.staff import CASH_MOVE, LOOK
from pos_app.errors import NotAllowed
from pos_app.journal.canonical import canonical_json
from pos_app.journal.plain_values import plain_of
from pos_app.shop import Shop
from tests import make


def approved(seat: Seat, right: str, asked: int = 0) -> Seat:
    """The seat with a manager's word for one thing."""
    return replace(seat, approvals=(Approval(right, make.MANAGER_SEAT.staff, asked),))


def kept_slip(shop: Shop, job: int) -> SlipKept:
    """What a job's slip says."""
    with shop.storage.read() as seen:
        found = seen.print_jobs.get(job)
    assert found is not None
    kept = slip_of(found)
    assert kept is not None
    return kept


def test_the_slip_stands_for_the_cash_that_left(shop: Shop) -> None:
    """In the evening the drawer is short of it; the paper in it says why and by whom."""
    seat = make.seat_with_shift(shop)

    job = move_cash(shop, seat, amount=Fen(-3000), reason="付快递")

    kept = kept_slip(shop, job)
    assert isinstance(kept.told, CashSlip)
    assert (kept.slip, kept.opens_drawer) == (Slip.CASH, True)
    assert (kept.told.amount, kept.told.reason, kept.told.till) == (-3000, "付快递", "1")
    assert (kept.told.cashier, kept.told.approved_by) == ("林小梅", "")
    assert len(kept.told.journal_hash) == 8


def test_the_slip_is_printed_under_its_own_name_and_opens_the_drawer_once(shop: Shop) -> None:
    """The cash lies in the drawer: whoever takes it must get at it, once."""
    seat = make.seat_with_shift(shop)
    job = move_cash(shop, seat, amount=Fen(3000), reason="零钱")

    first = print_receipt(shop, job)
    print_receipt(shop, job)

    printer = make.printer_of(shop)
    assert first is None
    assert printer.printed[0].name.split("-")[2] == "cash"
    assert printer.drawer_openings == 1


@pytest.mark.parametrize("sign", [1, -1])
def test_a_sum_above_the_limit_needs_a_manager_who_is_named(shop: Shop, sign: int) -> None:
    """A day's takings do not leave on one cashier's word (till.md 3, 12)."""
    seat = make.seat_with_shift(shop)
    shop.use(replace(shop.settings, cash_move_limit=Fen(5000)))
    move_cash(shop, seat, amount=Fen(sign * 5000), reason="存银行")
    with pytest.raises(NotAllowed) as refused:
        move_cash(shop, seat, amount=Fen(sign * 5001), reason="存银行")

    job = move_cash(shop, approved(seat, CASH_MOVE, 5001), amount=Fen(sign * 5001), reason="存银行")

    with shop.storage.read() as seen:
        moves = [(m.amount, m.approved_by) for m in seen.book.scan(MOVES_OF_SHIFT, seat.shift)]
    told = kept_slip(shop, job).told
    assert (refused.value.action, refused.value.limit, refused.value.asked) == (
        CASH_MOVE,
        5000,
        5001,
    )
    assert moves == [(sign * 5000, None), (sign * 5001, make.MANAGER_SEAT.staff)]
    assert isinstance(told, CashSlip)
    assert told.approved_by != ""
    assert verify_books(shop.storage) == []


def test_an_x_slip_shows_the_shift_and_closes_nothing(shop: Shop) -> None:
    """Looking is asked for at noon, and again at three."""
    seat = make.seat_with_shift(shop)
    manager = replace(make.MANAGER_SEAT, shift=seat.shift)
    move_cash(shop, seat, amount=Fen(3000), reason="零钱")

    job = leave_x_slip(shop, manager)

    kept = kept_slip(shop, job)
    with shop.storage.read() as seen:
        still_open = shift_of(seen.book, "1")
    assert (kept.slip, kept.opens_drawer) == (Slip.X, False)
    assert kept.told == look_at_shift(shop, seat)
    assert still_open is not None
    assert still_open.z_number == 0
    assert print_receipt(shop, job) is None
    assert make.printer_of(shop).printed[0].name.split("-")[2] == "x"


def test_a_cashier_sees_an_x_slip_only_with_a_managers_word(shop: Shop) -> None:
    """It names what should lie in the drawer, and a count is worth more unseen."""
    seat = make.seat_with_shift(shop)
    with pytest.raises(NotAllowed):
        leave_x_slip(shop, seat)

    job = leave_x_slip(shop, approved(seat, LOOK))

    assert kept_slip(shop, job).slip is Slip.X


def test_a_shifts_slip_that_waits_since_the_first_release_is_read(shop: Shop) -> None:
    """Paper that could not come out before an update comes out after it."""
    seat = make.seat_with_shift(shop)
    report = look_at_shift(shop, seat)
    body = canonical_json({"slip": "z", "report": plain_of(report)})
    with shop.storage.write() as work:
        number = work.print_jobs.add("slip", made_at=report.at, body=body)

    kept = kept_slip(shop, number)

    assert kept == SlipKept(Slip.Z, report)
