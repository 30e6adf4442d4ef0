"""Which keys answer a refusal, by its class: what to press, after what happened.

Esc always does; at most three stand in the bar (look.md section 5).
"""

from pos_app.errors import ShopError
from ui.till_keys import Act, KeyTable
from ui.widgets.key_hint import KeyHint
from ui.wording import N_, LiveWording

_FIND_PRODUCT = ((Act.FIND, N_("Find by name")),)
_FIND_MEMBER = ((Act.MEMBER, N_("Find by phone")),)
_FIND_SALE = ((Act.RETURN, N_("Find the sale")),)
_QUANTITY = ((Act.QUANTITY, N_("Type another quantity")),)

ANSWERS: dict[str, tuple[tuple[Act, str], ...]] = {
    "UnknownCode": (*_FIND_PRODUCT, (Act.ADD, N_("Add as product"))),
    "NotOnSale": _FIND_PRODUCT,
    "ScanEmpty": _FIND_PRODUCT,
    "ScanTooLong": _FIND_PRODUCT,
    "ScanGarbled": _FIND_PRODUCT,
    "CodesJoined": _FIND_PRODUCT,
    "QuantityOutOfRange": _QUANTITY,
    "QuantityRefused": _QUANTITY,
    "NoShiftOpen": ((Act.SHIFT, N_("Open a shift")),),
    "MemberCodeGarbled": _FIND_MEMBER,
    "MemberCodeOfAnotherShop": _FIND_MEMBER,
    "MemberCodeForged": _FIND_MEMBER,
    "MemberCodeRevoked": _FIND_MEMBER,
    "MemberCodeExpired": _FIND_MEMBER,
    "CardUnknown": _FIND_MEMBER,
    "TenderNeedsMember": _FIND_MEMBER,
    "UnknownSale": _FIND_SALE,
    "ReceiptCodeGarbled": _FIND_SALE,
    "VoidRefused": _FIND_SALE,
}
"""Beside Esc; a class that is not named here is answered by Esc alone."""


def answering_keys(error: ShopError, words: LiveWording, keys: KeyTable) -> tuple[KeyHint, ...]:
    """Return the keys that answer a refusal, Esc last."""
    answers = ANSWERS.get(type(error).__name__, ())
    hints = [KeyHint(keys.cap(act), words.text(text)) for act, text in answers]
    return (*hints, KeyHint(keys.cap(Act.BACK), words.text(N_("Ignore"))))
