"""The command `report`: a day, a month or the clearing of a month, as files."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pos_app.cli_terminal import DONE, say

if TYPE_CHECKING:
    from pos_app.shop import Shop

_WHOLE_PERCENT = 100


def add_report(commands: Any, folder: argparse.ArgumentParser) -> None:
    """Add the command to a parser's commands; `folder` brings `--folder`."""
    report = commands.add_parser("report", parents=[folder], help="reports of rewards as files")
    of = report.add_subparsers(dest="of", required=True, metavar="{day,month,clearing}")
    day = of.add_parser("day", parents=[folder], help="a day's reward report")
    day.add_argument("when", type=read_day, metavar="DAY", help="a business day, e.g. 2026-11-21")
    month = of.add_parser("month", parents=[folder], help="the month-end statement")
    month.add_argument("when", type=_month, metavar="MONTH", help="a month, e.g. 2026-11")
    month.add_argument(
        "--expected-redemption",
        type=_percent,
        default=_WHOLE_PERCENT,
        metavar="PERCENT",
        help="how many of 100 points customers are expected to use",
    )
    clearing = of.add_parser("clearing", parents=[folder], help="what stores owe one another")
    clearing.add_argument("when", type=_month, metavar="MONTH", help="a month, e.g. 2026-11")
    for each in (day, month, clearing):
        for ending in ("pdf", "csv", "xlsx"):
            each.add_argument(f"--{ending}", type=Path, metavar="FILE")


def write_asked(asked: argparse.Namespace) -> int:
    """Write the report that is asked for; without a file named, a PDF in the folder."""
    from pos_app.startup import open_shop

    shop = open_shop(asked.folder)
    try:
        written = _WRITERS[asked.of](shop, asked)
    finally:
        shop.close()
    for path in written:
        say(str(path))
    return DONE


def _write_day(shop: "Shop", asked: argparse.Namespace) -> tuple[Path, ...]:
    from pos_app.actions.export_report import export_report, report_path

    _name_a_file(asked, report_path(shop, asked.when, ending="pdf"))
    return export_report(shop, asked.when, pdf=asked.pdf, csv=asked.csv, xlsx=asked.xlsx)


def _write_month(shop: "Shop", asked: argparse.Namespace) -> tuple[Path, ...]:
    from pos_app.actions.export_month import export_month, month_path

    _name_a_file(asked, month_path(shop, asked.when, ending="pdf"))
    return export_month(
        shop,
        asked.when,
        pdf=asked.pdf,
        csv=asked.csv,
        xlsx=asked.xlsx,
        expected_bp=asked.expected_redemption * 100,
    )


def _write_clearing(shop: "Shop", asked: argparse.Namespace) -> tuple[Path, ...]:
    from pos_app.actions.export_clearing import clearing_path, export_clearing

    _name_a_file(asked, clearing_path(shop, asked.when, ending="pdf"))
    return export_clearing(shop, asked.when, pdf=asked.pdf, csv=asked.csv, xlsx=asked.xlsx)


_WRITERS = {"day": _write_day, "month": _write_month, "clearing": _write_clearing}


def _name_a_file(asked: argparse.Namespace, pdf: Path) -> None:
    """Asked for nothing in particular, a PDF is what people open."""
    if asked.pdf is None and asked.csv is None and asked.xlsx is None:
        asked.pdf = pdf


def read_day(text: str) -> str:
    """A day as it is typed on the command line."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2026-11-21") from error


def _month(text: str) -> str:
    from pos_app.domain.month import read_month

    try:
        return read_month(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a month such as 2026-11") from error


def _percent(text: str) -> int:
    if not text.isdecimal() or not 0 <= int(text) <= _WHOLE_PERCENT:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 0 to 100")
    return int(text)
