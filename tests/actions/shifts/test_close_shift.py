"""Shifts: open_shift, move_cash, open_drawer, look_at_shift, close_shift."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from pos_app.actions.programs.adopt_program import ProgramAsk
from pos_app.actions.receipts.waiting_jobs import waiting_jobs
from pos_app.actions.safekeeping.back_up import BACKUPS, LAST_BACKUP, LAST_FAULT
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.actions.selling.complete_sale import complete_sale
from pos_app.actions.selling.return_sale import ReturnAsk, return_sale
from pos_app.actions.selling.void_sale import void_sale
from pos_app.actions.shifts.close_shift import close_shift
from pos_app.actions.shifts.look_at_shift import look_at_shift
from pos_app.actions.shifts.move_cash import move_cash
from pos_app.actions.shifts.open_drawer import open_drawer
from pos_app.actions.shifts.open_shift import open_shift
from pos_app.actions.shifts.pay_out import pay_out
from pos_app.actions.shifts.read_shift import read_shift
from pos_app.actions.shifts.shift_of import shift_of
from pos_app.devices.printer import PrinterOff
from pos_app.domain.basket import LineReturned
from pos_app.domain.moment import Day
from pos_app.domain.money import LARGEST_AMOUNT, ONE, BasisPoints, Fen
from pos_app.domain.papers.shift_report import ShiftReport, TenderTotal
from pos_app.domain.refusals.sale import NoShiftOpen
from pos_app.domain.refusals.shift import CashOutOfRange, ReasonMissing, ShiftIsOpen
from pos_app.domain.seat import Seat
from pos_app.domain.shift import MOVES_OF_SHIFT, Shift
from pos_app.domain.tender import CASH, REWARD, WECHAT, TenderGiven
from pos_app.journal.entry import ENTRIES_OF_KIND
from pos_app.journal.plain_values import value_of
from pos_app.ledger import chart
from pos_app.shop import Shop
from tests import make
from tests.actions.at_the_counter import allow_payouts
from tests.adopting import adopt_tried


def wechat(amount: int) -> TenderGiven:
    """WeChat Pay of exactly so much."""
    return TenderGiven(WECHAT, Fen(amount), Fen(amount))


def sell(
    shop: Shop, seat: Seat, price: int, *tenders: TenderGiven, member: int | None = None
) -> int:
    """One piece sold at a price; returns the sale's number."""
    code = f"69400000{price:05}"
    product = make.product(shop, f"货 {price}", price=price, code=code, tax_rate=1300)
    line = make.line(price, product=product, name=f"货 {price}")
    line = replace(line, sku=code, tax_rate=BasisPoints(1300))
    draft = make.draft(shop, line, tenders=tenders, member=member)
    return complete_sale(shop, seat, draft).sale.number


def balance(shop: Shop, account: str) -> int:
    """Credits less debits."""
    with shop.storage.read() as seen:
        return seen.book.balance(account)


def test_a_shift_opens_with_a_float_from_the_safe(shop: Shop) -> None:
    """The drawer's cash must be in the books from the first coin on."""
    seat = open_shift(shop, make.CASHIER_SEAT, opening_float=Fen(20_000))

    with shop.storage.read() as seen:
        shift = shift_of(seen.book, "1")

    assert seat == replace(make.CASHIER_SEAT, shift=1)
    assert shift == Shift(1, "1", 3, make.OPENING, Day("2026-11-21"), Fen(20_000))
    assert balance(shop, chart.drawer("1")) == -20_000
    assert balance(shop, chart.safe("S1")) == 20_000


def test_a_till_has_one_open_shift(shop: Shop) -> None:
    """Two floats in one drawer could never be counted apart."""
    open_shift(shop, make.CASHIER_SEAT, opening_float=Fen(0))

    with pytest.raises(ShiftIsOpen) as refused:
        open_shift(shop, make.MANAGER_SEAT, opening_float=Fen(0))

    assert refused.value.facts == {"shift": 1, "opened_by": "林小梅"}


def test_an_absurd_float_is_refused(shop: Shop) -> None:
    """A scanner's thirteen digits must not become a float."""
    for amount in (-1, LARGEST_AMOUNT + 1):
        with pytest.raises(CashOutOfRange) as refused:
            open_shift(shop, make.CASHIER_SEAT, opening_float=Fen(amount))

        assert refused.value.facts == {"amount": amount, "largest": LARGEST_AMOUNT}


