"""What the queue did on a day: paid, filled, and whom it paid last, masked."""

from dataclasses import dataclass

from pos_app.actions.reports.reward_report import reward_report
from pos_app.domain.member import Member, masked_name, masked_phone
from pos_app.domain.moment import Day
from pos_app.domain.money import Fen
from pos_app.reports.reward_day import Moved
from pos_app.reports.reward_parts import is_undoing
from pos_app.shop import Shop

_LATEST = 2
"""How many payments are told of."""


@dataclass(frozen=True, slots=True)
class JustPaid:
    """One member and what the queue paid at once; nobody's full name or phone."""

    name: str
    phone: str
    amount: Fen


@dataclass(frozen=True, slots=True)
class QueueNews:
    """A day of the queue, all queues of the shop together."""

    paid: Fen
    """By the queue on tickets; neither points nor what other programs gave."""
    receivers: int
    """Members whom the queue paid."""
    completed: int
    latest: tuple[JustPaid, ...]
    """The newest first."""


def queue_news(shop: Shop, day: Day) -> QueueNews:
    """Return what the queue did on a business day; reads only."""
    report = reward_report(shop, day)
    paid = [each for each in report.rows.moved if _is_paid(each)]
    newest: dict[tuple[int, int], int] = {}
    for each in reversed(paid):
        # One sale may pay a member out of several lots: that is one payment to him.
        key = (_member_of(each), each.at)
        if key not in newest and len(newest) == _LATEST:
            break
        newest[key] = newest.get(key, 0) + each.amount
    with shop.storage.read() as seen:
        shown = []
        for (number, _at), amount in newest.items():
            found = seen.book.get(Member, number)
            name = masked_name(found.name) if found else ""
            phone = masked_phone(found.phone) if found else ""
            shown.append(JustPaid(name, phone, Fen(amount)))
    return QueueNews(
        paid=Fen(sum(each.amount for each in paid)),
        receivers=len({_member_of(each) for each in paid}),
        completed=report.rows.completed,
        latest=tuple(shown),
    )


def _is_paid(moved: Moved) -> bool:
    """Whether a queue paid a ticket."""
    is_of_queue = moved.debit.startswith("POOL:Q@") and moved.credit.startswith("CASH:")
    return is_of_queue and not is_undoing(moved.why)


def _member_of(moved: Moved) -> int:
    return int(moved.credit.partition(":")[2])
