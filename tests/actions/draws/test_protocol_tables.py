"""The protocol of draws on paper: what is read there, and where the rest stands.

Actions: protocol_tables.
"""

from typing import Any

from pos_app.actions.draws.protocol_tables import protocol_tables
from pos_app.wording import Language, Wording


def round_of(entries: int, *, winners: int) -> dict[str, Any]:
    """A round with so many entries, each winner drawn from those that are left."""
    listed = [[f"s{number}", 1000] for number in range(entries)]
    return {
        "round": f"n{entries}",
        "drawn_at": "2026-11-21T00:00:00+08:00",
        "pool_before_fen": 10_000,
        "pool_after_fen": 9000,
        "picks": [
            {
                "pick": number + 1,
                "position": 0,
                "winner": f"s{number}",
                "prize_fen": 1000,
                "tax_fen": 0,
                "entries": listed[number:],
            }
            for number in range(winners)
        ],
    }


FILE = "draw-1.json"


def test_a_long_list_of_entries_goes_on_in_the_file_beside_the_paper() -> None:
    """3.3 prints the list; ten thousand entries of each week would be a book of it."""
    protocol = {
        "program": "D",
        "commitment": "c",
        "seed": None,
        "winners_per_round": 2,
        "rounds": [round_of(400, winners=2), round_of(1000, winners=1), round_of(0, winners=0)],
    }
    report = protocol_tables(protocol, Wording(Language.EN), names={}, organiser="us", file=FILE)
    promise, _rounds, winners, *lists = report.tables

    assert [each.title for each in lists] == ["Entries of round n400", "Entries of round n1000"]
    assert [len(each.rows) for each in lists] == [100, 101]
    assert lists[0].rows[-1] == (
        "396: s396 10.00 · 397: s397 10.00 · 398: s398 10.00 · 399: s399 10.00",
    )
    assert lists[1].rows[-1] == ("600 more entries stand in draw-1.json.",)
    assert "draw-1.json beside this paper" in str(promise.rows[-1][1])
    assert [row[2] for row in winners.rows] == [400, 399, 1000]
