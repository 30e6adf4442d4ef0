"""The shop from a terminal: every command that needs no window.

Every command takes `--folder`. What a command needs is imported when it runs. The demo
and the bench work with screens, which this package must not know: whoever starts the
program hands them in.
"""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from pos_app import __version__
from pos_app.domain.files.sample_days import DAYS
from pos_app.errors import ShopError
from pos_app.terminal.backup import add_backups, do_backup, do_keys, do_new_code, do_restore
from pos_app.terminal.draws import add_draws, do_check_draws, do_draws
from pos_app.terminal.opened import opened
from pos_app.terminal.reports import add_report, read_days, write_asked
from pos_app.terminal.speech import (
    DONE,
    FOUND_SOMETHING,
    REFUSED,
    add_language,
    end_progress,
    say,
    spare_signs,
    speaking,
    tell_progress,
    terminal_words,
    warn,
)
from pos_app.terminal.stores import add_stores, do_store
from pos_app.terminal.what_if import add_what_if, do_what_if
from pos_app.terminal.why import add_why, tell_why
from pos_app.wording import Wording

Command = Callable[[argparse.Namespace], int]
Play = Callable[[list[str]], int]

_FINDINGS_SHOWN = 50
_YES = ("yes", "y", "是")


def main(arguments: list[str], *, with_screens: Mapping[str, Play] | None = None) -> int:
    """Run one command and return the exit code; a refusal is said in one sentence.

    `with_screens` holds `demo` and `bench`, where the program has screens; they read what
    stands behind their names by themselves.
    """
    spare_signs()
    with speaking(arguments):
        try:
            return _run(arguments, with_screens or {})
        except ShopError as error:
            from pos_app.sentences.told import tell

            warn(tell(error, terminal_words()).whole)
            return REFUSED
        except BrokenPipeError:
            # Whoever reads along, such as `head`, has seen enough; nothing more can be said.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return DONE


def _run(arguments: list[str], with_screens: Mapping[str, Play]) -> int:
    at = _command_at(arguments)
    play = with_screens.get(arguments[at]) if at < len(arguments) else None
    if play is not None:
        return play([*arguments[:at], *arguments[at + 1 :]])
    commands: dict[str, Command] = {
        "report": write_asked,
        "store": do_store,
        "why": tell_why,
        "backup": do_backup,
        "restore": do_restore,
        "keys": do_keys,
        "new-code": do_new_code,
        "replay": _replay,
        "verify": _verify,
        "accept-time": _accept_time,
        "draws": do_draws,
        "check-draws": do_check_draws,
        "sample": _sample,
        "what-if": do_what_if,
    }
    asked = parser(terminal_words()).parse_args(arguments)
    asked.has_folder = asked.folder is not None
    asked.folder = asked.folder or default_folder()
    command = commands.get(asked.command)
    if command is None:
        _ = terminal_words().text
        needs = _("This installation has no screens, and {command} needs them.",
                  command=asked.command)  # fmt: skip
        say(needs)
        return REFUSED
    return command(asked)


def _command_at(arguments: list[str]) -> int:
    """Where the command stands; options of the whole program may stand before it."""
    at = 0
    while at < len(arguments) and arguments[at].startswith("-"):
        at += 1 if "=" in arguments[at] else 2
    return at


def default_folder() -> Path:
    """Return the folder of the shop when none is named: in the user's own data."""
    from platformdirs import user_data_path

    return user_data_path("pos-till", appauthor=False) / "shop"


def parser(words: Wording) -> argparse.ArgumentParser:
    """Return what reads the command line; `--folder` may stand before or behind."""
    _ = words.text
    each = argparse.ArgumentParser(add_help=False)
    each.add_argument("--folder", type=Path, default=argparse.SUPPRESS, help=_("the shop's folder"))
    add_language(each, words)
    whole = argparse.ArgumentParser(
        prog="main.py",
        description=_("A till for shops with reward schemes. Alone: opens the till."),
    )
    whole.add_argument(
        "--version", action="version", version=__version__, help=_("show the version and exit")
    )
    whole.add_argument("--folder", type=Path, help=_("the shop's folder"))
    add_language(whole, words)
    commands = whole.add_subparsers(dest="command", required=True, metavar=_("command"))

    add_report(commands, each, words)
    add_why(commands, each, words)
    commands.add_parser("verify", parents=[each], help=_("check chain, books and every row"))
    add_backups(commands, each, words)
    _add_replay(commands, each, words)
    add_what_if(commands, each, words)
    add_stores(commands, each, words)
    add_draws(commands, each, words)
    accept = commands.add_parser(
        "accept-time", parents=[each], help=_("the clock is right after a long pause")
    )
    accept.add_argument("--yes", action="store_true", help=_("do not ask whether it is right"))
    sample = commands.add_parser("sample", parents=[each], help=_("make the shop to play with"))
    sample.add_argument(
        "--days", type=read_days, default=DAYS, help=_("days of trade before today")
    )
    commands.add_parser("demo", parents=[each], help=_("play a day through the real screens"))
    commands.add_parser("bench", parents=[each], help=_("measure, and print it as JSON"))
    return whole


