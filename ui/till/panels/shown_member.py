"""A member's values as the till shows them: figures, tickets, what the sale adds."""

from pos_app.domain.figures import count_text, money_text, signed_count_text
from pos_app.domain.holdings_told import at_once_told
from pos_app.domain.money import Fen
from pos_app.domain.quote import Quote
from pos_app.domain.refused_told import refused_told
from pos_app.domain.standing import (
    POINTS_KIND,
    QUEUE_KIND,
    Disclosure,
    Expected,
    Standing,
    TicketPlace,
)
from pos_app.wording import in_one_line
from ui.day_words import short_day, whole_day
from ui.shown_holdings import HoldingLine, gain_text
from ui.widgets.gain_box import GainLine, GainView
from ui.widgets.key_hint import KeyHint
from ui.widgets.member_head import FigureView, MemberView
from ui.widgets.ticket_row import TicketState, TicketView
from ui.wording import LiveWording

_ACTIVE = "ACTIVE"
_COMPLETED = "COMPLETED"
_EXITED = "EXITED"
_CANCELLED = "CANCELLED"
_MOST_IN_FULL = 2
"""So many programs' sentences stand whole beside a bill; of more there are lines."""


def member_view(standing: Standing, words: LiveWording, *, key: str) -> MemberView:
    """Return the head of the member card; the key changes the member, and more."""
    _c = words.text_in
    name = standing.name or str(standing.member)
    more = _behind_the_key(standing, words)
    told = _c("member", "Change and more") if more else _c("member", "Change")
    return MemberView(
        name=name,
        phone=standing.masked_phone,
        tier=standing.tier,
        hint=KeyHint(key, told) if key else KeyHint("", ""),
        more=more if key else "",
    )


def _behind_the_key(standing: Standing, words: LiveWording) -> str:
    """What the key leads to besides another member; nothing where there is nothing."""
    _ = words.text
    if not standing.has_rewards:
        return ""
    told = [_("holdings")]
    if standing.pays_out:
        told.append(_("payout"))
    if standing.has_queue:
        told.append(_("leave the queue"))
    return " · ".join(told)


def balances_text(standing: Standing, words: LiveWording) -> str:
    """Return what there is to spend, in one line; empty where nothing is given."""
    _ = words.text
    points, reward = count_text(standing.points), money_text(standing.reward)
    if standing.has_balances:
        return _("{points} points, {sum} reward balance", points=points, sum=reward)
    return _("{points} points", points=points) if standing.has_points else ""


def figures_of(standing: Standing, words: LiveWording) -> tuple[FigureView, ...]:
    """Return points with their worth, balance, and vouchers with the soonest expiry.

    Only of what the shop gives, or the member has.
    """
    _ = words.text
    worth = _("worth {sum}", sum=money_text(standing.points))
    points = FigureView(_("Points"), note=worth, figure=count_text(standing.points))
    return (
        *((points,) if standing.has_points else ()),
        *(_balances_of(standing, words) if standing.has_balances else ()),
    )


def _balances_of(standing: Standing, words: LiveWording) -> tuple[FigureView, FigureView]:
    _, _n = words.text, words.plural
    vouchers = _("none")
    if standing.voucher_lots and standing.voucher_expires:
        vouchers = _n(
            "{count}, until {day}",
            "{count}, first {day}",
            count=standing.voucher_lots,
            day=whole_day(standing.voucher_expires, words),
        )
    elif standing.voucher_lots:
        vouchers = _n("{count} voucher", "{count} vouchers", count=standing.voucher_lots)
    return (
        FigureView(
            _("Reward balance"),
            note=_("use any time") if standing.reward else _("none"),
            fen=standing.reward,
        ),
        FigureView(_("Vouchers"), note=vouchers, fen=standing.voucher),
    )


