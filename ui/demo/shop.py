"""The shop that the demo plays in: made anew, its members with their cards.

Everything here happens before the doors open; the day itself is played by keys alone.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from pos_app.actions.members.issue_card import issue_card
from pos_app.actions.members.member_cards import member_cards
from pos_app.actions.members.show_member import show_member
from pos_app.actions.premises.save_settings import save_settings
from pos_app.actions.replays.make_sample_shop import make_sample_shop
from pos_app.clock import StoppedClock
from pos_app.domain.moment import Day, Instant, start_of
from pos_app.domain.seat import Seat
from pos_app.domain.staff import OWNER
from pos_app.shop import Shop
from pos_app.startup import open_shop
from ui.wording import Language

_MEMBERS = tuple(range(1, 13))
_OPENS = "08:00"
_MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class DemoShop:
    """An open shop on the morning of its day."""

    shop: Shop
    clock: StoppedClock
    cards: dict[int, str]
    """The digits on the members' cards."""
    card_sheet: bytes
    """The same cards as a PDF."""
    rich: int
    """The member with the largest reward balance."""
    payee: int
    """The member with the next one."""
    queued: int
    """A member whose ticket stands in the queue."""


def moment_of(day: Day, time: str) -> Instant:
    """Return the instant of a time such as 08:30 on a day."""
    hours, minutes = time.split(":")
    return Instant(start_of(day) + (int(hours) * 60 + int(minutes)) * _MINUTE_MS)


def make_demo_shop(
    folder: Path,
    day: Day,
    *,
    days: int,
    language: Language,
    progress: Callable[[int, int], None],
) -> DemoShop:
    """Make the sample shop for a day, and print a card for each of its members.

    Raises:
        ShopError: as `make_sample_shop`.
    """
    clock = StoppedClock(moment_of(day, _OPENS))
    make_sample_shop(folder, clock=clock, days=days, progress=progress).close()
    # Opened as on any morning, so that what is due is settled.
    shop = open_shop(folder, clock=clock)
    owner = Seat(1, "", OWNER, store=shop.settings.store, till=shop.settings.till)
    save_settings(shop, owner, settings=replace(shop.settings, language=language.value))
    cards = {number: issue_card(shop, owner, member=number) for number in _MEMBERS}
    standings = [show_member(shop, number) for number in _MEMBERS]
    by_balance = sorted(standings, key=lambda each: each.reward, reverse=True)
    queued = next(
        each.member
        for each in standings
        if any(ticket.place is not None for ticket in each.tickets)
    )
    return DemoShop(
        shop=shop,
        clock=clock,
        cards=cards,
        card_sheet=member_cards(shop, _MEMBERS),
        rich=by_balance[0].member,
        payee=by_balance[1].member,
        queued=queued,
    )
