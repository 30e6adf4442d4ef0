"""A member as the office shows one: balances, tickets, cards; masked."""

from dataclasses import dataclass

from pos_app.domain.figures import count_text, money_text
from pos_app.domain.member import MINOR, MemberCard
from pos_app.domain.moment import business_day
from pos_app.domain.standing import Standing
from ui.day_words import named_day, short_day
from ui.office.page.sheet_view import SheetHeading, SheetLine, SheetNote, SheetPart
from ui.office.reports.shown_sale import TICKET_STATES
from ui.shown_holdings import holding_lines
from ui.wording import LiveWording

_MOST_TICKETS = 30


@dataclass(frozen=True, slots=True)
class MemberRead:
    """What the page asks of the shop for one member."""

    standing: Standing
    cards: tuple[MemberCard, ...]

    @property
    def valid(self) -> tuple[MemberCard, ...]:
        """Cards that still name the member."""
        return tuple(card for card in self.cards if card.revoked_at is None)


def _declared(standing: Standing, words: LiveWording) -> list[SheetPart]:
    """Only what is not as usual: an adult who does not work here."""
    _ = words.text
    declared = standing.declared
    parts: list[SheetPart] = []
    if declared.age_band == MINOR:
        parts.append(SheetLine(_("Age"), figure=_("14 to 17"), colour="amber"))
    if declared.employee:
        parts.append(SheetLine(_("Works in this shop or owns it"), figure=_("yes")))
    if declared.household:
        parts.append(SheetLine(_("Household"), figure=declared.household))
    return parts


def member_parts(read: MemberRead, words: LiveWording) -> list[SheetPart]:
    """The whole member as a sheet."""
    _, _n = words.text, words.plural
    standing = read.standing
    parts: list[SheetPart] = [
        SheetHeading(_("Member number {number}", number=standing.member)),
        *[
            SheetLine(_("Merged, the same person"), figure=str(number), colour="ink2")
            for number in standing.also
        ],
        SheetLine(_("Phone"), figure=standing.masked_phone),
        SheetLine(_("Points"), figure=count_text(standing.points), colour="jade"),
        SheetLine(_("Reward balance"), figure=money_text(standing.reward), colour="jade"),
    ]
    until = ""
    if standing.voucher_expires is not None:
        until = _("until {day}", day=named_day(standing.voucher_expires, words))
    parts.append(
        SheetLine(_("Vouchers"), figure=money_text(standing.voucher), note=until, colour="jade")
    )
    parts += _declared(standing, words)
    for holding in standing.holdings:
        parts += [
            SheetLine(line.label, figure=line.figure, note=line.note)
            for line in holding_lines(holding, words)
        ]
    tickets = standing.tickets
    parts.append(SheetHeading(_n("{count} ticket", "{count} tickets", count=len(tickets))))
    for ticket in tickets[:_MOST_TICKETS]:
        place = _(TICKET_STATES.get(ticket.state, ticket.state))
        if ticket.place is not None:
            place = _("place {place}", place=ticket.place)
        elif ticket.counts_from is not None:
            place = _("from {day}", day=short_day(ticket.counts_from, words))
        reached = f"{money_text(ticket.received)} / {money_text(ticket.target)}"
        parts.append(SheetLine(place, figure=reached))
    parts.append(SheetHeading(_("Cards")))
    for card in read.cards:
        day = named_day(business_day(card.issued_at), words)
        state, colour = _("valid"), "ink"
        if card.revoked_at is not None:
            state, colour = _("taken back"), "ink2"
        parts.append(SheetLine(day, figure=state, colour=colour))
    if not read.cards:
        parts.append(SheetNote(_("No card yet")))
    return parts
