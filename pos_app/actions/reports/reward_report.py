"""The day's reward report, read from the books, for screen and paper alike."""

from collections.abc import Iterator

from pos_app.actions.reports.trade_days import trade_days
from pos_app.domain.flow import FLOWS
from pos_app.domain.member import Member, masked_name, masked_phone
from pos_app.domain.moment import Day, day_after, start_of
from pos_app.domain.money import Fen
from pos_app.domain.program import PROGRAMS_BY_PRIORITY
from pos_app.domain.reward_accounts import is_reward_account, is_reward_group
from pos_app.domain.store import Store
from pos_app.engine.book import kept, rules_of
from pos_app.engine.records.queue import QUEUE_DAYS, QUEUES, QueueDay
from pos_app.reports.reward_day import Moved, RewardDay, RewardRows, reward_day
from pos_app.shop import Shop
from pos_app.storage.report_rows import (
    balances_before,
    refusals_of_day,
    sales_of_day,
    stores_of_day,
    tenders_of_day,
    transfers_between,
)
from pos_app.storage.unit_of_work import Look


def reward_report(shop: Shop, day: Day) -> RewardDay:
    """Work out the reward report of one business day; reads only."""
    with shop.storage.read() as view:
        return reward_day(_rows(shop, view, day))


def receiver_names(shop: Shop, report: RewardDay) -> dict[int, tuple[str, str]]:
    """Return the masked name and phone of each member whom the report names."""
    with shop.storage.read() as view:
        found = ((each.member, view.get(Member, each.member)) for each in report.largest)
        return {
            number: (masked_name(member.name), masked_phone(member.phone))
            for number, member in found
            if member is not None
        }


def _rows(shop: Shop, view: Look, day: Day) -> RewardRows:
    sales = sales_of_day(view.connection, day)
    joined, completed, left, queued = _queue(view, day)
    return RewardRows(
        day=day,
        trade=trade_days(shop, view),
        programs=tuple(view.scan(PROGRAMS_BY_PRIORITY)),
        moved=tuple(_moved(view, day)),
        opening={
            group: balance
            for group, balance in balances_before(view.connection, day).items()
            if is_reward_group(group)
        },
        flows=tuple(
            flow
            for flow in view.scan(FLOWS, day)
            if is_reward_group(flow.debit) or is_reward_group(flow.credit)
        ),
        tenders=tenders_of_day(view.connection, day),
        stores={
            kept(view, Store, code).paper_name: sums
            for code, sums in stores_of_day(view.connection, day).items()
        },
        sales=sales["sales"],
        voided=sales["voided"],
        sold=Fen(sales["sold"]),
        returned=Fen(sales["returned"]),
        joined=joined,
        completed=completed,
        left=left,
        queued=queued,
        refused=refusals_of_day(view.connection, day),
    )


def _moved(view: Look, day: Day) -> Iterator[Moved]:
    cutoff = rules_of(view).cutoff_minutes
    first, behind = start_of(day, cutoff), start_of(day_after(day, 1), cutoff)
    for at, debit, credit, amount, why in transfers_between(view.connection, first, behind):
        if is_reward_account(debit) or is_reward_account(credit):
            yield Moved(at, debit, credit, Fen(amount), why)


def _queue(view: Look, day: Day) -> tuple[int, int, int, int]:
    """Tickets joined, filled and left on the day, and how many stood at its end."""
    joined = completed = left = queued = 0
    for queue in view.scan(QUEUES):
        now = _at_end(view, queue.program, queue.store, day=day_after(day, 1))
        before = _at_end(view, queue.program, queue.store, day=day)
        queued += now.active if now else 0
        joined += (now.joined if now else 0) - (before.joined if before else 0)
        completed += (now.completed if now else 0) - (before.completed if before else 0)
        left += (now.left if now else 0) - (before.left if before else 0)
    return joined, completed, left, queued


def _at_end(view: Look, program: int, store: str, *, day: Day) -> QueueDay | None:
    """The queue's counters as they stood before a day began."""
    before = view.scan(QUEUE_DAYS, program, store, after=(day,), backward=True)
    return next(before, None)
