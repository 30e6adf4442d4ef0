"""A shift's figures out of the books, for X and Z slips alike; reads only.

Cash comes from the ledger alone: what should lie in the drawer is its balance, whatever
path the money took.
"""

import json
from collections import Counter
from dataclasses import dataclass, field

from pos_app.actions.staff.staff_list import staff_name
from pos_app.domain.moment import Instant
from pos_app.domain.money import Fen
from pos_app.domain.papers.shift_report import ShiftReport, TenderTotal
from pos_app.domain.reward_accounts import till_out
from pos_app.domain.sale import (
    RETURNS_OF_SHIFT,
    SALES_OF_SHIFT,
    TENDERS_OF_RETURN,
    TENDERS_OF_SALE,
    VOIDED,
    Sale,
)
from pos_app.domain.shift import MOVES_OF_SHIFT, Shift
from pos_app.domain.tender import ALL_KINDS
from pos_app.engine.book import Book, transfers_since
from pos_app.journal.entry import ENTRIES_OF_KIND, Entry
from pos_app.journal.facts import SaleVoided, ShiftOpened
from pos_app.ledger import chart
from pos_app.reports.reward_parts import Part, parts_of


@dataclass(slots=True)
class _Sums:
    """Added up while reading; in fen, counts where named so."""

    taken: Counter[str] = field(default_factory=Counter)
    paid_back: Counter[str] = field(default_factory=Counter)
    tenders: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    """Every other figure, by the name it has in `ShiftReport`."""


def read_shift(book: Book, shift: Shift, *, at: Instant) -> ShiftReport:
    """Return the figures of a shift: so far, or as it was when it was closed."""
    sums = _Sums()
    _add_sales(book, shift, sums)
    _add_returns(book, shift, sums)
    _add_voids(book, shift, sums)
    _add_moves(book, shift, sums)
    _add_transfers(book, shift, sums)
    is_closed = shift.closed_at is not None
    return ShiftReport(
        shift=shift.number,
        store=shift.store,
        till=shift.till,
        z_number=shift.z_number,
        cashier=staff_name(book, shift.staff),
        day=shift.day,
        opened_at=shift.opened_at,
        at=at if shift.closed_at is None else shift.closed_at,
        opening_float=shift.opening_float,
        expected=shift.expected if is_closed else Fen(-book.balance(chart.drawer(shift.till))),
        counted=shift.counted if is_closed else None,
        variance=shift.variance if is_closed else None,
        tenders=_tender_totals(sums),
        sales=sums.of["sales"],
        sold=Fen(sums.of["sold"]),
        tax=Fen(sums.of["tax"]),
        saved=Fen(sums.of["saved"]),
        returns=sums.of["returns"],
        returned=Fen(sums.of["returned"]),
        netted=Fen(sums.of["netted"]),
        voids=sums.of["voids"],
        voided=Fen(sums.of["voided"]),
        drawer_openings=sums.of["drawer_openings"],
        cash_in=Fen(sums.of["cash_in"]),
        cash_out=Fen(sums.of["cash_out"]),
        paid_out=Fen(sums.of["paid_out"]),
        rewards_given=Fen(sums.of["rewards_given"]),
        rewards_taken_back=Fen(sums.of["rewards_taken_back"]),
        rewards_spent=Fen(sums.of["rewards_spent"]),
    )


def _tender_totals(sums: _Sums) -> tuple[TenderTotal, ...]:
    used = set(sums.taken) | set(sums.paid_back)
    return tuple(
        TenderTotal(kind, Fen(sums.taken[kind]), Fen(sums.paid_back[kind]), sums.tenders[kind])
        for kind in ALL_KINDS
        if kind in used
    )


def _add_sales(book: Book, shift: Shift, sums: _Sums) -> None:
    mine: set[int] = set()
    for sale in book.scan(SALES_OF_SHIFT, shift.number):
        mine.add(sale.number)
        if sale.state == VOIDED:
            continue
        sums.of["sales"] += 1
        sums.of["sold"] += sale.total
        sums.of["tax"] += sale.tax
        sums.of["saved"] += sale.saved
    if not mine:
        return
    # One walk over the tenders of all sales in between, not a question for each sale.
    last = max(mine)
    for tender in book.scan(TENDERS_OF_SALE, after=(min(mine) - 1,)):
        if tender.sale > last:
            break
        if tender.sale in mine:
            sums.taken[tender.kind] += tender.amount
            sums.tenders[tender.kind] += 1


def _add_returns(book: Book, shift: Shift, sums: _Sums) -> None:
    for each in book.scan(RETURNS_OF_SHIFT, shift.number):
        sums.of["returns"] += 1
        sums.of["returned"] += each.goods
        sums.of["netted"] += each.netted
        for kind in ("voucher", "reward", "points"):
            if amount := getattr(each, kind):
                sums.paid_back[kind] += amount
        for tender in book.scan(TENDERS_OF_RETURN, each.number):
            sums.paid_back[tender.kind] += tender.amount


def _add_voids(book: Book, shift: Shift, sums: _Sums) -> None:
    for entry in book.scan(ENTRIES_OF_KIND, SaleVoided.KIND, backward=True):
        if entry.at < shift.opened_at:
            break
        fact = json.loads(entry.body)["fact"]
        if fact["shift"] != shift.number:
            continue
        sale = book.get(Sale, fact["sale"])
        sums.of["voids"] += 1
        sums.of["voided"] += sale.total if sale else 0
        for tender in book.scan(TENDERS_OF_SALE, fact["sale"]):
            sums.paid_back[tender.kind] += tender.amount


def _add_moves(book: Book, shift: Shift, sums: _Sums) -> None:
    for move in book.scan(MOVES_OF_SHIFT, shift.number):
        if move.amount == 0:
            sums.of["drawer_openings"] += 1
        elif move.amount > 0:
            sums.of["cash_in"] += move.amount
        else:
            sums.of["cash_out"] -= move.amount


def _add_transfers(book: Book, shift: Shift, sums: _Sums) -> None:
    """What members got and spent between opening and closing, whoever funded it."""
    opened = _opening(book, shift)
    if opened is None:
        return
    out, drawer = till_out(shift.till), chart.drawer(shift.till)
    for move in transfers_since(book, opened.number):
        if shift.closed_at is not None and move.effective_at > shift.closed_at:
            break
        for part, sign in parts_of(move.debit, move.credit, move.why):
            if part is Part.GIVEN:
                sums.of["rewards_given"] += sign * move.amount
            elif part is Part.TAKEN_BACK:
                sums.of["rewards_taken_back"] += sign * move.amount
            elif part is Part.USED and out in {move.debit, move.credit}:
                sums.of["rewards_spent"] += sign * move.amount
        if move.why == "PAYOUT" and move.credit == drawer:
            sums.of["paid_out"] += move.amount


def _opening(book: Book, shift: Shift) -> Entry | None:
    for entry in book.scan(ENTRIES_OF_KIND, ShiftOpened.KIND, backward=True):
        if json.loads(entry.body)["fact"]["number"] == shift.number:
            return entry
    return None