def ticket_view(ticket: TicketPlace, words: LiveWording) -> TicketView:
    """Return one queue ticket: its place, or what has become of it; never a promise."""
    _, _c = words.text, words.text_in
    before, place, after = "", "", ""
    state = TicketState.QUEUED
    if ticket.state == _ACTIVE and ticket.place is not None:
        before, _mark, after = _("Place {place}", place="\0").partition("\0")
        place = str(ticket.place)
    elif ticket.state == _COMPLETED:
        before, state = _c("ticket", "Full"), TicketState.FULL
    elif ticket.state in {_EXITED, _CANCELLED}:
        before, state = _c("ticket", "Left"), TicketState.LEFT
    else:
        state = TicketState.WAITING
        before = (
            _("Queues from {day}", day=short_day(ticket.counts_from, words))
            if ticket.counts_from
            else _("Part {part} waits", part=ticket.part)
        )
    return TicketView(
        received_fen=ticket.received,
        target_fen=ticket.target,
        before=before.strip(),
        place=place,
        after=after.strip(),
        state=state,
    )


def ticket_told(ticket: TicketPlace, words: LiveWording) -> HoldingLine:
    """Return one queue ticket as a line of the member's sheet."""
    _, _c = words.text, words.text_in
    view = ticket_view(ticket, words)
    phrase = " ".join(part for part in (view.before, view.place, view.after) if part)
    reached = f"{money_text(ticket.received)} / {money_text(ticket.target)}"
    return HoldingLine(phrase, reached, _c("receipt", "Sale {number}", number=ticket.sale_ref))


def gain_view(quote: Quote, words: LiveWording, *, is_added: bool = False) -> GainView | None:
    """Return what the sale adds once paid, or has added, each with when it counts.

    A program that the sale does not join says why; without programs there is nothing.
    """
    if not quote.expected and not quote.disclosures:
        return None
    return GainView(
        gain_head(words, is_added=is_added),
        tuple(gain_line(each, words) for each in quote.expected),
        disclosed(to_be_told(quote), words, named=are_many(quote)),
    )


def to_be_told(quote: Quote) -> tuple[Disclosure, ...]:
    """Return the sentences of programs that give something: to this sale, or before.

    A program that refuses the sale says why, and promises nothing that a sentence limits.
    """
    standing = quote.standing
    held: set[int] = set()
    if standing is not None:
        held.update(each.program for each in (*standing.tickets, *standing.holdings))
    idle = {
        each.name
        for each in quote.expected
        if each.refused and not each.gains and each.program not in held
    }
    return tuple(each for each in quote.disclosures if each.program not in idle)


def are_many(quote: Quote) -> bool:
    """Whether so many programs run that a till gives each of them one line."""
    return len(quote.disclosures) > _MOST_IN_FULL


def gain_head(words: LiveWording, *, is_added: bool) -> str:
    """Return what stands over the gains, before paying and after."""
    _ = words.text
    return _("This sale added") if is_added else _("This sale adds, once paid")


def disclosed(
    disclosures: tuple[Disclosure, ...], words: LiveWording, *, named: bool = False
) -> str:
    """Return the sentences that stand wherever a reward stands (rulebook 2.10).

    `named`: each behind its program, where there are many.
    """
    _ = words.text
    told = []
    for each in disclosures:
        sentence = _(each.text, **dict(each.fields))
        if named and each.program:
            sentence = _("{program}: {sentence}", program=each.program, sentence=sentence)
        told.append(sentence)
    return in_one_line(told)


def gain_line(expected: Expected, words: LiveWording, *, in_short: bool = False) -> GainLine:
    """Return what one program adds; `in_short` in one figure."""
    _, _c = words.text, words.text_in
    label = _("Points") if expected.kind == POINTS_KIND else _c("gain", "Queue")
    if expected.kind == QUEUE_KIND and in_short:
        label = _("Queue")
    if expected.kind not in {POINTS_KIND, QUEUE_KIND}:
        label = expected.name
    if expected.store:
        label = f"{label} {expected.store}"
    if expected.refused and not expected.gains:
        return GainLine(label, "0", refused_told(expected.refused, words.text))
    when = (
        _("from {day}", day=short_day(expected.counts_from, words))
        if expected.counts_from
        else at_once_told(expected.kind).said(_)
    )
    if expected.gains:
        gains = expected.gains[:1] if in_short else expected.gains
        return GainLine(label, gain_text(gains, words), when)
    if expected.targets:
        sums = " + ".join(money_text(each) for each in expected.targets)
        if in_short:
            sums = _("target {sums}", sums=money_text(Fen(sum(expected.targets))))
        return GainLine(label, sums, when)
    return GainLine(label, signed_count_text(expected.points), when)
