"""A transfer: one debit, one credit, an amount; the only way money moves.

A rulebook posting "A -> B x" is debit A, credit B; a rulebook balance is credits less
debits (design.md section 3). Goods move the same way, in thousandths, between accounts
of their own (`stock:<product>`, `goods:<product>`).
"""

from dataclasses import dataclass
from typing import ClassVar

from pos_app.domain.moment import Instant
from pos_app.domain.record import Index, Record


@dataclass(frozen=True, slots=True)
class Transfer(Record):
    """One row of the books; never changed, never deleted."""

    TABLE: ClassVar[str] = "transfer"
    KEY: ClassVar[tuple[str, ...]] = ("number",)
    APPEND_ONLY: ClassVar[bool] = True

    number: int
    entry: int
    """The journal entry that caused it."""
    effective_at: Instant
    debit: str
    credit: str
    amount: int
    """Above zero; fen, or thousandths for goods."""
    why: str
    """What it is: "SALE", "TAX", "TENDER", "M1.HEAD", ... one word of the chart."""
    sale: int | None = None
    """The sale this belongs to."""
    funded_by: int | None = None
    """The sale whose concession paid it; set on every payment to a member (INV-5)."""
    program: int | None = None


TRANSFERS = Index(Transfer, "by_key", ("number",))
TRANSFERS_OF_SALE = Index(Transfer, "of_sale", ("sale", "number"))


@dataclass(frozen=True, slots=True)
class Account(Record):
    """The cached balance of one account: credits less debits."""

    TABLE: ClassVar[str] = "account"
    KEY: ClassVar[tuple[str, ...]] = ("name",)

    name: str
    balance: int


@dataclass(frozen=True, slots=True)
class Posting:
    """A transfer not yet booked: debit, credit, an amount of zero or more, and why."""

    debit: str
    credit: str
    amount: int
    why: str
