"""A sale as the office shows it: lines, tenders, returns, rewards, hash."""

from dataclasses import dataclass

from pos_app.actions.reports.reward_words import kind_name, reason_name, tender_name
from pos_app.actions.why.rewards_of_sale import SaleRewards
from pos_app.domain.day_text import moment_text
from pos_app.domain.figures import MINUS, TIMES, money_text, quantity_text, rate_text
from pos_app.domain.moment import clock_text
from pos_app.domain.money import Fen
from pos_app.domain.sale import VOIDED, Sale
from pos_app.domain.sale_shown import ReturnShown, SaleDetail, SaleListed
from pos_app.domain.standing import TicketPlace
from ui.day_words import short_day
from ui.office.page.sheet_view import SheetHeading, SheetLine, SheetNote, SheetPart, SheetRule
from ui.office.widgets.office_model import OfficeRow
from ui.shown_holdings import gain_text
from ui.wording import N_, LiveWording

TICKET_STATES = {
    "WAITING": N_("waits for the part before it"),
    "ACTIVE": N_("in the queue"),
    "COMPLETED": N_("full"),
    "EXITED": N_("left"),
    "CANCELLED": N_("cancelled"),
    "PENDING": N_("held"),
}
_RETURN_REASONS = {"voluntary": N_("Change of mind"), "defect": N_("Defective goods")}


@dataclass(frozen=True, slots=True)
class SaleRead:
    """What the page asks of the shop for one sale."""

    detail: SaleDetail
    rewards: SaleRewards


def listed_row(sale: SaleListed, words: LiveWording, *, with_day: bool) -> OfficeRow:
    """One line of the list; its day is said where the list is not of one day."""
    _ = words.text
    state, colour = "", ""
    if sale.state == VOIDED:
        state, colour = _("voided"), "cinnabar"
    elif sale.returns:
        state, colour = _("returned"), "amber"
    tenders = " · ".join(tender_name(kind, words.wording) for kind in sale.tenders)
    cells = (
        str(sale.number),
        f"{short_day(sale.day, words)} {clock_text(sale.at)}" if with_day else clock_text(sale.at),
        sale.masked_name,
        tenders,
        state,
        money_text(sale.total),
        "",
    )
    return OfficeRow(cells, ("", "ink2", "", "ink2", colour), key=str(sale.number))


def sale_parts(read: SaleRead, words: LiveWording) -> list[SheetPart]:
    """The whole sale as a sheet."""
    detail = read.detail
    return [
        *_head(detail, words),
        SheetRule(),
        *_lines(detail),
        SheetRule(),
        *_sums(detail.sale, words),
        *_tenders(detail, words),
        *(part for each in detail.returns for part in _returned(each, words)),
        *_rewards(read, words),
    ]


def _head(detail: SaleDetail, words: LiveWording) -> list[SheetPart]:
    _ = words.text
    sale = detail.sale
    who = _("till {till} · {cashier}", till=sale.till, cashier=detail.cashier)
    parts: list[SheetPart] = [SheetLine(moment_text(sale.at, words.text), figure=who)]
    if detail.masked_name:
        parts.append(SheetLine(_("Member"), figure=detail.masked_name))
    parts.append(SheetLine(_("Journal hash"), figure=detail.journal_hash))
    if detail.copies:
        parts.append(SheetLine(_("Printed again"), figure=f"{detail.copies}"))
    if sale.state == VOIDED:
        parts.append(SheetNote(_("Voided: everything of this sale was undone."), "cinnabar"))
    return parts


def _lines(detail: SaleDetail) -> list[SheetPart]:
    parts: list[SheetPart] = []
    for line in detail.lines:
        note = f"{quantity_text(line.quantity)} {TIMES} {money_text(line.price)}"
        if line.discount:
            note += f"  {MINUS}{money_text(line.discount)}"
        if line.tax_rate:
            note += f"  {rate_text(line.tax_rate)}"
        if line.returned:
            note += f"  ↩ {quantity_text(line.returned)}"
        parts.append(SheetLine(line.name, figure=money_text(line.net), note=note))
    return parts


def _sums(sale: Sale, words: LiveWording) -> list[SheetPart]:
    _ = words.text
    parts: list[SheetPart] = []
    if sale.saved:
        parts.append(SheetLine(_("Saved"), figure=money_text(sale.saved), colour="jade"))
    if sale.tax:
        parts.append(SheetLine(_("Tax in it"), figure=money_text(sale.tax)))
    return [SheetLine(_("To pay"), figure=money_text(sale.total)), *parts]


def _tenders(detail: SaleDetail, words: LiveWording) -> list[SheetPart]:
    _ = words.text
    parts: list[SheetPart] = [SheetHeading(_("Paid with"))]
    for each in detail.tenders:
        change = each.given - each.amount
        note = ""
        if change > 0:
            given, back = money_text(each.given), money_text(Fen(change))
            note = _("given {given}, change {change}", given=given, change=back)
        name = tender_name(each.kind, words.wording)
        parts.append(SheetLine(name, figure=money_text(each.amount), note=note))
    return parts


def _returned(each: ReturnShown, words: LiveWording) -> list[SheetPart]:
    _ = words.text
    record = each.record
    reason = _RETURN_REASONS.get(record.reason, record.reason)
    when = f"{moment_text(record.at, words.text)} · {_(reason)}"
    return [
        SheetHeading(_("Return {number}", number=record.number)),
        SheetLine(when, figure=f"{MINUS}{money_text(record.goods)}"),
        SheetLine(_("Paid back"), figure=money_text(record.paid_back)),
    ]


def _rewards(read: SaleRead, words: LiveWording) -> list[SheetPart]:
    _ = words.text
    parts: list[SheetPart] = []
    for program in read.rewards.programs:
        kind = kind_name(program.kind, words.wording)
        if program.reason:
            parts.append(SheetLine(kind, figure=reason_name(program.reason, words.wording)))
        elif program.counts_from is not None:
            day = short_day(program.counts_from, words)
            parts.append(SheetLine(kind, figure=_("from {day}", day=day)))
        else:
            put_in = _("{amount} put in", amount=money_text(program.concession))
            parts.append(SheetLine(kind, figure=put_in))
        for label, gains in (
            (_("brought the buyer"), program.brought.buyer),
            (_("brought the store"), program.brought.store),
        ):
            if gains:
                parts.append(SheetLine(label, figure=gain_text(gains, words)))
    parts += [_ticket(ticket, words) for ticket in read.detail.tickets]
    parts += [
        SheetLine(
            _("paid to {name}", name=each.name or f"#{each.member}"),
            figure=money_text(each.amount),
            colour="jade",
        )
        for each in read.rewards.paid
    ]
    return [SheetHeading(_("Rewards it caused")), *parts] if parts else []


def _ticket(ticket: TicketPlace, words: LiveWording) -> SheetLine:
    _ = words.text
    state = _(TICKET_STATES.get(ticket.state, ticket.state))
    if ticket.place is not None:
        state = _("place {place}", place=ticket.place)
    reached = f"{money_text(ticket.received)} / {money_text(ticket.target)}"
    label = _("Ticket {part}: {state}", part=ticket.part, state=state)
    return SheetLine(label, figure=reached)
