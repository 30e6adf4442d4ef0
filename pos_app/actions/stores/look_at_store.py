"""What a store still has in the alliance, before it leaves and ever after."""

from dataclasses import dataclass

from pos_app.actions.months.clearing_statement import clearing_statement
from pos_app.actions.premises.selling_store import store_as_typed
from pos_app.domain.moment import Instant, business_day
from pos_app.domain.money import Fen
from pos_app.domain.month import month_of
from pos_app.domain.store import Store
from pos_app.engine.accounts import source
from pos_app.engine.book import rules_of
from pos_app.errors import NotFound
from pos_app.reports.clearing_statement import PairDebt
from pos_app.shop import Shop
from pos_app.storage.store_rows import held_sales, left_in_lots, open_tickets


@dataclass(frozen=True, slots=True)
class StoreOutlook:
    """What stays when a store leaves (rulebook 2.9, 6.8)."""

    store: Store
    put_in: Fen
    """Its net reward cost until now."""
    in_lots: Fen
    """Of it, what nobody has been given yet: it stays payable."""
    tickets: int
    """Open tickets of its sales, which stay in the queue."""
    tickets_rest: Fen
    held: int
    """Sales that are still held, and settle as they would have."""
    last_settles_at: Instant | None
    owed: tuple[PairDebt, ...]
    """The clearing of this month until now, each pair with this store in it."""


def look_at_store(shop: Shop, code: str) -> StoreOutlook:
    """Return what a store has open, by its code as a person types it; reads only.

    Raises:
        NotFound: no store has the code.
    """
    with shop.storage.read() as view:
        code = store_as_typed(view.book, code)
        store = view.get(Store, code)
        if store is None:
            raise NotFound(what="store", named=code)
        today = business_day(shop.clock.now(), rules_of(view.book).cutoff_minutes)
    cleared = clearing_statement(shop, month_of(today))
    with shop.storage.read() as view:
        tickets, rest = open_tickets(view.connection, code)
        held, last = held_sales(view.connection, code)
        return StoreOutlook(
            store=store,
            put_in=Fen(-view.balance(source(code))),
            in_lots=left_in_lots(view.connection, code),
            tickets=tickets,
            tickets_rest=rest,
            held=held,
            last_settles_at=last,
            owed=tuple(
                each for each in cleared.pairs if each.net and code in {each.debtor, each.creditor}
            ),
        )
