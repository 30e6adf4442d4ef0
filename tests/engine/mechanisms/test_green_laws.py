"""M4-4 over random histories: returns never take from those who wait."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pos_app.engine.memory_book import MemoryBook
from tests.engine.counter import Counter
from tests.engine.events import Event, History, PeriodEnded, Returned, Waited
from tests.engine.histories import play, sales
from tests.engine.pool_laws import check_green_value
from tests.engine.pool_programs import greens

RETURNS = st.builds(
    Returned,
    sale=st.integers(0, 30),
    quarters=st.integers(1, 4),
    reason=st.sampled_from(["voluntary", "defect"]),
)


@st.composite
def histories_of_green_points(draw: st.DrawFn) -> History:
    """Sales, periods and late returns of one program without other programs."""
    others = st.sampled_from([PeriodEnded("G"), Waited(24)])
    happened: list[Event] = draw(
        st.lists(st.one_of(sales(), sales(), RETURNS, others), min_size=10, max_size=40)
    )
    return History((draw(greens(longest_hold=0)),), tuple(happened))


@settings(max_examples=150)
@given(histories_of_green_points())
def test_a_return_never_lowers_the_pool_per_point(history: History) -> None:
    """M4-4: the store that takes goods back is paid its share, not somebody else's."""
    before = (0, 0)
    events = iter((*history.programs, *history.events))

    def remember(counter: Counter) -> None:
        nonlocal before
        before = check_green_value(counter.book, (0, 0))

    def check(counter: Counter, settled: object) -> None:
        if isinstance(next(events), Returned):
            check_green_value(counter.book, before)

    play(history, MemoryBook(), before=remember, after=check)
