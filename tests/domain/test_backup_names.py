"""Backups that nobody asked for go when newer ones stand for their time."""

from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.backup_names import DAYS, HOURS, MONTHS, worn_out


def name(day: str, time: str) -> str:
    """A backup as the till calls it."""
    return f"{day}-{time}-1.posbackup"


def test_of_an_hour_the_last_one_stays() -> None:
    """Four a day would be 1,500 a year; the last one holds what the others held."""
    quarter = [name("20261121", f"09{minute:02}00") for minute in (0, 15, 30, 45)]

    assert worn_out(quarter) == quarter[-2::-1]


def test_hours_days_and_months_each_keep_their_newest() -> None:
    """What went wrong a week ago unnoticed is found in a copy from before it."""
    many = [
        name(f"2026{month:02}{day:02}", f"{hour:02}0000")
        for month in (9, 10, 11)
        for day in range(1, 29)
        for hour in range(8, 20)
    ]
    kept = sorted(set(many) - set(worn_out(many)), reverse=True)

    assert kept[:HOURS] == sorted(many, reverse=True)[:HOURS]
    evenings = [each for each in kept if "-190000-" in each]
    assert len(evenings) == DAYS + 1
    assert evenings[-1] == name("20260928", "190000")


@given(st.lists(st.text(max_size=30) | st.just("20261121-0900-1.posbackup")))
def test_what_the_till_did_not_name_is_never_removed(names: list[str]) -> None:
    """Somebody's copy on the same stick is somebody's."""
    assert worn_out(names) == []


@given(
    st.sets(
        st.datetimes().map(lambda at: name(f"{at:%Y%m%d}".zfill(8), f"{at:%H%M%S}")), min_size=1
    )
)
def test_the_newest_always_stays_and_the_rest_is_bounded(names: set[str]) -> None:
    """However the clock was set, there is a backup, and not thousands."""
    left = names - set(worn_out(names))

    assert max(names) in left
    assert len(left) <= HOURS + DAYS + MONTHS
