"""Reasons as titled tables in one language, for the terminal and the office alike."""

from dataclasses import dataclass

from pos_app.actions.reports.reward_words import group_name, kind_name, reason_name
from pos_app.actions.why.why_member import MemberWhy
from pos_app.actions.why.why_names import Moved, PersonNamed, SaleNamed
from pos_app.actions.why.why_sale import SaleWhy
from pos_app.actions.why.why_words import flag_name, state_name, why_name
from pos_app.domain.day_text import day_text
from pos_app.domain.figures import MINUS, money_text
from pos_app.domain.holdings_told import gains_told
from pos_app.domain.moment import business_day
from pos_app.domain.reward_accounts import PURSES
from pos_app.wording import Wording, listed

_EXIT_FUND = "FUND:Q:exit"


@dataclass(frozen=True, slots=True)
class WhyRow:
    """Texts of one row, the amount last, and what it leads to."""

    cells: tuple[str, ...]
    sale: int = 0
    """The sale that the row leads to; 0 for none."""
    member: int = 0


@dataclass(frozen=True, slots=True)
class WhyTable:
    """A titled table."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[WhyRow, ...]
    has_amount: bool = True
    """Whether the last column is an amount."""


@dataclass(frozen=True, slots=True)
class WhyShown:
    """All reasons of one thing."""

    title: str
    subtitle: str
    tables: tuple[WhyTable, ...]


def sale_why(why: SaleWhy, wording: Wording) -> WhyShown:
    """Return a sale's reasons: programs, what it paid, and who paid for it."""
    _ = wording.text
    tables = (
        WhyTable(
            _("Programs"),
            (_("Program"), _("What happened"), _("Counts with"), _("Put in")),
            tuple(
                WhyRow(
                    (
                        f"{each.name} · {kind_name(each.kind, wording)}",
                        reason_name(each.reason, wording)
                        if each.reason
                        else state_name(each.state, wording),
                        money_text(each.base),
                        money_text(each.concession),
                    )
                )
                for each in why.programs
            ),
        ),
        _brought(why, wording),
        WhyTable(
            _("To be looked at"),
            (_("What"), _("Sale")),
            tuple(
                WhyRow(
                    (flag_name(flag, wording), named_sale(other) if other else ""),
                    sale=other.number if other else 0,
                )
                for flag, other in why.flags
            ),
            has_amount=False,
        ),
        _both_sides(_("Put in, given back, used"), why.moved, wording),
        _paid(_("Paid in this sale's name"), why.caused, wording, by_funder=True),
        _paid(_("Paid out of this sale's money"), why.funded, wording, by_funder=False),
        _paid(_("Received by its tickets"), why.received, wording, by_funder=True),
    )
    return WhyShown(
        _("Why: sale {sale}", sale=named_sale(why.sale)),
        _("{who}, {amount}", who=_person(why.person, wording), amount=money_text(why.total)),
        tuple(each for each in tables if each.rows),
    )


def member_why(why: MemberWhy, wording: Wording) -> WhyShown:
    """Return a member's reasons: what is there, what moved, what did not count."""
    _ = wording.text
    tables = (
        WhyTable(
            _("What the member has"),
            (_("Account"), _("Amount")),
            tuple(
                WhyRow((group_name(kind, wording), money_text(amount)))
                for kind, amount in why.balances
                if amount
            ),
        ),
        WhyTable(
            _("Points and vouchers, by sale"),
            (_("Account"), _("Program"), _("Of sale"), _("Until"), _("Still there")),
            tuple(
                WhyRow(
                    (
                        group_name(each.account, wording),
                        each.program,
                        named_sale(each.sale),
                        day_text(each.expires, _) if each.expires else _("For good"),
                        money_text(each.left),
                    ),
                    sale=number_of(each.sale),
                )
                for each in why.lots
            ),
        ),
        WhyTable(
            _("What moved, the latest {count}; there is more", count=len(why.moved))
            if why.has_more
            else _("What moved, the latest first"),
            (_("Day"), _("What happened"), _("Account"), _("Funded by sale"), _("Amount")),
            tuple(_movement(each, wording) for each in why.moved),
        ),
        WhyTable(
            _("What did not count"),
            (_("Sale"), _("Program"), _("Reason")),
            tuple(
                WhyRow(
                    (named_sale(each.sale), each.program, reason_name(each.reason, wording)),
                    sale=each.sale.number,
                )
                for each in why.missed
            ),
            has_amount=False,
        ),
    )
    return WhyShown(
        _("Why: member {member}", member=_person(why.person, wording)),
        _of_whom(why, wording),
        tuple(each for each in tables if each.rows),
    )


