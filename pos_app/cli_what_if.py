"""The command `what-if` as it is typed; what it does is in `cli_what_if_files`."""

import argparse
from pathlib import Path
from typing import Any

from pos_app.cli_reports import read_day
from pos_app.cli_terminal import terminal_words


def add_what_if(commands: Any, folder: argparse.ArgumentParser) -> None:
    """Add the command to a parser's commands; `folder` brings `--folder`."""
    tried = "try programs on past or made-up sales"
    command = commands.add_parser("what-if", parents=[folder], help=tried)
    command.add_argument("program", type=Path, metavar="PROGRAM.json")
    trade = command.add_mutually_exclusive_group(required=True)
    trade.add_argument("--history", type=Path, metavar="HISTORY.jsonl", help="another till's past")
    trade.add_argument("--folder-history", action="store_true", help="the shop's own past sales")
    trade.add_argument(
        "--synthetic",
        nargs="?",
        const="",
        metavar="NAME=FIGURE,...",
        help="made-up sales: sales_a_day=50,days=365,amounts=2000:5000:20000,seed=1",
    )
    command.add_argument("--red-from", type=read_day, metavar="DAY", help="sales halve, or stop")
    command.add_argument("--out", type=Path, required=True, metavar="FILE.json|FILE.csv")


def do_what_if(asked: argparse.Namespace) -> int:
    """Try the programs and write the answer."""
    from pos_app.cli_what_if_files import run_what_if

    return run_what_if(asked, terminal_words())
