"""How days and times are told in either language, on screen and on paper alike."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pos_app.domain.day_text import day_text, moment_text, month_text, short_day_text
from pos_app.domain.moment import Day, read_instant
from pos_app.wording import Language, Wording

ROOT = Path(__file__).resolve().parents[2]
PAPERS = ROOT / "tests" / "documents" / "golden"
OWN_FORM = re.compile(r"%Y-%m-%d|%m-%d|\bday_and_clock\b")
"""Also what the terminal says, which stands in `moment`."""
PEOPLE = ("pos_app/actions", "pos_app/documents", "pos_app/domain", "pos_app/reports",
          "pos_app/sentences", "ui")  # fmt: skip


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (Language.ZH_CN, ("2027-12-01", "12-01", "2027-12", "2027-12-01 08:05")),
        (Language.EN, ("1 Dec 2027", "1 Dec", "Dec 2027", "1 Dec 2027 08:05")),
    ],
)
def test_each_language_has_one_style(language: Language, told: tuple[str, ...]) -> None:
    """As the pictures of the till have it: 11-28 in Chinese, 28 Nov in English."""
    say, day = Wording(language).text, Day("2027-12-01")
    at = read_instant("2027-12-01T08:05:59+08:00")
    found = (
        day_text(day, say),
        short_day_text(day, say),
        month_text("2027-12", say),
        moment_text(at, say),
    )

    assert found == told


def test_no_english_paper_has_a_chinese_date_and_no_chinese_paper_an_english_one() -> None:
    """A receipt in two styles looks as if two programs had printed it."""
    english = [path for path in PAPERS.glob("*-en-*.txt") if _has(path, r"\d{4}-\d\d-\d\d")]
    chinese = [path for path in PAPERS.glob("*-zh_CN-*.txt") if _has(path, r"\d [A-Z][a-z]{2} \d")]

    assert (english, chinese) == ([], [])


def test_only_one_place_writes_a_day_for_people() -> None:
    """A format of its own in some screen is how the second style came in."""
    own = [
        str(path.relative_to(ROOT))
        for folder in PEOPLE
        for path in sorted((ROOT / folder).rglob("*.py"))
        if path.name != "moment.py" and OWN_FORM.search(path.read_text("utf-8"))
    ]

    assert own == []


def _has(path: Path, pattern: str) -> bool:
    return re.search(pattern, path.read_text("utf-8")) is not None
