"""What a store still has in the alliance, in words, for screen and terminal alike."""

from pos_app.actions.stores.look_at_store import StoreOutlook
from pos_app.domain.day_text import moment_text
from pos_app.domain.figures import count_text, money_text
from pos_app.wording import Wording

Line = tuple[str, str]
"""What a figure is, and the figure."""


def outlook_lines(outlook: StoreOutlook, wording: Wording) -> tuple[Line, ...]:
    """Return each figure with what it is; the clearing names the other store."""
    _ = wording.text
    held = count_text(outlook.held)
    if outlook.last_settles_at is not None:
        last = moment_text(outlook.last_settles_at, _)
        held = _("{count}, the last one on {when}", count=held, when=last)
    return (
        (_("Put in until now"), money_text(outlook.put_in)),
        (_("Of it not yet given to anybody"), money_text(outlook.in_lots)),
        (_("Open tickets of its sales"), count_text(outlook.tickets)),
        (_("What these may still get"), money_text(outlook.tickets_rest)),
        (_("Sales whose rewards are still held"), held),
        *(_cleared(outlook, wording)),
    )


def leaving_sentences(wording: Wording) -> tuple[str, ...]:
    """Return what a store's leaving does, and what it does not (rulebook 2.9, 6.8)."""
    _ = wording.text
    return (
        _("The store sells no more, for good; goods it sold can still come back."),
        _("No money moves: what it put in is paid out, its customers' tickets stay in the queue."),
        _("Points and vouchers stay with those who have them, and stay valid."),
        _("Sales whose rewards are held settle as they would have; the store pays for them."),
        _("A queue of its own gets no new money: its customers may leave it with a voucher."),
        _("Each month's clearing names it as long as there is anything to clear."),
    )


def _cleared(outlook: StoreOutlook, wording: Wording) -> list[Line]:
    _ = wording.text
    code = outlook.store.code
    return [
        (_("This month it owes {store}", store=each.creditor), money_text(each.net))
        if each.debtor == code
        else (_("This month it is owed by {store}", store=each.debtor), money_text(each.net))
        for each in outlook.owed
    ]
