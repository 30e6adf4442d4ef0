"""The commands around a shop's copies: backup, restore, keys, new-code."""

import argparse
import getpass
import sys
from pathlib import Path
from typing import Any

from pos_app.terminal.opened import opened, opened_or_beside
from pos_app.terminal.speech import DONE, say, terminal_words
from pos_app.wording import Wording


def add_backups(commands: Any, each: argparse.ArgumentParser, words: Wording) -> None:
    """Add the commands to a parser's commands; `each` brings what every command takes."""
    _ = words.text
    backup = commands.add_parser("backup", parents=[each], help=_("write a checked backup"))
    backup.add_argument(
        "--to",
        type=Path,
        required=True,
        metavar="FILE",
        help=_("the file, or a folder in which a file of today's date is made"),
    )
    restore = commands.add_parser(
        "restore", parents=[each], help=_("make a shop from a backup in another folder")
    )
    restore.add_argument("backup", type=Path, metavar="FILE", help=_("the backup"))
    restore.add_argument(
        "--replace", action="store_true", help=_("set aside the shop that lies in the folder")
    )
    keys = commands.add_parser(
        "keys", parents=[each], help=_("bring lost keys of the shop back with the recovery code")
    )
    for command in (restore, keys):
        command.add_argument("--code", help=_("the recovery code; asked for when not given"))
    commands.add_parser(
        "new-code", parents=[each], help=_("make a new recovery code; asks for the owner's PIN")
    )


def do_backup(asked: argparse.Namespace) -> int:
    """Write a backup, into a folder under today's name, beside an open till too."""
    from pos_app.actions.safekeeping.back_up import back_up, dated_name
    from pos_app.domain.moment import instant_text

    with opened_or_beside(asked.folder) as shop:
        to = asked.to / dated_name(shop) if asked.to.is_dir() else asked.to
        label = back_up(shop, to)
    _ = terminal_words().text
    say(_("Backup of {shop}, {time}, checked: {file}",
          shop=label.shop, time=instant_text(label.made_at), file=to))  # fmt: skip
    return DONE


def do_restore(asked: argparse.Namespace) -> int:
    """Make a shop anew; what stands against it is said before the code is asked for."""
    from pos_app.actions.safekeeping.restore_shop import label_to_restore, restore_shop
    from pos_app.clock import SystemClock
    from pos_app.domain.moment import instant_text

    _ = terminal_words().text
    label_to_restore(asked.backup, asked.folder, replace=asked.replace)
    code = asked.code or _typed(_("Recovery code: "))
    label = restore_shop(
        asked.backup, asked.folder, recovery_code=code, clock=SystemClock(), replace=asked.replace
    )
    say(_("{shop} as of {time} is in {folder}.",
          shop=label.shop, time=instant_text(label.made_at), folder=asked.folder))  # fmt: skip
    return DONE


def do_keys(asked: argparse.Namespace) -> int:
    """Bring the shop's keys back onto this machine."""
    from pos_app.actions.safekeeping.bring_keys_back import bring_keys_back

    _ = terminal_words().text
    with opened(asked.folder) as shop:
        bring_keys_back(shop, recovery_code=asked.code or _typed(_("Recovery code: ")))
    say(_("The keys are on this machine again. Start the till."))
    return DONE


def do_new_code(asked: argparse.Namespace) -> int:
    """Make a new recovery code for whoever knows an owner's PIN."""
    from pos_app.actions.safekeeping.renew_recovery_code import renew_recovery_code
    from pos_app.actions.staff.approve import approve
    from pos_app.domain.seat import Seat
    from pos_app.domain.staff import KEYS, OWNER

    _ = terminal_words().text
    with opened(asked.folder) as shop:
        by = approve(shop, _typed(_("Owner's PIN: ")), right=KEYS, asked=0).by
        settings = shop.settings
        seat = Seat(by, "", OWNER, store=settings.store, till=settings.till)
        code = renew_recovery_code(shop, seat)
    say(_("The new recovery code, shown once: {code}", code=code))
    say(_("The old one opens no backup from now on; backups made before still need it."))
    return DONE


def _typed(question: str) -> str:
    """Ask without an echo at a terminal; from a pipe, take the first line."""
    return getpass.getpass(question) if sys.stdin.isatty() else sys.stdin.readline().strip()
