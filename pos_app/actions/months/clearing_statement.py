"""What the stores of an alliance owe one another for a month, read from the books."""

from pos_app.actions.reports.trade_days import trade_days
from pos_app.domain.moment import Day
from pos_app.domain.month import Month, first_day, month_after
from pos_app.domain.program import PROGRAMS_BY_PRIORITY
from pos_app.domain.store import STORES
from pos_app.engine.parameters.queue import QueueParameters
from pos_app.engine.records.queue import QUEUE_DAYS
from pos_app.reports.clearing_statement import ClearingRows, ClearingStatement, QueueCleared
from pos_app.reports.clearing_statement import clearing_statement as worked_out
from pos_app.shop import Shop
from pos_app.storage.clearing_rows import allocated, spent_between, taken_between
from pos_app.storage.unit_of_work import Look

_ALLIANCE = ""


def clearing_statement(shop: Shop, month: Month) -> ClearingStatement:
    """Work out the bilateral clearing of one month; reads only (rulebook 1.9)."""
    first, behind = first_day(month), first_day(month_after(month, 1))
    with shop.storage.read() as view:
        queues = tuple(
            QueueCleared(
                each.name,
                allocated(
                    view.connection,
                    each.number,
                    after=_allocations_before(view, each.number, day=first),
                    until=_allocations_before(view, each.number, day=behind),
                ),
            )
            for each in view.scan(PROGRAMS_BY_PRIORITY)
            if each.kind == QueueParameters.KIND
        )
        return worked_out(
            ClearingRows(
                month=month,
                trade=trade_days(shop, view),
                stores=tuple(view.scan(STORES)),
                queues=tuple(each for each in queues if each.matrix),
                spent=spent_between(view.connection, first, behind),
                taken=taken_between(view.connection, first, behind),
            )
        )


def _allocations_before(view: Look, program: int, *, day: Day) -> int:
    """The last number that an allocation of the alliance's queue had before a day."""
    days = view.scan(QUEUE_DAYS, program, _ALLIANCE, after=(day,), backward=True)
    last = next(days, None)
    return 0 if last is None else last.allocations
