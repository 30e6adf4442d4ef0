"""What the bar under the scan field says of a refusal, and its keys."""

from typing import TypeGuard

from pos_app.domain.basket import Basket, BasketLine
from pos_app.domain.figures import money_text
from pos_app.domain.money import Fen
from pos_app.domain.refusals.sale import UnknownCode
from pos_app.domain.standing import Standing
from pos_app.errors import Fault, NotAllowed, ShopError
from pos_app.faults import (
    BooksDisagree,
    CommitUnknown,
    JournalBroken,
    JournalCutOff,
    ShopFileDamaged,
    ShopFileUnreachable,
)
from pos_app.sentences.told import tell
from ui.till.answering_keys import answering_keys
from ui.till.panels.shown_bill import pieces_text
from ui.till.panels.shown_member import balances_text
from ui.till.widgets.message_bar import Attention, BarMessage, Idle, Refused, Waiting
from ui.till_keys import Act, KeyTable
from ui.widgets.key_hint import KeyHint
from ui.wording import LiveWording

_DAMAGE = (ShopFileDamaged, JournalBroken, JournalCutOff, BooksDisagree)
_BOOKS_AT_RISK = (CommitUnknown, ShopFileUnreachable, *_DAMAGE)
_CODE_ROOM = 40


def idle_bar(words: LiveWording, keys: KeyTable, *, has_shift: bool) -> BarMessage:
    """Return what stands there before a bill has begun: what may be done first."""
    _ = words.text
    if has_shift:
        return Idle(_("Ready to scan"))
    return Idle(_("No shift is open. {key} opens one.", key=keys.cap(Act.SHIFT)))


def refusal_bar(error: ShopError, words: LiveWording, keys: KeyTable) -> BarMessage:
    """Return the red bar: what happened, the raw code, what did not, what to press."""
    _ = words.text
    hints = answering_keys(error, words, keys)
    if isinstance(error, UnknownCode):
        code = error.code
        return Refused(
            head=_("No such product"),
            code=code if len(code) <= _CODE_ROOM else f"{code[:_CODE_ROOM]}…",
            note=_("The bill is unchanged."),
            hints=hints,
        )
    said = tell(error, words.wording)
    return Refused(head=said.happened, note=said.undone, hints=hints)


def is_at_risk(error: ShopError) -> bool:
    """Whether the books themselves are in doubt: that bar does not leave."""
    return isinstance(error, _BOOKS_AT_RISK)


def is_damage(error: ShopError | None) -> TypeGuard[Fault]:
    """Whether a copy should be kept aside before anything else is tried."""
    return isinstance(error, _DAMAGE)


def at_risk_bar(error: Fault, words: LiveWording, keys: KeyTable, *, backup: str) -> BarMessage:
    """Return the red bar that does not leave; what is safe is said first.

    `backup` says when the last good backup was made, or nothing.
    """
    _ = words.text
    said = tell(error, words.wording)
    head, note = said.happened, said.undone
    if isinstance(error, ShopFileDamaged) and backup:
        head = _("The backup of {time} is sound; the shop's file is damaged.", time=backup)
        note = _("Nothing more is sold here.")
    elif is_damage(error):
        note = _("Nothing more is sold here.")
    way_out = _("Close, keep a copy, restore") if is_damage(error) else _("Close the till")
    return Refused(head=head, note=note, hints=(KeyHint(keys.cap(Act.CLOSE), way_out),))


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


def discard_bar(basket: Basket, words: LiveWording, keys: KeyTable) -> BarMessage:
    """Return the amber bar that asks before a bill is thrown away."""
    _ = words.text
    return Attention(
        head=_("Throw this bill away?"),
        note=pieces_text(basket, words),
        hints=(
            KeyHint(keys.cap(Act.DELETE), _("Throw away")),
            KeyHint(keys.cap(Act.HOLD), _("Hold")),
            KeyHint(keys.cap(Act.BACK), _("Keep")),
        ),
    )


def held_bar(basket: Basket, words: LiveWording, keys: KeyTable) -> BarMessage:
    """Return that a bill was put aside, and the key that takes it back."""
    _ = words.text
    return Waiting(
        _("Held: {pieces}", pieces=pieces_text(basket, words)),
        _("{key} takes it back.", key=keys.cap(Act.RECALL)),
        icon="hold",
    )


