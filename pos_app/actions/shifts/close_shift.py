"""The drawer is counted and the shift closed, whatever the difference is."""

from dataclasses import replace

from pos_app.actions.books.audit_books import take_snapshot
from pos_app.actions.books.record_fact import instant_in, record_fact, settle_due_in
from pos_app.actions.premises.keep_room import free_room, free_room_if_short
from pos_app.actions.receipts.slip_jobs import Slip, add_slip
from pos_app.actions.safekeeping.back_up import leave_backup
from pos_app.actions.shifts.read_shift import read_shift
from pos_app.actions.shifts.shift_of import open_shift_of
from pos_app.domain.money import LARGEST_AMOUNT, Fen
from pos_app.domain.papers.shift_report import ShiftReport
from pos_app.domain.refusals.shift import CashOutOfRange
from pos_app.domain.seat import Seat
from pos_app.domain.shift import SHIFTS_OF_TILL, Shift
from pos_app.engine.book import Book, kept
from pos_app.errors import Fault
from pos_app.faults import DiskFull
from pos_app.journal.facts import ShiftClosed
from pos_app.shop import Shop

_PRINTED_OF_HEAD = 12
"""Digits of the head on paper: who rewrites the whole journal cannot rewrite the slips."""


def close_shift(shop: Shop, seat: Seat, *, counted: Fen, with_backup: bool = True) -> ShiftReport:
    """Close the till's shift with what was counted and return its Z slip's figures.

    The difference is stored, whatever it is; held baskets stay. The slip waits as a
    print job, and a backup is made afterwards: should that fail, the shift is closed all
    the same and the office sees the age of the last good one. `with_backup` False is for
    trade that is made up. On a full disk the ballast makes the room that is needed.

    Raises:
        CashOutOfRange: the count is below zero or absurd.
        NoShiftOpen: there is none at this till.
        DiskFull: not even the ballast has made room enough.
    """
    if not 0 <= counted <= LARGEST_AMOUNT:
        raise CashOutOfRange(amount=counted, largest=LARGEST_AMOUNT)
    free_room_if_short(shop)
    try:
        report = _close(shop, seat, counted=counted)
    except DiskFull:
        if not free_room(shop):
            raise
        report = _close(shop, seat, counted=counted)
    _keep_as_sound(shop)
    if with_backup:
        leave_backup(shop)
    return report


def _close(shop: Shop, seat: Seat, *, counted: Fen) -> ShiftReport:
    with shop.storage.write() as work:
        shift = open_shift_of(work.book, seat)
        settle_due_in(shop, work)
        z_number = _last_z(work.book, seat.till) + 1
        fact = ShiftClosed(number=shift.number, counted=counted, z_number=z_number)
        entry = record_fact(shop, work, fact, staff=seat.staff).entry
        closed = kept(work.book, Shift, shift.number)
        report = replace(
            read_shift(work.book, closed, at=instant_in(shop, work)),
            journal_head=entry.digest.hex()[:_PRINTED_OF_HEAD],
        )
        add_slip(work, Slip.Z, report, at=report.at)
    return report


def _keep_as_sound(shop: Shop) -> None:
    """Let the next start look only at what comes after this shift."""
    try:
        take_snapshot(shop)
    except Fault:
        # The shift is closed, and the next start looks at more: nothing else is lost.
        return


def _last_z(book: Book, till: str) -> int:
    """The number of the till's last Z slip; they are dense from 1."""
    closed = (each for each in book.scan(SHIFTS_OF_TILL, till, backward=True) if each.z_number)
    last = next(closed, None)
    return last.z_number if last is not None else 0
