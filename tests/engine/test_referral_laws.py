"""The invariants of M2 and M3 over random histories, on a book in memory."""

from hypothesis import given, settings

from pos_app.domain.program import PROGRAMS_BY_PRIORITY
from pos_app.domain.transfer import TRANSFERS
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.outcomes import Settled
from tests.engine.counter import Counter
from tests.engine.events import History, play
from tests.engine.laws import check_laws
from tests.engine.referral_laws import check_locks
from tests.engine.referral_programs import FAMILY, referral_histories
from tests.engine.refused import play_unchanged_by_refusals


def _check(counter: Counter, settled: tuple[Settled, ...]) -> None:
    book = counter.book
    check_laws(book, settled)
    chains = [each for each in book.scan(PROGRAMS_BY_PRIORITY) if each.kind == "M3"]
    check_locks(book, chains, FAMILY)


@settings(max_examples=200)
@given(referral_histories(fewest=30))
def test_every_law_holds_after_every_event(history: History) -> None:
    """A referral is paid out of what was conceded on that very sale, or not."""
    play(history, MemoryBook(), after=_check)


@settings(max_examples=100)
@given(referral_histories())
def test_what_the_shop_refuses_changes_nothing(history: History) -> None:
    """A void refused half done would leave a cycle nobody can account for."""
    play_unchanged_by_refusals(history)


@settings(max_examples=100)
@given(referral_histories())
def test_two_people_at_most_are_paid_by_referral(history: History) -> None:
    """INV-8: two people at most are paid for having brought a sale."""
    book = MemoryBook()
    play(history, book)
    paid: dict[int, set[str]] = {}
    for each in book.scan(TRANSFERS):
        if each.why in {"M2.STAGE", "M2.FIXED", "M3.DIRECT", "M3.POINT", "M3.PEER", "M3.LOCK"}:
            paid.setdefault(each.sale or 0, set()).add(each.credit.partition(":")[2])

    assert [sale for sale, members in paid.items() if len(members) > 2] == []
