"""A return after the queue has ended: no store gets back more than it put in."""

from pos_app.engine.memory_book import MemoryBook
from tests.engine.events import Adopted, Closed, Returned, Sold
from tests.engine.histories import History, play
from tests.engine.laws import check_laws

_ALL_TO_EVERYONE = (
    ("hold_days", 0),
    ("min_order", 1000),
    ("w_every", 10_000),
    ("w_exit", 0),
    ("w_fee", 0),
    ("w_head", 0),
    ("w_ref", 0),
    ("w_rep", 0),
)


def test_money_of_another_store_goes_back_to_that_store() -> None:
    """The sale's store has no claim to what an ally's concession had paid (INV-2)."""
    history = History(
        programs=(
            Adopted(
                name="Q", kind="M1", priority=1, preset="V5_ALLIANCE", changes=_ALL_TO_EVERYONE
            ),
        ),
        events=(
            Sold(member=1, total=5000, store=0),
            Sold(member=1, total=20_000, store=1),
            Closed(name="Q"),
            Returned(sale=0, quarters=1, reason="voluntary"),
        ),
    )
    book = MemoryBook()

    play(history, book, after=lambda counter, settled: check_laws(counter.book, settled))

    assert book.balance("SRC:S1") <= 0
    assert book.balance("SRC:S2") <= 0
