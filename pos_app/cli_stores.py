"""The command `store`: the stores of an alliance that share one file."""

import argparse
from typing import Any

from pos_app.cli_opened import opened_to_tell
from pos_app.cli_terminal import DONE, say, terminal_words
from pos_app.wording import Wording


def add_stores(commands: Any, each: argparse.ArgumentParser, words: Wording) -> None:
    """Add the command to a parser's commands; `each` brings what every command takes."""
    _ = words.text
    store = commands.add_parser("store", parents=[each], help=_("the stores of an alliance"))
    errand = store.add_subparsers(dest="errand", required=True, metavar="{list,add}")
    errand.add_parser("list", parents=[each], help=_("every store and what it has put in"))
    added = errand.add_parser("add", parents=[each], help=_("register another store"))
    added.add_argument("code", metavar="CODE", help=_("its short name, for good, e.g. S2"))
    added.add_argument("name", metavar="NAME", help=_("what customers call it"))


def do_store(asked: argparse.Namespace) -> int:
    """List the stores, or register one; who may open the folder may do both."""
    return _add(asked) if asked.errand == "add" else _list(asked)


def _add(asked: argparse.Namespace) -> int:
    from pos_app.actions.add_store import add_store
    from pos_app.actions.record_fact import SHOP_ITSELF
    from pos_app.domain.seat import Seat
    from pos_app.domain.staff import OWNER
    from pos_app.startup import open_shop

    _ = terminal_words().text
    shop = open_shop(asked.folder)
    try:
        settings = shop.settings
        seat = Seat(SHOP_ITSELF, "", OWNER, store=settings.store, till=settings.till)
        made = add_store(shop, seat, code=asked.code, name=asked.name)
    finally:
        shop.close()
    say(_("Store {code} is registered: {name}", code=made.code, name=made.name))
    return DONE


def _list(asked: argparse.Namespace) -> int:
    from pos_app.actions.list_stores import list_stores
    from pos_app.domain.figures import money_text

    _ = terminal_words().text
    with opened_to_tell(asked.folder) as shop:
        for each in list_stores(shop):
            put_in = money_text(each.put_in)
            say(_("{code}  {name}  put in {amount}",
                  code=each.store.code, name=each.store.name, amount=put_in))  # fmt: skip
    return DONE
