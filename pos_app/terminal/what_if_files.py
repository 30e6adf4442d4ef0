"""What the command `what-if` reads and writes; the trial itself is the engine's."""

import json
import sys
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pos_app.actions.premises.named_file import read_named_file, refuse_place, write_named_file
from pos_app.actions.trying.what_if import own_trade
from pos_app.actions.trying.what_if_result import HISTORY, OWN_SALES, SYNTHETIC, what_if_result
from pos_app.actions.trying.what_if_tables import estimate_note, what_if_tables
from pos_app.domain.files.replay_history import MalformedLine, read_history
from pos_app.domain.moment import Day
from pos_app.domain.settings import ShopRules
from pos_app.domain.what_if_figures import WhatIfProgress
from pos_app.engine.book import rules_of
from pos_app.engine.trying.file import ProgramFile, read_program_file
from pos_app.engine.trying.past_trade import past_trade
from pos_app.engine.trying.synthetic_trade import figures_of, read_synthetic, synthetic_trade
from pos_app.engine.trying.trade import Trade
from pos_app.engine.what_if import Watch, what_if
from pos_app.errors import Refusal
from pos_app.reports.report_csv import report_csv
from pos_app.terminal.opened import opened
from pos_app.terminal.speech import end_progress, tell_progress
from pos_app.wording import Wording

STOPPED_BY_HAND = 130
"""What a program that was stopped with Ctrl-C returns."""

_PART = ".part"
_CSV = ".csv"


@dataclass(eq=False)
class HistoryUnreadable(Refusal):
    """A line of the history cannot be read; nothing was tried."""

    line: int
    why: str
    named: str


@dataclass(frozen=True, slots=True)
class _Tried:
    """The trade to try on, and how it is told of."""

    trade: Trade
    of: str
    figures: Mapping[str, object]
    rules: ShopRules


def run_what_if(asked: Namespace, words: Wording) -> int:
    """Try the programs of a file, write the answer whole or not at all.

    Ctrl-C stops it and leaves no file.

    Raises:
        FileNotRead, FileNotWritten, HistoryUnreadable, ProgramFileUnreadable,
        NoTradeThere, TradeUnknown, TradeOutOfRange: nothing was tried.
        RedLineOutside and what refuses an adoption: as `engine.what_if`.
    """
    _ = words.text
    refuse_place(asked.out)
    part: Path = asked.out.with_name(asked.out.name + _PART)
    try:
        # Before a year is tried it should be known that the answer can be kept.
        write_named_file(part, b"")
        answer = _answer(asked, words)
        end_progress()
        write_named_file(asked.out, answer)
    except KeyboardInterrupt:
        print(_("Stopped. Nothing was written."), file=sys.stderr)
        return STOPPED_BY_HAND
    finally:
        part.unlink(missing_ok=True)
    print(asked.out)
    return 0


def _answer(asked: Namespace, words: Wording) -> bytes:
    """What goes into the file: CSV when it is called so, else JSON."""
    file = read_program_file(read_named_file(asked.program))
    tried = _trade(asked, file)
    answer = what_if(
        tried.trade,
        file.programs,
        rules=tried.rules,
        red_from=Day(asked.red_from) if asked.red_from else None,
        watch=_teller(words),
    )
    made_up = tried.of == SYNTHETIC
    if asked.out.suffix == _CSV:
        return report_csv(what_if_tables(answer, words, made_up=made_up))
    result = what_if_result(
        answer,
        file.programs,
        rules=tried.rules,
        note=estimate_note(words, made_up=made_up),
        of=tried.of,
        figures=tried.figures,
    )
    return (json.dumps(result, ensure_ascii=False, indent=1) + "\n").encode()


def _trade(asked: Namespace, file: ProgramFile) -> _Tried:
    """Read or make the trade; limits are the file's, the shop's or the usual ones."""
    rules = file.rules or ShopRules()
    if asked.folder_history:
        with opened(asked.folder) as shop:
            with shop.storage.read() as view:
                rules = file.rules or rules_of(view.book)
            return _Tried(own_trade(shop), OWN_SALES, {}, rules)
    if asked.history is not None:
        return _Tried(_past(asked.history), HISTORY, {}, rules)
    made = read_synthetic(_figures(asked.synthetic))
    return _Tried(synthetic_trade(made), SYNTHETIC, figures_of(made), rules)


def _past(history: Path) -> Trade:
    lines = read_named_file(history).splitlines()
    try:
        return past_trade(read_history(lines))
    except MalformedLine as broken:
        raise HistoryUnreadable(broken.line, broken.why, broken.named) from broken


def _figures(text: str) -> dict[str, object]:
    """`a=1,b=2:3` by name; what is no number stays text, to be refused by name."""
    found: dict[str, object] = {}
    for each in filter(None, text.split(",")):
        name, _, value = each.partition("=")
        numbers = [_number(part) for part in value.split(":")]
        found[name.strip()] = numbers if name.strip() == "amounts" else numbers[0]
    return found


def _number(text: str) -> int | str:
    return int(text) if text.strip().isascii() and text.strip().isdigit() else text


def _teller(words: Wording) -> Watch:
    """Return what tells a person how far it is, a hundred times in all."""
    _ = words.text
    told = -1

    def tell(now: WhatIfProgress) -> bool:
        nonlocal told
        percent = now.sales * 100 // max(1, now.of)
        if percent != told:
            told = percent
            tell_progress(_("{sales} of {of} sales, {day}",
                            sales=now.sales, of=now.of, day=now.day))  # fmt: skip
        return True

    return tell
