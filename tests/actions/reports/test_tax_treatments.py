"""The shop's choice of tax treatment: told on papers, of no effect on amounts.

The errands tax_treatments, month_tables, referral_tables, list_programs.
"""

from pathlib import Path
from typing import Any

import pytest

from pos_app.actions.months.month_statement import month_statement
from pos_app.actions.months.month_tables import month_tables
from pos_app.actions.months.referral_tables import referral_tables
from pos_app.actions.months.referral_year import referral_year
from pos_app.actions.programs.adopt_program import ProgramAsk
from pos_app.actions.programs.list_programs import list_programs
from pos_app.actions.reports.reward_words import TREATMENTS
from pos_app.domain.month import Month
from pos_app.domain.program import ProgramVersion
from pos_app.domain.tax_treatment import (
    LABOUR_INCOME,
    OTHER_INCOME,
    PRICE_DISCOUNT,
    TAX_TREATMENTS,
)
from pos_app.shop import Shop
from pos_app.terminal.replay import replay_file
from pos_app.wording import Language, Wording
from tests import make
from tests.actions import at_the_counter as selling
from tests.actions.at_the_counter import OIL
from tests.actions.conftest import Replayed
from tests.adopting import adopt_tried
from tests.replays.worked_examples import WORKED, History, write_history
from tests.terminal.test_cli_replay_draws import draws

EXAMPLES = {name: WORKED[name] for name in ("Q3", "R1", "C1", "G1", "N1", "K1")}
JANUARY, NOVEMBER, DECEMBER = Month("2026-01"), Month("2026-11"), Month("2026-12")
AFTERWARDS = "2026-12-20T10:00:00+08:00"
ENGLISH = Wording(Language.EN)
POINTS, QUEUE = "Price discount · points · Points", "Price discount · queue · Queue"


def treated(history: History, treatment: str) -> History:
    """The same history with every program treated in another way."""
    return [
        {**line, "params": {**line.get("params", {}), "tax_treatment": treatment}}
        if line["event"] == "program"
        else line
        for line in history
    ]


def books(history: History, folder: Path) -> dict[str, Any]:
    """What a history's books say, but for the journal, which names the treatment."""
    folder.mkdir()
    file = write_history(folder / "history.jsonl", history)
    result = replay_file(file, out=folder / "result.json")
    assert (result["audit"], result["refused"]) == ("ok", [])
    return {name: value for name, value in result.items() if name != "journal"}


def entries(shop: Shop, month: Month) -> list[tuple[object, ...]]:
    """The suggested entries of a month, in English."""
    report = month_tables(month_statement(shop, month), ENGLISH)
    return list(
        next(each for each in report.tables if each.title.startswith("Suggested entries")).rows
    )


def taxed(shop: Shop, month: Month) -> list[tuple[object, ...]]:
    """The lines of a month that name the treatment of a program."""
    report = month_tables(month_statement(shop, month), ENGLISH)
    return list(next(each for each in report.tables if each.title.startswith("Tax")).rows)


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_no_treatment_changes_what_a_program_pays(name: str, tmp_path: Path) -> None:
    """10.7: it is a word for the statements; members and stores never notice it."""
    as_usual = books(EXAMPLES[name], tmp_path / "usual")

    for treatment in TAX_TREATMENTS:
        assert books(treated(EXAMPLES[name], treatment), tmp_path / treatment) == as_usual


@pytest.mark.parametrize("treatment", [OTHER_INCOME, LABOUR_INCOME])
def test_a_draw_keeps_back_what_its_rate_says(treatment: str, tmp_path: Path) -> None:
    """L4: 3,200 to the member and 800 aside, by `withhold_bp` alone (3.5)."""
    history = draws(1, withhold_bp=2000)
    found = books(treated(history, treatment), tmp_path / "drawn")["balances"]

    assert (found["CASH:s3"], found["OUT:tax"]) == (3200, 800)


def test_a_draw_may_be_a_discount_where_nothing_is_kept_back(tmp_path: Path) -> None:
    """L1 pays 4,000 and 10.7 taxes no discount."""
    history = draws(1, withhold_bp=0)

    usual = books(history, tmp_path / "usual")
    assert books(treated(history, PRICE_DISCOUNT), tmp_path / "discount") == usual


