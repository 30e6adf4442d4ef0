"""Slips wait as print jobs; what one says is kept in its job, as it was then."""

import json
from dataclasses import dataclass
from enum import StrEnum

from pos_app.documents.receipts.cash_slip import compose_cash_slip
from pos_app.documents.receipts.leaving_slip import compose_leaving_slip
from pos_app.documents.receipts.payout_slip import compose_payout_slip
from pos_app.documents.receipts.receipt import Receipt, Say
from pos_app.documents.receipts.shift_slip import compose_shift_slip
from pos_app.domain.moment import Instant
from pos_app.domain.papers.cash_slip import CashSlip
from pos_app.domain.papers.leaving_slip import LeavingSlip
from pos_app.domain.papers.payout_slip import PayoutSlip
from pos_app.domain.papers.receipt_facts import ReceiptShop
from pos_app.domain.papers.shift_report import ShiftReport
from pos_app.journal.canonical import canonical_json
from pos_app.journal.plain_values import plain_of, value_of
from pos_app.storage.print_jobs import PrintJob
from pos_app.storage.unit_of_work import UnitOfWork


class Slip(StrEnum):
    """Which slip a job is, as its body names it and its paper's file is called."""

    Z = "z"
    X = "x"
    PAYOUT = "payout"
    CASH = "cash"
    LEAVING = "leaving"


SlipTold = ShiftReport | PayoutSlip | CashSlip | LeavingSlip
"""What a slip says, as it was then."""

_OPENS_DRAWER = frozenset({Slip.PAYOUT, Slip.CASH})


@dataclass(frozen=True, slots=True)
class SlipKept:
    """A slip read back from its job."""

    slip: Slip
    told: SlipTold

    @property
    def opens_drawer(self) -> bool:
        """Whether cash goes with it."""
        return self.slip in _OPENS_DRAWER


_TOLD: dict[Slip, type[SlipTold]] = {
    Slip.Z: ShiftReport,
    Slip.X: ShiftReport,
    Slip.PAYOUT: PayoutSlip,
    Slip.CASH: CashSlip,
    Slip.LEAVING: LeavingSlip,
}


def add_slip(work: UnitOfWork, slip: Slip, told: SlipTold, *, at: Instant) -> int:
    """Let a slip wait for the printer, in the commit of what it tells; return its job."""
    body = canonical_json({"slip": slip.value, "told": plain_of(told)})
    return work.print_jobs.add("slip", made_at=at, body=body)


def slip_of(job: PrintJob) -> SlipKept | None:
    """Read a job's slip; None when the job is of another kind."""
    if job.kind != "slip":
        return None
    body = json.loads(job.body)
    slip = Slip(body["slip"])
    # A shift's slip named its figures otherwise in files of the first release.
    return SlipKept(slip, value_of(_TOLD[slip], body["told" if "told" in body else "report"]))


def compose_slip(kept: SlipKept, shop: ReceiptShop, say: Say, *, is_training: bool) -> Receipt:
    """Return a slip as it is drawn."""
    match kept.told:
        case ShiftReport() as report:
            return compose_shift_slip(report, shop, say, is_training=is_training)
        case PayoutSlip() as payout:
            return compose_payout_slip(payout, shop, say, is_training=is_training)
        case CashSlip() as cash:
            return compose_cash_slip(cash, shop, say, is_training=is_training)
        case LeavingSlip() as leaving:
            return compose_leaving_slip(leaving, shop, say, is_training=is_training)
