"""The shop's settings; those that decide money are journaled, the rest are taste."""

from dataclasses import dataclass
from typing import ClassVar

from pos_app.domain.codes.scale_code import USUAL_LABEL
from pos_app.domain.money import Fen
from pos_app.domain.record import Record

STORE_TENDER_ONLY = "STORE_TENDER_ONLY"
COUNTER_PAYOUT = "COUNTER_PAYOUT"


@dataclass(frozen=True, slots=True)
class ShopRules(Record):
    """Settings that change what a sale costs or earns; one row, journaled."""

    TABLE: ClassVar[str] = "shop_rules"
    KEY: ClassVar[tuple[str, ...]] = ("one",)

    one: int = 1
    max_total_concession_bp: int = 3000
    max_margin_share_bp: int = 8000
    return_window_days: int = 0
    cutoff_minutes: int = 0
    negative_stock: bool = True
    second_supervisor: bool = True
    """A red program needs another supervisor's PIN besides (rulebook 10.10).

    Off only in a shop whose owner works alone.
    """
    withdraw_mode: str = STORE_TENDER_ONLY
    """Whether the reward balance may also leave in cash at the counter (rulebook 1.7)."""
    payout_least: Fen = Fen(1000)
    payout_fee_bp: int = 0
    """Of a payout; the store's own purchases of a member never cost one."""
    member_day_sales: int = 0
    """More sales of a member on a day are flagged; 0 is off (rulebook 1.10)."""
    returner_hold: bool = False
    """Whoever returns much waits 30 days for rewards, as he is told (rulebook 1.10)."""
    flag_split_sales: bool = False
    """The same goods again within ten minutes are flagged as one purchase (1.10)."""
    expected_redemption_bp: int = 10_000
    """How much of its points the shop expects to be used; for the books (rulebook 10.9)."""


@dataclass(frozen=True, slots=True)
class ShopSettings:
    """How the shop calls itself and works at the counter; kept in `setting`."""

    name: str = ""
    address: str = ""
    contact: str = ""
    tax_number: str = ""
    organiser: str = ""
    """Who holds draws and queues, where it is not the shop (rulebook 10.2)."""
    language: str = "zh_CN"
    store: str = "S1"
    till: str = "1"
    dark: bool = False
    text_percent: int = 100
    shows_keys: bool = True
    """Whether buttons name their keys; a till that is only touched has none."""
    printer: str = "folder"
    """`folder`, `spool:<queue>`, `network:<host>:<port>` or `usb:<vendor>:<product>`."""
    paper_mm: int = 80
    receipt_raster: bool = False
    lock_after_seconds: int = 90
    cash_limit: Fen = Fen(500_000)
    """Cash above it is asked about once."""
    return_limit: Fen = Fen(50_000)
    """A cashier's return above it needs a manager."""
    cash_move_limit: Fen = Fen(50_000)
    """Cash that a cashier puts in or takes out above it needs a manager."""
    discount_limit_bp: int = 1000
    rounding_limit: Fen = Fen(99)
    """The most that 抹零 may let go."""
    scale_label: str = USUAL_LABEL
    """What the labels of the shop's scale hold: a name of `SCALE_LAYOUTS`."""
    keys: str = ""
    """Keys that are bound anew at the till: `pay=F12 hold=Ctrl+H`."""
    training: bool = False