def _add_replay(commands: Any, each: argparse.ArgumentParser, words: Wording) -> None:
    _ = words.text
    replay = commands.add_parser("replay", parents=[each], help=_("a history in, the books out"))
    replay.add_argument(
        "history", type=Path, metavar="HISTORY.jsonl", help=_("one event in JSON for each line")
    )
    replay.add_argument(
        "--out", type=Path, required=True, metavar="RESULT.json", help=_("the file to write")
    )
    replay.add_argument("--events", type=Path, metavar="DIR", help=_("one file for each event"))


def _replay(asked: argparse.Namespace) -> int:
    from pos_app.startup import has_shop
    from pos_app.terminal.replay import replay_file

    # Without `--folder` a replay has a shop of its own, never the one people sell in.
    folder = asked.folder if asked.has_folder else None
    is_new = folder is not None and not has_shop(folder)
    seen: Counter[str] = Counter()
    told = replay_file(asked.history, out=asked.out, folder=folder, events=asked.events, seen=seen)
    wording = terminal_words()
    _, _n = wording.text, wording.plural
    if is_new:
        say(_("A new shop was made in {folder}.", folder=folder))
    events = _n("{count} event", "{count} events", count=seen.total())
    say(_("{events} replayed, {refused} of them refused: {path}",
          events=events, refused=len(told["refused"]), path=asked.out))  # fmt: skip
    return DONE


def _verify(asked: argparse.Namespace) -> int:
    from pos_app.actions.safekeeping.verify_books import verify_books

    with opened(asked.folder) as shop:
        findings = verify_books(shop.storage)
    _ = terminal_words().text
    if not findings:
        say(_("Chain, books and every row are as the journal says."))
        return DONE
    for each in findings[:_FINDINGS_SHOWN]:
        say(f"{each.table} {each.row} {each.column}: {each.found} / {each.expected}")
    say(_("Not as the journal says: {count}. Each line names table, row and column; "
          "found / expected.", count=len(findings)))  # fmt: skip
    return FOUND_SOMETHING


def _accept_time(asked: argparse.Namespace) -> int:
    from pos_app.actions.books.record_fact import SHOP_ITSELF
    from pos_app.actions.premises.accept_time import accept_time
    from pos_app.domain.moment import day_and_clock
    from pos_app.domain.seat import Seat
    from pos_app.domain.staff import OWNER

    _ = terminal_words().text
    with opened(asked.folder) as shop:
        if not asked.yes:
            with shop.storage.read() as seen:
                last = seen.last_at
            say(_("The last entry here is of {last}; this machine says it is {now}. What "
                  "became due in between is booked for good, and vouchers expire.",
                  last=day_and_clock(last),
                  now=day_and_clock(shop.clock.now())))  # fmt: skip
            say(_("If this time is right, type yes:"))
            if sys.stdin.readline().strip().lower() not in _YES:
                warn(_("The time was not accepted; nothing was changed."))
                return REFUSED
        settings = shop.settings
        accept_time(shop, Seat(SHOP_ITSELF, "", OWNER, store=settings.store, till=settings.till))
    say(_("The time of this machine is accepted. What is due is done when the till opens."))
    return DONE


def _sample(asked: argparse.Namespace) -> int:
    from pos_app.actions.replays.make_sample_shop import SAMPLE_CODE, make_sample_shop
    from pos_app.clock import SystemClock

    _ = terminal_words().text

    def progress(done: int, days: int) -> None:
        tell_progress(_("Day {done} of {days}", done=done, days=days))

    clock = SystemClock()
    make_sample_shop(asked.folder, clock=clock, days=asked.days, progress=progress).close()
    end_progress()
    say(_("The sample shop is in {folder}.", folder=asked.folder))
    say(_("Its recovery code, kept there because it is a sample, lies in {file}.",
          file=asked.folder / SAMPLE_CODE))  # fmt: skip
    return DONE
