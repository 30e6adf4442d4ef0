"""Reasons an auditor adds up: a program's whole account, and common funds.

Why_pool, why_pool_tables, why_sale, why_member, why_tables.
"""

from pathlib import Path

import pytest

from pos_app import cli
from pos_app.actions.why.why_member import why_member
from pos_app.actions.why.why_pool import why_pool
from pos_app.actions.why.why_sale import why_sale
from pos_app.actions.why.why_tables import WhyShown, member_why, sale_why
from pos_app.domain.holdings import ENERGY, WEIGHT, Gain
from pos_app.wording import Language, Wording
from tests.actions.conftest import Replayed
from tests.replays.worked_examples import WORKED

ENGLISH = Wording(Language.EN)
PROGRAM_OF = {"Q": "queue", "R": "P", "C": "X", "G": "X", "N": "X", "K": "X"}


@pytest.mark.parametrize("name", ["Q4", "Q5", "Q8", "G2", "K3", "N3"])
def test_a_program_accounts_for_all_that_was_ever_put_in(replayed: Replayed, name: str) -> None:
    """What came less what went is what is there, or the reader looks for the rest."""
    why = why_pool(replayed(WORKED[name]), PROGRAM_OF[name[0]])

    assert why.sums.closing == sum(each.held for each in why.pots)
    assert why.sums.funded - why.sums.paid - why.sums.returned == why.sums.closing


def test_points_that_pass_by_without_a_pool_are_accounted_for(replayed: Replayed) -> None:
    """Points go to members at once; an empty answer would say that nothing happened."""
    program = {"event": "program", "program": "P", "kind": "M0", "enabled": True, "params": {}}
    sales = [each for each in WORKED["K3"] if each["event"] != "period"]
    history = [each if each["event"] != "program" else {**each, **program} for each in sales]

    sums = why_pool(replayed(history), "P").sums

    assert (sums.put_in, sums.given, sums.closing) == (1100, 1100, 0)
    assert (sums.taken_back, sums.returned) == (300, 300)


def _row(shown: WhyShown, what: str) -> tuple[str, ...]:
    found = [row.cells for table in shown.tables for row in table.rows if what in row.cells]
    return found[0]


def test_a_voucher_of_who_left_is_not_said_to_be_paid_by_one_sale(replayed: Replayed) -> None:
    """It comes out of the exit fund, which many sales have filled (2.6)."""
    shop = replayed(WORKED["Q4"])

    of_sale = _row(sale_why(why_sale(shop, "s1"), ENGLISH), "Left the queue")
    of_member = _row(member_why(why_member(shop, "A"), ENGLISH), "Left the queue")

    assert of_sale[2] == of_member[3] == "Exit fund queue/S1"


def test_a_list_that_was_cut_says_so(replayed: Replayed) -> None:
    """Who adds up the latest movements must know that there are earlier ones."""
    shop = replayed(WORKED["Q3"])
    whole = why_member(shop, "A")
    titles = [
        table.title
        for latest in (len(whole.moved), 1)
        for table in member_why(why_member(shop, "A", latest=latest), ENGLISH).tables
        if table.title.startswith("What moved")
    ]

    assert titles == ["What moved, the latest first", "What moved, the latest 1; there is more"]


def test_what_a_circle_gave_shrinks_with_what_comes_back(replayed: Replayed) -> None:
    """8.7: half of the goods came back, and half of energy and contribution with them."""
    half = {"lines": [{"line": 1, "quantity_milli": 15_000_000}]}
    history = [each if each["event"] != "return" else {**each, **half} for each in WORKED["K3"]]

    (program,) = why_sale(replayed(history), "s2").programs

    assert program.brought.buyer == (Gain(ENERGY, 15_000), Gain(WEIGHT, 150))


def test_a_terminal_sets_amounts_right_and_words_left(
    replayed: Replayed,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Reasons set right look like figures, and --latest is kept to."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    replayed(WORKED["R5"]).close()

    code = cli.main(["why", "member", "A", "--latest", "1", "--folder", str(tmp_path / "shop")])

    lines = capsys.readouterr().out.splitlines()
    missed = lines[lines.index("What did not count") + 1 :]
    starts = {line.rindex("  ") for line in missed}
    assert (code, len(starts)) == (0, 1)
    assert "What moved, the latest 1; there is more" in lines