def bill_stays_bar(basket: Basket, total: Fen, words: LiveWording) -> BarMessage:
    """Return the amber bar of a shift about to end over a bill that is still open."""
    _ = words.text
    return Attention(
        _(
            "A bill is still open: {pieces}, {sum}.",
            pieces=pieces_text(basket, words),
            sum=money_text(total),
        ),
        _("It stays here for whoever comes next."),
        icon="warning",
    )


def long_shift_bar(shift: int, words: LiveWording, keys: KeyTable, *, days: int) -> BarMessage:
    """Return the amber bar of a shift that nobody closed for a day and more."""
    _, _n = words.text, words.plural
    head = _n(
        "Shift {shift} has been open for {count} day.",
        "Shift {shift} has been open for {count} days.",
        count=days,
        shift=shift,
    )
    hint = KeyHint(keys.cap(Act.SHIFT), _("Close the shift"))
    note = _("Count the drawer and close it; selling goes on all the same.")
    return Attention(head, note, hints=(hint,), icon="clock")


def owed_bar(count: int, words: LiveWording, keys: KeyTable) -> BarMessage:
    """Return the amber bar of papers that a crash or a dead printer has left behind."""
    _, _n = words.text, words.plural
    head = _n(
        "{count} paper may not have been printed.",
        "{count} papers may not have been printed.",
        count=count,
    )
    hint = KeyHint(keys.cap(Act.REPRINT), _("Print again"))
    note = _n("Its sale is booked.", "Their sales are booked.", count=count)
    return Attention(head, note, hints=(hint,), icon="printer")


def bug_bar(report: str, words: LiveWording, keys: KeyTable) -> BarMessage:
    """Return the red bar of a bug; the bill is kept, and a report if one was written."""
    _ = words.text
    note = _("The bill is kept, but no report could be written.")
    if report:
        note = _("The bill is kept. A report lies in {name}.", name=report)
    back = KeyHint(keys.cap(Act.BACK), _("Go on"))
    return Refused(_("Something in the program failed."), note=note, hints=(back,))


def member_bar(standing: Standing, words: LiveWording) -> BarMessage:
    """Return who was put on the bill, and what there is to spend."""
    _ = words.text
    name = standing.name or str(standing.member)
    return Waiting(_("Member {name}", name=name), balances_text(standing, words), icon="person")


def deleted_bar(line: BasketLine, words: LiveWording, keys: KeyTable) -> BarMessage:
    """Return what left the bill, and the key that puts it back."""
    _ = words.text
    return Waiting(
        _("Deleted: {name}", name=line.name),
        _("{key} puts it back.", key=keys.cap(Act.UNDO)),
        icon="undo",
    )


def given_back_bar(basket: Basket, words: LiveWording) -> BarMessage:
    """Return the amber bar of a bill left open, by a power cut or when closing."""
    _ = words.text
    pieces = pieces_text(basket, words)
    return Attention(
        _("The bill left open is back: {pieces}.", pieces=pieces),
        _("Nothing of it was lost. Go on scanning."),
        icon="undo",
    )


def approval_bar(asked: NotAllowed, words: LiveWording, keys: KeyTable) -> BarMessage:
    """Return the amber bar of what a manager is asked to approve."""
    _ = words.text
    told = tell(asked, words.wording)
    back = KeyHint(keys.cap(Act.BACK), _("Leave it"))
    return Attention(told.happened, told.undone, hints=(back,), icon="lock")


def no_rules_bar(words: LiveWording) -> BarMessage:
    """Return why there are no rules to show."""
    _ = words.text
    return Waiting(
        _("No reward program runs, so there are no rules to show."),
        _("The owner starts one in the office, under reward rules."),
        icon="rules",
    )


def payment_code_bar(words: LiveWording, keys: KeyTable) -> BarMessage:
    """Return the amber bar of a customer's payment code scanned on the bill."""
    _, _c = words.text, words.text_in
    return Attention(
        _("That is a payment code."),
        _("The bill is unchanged. Open the payment, then scan it."),
        hints=(KeyHint(keys.cap(Act.PAY), _c("payment", "Pay")),),
        icon="phone",
    )