def test_the_month_names_the_treatment_of_what_was_given(shop: Shop) -> None:
    """Points of two sales, and what the second paid into the queue."""
    seat = selling.open_for_trade(shop)
    selling.sell(shop, seat, OIL, member=make.member(shop))
    selling.sell(shop, seat, OIL, member=make.member(shop, "陈国", phone="13800005678"))

    assert taxed(shop, NOVEMBER) == [(POINTS, 120, 0), (QUEUE, 1140, 0)]


def test_a_month_that_is_over_keeps_the_treatment_it_had(shop: Shop) -> None:
    """The statement of November was handed in; December's choice does not reach back."""
    seat = selling.open_for_trade(shop)
    selling.sell(shop, seat, OIL, member=make.member(shop))
    make.pass_time(shop, days=20)
    again = ProgramAsk("points", "M0", params={"tax_treatment": OTHER_INCOME, "hold_days": 0})
    adopt_tried(shop, make.OWNER_SEAT, ask=again)
    selling.sell(shop, seat, OIL, member=1)

    assert taxed(shop, NOVEMBER)[0][0] == POINTS
    assert taxed(shop, DECEMBER)[0][0] == "Other income · points · Points"


def test_commissions_are_a_selling_expense_as_long_as_they_are_pay(replayed: Replayed) -> None:
    """R1, 10.9: Dr 销售费用 for persons who act for the shop; a discount lessens revenue."""
    shop = replayed(WORKED["R1"], at=AFTERWARDS)

    assert entries(shop, JANUARY)[0][:2] == ("Commissions", "Selling expenses")


def test_commissions_that_are_a_discount_lessen_the_revenue(replayed: Replayed) -> None:
    """The entry follows the shop's choice; the amount is the same."""
    shop = replayed(treated(WORKED["R1"], PRICE_DISCOUNT), at=AFTERWARDS)

    assert entries(shop, JANUARY)[0][:2] == ("Put in", "Revenue")


def test_the_years_commissions_say_what_they_are_for_tax(replayed: Replayed) -> None:
    """10.7: 劳务报酬, unless the shop's adviser says otherwise."""
    shop = replayed(WORKED["R1"], at=AFTERWARDS)
    report = referral_tables(referral_year(shop, "2026"), ENGLISH)

    assert report.tables[0].title == "Commissions by person, for tax: Pay for services"
    assert (
        "For tax",
        "The shop's own choice, to be confirmed with its tax adviser. No amount depends on it.",
    ) in report.tables[1].rows


def test_programs_of_different_treatment_are_named(replayed: Replayed) -> None:
    """Pay for refer three and other income for a chain are two things for tax."""
    chain = {
        "event": "program",
        "at": WORKED["R1"][-1]["at"],
        "program": "chain",
        "kind": "M3",
        "params": {"tax_treatment": OTHER_INCOME},
    }
    found = referral_year(replayed([*WORKED["R1"], chain], at=AFTERWARDS), "2026")

    assert found.treatments == (("P", LABOUR_INCOME), ("chain", OTHER_INCOME))
    assert referral_tables(found, ENGLISH).tables[0].title == (
        "Commissions by person, for tax: P Pay for services · chain Other income"
    )


def test_a_year_without_referrals_names_no_treatment(shop: Shop) -> None:
    """Points and a queue pay no commission, whatever they are for tax."""
    selling.open_for_trade(shop)

    assert referral_year(shop, "2026").treatments == ()


def test_an_older_version_answers_what_is_asked_today(shop: Shop) -> None:
    """The form asks every parameter; a version from before the choice lacks one."""
    selling.open_for_trade(shop)
    with shop.storage.read() as view:
        written = [each.params for each in view.book.records(ProgramVersion)]

    assert [text for text in written if "tax_treatment" in text] == []
    assert {each.params["tax_treatment"] for each in list_programs(shop)} == {PRICE_DISCOUNT}


def test_every_treatment_has_a_word() -> None:
    """A code on a paper would be read by nobody."""
    assert tuple(TREATMENTS) == TAX_TREATMENTS