def test_closing_stores_the_difference_and_empties_the_drawer(shop: Shop) -> None:
    """Closing is never refused for a difference (till.md, complaint 40)."""
    seat = make.seat_with_shift(shop)
    sell(shop, seat, 565, make.cash(565, given=1000))

    report = close_shift(shop, seat, counted=Fen(20_500))

    assert (report.z_number, report.expected, report.counted, report.variance) == (
        1,
        20_565,
        20_500,
        -65,
    )
    assert balance(shop, chart.drawer("1")) == 0
    assert balance(shop, chart.over_short("1")) == -65
    assert verify_books(shop.storage) == []


def test_a_drawer_with_too_much_is_stored_as_well(shop: Shop) -> None:
    """Too much is a mistake at a customer's cost and as worth knowing as too little."""
    seat = make.seat_with_shift(shop)

    report = close_shift(shop, seat, counted=Fen(20_001))

    assert report.variance == 1
    assert balance(shop, chart.over_short("1")) == 1


def test_z_numbers_are_dense_for_each_till(shop: Shop) -> None:
    """A missing Z slip is how a day's takings disappear."""
    numbers = []
    for _ in range(3):
        seat = open_shift(shop, make.CASHIER_SEAT, opening_float=Fen(0))
        numbers.append(close_shift(shop, seat, counted=Fen(0)).z_number)
        make.pass_time(shop, seconds=60)
    other = replace(make.CASHIER_SEAT, till="2")
    other = open_shift(shop, other, opening_float=Fen(0))

    assert numbers == [1, 2, 3]
    assert close_shift(shop, other, counted=Fen(0)).z_number == 1


def test_a_closed_shift_is_not_closed_again(shop: Shop) -> None:
    """Enter pressed twice must not make a second Z slip."""
    seat = make.seat_with_shift(shop)
    close_shift(shop, seat, counted=Fen(20_000))

    with pytest.raises(NoShiftOpen):
        close_shift(shop, seat, counted=Fen(20_000))
    with pytest.raises(CashOutOfRange):
        close_shift(shop, seat, counted=Fen(-1))


def test_a_slip_waits_for_the_printer(shop: Shop) -> None:
    """What the slip says is fixed at closing, whatever is voided afterwards."""
    seat = make.seat_with_shift(shop)
    report = close_shift(shop, seat, counted=Fen(20_000))

    (job,) = waiting_jobs(shop)
    with shop.storage.read() as seen:
        kept = seen.print_jobs.get(job.number)

    assert (job.kind, job.sale, job.state) == ("slip", None, "waiting")
    assert kept is not None
    assert value_of(ShiftReport, json.loads(kept.body)["told"]) == report


def test_closing_leaves_a_checked_backup(shop: Shop) -> None:
    """The evening's backup is the one needed when the machine is stolen at night."""
    seat = make.seat_with_shift(shop)
    close_shift(shop, seat, counted=Fen(20_000))

    left = [path.name for path in (shop.folder / BACKUPS).iterdir()]
    with shop.storage.read() as seen:
        kept = seen.settings.all()

    assert left == ["20261121-080000-1.posbackup"]
    assert (kept[LAST_BACKUP], kept[LAST_FAULT]) == (str(make.OPENING), "")


def test_a_backup_that_fails_does_not_keep_a_shift_open(shop: Shop) -> None:
    """A full or missing disk for copies is no reason to keep the cashier at the till."""
    (shop.folder / BACKUPS).write_text("a file where the folder should be")
    seat = make.seat_with_shift(shop)

    report = close_shift(shop, seat, counted=Fen(20_000))

    with shop.storage.read() as seen:
        fault = seen.settings.get(LAST_FAULT)
    assert report.z_number == 1
    assert fault == "FileNotWritten"


def test_cash_put_in_and_taken_out_is_expected_in_the_drawer(shop: Shop) -> None:
    """Change fetched from the bank must not look like theft in the evening."""
    seat = make.seat_with_shift(shop)
    move_cash(shop, seat, amount=Fen(5000), reason="零钱")
    move_cash(shop, seat, amount=Fen(-3000), reason="付快递")

    report = look_at_shift(shop, seat)

    with shop.storage.read() as seen:
        moves = [(each.number, each.amount) for each in seen.book.scan(MOVES_OF_SHIFT, seat.shift)]
    assert moves == [(1, 5000), (2, -3000)]
    assert (report.cash_in, report.cash_out, report.expected) == (5000, 3000, 22_000)
    assert verify_books(shop.storage) == []


