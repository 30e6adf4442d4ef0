"""The command `report`: a day, a month, clearing, retention, referrals; as files."""

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from pos_app.terminal.opened import opened_to_tell
from pos_app.terminal.speech import DONE, say, terminal_words
from pos_app.wording import Wording

_WHOLE_PERCENT = 100
_MOST_DAYS = 400
_MOST_LINES = 1_000_000
_MOST_YEARS = 20

_ENDINGS = ("pdf", "csv", "xlsx")


def add_report(commands: Any, each: argparse.ArgumentParser, words: Wording) -> None:
    """Add the command to a parser's commands; `each` brings what every command takes."""
    _ = words.text
    report = commands.add_parser("report", parents=[each], help=_("reports of rewards as files"))
    of = report.add_subparsers(
        dest="of", required=True, metavar="{day,month,clearing,retention,referrals}"
    )
    day = of.add_parser("day", parents=[each], help=_("a day's reward report"))
    day.add_argument(
        "when", type=read_day, metavar="DAY", help=_("a business day, e.g. 2026-11-21")
    )
    month = of.add_parser("month", parents=[each], help=_("the month-end statement"))
    month.add_argument("when", type=_month_typed, metavar="MONTH", help=_("a month, e.g. 2026-11"))
    month.add_argument(
        "--expected-redemption",
        type=_percent,
        metavar="PERCENT",
        help=_("how many of 100 points customers are expected to use, if not as the rules say"),
    )
    clearing = of.add_parser("clearing", parents=[each], help=_("what stores owe one another"))
    clearing.add_argument(
        "when", type=_month_typed, metavar="MONTH", help=_("a month, e.g. 2026-11")
    )
    retention = of.add_parser(
        "retention", parents=[each], help=_("members without activity for long")
    )
    retention.add_argument(
        "when", type=_years, nargs="?", metavar="YEARS", help=_("how many years; 3 if not named")
    )
    referrals = of.add_parser(
        "referrals", parents=[each], help=_("what referrals paid in a year, by person")
    )
    referrals.add_argument("when", type=_year_typed, metavar="YEAR", help=_("a year, e.g. 2026"))
    told_of = (
        _("a page to print; this one without any file named"),
        _("a table as text"),
        _("a table for a spreadsheet"),
    )
    for kind in (day, month, clearing, retention, referrals):
        for ending, told in zip(_ENDINGS, told_of, strict=True):
            kind.add_argument(f"--{ending}", type=Path, metavar="FILE", help=told)


def write_asked(asked: argparse.Namespace) -> int:
    """Write the report that is asked for; without a file named, a PDF in the folder."""
    from pos_app.actions.papers import report_papers as of
    from pos_app.actions.papers.export_report import export_report, report_path
    from pos_app.actions.watching.retention_list import RETENTION_YEARS

    expected: int | None = getattr(asked, "expected_redemption", None)
    papers: dict[str, of.ReportPaper[Any]] = {
        "day": of.DAY,
        "month": of.month_expecting(None if expected is None else expected * 100),
        "clearing": of.CLEARING,
        "retention": of.RETENTION,
        "referrals": of.REFERRALS,
    }
    paper, when = papers[asked.of], asked.when or RETENTION_YEARS
    with opened_to_tell(asked.folder) as shop:
        named = {ending: getattr(asked, ending) for ending in _ENDINGS}
        files = {ending: path for ending, path in named.items() if path is not None}
        written = export_report(
            shop,
            paper,
            when,
            files=files or {"pdf": report_path(shop, paper, when, ending="pdf")},
            language=getattr(asked, "language", ""),
        )
    for path in written:
        say(str(path))
    return DONE


def read_day(text: str) -> str:
    """A day as it is typed on the command line."""
    try:
        return _with_a_morrow(date.fromisoformat(text).isoformat())
    except ValueError as error:
        _ = terminal_words().text
        told = _("{text} is not a day such as 2026-11-21", text=text)
        raise argparse.ArgumentTypeError(told) from error


def _with_a_morrow(day_or_month: str) -> str:
    """A day or month that ends before the calendar does.

    Raises:
        ValueError: the day after it could not be named.
    """
    if day_or_month.startswith("9999"):
        raise ValueError(day_or_month)
    return day_or_month


def read_days(text: str, *, lowest: int = 1) -> int:
    """A number of days of made-up trade."""
    return _whole(text, lowest, _MOST_DAYS)


def read_count(text: str) -> int:
    """So many lines of a list."""
    return _whole(text, 1, _MOST_LINES)


def _month_typed(text: str) -> str:
    from pos_app.domain.month import read_month

    try:
        return _with_a_morrow(read_month(text))
    except ValueError as error:
        _ = terminal_words().text
        told = _("{text} is not a month such as 2026-11", text=text)
        raise argparse.ArgumentTypeError(told) from error


def _year_typed(text: str) -> str:
    try:
        return _with_a_morrow(date.fromisoformat(f"{text}-01-01").isoformat()[:4])
    except ValueError as error:
        _ = terminal_words().text
        told = _("{text} is not a year such as 2026", text=text)
        raise argparse.ArgumentTypeError(told) from error


def _percent(text: str) -> int:
    return _whole(text, 0, _WHOLE_PERCENT)


def _years(text: str) -> int:
    return _whole(text, 1, _MOST_YEARS)


def _whole(text: str, lowest: int, highest: int) -> int:
    if not text.isdecimal() or not lowest <= int(text) <= highest:
        _ = terminal_words().text
        told = _("{text} is not a whole number from {lowest} to {highest}",
                 text=text, lowest=lowest, highest=highest)  # fmt: skip
        raise argparse.ArgumentTypeError(told)
    return int(text)
