"""The member's part of a receipt: what was had, used, earned, what is to come.

Place, amount received and the rest stand beside each ticket, never a date or a promise
(rulebook 2.10, 10.7); the mandatory sentences stand wherever a queue stands.
"""

from pos_app.documents.line_breaks import plain_text
from pos_app.documents.receipts.receipt import (
    Bar,
    Columns,
    Gap,
    Pair,
    Place,
    Row,
    Rule,
    Say,
    Size,
    Stroke,
    Text,
)
from pos_app.domain.day_text import day_text, moment_text
from pos_app.domain.figures import count_text, money_text, signed_count_text
from pos_app.domain.holdings_told import at_once_told, gains_told
from pos_app.domain.money import Fen
from pos_app.domain.papers.receipt_facts import ReceiptFacts, ReceiptMember
from pos_app.domain.refused_told import refused_told
from pos_app.domain.standing import Disclosure, Expected, TicketPlace

MOST_TICKETS = 5
"""A member of many tickets must not get a metre of paper; the rest are counted."""

MOST_TARGETS = 3
"""New tickets that are named one by one; a large sale may be cut into dozens."""

_EDGES = (48, 74)
_GONE = "CANCELLED"


def reward_rows(facts: ReceiptFacts, say: Say) -> list[Row]:
    """Return the rows of the member block; none at all for a sale without a member."""
    member = facts.member
    if member is None:
        return []
    named = f"{plain_text(member.masked_name)} {plain_text(member.masked_phone)}".strip()
    rows: list[Row] = [
        Rule(Stroke.STRONG),
        Pair(say("Member {number}", number=member.number), named),
        *_as_of(facts, say),
        *_balances(member, say, is_return=facts.returned is not None),
        *_tickets(member, say),
        *_holdings(member, say),
        *_gains(member, say),
    ]
    if facts.returned is not None and facts.returned.ends_rewards:
        told = say("All of this sale came back: it counts in no reward program any more.")
        rows += [Gap(), Text(told, Place.LEFT, Size.SMALL)]
    for each in facts.disclosures:
        rows += [Gap(), *_disclosed(each, say)]
    return rows


def _disclosed(disclosure: Disclosure, say: Say) -> list[Row]:
    """A sentence under the name of its program: of several, each is of one only."""
    sentence = say(
        disclosure.text, **{name: plain_text(value) for name, value in disclosure.fields}
    )
    told = [plain_text(disclosure.program), sentence] if disclosure.program else [sentence]
    return [Text(each, Place.LEFT, Size.SMALL) for each in told]


def _as_of(facts: ReceiptFacts, say: Say) -> list[Row]:
    """Of when the figures are: said where they are not those of the first print."""
    if facts.told_as_of is None:
        return []
    moment = moment_text(facts.told_as_of, say)
    told = say("Balances and places as of {moment}; the first print told its own.", moment=moment)
    return [Text(told, Place.LEFT, Size.SMALL)]


def _balances(member: ReceiptMember, say: Say, *, is_return: bool) -> list[Row]:
    rows: list[Row] = []
    if member.points_spent or member.points_earned:
        rows.append(Pair(say("Points before"), count_text(member.points_before), Size.SMALL))
    if member.points_spent:
        spent = signed_count_text(-member.points_spent)
        used = say("Points given back") if is_return else say("Points used")
        rows.append(Pair(used, spent, Size.SMALL))
    if member.points_earned:
        # A return takes back: then less than nothing was earned.
        earned = signed_count_text(member.points_earned)
        label = say("Points taken back") if is_return else say("Points by this sale")
        rows.append(Pair(label, earned, Size.SMALL))
    # What the shop does not run is not on its paper.
    if member.has_points or rows:
        rows.append(Pair(say("Points now"), count_text(member.points_after)))
    if member.has_balances:
        rows.append(Pair(say("Reward balance"), money_text(member.reward)))
    if member.voucher and member.voucher_expires:
        vouchers = say("Vouchers (first until {day})", day=day_text(member.voucher_expires, say))
        rows.append(Pair(vouchers, money_text(member.voucher)))
    elif member.voucher:
        rows.append(Pair(say("Vouchers"), money_text(member.voucher)))
    return rows


