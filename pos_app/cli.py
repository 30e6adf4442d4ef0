"""The shop from a terminal: every command that needs no window.

Every command takes `--folder`. What a command needs is imported when it runs. The demo
and the bench work with screens, which this package must not know: whoever starts the
program hands them in.
"""

import argparse
import getpass
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from pos_app import __version__
from pos_app.cli_reports import add_report, write_asked
from pos_app.cli_stores import add_stores, do_store
from pos_app.cli_terminal import DONE, FOUND_SOMETHING, REFUSED, say, terminal_words
from pos_app.cli_what_if import add_what_if, do_what_if
from pos_app.cli_why import add_why, tell_why
from pos_app.errors import ShopError

Command = Callable[[argparse.Namespace], int]
Play = Callable[[list[str]], int]

_FINDINGS_SHOWN = 50


def main(arguments: list[str], *, with_screens: Mapping[str, Play] | None = None) -> int:
    """Run one command and return the exit code; a refusal is said in one sentence.

    `with_screens` holds `demo` and `bench`, where the program has screens; they read what
    stands behind their names by themselves.
    """
    for name, play in (with_screens or {}).items():
        if name in arguments[:1] or (arguments[:1] == ["--folder"] and name in arguments[2:3]):
            return play([each for each in arguments if each != name])
    commands: dict[str, Command] = {
        "report": write_asked,
        "store": do_store,
        "why": tell_why,
        "backup": _backup,
        "restore": _restore,
        "keys": _keys,
        "replay": _replay,
        "verify": _verify,
        "accept-time": _accept_time,
        "draws": _draws,
        "check-draws": _check_draws,
        "sample": _sample,
        "what-if": do_what_if,
    }
    asked = parser().parse_args(arguments)
    asked.has_folder = asked.folder is not None
    asked.folder = asked.folder or default_folder()
    command = commands.get(asked.command)
    if command is None:
        _ = terminal_words().text
        needs = _("This installation has no screens, and {command} needs them.",
                  command=asked.command)  # fmt: skip
        say(needs)
        return REFUSED
    try:
        return command(asked)
    except ShopError as error:
        from pos_app.sentences import tell

        print(tell(error, terminal_words()).whole, file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        # Whoever reads along, such as `head`, has seen enough; nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        _ = terminal_words().text
        why = error.strerror or str(error)
        print(_("{path} cannot be used: {why}.", path=error.filename, why=why), file=sys.stderr)
        return REFUSED


def default_folder() -> Path:
    """Return the folder of the shop when none is named: in the user's own data."""
    from platformdirs import user_data_path

    return user_data_path("pos-till", appauthor=False) / "shop"


def parser() -> argparse.ArgumentParser:
    """Return what reads the command line; `--folder` may stand before or behind."""
    folder = argparse.ArgumentParser(add_help=False)
    folder.add_argument("--folder", type=Path, default=argparse.SUPPRESS, help="the shop's folder")
    whole = argparse.ArgumentParser(
        prog="main.py", description="A till for shops with reward schemes. Alone: opens the till."
    )
    whole.add_argument("--version", action="version", version=__version__)
    whole.add_argument("--folder", type=Path, help="the shop's folder")
    each = whole.add_subparsers(dest="command", required=True, metavar="command")

    add_report(each, folder)
    add_stores(each, folder)
    add_what_if(each, folder)
    add_why(each, folder)

    backup = each.add_parser("backup", parents=[folder], help="write a checked backup")
    backup.add_argument("--to", type=Path, required=True, metavar="FILE")

    restore = each.add_parser("restore", parents=[folder], help="make a shop from a backup")
    restore.add_argument("backup", type=Path, metavar="FILE")
    restore.add_argument("--code", help="the recovery code; asked for when it is not given")
    restore.add_argument(
        "--replace", action="store_true", help="set aside the shop that lies in the folder"
    )

    keys = each.add_parser("keys", parents=[folder], help="bring lost keys of the shop back")
    keys.add_argument("--code", help="the recovery code; asked for when it is not given")

    replay = each.add_parser("replay", parents=[folder], help="a history in, the books out")
    replay.add_argument("history", type=Path, metavar="HISTORY.jsonl")
    replay.add_argument("--out", type=Path, required=True, metavar="RESULT.json")
    replay.add_argument("--events", type=Path, metavar="DIR", help="one file for each event")

    draws = each.add_parser("draws", parents=[folder], help="write the protocol of the draws")
    draws.add_argument("program", help="the program's name")
    draws.add_argument("--out", type=Path, required=True, metavar="PROTOCOL.json")

    check = each.add_parser("check-draws", help="compute a protocol again from its seed")
    check.add_argument("protocol", type=Path, metavar="PROTOCOL.json")
    check.add_argument("--seed", help="the published seed; the protocol's own without it")

    each.add_parser("verify", parents=[folder], help="check chain, books and every row")
    each.add_parser("accept-time", parents=[folder], help="the clock is right after a long pause")
    each.add_parser("sample", parents=[folder], help="make the shop to play with")

    each.add_parser("demo", parents=[folder], help="play a day through the real screens")
    each.add_parser("bench", parents=[folder], help="measure, and print it as JSON")
    return whole


def _backup(asked: argparse.Namespace) -> int:
    from pos_app.actions.back_up import back_up
    from pos_app.domain.moment import instant_text
    from pos_app.startup import open_shop

    shop = open_shop(asked.folder, catch_up=False)
    try:
        label = back_up(shop, asked.to)
    finally:
        shop.close()
    _ = terminal_words().text
    say(_("Backup of {shop}, {time}, checked: {file}",
          shop=label.shop, time=instant_text(label.made_at), file=asked.to))  # fmt: skip
    return DONE


def _restore(asked: argparse.Namespace) -> int:
    from pos_app.actions.restore_shop import restore_shop
    from pos_app.clock import SystemClock
    from pos_app.domain.moment import instant_text

    _ = terminal_words().text
    code = asked.code or _typed(_("Recovery code: "))
    label = restore_shop(
        asked.backup, asked.folder, recovery_code=code, clock=SystemClock(), replace=asked.replace
    )
    say(_("{shop} as of {time} is in {folder}.",
          shop=label.shop, time=instant_text(label.made_at), folder=asked.folder))  # fmt: skip
    return DONE


def _keys(asked: argparse.Namespace) -> int:
    from pos_app.actions.bring_keys_back import bring_keys_back
    from pos_app.startup import open_shop

    _ = terminal_words().text
    shop = open_shop(asked.folder, catch_up=False)
    try:
        bring_keys_back(shop, recovery_code=asked.code or _typed(_("Recovery code: ")))
    finally:
        shop.close()
    say(_("The keys are on this machine again. Start the till."))
    return DONE


def _typed(question: str) -> str:
    """Ask without an echo at a terminal; from a pipe, take the first line."""
    return getpass.getpass(question) if sys.stdin.isatty() else sys.stdin.readline().strip()


def _replay(asked: argparse.Namespace) -> int:
    from pos_app.cli_replay import replay_file

    # Without `--folder` a replay has a shop of its own, never the one people sell in.
    folder = asked.folder if asked.has_folder else None
    replay_file(asked.history, out=asked.out, folder=folder, events=asked.events)
    return DONE


def _verify(asked: argparse.Namespace) -> int:
    from pos_app.actions.verify_books import verify_books
    from pos_app.startup import open_shop

    # Nothing that is due is done first: what lies there is checked as it lies.
    shop = open_shop(asked.folder, catch_up=False)
    try:
        findings = verify_books(shop.storage)
    finally:
        shop.close()
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
    from pos_app.actions.accept_time import accept_time
    from pos_app.actions.record_fact import SHOP_ITSELF
    from pos_app.domain.seat import Seat
    from pos_app.domain.staff import OWNER
    from pos_app.startup import open_shop

    shop = open_shop(asked.folder, catch_up=False)
    try:
        settings = shop.settings
        accept_time(shop, Seat(SHOP_ITSELF, "", OWNER, store=settings.store, till=settings.till))
    finally:
        shop.close()
    _ = terminal_words().text
    say(_("The time of this machine is accepted. What is due is done when the till opens."))
    return DONE


def _draws(asked: argparse.Namespace) -> int:
    import json

    from pos_app.actions.draw_protocol import draw_protocol
    from pos_app.startup import open_shop

    shop = open_shop(asked.folder)
    try:
        protocol = draw_protocol(shop, program=asked.program)
    finally:
        shop.close()
    asked.out.write_text(json.dumps(protocol, ensure_ascii=False, indent=1) + "\n", "utf-8")
    say(str(asked.out))
    return DONE


def _check_draws(asked: argparse.Namespace) -> int:
    from pos_app.actions.draw_protocol import check_protocol, read_protocol

    protocol = read_protocol(asked.protocol)
    doubts = check_protocol(protocol, seed=asked.seed or str(protocol.get("seed") or ""))
    _ = terminal_words().text
    if not doubts:
        say(_("Every draw comes out of the seed as the protocol says."))
        return DONE
    for each in doubts:
        say(f"{each.round_id} {each.pick} {each.why}")
    say(_("Draws that do not come out of this seed: {count}.", count=len(doubts)))
    return FOUND_SOMETHING


def _sample(asked: argparse.Namespace) -> int:
    from pos_app.actions.make_sample_shop import make_sample_shop
    from pos_app.clock import SystemClock

    _ = terminal_words().text

    def progress(done: int, days: int) -> None:
        print(_("Day {done} of {days}", done=done, days=days), end="\r", flush=True)

    make_sample_shop(asked.folder, clock=SystemClock(), progress=progress).close()
    say(_("The sample shop is in {folder}.", folder=asked.folder))
    return DONE
