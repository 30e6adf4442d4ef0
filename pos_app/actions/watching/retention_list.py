"""Whose personal data the shop has kept for long enough (rulebook 10.6).

By default three years after the last activity; a prize keeps its winner on record for two
years (10.2). The list erases nobody: the owner does, member by member.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from pos_app.actions.books.journal_span import entries_between, number_at
from pos_app.actions.reports.trade_days import trade_days
from pos_app.domain.member import Member, masked_name
from pos_app.domain.moment import Day, Instant, business_day, start_of
from pos_app.domain.money import Fen
from pos_app.domain.reward_accounts import PURSES
from pos_app.domain.sale import Sale
from pos_app.engine.accounts import wallet
from pos_app.engine.book import Book, kept, rules_of
from pos_app.engine.forgetting import prize_kept_until, waits_for
from pos_app.journal import facts
from pos_app.journal.canonical import read_canonical
from pos_app.journal.entry import Entry
from pos_app.shop import Shop
from pos_app.storage.retention_rows import members_with_returns, members_without_sales
from pos_app.storage.unit_of_work import Look

RETENTION_YEARS = 3
MOST_SHOWN = 1000
"""Members that one list names: who has more erases these first."""


@dataclass(frozen=True, slots=True)
class IdleMember:
    """A member without activity since the limit, and what stands against erasing."""

    number: int
    name: str
    """Masked."""
    joined: Day
    last_sale: Day | None
    owed: Fen
    """In all purses; it is spent or paid out before."""
    waits: str
    """A word of `engine.forgetting`: tickets, units, held; or nothing."""
    prize_until: Day | None

    @property
    def may_be_erased(self) -> bool:
        """Whether nothing stands against it."""
        return not self.owed and not self.waits and self.prize_until is None


@dataclass(frozen=True, slots=True)
class RetentionList:
    """Everybody without activity since a day, the first to join first."""

    day: Day
    years: int
    since: Day
    """The first day that counts: who did anything from then on is not on the list."""
    members: tuple[IdleMember, ...]
    idle: int
    """How many there are, those not shown included."""


def retention_list(shop: Shop, *, years: int = RETENTION_YEARS) -> RetentionList:
    """Return the members who have done nothing for so many years; reads only.

    Doing something is: buying, bringing back, being paid out, redeeming, converting,
    leaving the queue, being registered, changed or merged, getting a card. What the queue pays
    a member is not his doing.
    """
    with shop.storage.read() as view:
        today, cutoff = trade_days(shop, view).today, rules_of(view.book).cutoff_minutes
        since = years_before(today, years)
        start = start_of(since, cutoff)
        active = _active_since(view, start) | members_with_returns(view.connection, since=since)
        found = members_without_sales(view.connection, joined_before=start, since=since)
        idle = [each for each in found if each[0] not in active]
        return RetentionList(
            day=today,
            years=years,
            since=since,
            members=tuple(
                _idle(view.book, number, last_sale, now=shop.clock.now(), cutoff=cutoff)
                for number, last_sale in idle[:MOST_SHOWN]
            ),
            idle=len(idle),
        )


def years_before(day: Day, years: int) -> Day:
    """Return the same day so many years earlier; of a 29 February the 28th."""
    when = date.fromisoformat(day)
    try:
        return Day(when.replace(year=when.year - years).isoformat())
    except ValueError:
        return Day(when.replace(year=when.year - years, day=28).isoformat())


def _active_since(view: Look, start: Instant) -> set[int]:
    """The members who did something else than buy, as the journal tells."""
    book = view.book
    first, behind = number_at(book, start), book.last_number(Entry) + 1
    return {
        member
        for kind, member_of in _DEEDS.items()
        for entry in entries_between(book, kind.KIND, first=first, behind=behind)
        if (member := member_of(book, read_canonical(entry.body).fact)) is not None
    }


def _idle(
    book: Book, number: int, last_sale: Day | None, *, now: Instant, cutoff: int
) -> IdleMember:
    member = kept(book, Member, number)
    return IdleMember(
        number=number,
        name=masked_name(member.name),
        joined=business_day(member.joined_at, cutoff),
        last_sale=last_sale,
        owed=Fen(sum(book.balance(wallet(purse, number)) for purse in PURSES)),
        waits=waits_for(book, number),
        prize_until=prize_kept_until(book, number, now=now),
    )


_DEEDS: dict[type[facts.Fact], Callable[[Book, Any], int | None]] = {
    facts.MemberSaved: lambda _book, fact: fact.number,
    facts.MembersMerged: lambda _book, fact: fact.into,
    facts.CardIssued: lambda _book, fact: fact.member,
    facts.PaidOut: lambda _book, fact: fact.member,
    facts.UnitsRedeemed: lambda _book, fact: fact.member,
    facts.PointsConverted: lambda _book, fact: fact.member,
    facts.QueueLeft: lambda book, fact: kept(book, Sale, fact.sale).member,
}
"""What a member does beside buying, and who it was."""
