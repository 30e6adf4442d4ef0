"""A large past written at once: its books must balance like any other's."""

from pathlib import Path

from pos_app.bench.past import Past, records_of
from pos_app.domain.moment import Instant
from pos_app.domain.sale import LINES_OF_SALE, Sale
from pos_app.domain.transfer import Transfer
from pos_app.engine.records.queue import ACTIVE_TICKETS
from pos_app.storage.bulk_rows import write_past
from pos_app.storage.unit_of_work import open_storage

SALES = 12
TICKETS = 5
PAST = Past(sales=SALES, tickets=TICKETS, goods=3, ends=Instant(1_800_000_000_000), last_entry=0)


def test_a_past_written_at_once_is_read_as_any_other(tmp_path: Path) -> None:
    """What is measured in a large shop must be what a shop of that age would do."""
    open_storage(tmp_path).close()
    write_past(tmp_path, records_of(PAST))
    storage = open_storage(tmp_path)
    with storage.read() as look:
        tickets = [ticket.seq for ticket in look.scan(ACTIVE_TICKETS, 2, "S1")]
        lines = [line.line for line in look.scan(LINES_OF_SALE, SALES)]
        found = (look.last_number(Sale), look.last_number(Transfer), look.balance("due"))
    storage.close()

    assert tickets == [1, 2, 3, 4, 5]
    assert lines == [1, 2]
    assert found == (SALES, SALES * 6, 0)
