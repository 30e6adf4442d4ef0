"""What the bar under the scan field says of a refusal, and the keys that answer it."""

from pos_app.domain.refusals_sale import UnknownCode
from pos_app.errors import Fault, ShopError
from pos_app.faults import CommitUnknown, ShopFileDamaged, ShopFileUnreachable
from pos_app.sentences import tell
from ui.key_hint import KeyHint
from ui.message_bar import Attention, BarMessage, Refused
from ui.till.till_keys import Act, KeyTable
from ui.wording import LiveWording

_BOOKS_AT_RISK = (CommitUnknown, ShopFileDamaged, ShopFileUnreachable)
_CODE_ROOM = 40


def refusal_bar(error: ShopError, words: LiveWording, keys: KeyTable) -> BarMessage:
    """Return the red bar: what happened, the raw code, what did not, what to press."""
    _ = words.text
    back = KeyHint(keys.cap(Act.BACK), _("Ignore"))
    if isinstance(error, UnknownCode):
        code = error.code
        return Refused(
            head=_("No such item"),
            code=code if len(code) <= _CODE_ROOM else f"{code[:_CODE_ROOM]}…",
            note=_("The bill is unchanged."),
            hints=(
                KeyHint(keys.cap(Act.FIND), _("Find by name")),
                KeyHint(keys.cap(Act.ADD), _("Add as item")),
                back,
            ),
        )
    said = tell(error, words.wording)
    if is_at_risk(error):
        return Refused(head=said.happened, note=said.undone)
    member = type(error).__name__.startswith(("MemberCode", "Card"))
    hints = (KeyHint(keys.cap(Act.MEMBER), _("Find by phone")), back) if member else (back,)
    return Refused(head=said.happened, note=said.undone, hints=hints)


def is_at_risk(error: ShopError) -> bool:
    """Whether the books themselves are in doubt: that bar does not leave."""
    return isinstance(error, _BOOKS_AT_RISK)


def printer_bar(fault: Fault, words: LiveWording, keys: KeyTable) -> BarMessage:
    """Return the amber bar of paper that did not come out; the sale is done."""
    _ = words.text
    said = tell(fault, words.wording)
    hint = KeyHint(keys.cap(Act.REPRINT), _("Print again"))
    return Attention(
        head=said.happened,
        note=said.undone or _("The sale is booked."),
        hints=(hint,),
        icon="printer",
    )


def discard_bar(pieces: str, words: LiveWording, keys: KeyTable) -> BarMessage:
    """Return the amber bar that asks before a bill is thrown away."""
    _ = words.text
    return Attention(
        head=_("Throw this bill away?"),
        note=pieces,
        hints=(
            KeyHint(keys.cap(Act.DELETE), _("Throw away")),
            KeyHint(keys.cap(Act.HOLD), _("Hold")),
            KeyHint(keys.cap(Act.BACK), _("Keep")),
        ),
    )