def test_cash_moves_need_a_reason_an_amount_and_a_shift(shop: Shop) -> None:
    """Cash without a reason is what an auditor asks about first."""
    with pytest.raises(NoShiftOpen):
        move_cash(shop, make.CASHIER_SEAT, amount=Fen(100), reason="零钱")
    seat = make.seat_with_shift(shop)
    with pytest.raises(ReasonMissing):
        move_cash(shop, seat, amount=Fen(100), reason="  ")
    with pytest.raises(CashOutOfRange):
        move_cash(shop, seat, amount=Fen(0), reason="零钱")

    assert look_at_shift(shop, seat).cash_in == 0


def test_a_drawer_opened_without_a_sale_is_counted(shop: Shop) -> None:
    """Each opening stands in the journal with who and why (faults.md 1.7)."""
    seat = make.seat_with_shift(shop)

    open_drawer(shop, seat, reason="换零钱")

    with shop.storage.read() as seen:
        (entry,) = seen.book.scan(ENTRIES_OF_KIND, "cash_moved")
    told = json.loads(entry.body)
    assert look_at_shift(shop, seat).drawer_openings == 1
    assert make.printer_of(shop).drawer_openings == 1
    assert (told["staff"], told["fact"]["reason"], told["fact"]["amount"]) == (3, "换零钱", 0)


def test_a_dead_drawer_undoes_nothing(shop: Shop) -> None:
    """That somebody tried stands in the journal even if the drawer stayed shut."""
    seat = make.seat_with_shift(shop)
    make.printer_of(shop).breaks_down = PrinterOff(printer="counter")

    with pytest.raises(PrinterOff):
        open_drawer(shop, seat, reason="换零钱")

    assert look_at_shift(shop, seat).drawer_openings == 1


def test_a_slip_adds_up_a_whole_day(shop: Shop) -> None:
    """Each figure of the slip is one an owner compares with what lies before him."""
    ask = ProgramAsk("积分", "M0", params={"earn_bp": 1000})
    adopt_tried(shop, make.OWNER_SEAT, ask=ask)
    ask = ProgramAsk(
        "排队", "M1", "V1", params={"hold_days": 0, "min_order": 100, "unit": 0}, consent_by="周满"
    )
    adopt_tried(shop, make.OWNER_SEAT, ask=ask)
    first, second = make.member(shop), make.member(shop, "钱二", phone="13800005678")
    seat = make.seat_with_shift(shop)
    manager = replace(make.MANAGER_SEAT, shift=seat.shift)
    sell(shop, seat, 11_300, make.cash(11_300, given=12_000), member=first)
    returned = sell(shop, seat, 2260, wechat(2260))
    sell(shop, seat, 5650, make.cash(650), wechat(5000), member=second)
    voided = sell(shop, seat, 1000, make.cash(1000))
    paid = TenderGiven(REWARD, Fen(100), Fen(100))
    sell(shop, seat, 400, make.cash(300), paid, member=first)
    return_sale(shop, seat, ReturnAsk(returned, (LineReturned(1, ONE),)))
    void_sale(shop, manager, voided)
    allow_payouts(shop)
    pay_out(shop, seat, first, account="CASH", amount=Fen(1000))

    report = look_at_shift(shop, seat)

    assert report.tenders == (
        TenderTotal(CASH, Fen(13_250), Fen(1000), 4),
        TenderTotal(WECHAT, Fen(7260), Fen(2260), 2),
        TenderTotal(REWARD, Fen(100), Fen(0), 1),
    )
    assert (report.sales, report.sold, report.tax) == (4, 19_610, 2256)
    assert (report.returns, report.returned, report.voids, report.voided) == (1, 2260, 1, 1000)
    assert report.expected == 20_000 + 13_250 - 1000 - 1000
    assert (report.paid_out, report.rewards_spent) == (1000, 1100)
    points, out_of_the_queue = 1130 + 565 + 30, 2260 + 1130 + 60
    assert report.rewards_given == points + out_of_the_queue
    assert report.rewards_taken_back == 0
    assert verify_books(shop.storage) == []


def test_a_closed_shift_reads_as_it_was_closed(shop: Shop) -> None:
    """The slip of yesterday, printed again, must not hold today's trade."""
    seat = make.seat_with_shift(shop)
    sell(shop, seat, 1130, make.cash(1130))
    closed = close_shift(shop, seat, counted=Fen(21_130))
    make.pass_time(shop, seconds=3600)
    later = open_shift(shop, make.CASHIER_SEAT, opening_float=Fen(100))
    sell(shop, later, 2260, make.cash(2260))

    with shop.storage.read() as seen:
        shift = seen.book.get(Shift, 1)
        assert shift is not None
        again = read_shift(seen.book, shift, at=shop.clock.now())

    assert again == replace(closed, journal_head="")
