"""The command `store`: the stores of an alliance that share one file."""

import argparse
from typing import Any

from pos_app.cli_terminal import DONE, say, terminal_words


def add_stores(commands: Any, folder: argparse.ArgumentParser) -> None:
    """Add the command to a parser's commands; `folder` brings `--folder`."""
    store = commands.add_parser("store", parents=[folder], help="the stores of an alliance")
    errand = store.add_subparsers(dest="errand", required=True, metavar="{list,add}")
    errand.add_parser("list", parents=[folder], help="every store and what it has put in")
    added = errand.add_parser("add", parents=[folder], help="register another store")
    added.add_argument("code", help="its short name, for good, e.g. S2")
    added.add_argument("name", help="what customers call it")


def do_store(asked: argparse.Namespace) -> int:
    """List the stores, or register one; who may open the folder may do both."""
    from pos_app.actions.add_store import add_store
    from pos_app.actions.list_stores import list_stores
    from pos_app.actions.record_fact import SHOP_ITSELF
    from pos_app.domain.figures import money_text
    from pos_app.domain.seat import Seat
    from pos_app.domain.staff import OWNER
    from pos_app.startup import open_shop

    _ = terminal_words().text
    shop = open_shop(asked.folder)
    try:
        if asked.errand == "add":
            settings = shop.settings
            seat = Seat(SHOP_ITSELF, "", OWNER, store=settings.store, till=settings.till)
            made = add_store(shop, seat, code=asked.code, name=asked.name)
            say(_("Store {code} is registered: {name}", code=made.code, name=made.name))
            return DONE
        for each in list_stores(shop):
            put_in = money_text(each.put_in)
            say(_("{code}  {name}  put in {amount}",
                  code=each.store.code, name=each.store.name, amount=put_in))  # fmt: skip
    finally:
        shop.close()
    return DONE