def _of_whom(why: MemberWhy, wording: Wording) -> str:
    """Who referred the member, and whose numbers are the same person's."""
    _ = wording.text
    told = []
    if why.sponsor:
        told.append(_("referred by {member}", member=_person(why.sponsor, wording)))
    if why.into:
        told.append(_("is member {member} now", member=_person(why.into, wording)))
    if why.also:
        also = listed((_person(each, wording) for each in why.also), _)
        told.append(_("member {member} came into it", member=also))
    return " · ".join(told)


def _brought(why: SaleWhy, wording: Wording) -> WhyTable:
    _ = wording.text
    return WhyTable(
        _("What it brought"),
        (_("Program"), _("Whom"), _("What")),
        tuple(
            WhyRow((each.name, whom, gain.said(wording.text)))
            for each in why.programs
            for whom, gains in (
                (_("the buyer"), each.brought.buyer),
                (_("the store"), each.brought.store),
            )
            for gain in gains_told(gains)
        ),
        has_amount=False,
    )


def _both_sides(title: str, moved: tuple[Moved, ...], wording: Wording) -> WhyTable:
    _ = wording.text
    return WhyTable(
        title,
        (_("What happened"), _("From"), _("To"), _("Amount")),
        tuple(
            WhyRow(
                (
                    why_name(each.what, wording),
                    _account(each.giver, wording),
                    _account(each.receiver, wording),
                    money_text(each.amount),
                )
            )
            for each in moved
        ),
    )


def _paid(title: str, moved: tuple[Moved, ...], wording: Wording, *, by_funder: bool) -> WhyTable:
    _ = wording.text
    other = _("Funded by sale") if by_funder else _("For sale")
    return WhyTable(
        title,
        (_("What happened"), _("Member"), other, _("Amount")),
        tuple(
            WhyRow(
                (
                    why_name(each.what, wording),
                    _("store {store}", store=each.store)
                    if each.store
                    else _person(each.person, wording),
                    _funder(each, wording) if by_funder else named_sale(each.cause),
                    money_text(each.amount),
                ),
                sale=number_of(each.funder if by_funder else each.cause),
                member=each.person.number if each.person else 0,
            )
            for each in moved
        ),
    )


def _movement(moved: Moved, wording: Wording) -> WhyRow:
    """One line of a member's account: what came in, or what went out with a minus."""
    account = moved.receiver if moved.receiver in PURSES else moved.giver
    amount = money_text(moved.amount)
    behind = moved.funder or moved.cause
    return WhyRow(
        (
            day_text(business_day(moved.at), wording.text),
            why_name(moved.what, wording),
            group_name(account, wording),
            _funder(moved, wording) if moved.funder else named_sale(behind),
            f"+{amount}" if moved.receiver in PURSES else f"{MINUS}{amount}",
        ),
        sale=number_of(behind),
    )


def _funder(moved: Moved, wording: Wording) -> str:
    """The sale that paid; what leavers get comes out of a fund that many have filled."""
    if moved.giver.startswith(_EXIT_FUND):
        return _account(moved.giver, wording)
    return named_sale(moved.funder)


def _account(group: str, wording: Wording) -> str:
    """A group's name; a store's funding with the store's code."""
    head, _, store = group.partition(":")
    return f"{group_name(head, wording)} {store}" if head == "SRC" else group_name(group, wording)


def named_sale(sale: SaleNamed | None) -> str:
    """Return a sale's number, with its outside name where that is another."""
    if sale is None:
        return ""
    number = str(sale.number)
    return number if sale.ref in {"", number} else f"{number} ({sale.ref})"


def number_of(sale: SaleNamed | None) -> int:
    """Return the number that a row leads to; 0 for no sale."""
    return sale.number if sale else 0


def _person(person: PersonNamed | None, wording: Wording) -> str:
    _ = wording.text
    if person is None:
        return _("no member")
    return " ".join(filter(None, (person.name, f"#{person.ref}")))