def _tickets(member: ReceiptMember, say: Say) -> list[Row]:
    tickets = [ticket for ticket in member.tickets if ticket.state != _GONE]
    if not tickets:
        return []
    head = Columns(
        say("Rest"),
        say("So far"),
        say("Target"),
        size=Size.SMALL,
        label=say("Tickets: {count}", count=len(tickets)),
        edges=_EDGES,
    )
    rows: list[Row] = [Gap(), head]
    for ticket in tickets[:MOST_TICKETS]:
        stands = ticket.place is not None
        rest = money_text(Fen(ticket.target - ticket.received)) if stands else ""
        received, target = money_text(ticket.received), money_text(ticket.target)
        rows.append(Columns(rest, received, target, label=_where(ticket, say), edges=_EDGES))
        if stands:
            rows.append(Bar(ticket.received, ticket.target))
    more = len(tickets) - MOST_TICKETS
    if more > 0:
        rows.append(Text(say("and {count} more tickets", count=more), Place.LEFT, Size.SMALL))
    return rows


def _where(ticket: TicketPlace, say: Say) -> str:
    if ticket.state == "COMPLETED":
        return say("Full")
    if ticket.state == "EXITED":
        return say("Left the queue")
    if ticket.counts_from is not None:
        return say("from {day}", day=day_text(ticket.counts_from, say))
    if ticket.place is None:
        return say("Waits to join")
    return say("Place {place}", place=count_text(ticket.place))


def _holdings(member: ReceiptMember, say: Say) -> list[Row]:
    """Step of a cycle, place in a chain, points in force: as it stands, no promise."""
    if not member.holdings:
        return []
    rows: list[Row] = [Gap(), Text(say("In the programs now"), Place.LEFT, Size.SMALL)]
    for held in member.holdings:
        rows.append(Pair(plain_text(held.name), held.figure.said(say)))
        rows += [Text(note.said(say), Place.LEFT, Size.SMALL) for note in held.notes]
    return rows


def _gains(member: ReceiptMember, say: Say) -> list[Row]:
    gains = [
        gain for gain in member.gains if gain.points or gain.targets or gain.gains or gain.refused
    ]
    if not gains:
        return []
    rows: list[Row] = [Gap(), Text(say("This sale adds"), Place.LEFT, Size.SMALL)]
    for gain in gains:
        rows += _gain(gain, say)
    return rows


def _gain(gain: Expected, say: Say) -> list[Row]:
    """The program with its first figure, and when it counts below; all in one size."""
    figures = _figures(gain, say)
    when = at_once_told(gain.kind).said(say)
    if gain.counts_from is not None:
        when = say("from {day}", day=day_text(gain.counts_from, say))
    if not figures:
        figures, when = [say("no part")], refused_told(gain.refused, say)
    # Each figure in a line of its own: on narrow paper two do not fit beside a name.
    labels = [plain_text(gain.name), *("" for _ in figures[1:])]
    pairs = [Pair(*each, Size.SMALL) for each in zip(labels, figures, strict=True)]
    return [*pairs, Text(when, Place.LEFT, Size.SMALL)]


def _figures(gain: Expected, say: Say) -> list[str]:
    found = []
    if gain.points:
        found.append(signed_count_text(gain.points))
    if len(gain.targets) > MOST_TARGETS:
        whole = money_text(Fen(sum(gain.targets)))
        found.append(say("{count} tickets, {sum} in all", count=len(gain.targets), sum=whole))
    elif gain.targets:
        sums = " + ".join(money_text(target) for target in gain.targets)
        found.append(say("target {sums}", sums=sums))
    return [*found, *(told.said(say) for told in gains_told(gain.gains))]
