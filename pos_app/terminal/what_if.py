"""The command `what-if` as it is typed; what it does is in `what_if_files`."""

import argparse
from pathlib import Path
from typing import Any

from pos_app.terminal.reports import read_day
from pos_app.terminal.speech import terminal_words
from pos_app.wording import Wording


def add_what_if(commands: Any, each: argparse.ArgumentParser, words: Wording) -> None:
    """Add the command to a parser's commands; `each` brings what every command takes."""
    _ = words.text
    command = commands.add_parser(
        "what-if", parents=[each], help=_("try programs on past or made-up sales")
    )
    command.add_argument(
        "program", type=Path, metavar="PROGRAM.json", help=_("one program, or several")
    )
    trade = command.add_mutually_exclusive_group(required=True)
    trade.add_argument(
        "--history", type=Path, metavar="HISTORY.jsonl", help=_("another till's past")
    )
    trade.add_argument("--folder-history", action="store_true", help=_("the shop's own past sales"))
    trade.add_argument(
        "--synthetic",
        nargs="?",
        const="",
        metavar="NAME=FIGURE,...",
        help=_("made-up sales: sales_a_day=50,days=365,amounts=2000:5000:20000,seed=1"),
    )
    command.add_argument(
        "--red-from", type=read_day, metavar="DAY", help=_("the day from which sales halve or stop")
    )
    command.add_argument(
        "--out", type=Path, required=True, metavar="FILE.json|FILE.csv", help=_("the file to write")
    )


def do_what_if(asked: argparse.Namespace) -> int:
    """Try the programs and write the answer."""
    from pos_app.terminal.what_if_files import run_what_if

    return run_what_if(asked, terminal_words())
