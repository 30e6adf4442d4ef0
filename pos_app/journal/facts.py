"""What happened, one frozen dataclass a kind; nothing that can be derived.

Quantities, prices and tenders enter as the customer was shown them; nets, taxes, rewards
and stock follow from these by the same code that wrote them first (`actions.post_entry`).
Each class names its `KIND`, the word in the journal.
"""

from pos_app.journal.fact import Fact
from pos_app.journal.facts_sale import (
    BasketDiscarded,
    PaidOut,
    PeriodEnded,
    QueueLeft,
    ReceiptCopied,
    SaleCompleted,
    SaleReturned,
    SaleVoided,
    Settled,
)
from pos_app.journal.facts_shop import (
    CardIssued,
    CardRevoked,
    CashMoved,
    CodePrinted,
    MemberSaved,
    ProductSaved,
    ProgramAdopted,
    ProgramClosed,
    RulesSet,
    ShiftClosed,
    ShiftOpened,
    ShopRestored,
    SignedIn,
    StaffSaved,
    StockMoved,
    StoreAdded,
)

__all__ = [
    "FACTS",
    "BasketDiscarded",
    "CardIssued",
    "CardRevoked",
    "CashMoved",
    "CodePrinted",
    "Fact",
    "MemberSaved",
    "PaidOut",
    "PeriodEnded",
    "ProductSaved",
    "ProgramAdopted",
    "ProgramClosed",
    "QueueLeft",
    "ReceiptCopied",
    "RulesSet",
    "SaleCompleted",
    "SaleReturned",
    "SaleVoided",
    "Settled",
    "ShiftClosed",
    "ShiftOpened",
    "ShopRestored",
    "SignedIn",
    "StaffSaved",
    "StockMoved",
    "StoreAdded",
]

FACTS: tuple[type[Fact], ...] = (
    RulesSet,
    StoreAdded,
    ProductSaved,
    StockMoved,
    StaffSaved,
    SignedIn,
    MemberSaved,
    CardIssued,
    CardRevoked,
    ProgramAdopted,
    ProgramClosed,
    Settled,
    ShiftOpened,
    CashMoved,
    ShiftClosed,
    SaleCompleted,
    SaleReturned,
    SaleVoided,
    QueueLeft,
    PaidOut,
    PeriodEnded,
    BasketDiscarded,
    ReceiptCopied,
    ShopRestored,
)
