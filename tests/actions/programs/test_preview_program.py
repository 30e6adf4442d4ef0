"""What would run, before it does.

Actions: preview_program, preview_combination, program_form, program_risk, export_protocol,
protocol_tables.
"""

from __future__ import annotations

import json

import pytest

from pos_app.actions.draws.export_protocol import export_protocol
from pos_app.actions.programs.adopt_combination import combinations
from pos_app.actions.programs.adopt_program import ProgramAsk
from pos_app.actions.programs.list_programs import list_programs
from pos_app.actions.programs.preview_combination import preview_combination
from pos_app.actions.programs.preview_program import preview_program
from pos_app.actions.programs.program_form import kinds_offered, program_form
from pos_app.actions.programs.program_risk import combination_risk, shipped_rate, shipped_risk
from pos_app.domain.program_consent import TYPED_SENTENCES
from pos_app.domain.refusals.program import ProgramOverLimit
from pos_app.engine.combinations import combination_of
from pos_app.errors import NotFound
from pos_app.faults import FileNotWritten
from pos_app.shop import Shop
from tests import make
from tests.actions.programs.test_adopt_program import POINTS, REFERRAL
from tests.adopting import adopt_tried


def test_a_preview_says_everything_and_writes_nothing(shop: Shop) -> None:
    """The consent page shows what would be adopted, before anybody signs."""
    preview = preview_program(shop, REFERRAL)

    assert (preview.rate, preview.risk, preview.sentence) == (
        2000,
        "red",
        TYPED_SENTENCES["zh_CN"],
    )
    assert preview.params["hold_days"] == 7
    assert list_programs(shop) == ()


def test_presets_are_those_of_the_rulebook() -> None:
    """The office offers what rulebook 2.3 names, what ships first."""
    assert program_form("M1").presets == (
        "V5_DEFAULT", "V1", "V2A", "V2B", "V3", "V4", "V5_ALLIANCE", "W532",
    )  # fmt: skip
    assert program_form("M0").presets == ("",)


@pytest.mark.parametrize("kind", kinds_offered())
def test_a_kind_asks_for_all_its_parameters_and_no_secret(kind: str) -> None:
    """What the office does not ask for could never be set; a seed is nobody's to see."""
    form = program_form(kind)

    assert all(set(values) == set(form.asked) for values in form.values.values())
    assert "seed" not in form.asked
    assert shipped_rate(kind) > 0
    assert shipped_risk(kind) in {"green", "yellow", "red"}


def test_a_preview_counts_what_runs_beside_it(shop: Shop) -> None:
    """Above the limit sales leave a program out; the owner must see it before."""
    adopt_tried(shop, make.OWNER_SEAT, ask=POINTS)
    preview = preview_program(shop, ProgramAsk("", "M5", params={"concession_bp": 3000}))
    again = preview_program(shop, POINTS)

    assert (preview.rate, preview.together, preview.limit) == (3000, 3100, 3000)
    assert (preview.name, preview.is_change, preview.needs_second) == ("消费增值", False, False)
    assert (again.name, again.is_change, again.together) == ("积分", True, 100)


def test_a_preview_refuses_what_could_not_run(shop: Shop) -> None:
    """Whoever has read and signed must not be told then that it cannot be."""
    with pytest.raises(ProgramOverLimit):
        preview_program(shop, ProgramAsk("", "M2"))


@pytest.mark.parametrize("code", [each.code for each in combinations()])
def test_a_combination_is_shown_within_its_budget(shop: Shop, code: str) -> None:
    """Rulebook 9.1: the budgets of a title fit the shop's limit together."""
    adopt_tried(shop, make.OWNER_SEAT, ask=ProgramAsk("老街绿分", "M4"))
    shown = preview_combination(shop, code)
    chosen = combination_of(code)
    has_green = "M4" in shown.names

    assert sum(part.program.rate for part in shown.parts) == chosen.budget_bp <= shown.limit
    assert shown.together == chosen.budget_bp + (0 if has_green else 500)
    assert shown.names.get("M4", "老街绿分") == "老街绿分"
    assert combination_risk(chosen) in {part.program.risk for part in shown.parts}


def test_a_protocol_is_written_where_papers_lie(shop: Shop) -> None:
    """What is to be published must be found; other programs have none."""
    adopt_tried(shop, make.OWNER_SEAT, ask=ProgramAsk("抽奖", "M1b", consent_by="周满"))
    path = export_protocol(shop, program="抽奖")
    told = json.loads(path.read_text("utf-8"))

    assert path == shop.folder / "reports" / "draw-1.json"
    assert (told["program"], told["seed"], told["rounds"]) == ("抽奖", None, [])
    with pytest.raises(NotFound):
        export_protocol(shop, program="积分")
    path.unlink()
    path.mkdir()
    with pytest.raises(FileNotWritten):
        export_protocol(shop, program="抽奖")
