"""What the bar says when an errand is done: a return, a void, a payout."""

from pos_app.domain.figures import money_text, points_text
from pos_app.domain.holdings import Redeemed
from pos_app.domain.money import Fen
from pos_app.domain.sale import SaleReturn
from pos_app.domain.sale_shown import SaleDetail
from ui.till.widgets.message_bar import BarMessage, Waiting
from ui.wording import LiveWording


def returned_bar(record: SaleReturn, words: LiveWording) -> BarMessage:
    """Return what the customer gets back for goods."""
    _ = words.text
    return Waiting(
        _("Pay back {sum}", sum=money_text(record.paid_back)),
        _("The return of sale {number} is booked.", number=record.sale),
        icon="check",
    )


def voided_bar(voided: SaleDetail, words: LiveWording) -> BarMessage:
    """Return what money the customer gets back for a sale undone whole."""
    _ = words.text
    return Waiting(
        _("Pay back {sum}", sum=money_text(voided.money)),
        _("Sale {number} is voided.", number=voided.sale.ref),
        icon="check",
    )


def left_queue_bar(voucher: Fen, words: LiveWording) -> BarMessage:
    """Return the voucher for which a member has left the queue."""
    _ = words.text
    return Waiting(
        _("Left the queue, voucher {sum}", sum=money_text(voucher))
        if voucher
        else _("Left the queue, without a voucher"),
        _("What was received stays with the member."),
        icon="check",
    )


def paid_out_bar(amount: Fen, words: LiveWording) -> BarMessage:
    """Return how much of the reward balance leaves the drawer."""
    _ = words.text
    return Waiting(
        _("Pay out {sum} in cash", sum=money_text(amount)),
        _("The payout is booked; it comes out of the drawer."),
        icon="check",
    )


def redeemed_bar(redeemed: Redeemed, words: LiveWording) -> BarMessage:
    """Return what points of an appreciation program became."""
    _ = words.text
    return Waiting(
        _("Redeemed, {sum}", sum=money_text(redeemed.paid)),
        _("{points} points have ended.", points=points_text(redeemed.units)),
        icon="check",
    )


def converted_bar(amount: Fen, words: LiveWording) -> BarMessage:
    """Return the vouchers that points became."""
    _ = words.text
    return Waiting(
        _("Converted, vouchers {sum}", sum=money_text(amount)),
        _("They can pay from the next bill on."),
        icon="check",
    )


def cash_moved_bar(amount: Fen, words: LiveWording) -> BarMessage:
    """Return what is put into the drawer or taken out of it, and what goes with it."""
    _ = words.text
    moved = money_text(Fen(abs(amount)))
    return Waiting(
        _("Put in {sum}", sum=moved) if amount > 0 else _("Take out {sum}", sum=moved),
        _("It is booked; the slip goes into the drawer."),
        icon="drawer",
    )


def pin_changed_bar(words: LiveWording) -> BarMessage:
    """Return that the old PIN opens nothing any more."""
    _ = words.text
    return Waiting(_("The PIN is changed"), _("From now on only the new one works."), icon="check")


def x_slip_bar(words: LiveWording) -> BarMessage:
    """Return that the shift's figures go to the printer, and that it goes on."""
    _ = words.text
    return Waiting(
        _("The X slip goes to the printer"),
        _("The shift goes on; nothing was closed."),
        icon="printer",
    )


def drawer_bar(words: LiveWording) -> BarMessage:
    """Return that the drawer was opened without a sale."""
    _ = words.text
    return Waiting(_("Drawer opened"), _("The reason is in the journal."), icon="drawer")
