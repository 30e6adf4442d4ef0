"""What the queue did on a day: paid, filled, and whom it paid last, masked."""

from dataclasses import dataclass

from pos_app.actions.reward_report import reward_report
from pos_app.domain.member import Member, masked_name, masked_phone
from pos_app.domain.moment import Day
from pos_app.domain.money import Fen
from pos_app.reports.reward_day import UNDOING
from pos_app.shop import Shop


@dataclass(frozen=True, slots=True)
class JustPaid:
    """One member and what the queue paid at once; nobody's full name or phone."""

    name: str
    phone: str
    amount: Fen


@dataclass(frozen=True, slots=True)
class QueueNews:
    """A day of the queue."""

    paid: Fen
    receivers: int
    completed: int
    latest: tuple[JustPaid, ...]
    """The newest first."""


def queue_news(shop: Shop, day: Day, *, latest: int = 2) -> QueueNews:
    """Return what the queue did on a business day; reads only."""
    report = reward_report(shop, day)
    newest: dict[tuple[int, int], int] = {}
    for each in reversed(report.rows.moved):
        if each.why.endswith(UNDOING) or not each.debit.startswith("POOL:"):
            continue
        kind, _, member = each.credit.partition(":")
        if kind != "CASH":
            continue
        # One sale may pay a member out of several lots: that is one payment to him.
        key = (int(member), each.at)
        if key not in newest and len(newest) == latest:
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
        paid=report.paid,
        receivers=report.receivers,
        completed=report.rows.completed,
        latest=tuple(shown),
    )
