"""Sales as the office lists them, and one sale whole."""

from dataclasses import dataclass

from pos_app.domain.moment import Day, Instant
from pos_app.domain.money import Fen
from pos_app.domain.sale import ReturnLine, Sale, SaleLine, SaleReturn, SaleTender
from pos_app.domain.standing import TicketPlace
from pos_app.domain.tender import REWARD_KINDS


@dataclass(frozen=True, slots=True)
class SaleListed:
    """One line of the list of sales."""

    number: int
    ref: str
    at: Instant
    day: Day
    till: str
    cashier: str
    member: int | None
    masked_name: str
    total: Fen
    tenders: tuple[str, ...]
    """Kinds, in the order given."""
    state: str
    """COMPLETED or VOIDED."""
    returns: int


@dataclass(frozen=True, slots=True)
class ReturnShown:
    """A return of a sale with its lines."""

    record: SaleReturn
    lines: tuple[ReturnLine, ...]


@dataclass(frozen=True, slots=True)
class SaleDetail:
    """A sale with everything that belongs to it."""

    sale: Sale
    cashier: str
    masked_name: str
    """Of the member; empty without one."""
    lines: tuple[SaleLine, ...]
    tenders: tuple[SaleTender, ...]
    returns: tuple[ReturnShown, ...]
    tickets: tuple[TicketPlace, ...]
    journal_hash: str
    """The first eight characters of the sale's entry, as printed on its receipt."""
    copies: int
    """How often the receipt was printed again."""

    @property
    def money(self) -> Fen:
        """What was paid with money; rewards that paid go back as rewards."""
        return Fen(sum(each.amount for each in self.tenders if each.kind not in REWARD_KINDS))
