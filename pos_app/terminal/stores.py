"""The command `store`: the stores of an alliance that share one file."""

import argparse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from pos_app.terminal.opened import opened_to_tell
from pos_app.terminal.speech import DONE, say, terminal_words
from pos_app.wording import Wording

if TYPE_CHECKING:
    from pos_app.domain.seat import Seat
    from pos_app.shop import Shop


def add_stores(commands: Any, each: argparse.ArgumentParser, words: Wording) -> None:
    """Add the command to a parser's commands; `each` brings what every command takes."""
    _ = words.text
    store = commands.add_parser("store", parents=[each], help=_("the stores of an alliance"))
    errand = store.add_subparsers(dest="errand", required=True, metavar="{list,add,look,leave}")
    errand.add_parser("list", parents=[each], help=_("every store and what it has put in"))
    added = errand.add_parser("add", parents=[each], help=_("register another store"))
    added.add_argument("code", metavar="CODE", help=_("its short name, for good, e.g. S2"))
    added.add_argument("name", metavar="NAME", help=_("what customers call it"))
    for name, told in (
        ("look", _("what a store still has in the alliance")),
        ("leave", _("let a store leave the alliance, for good; no money moves")),
    ):
        named = errand.add_parser(name, parents=[each], help=told)
        named.add_argument("code", metavar="CODE", help=_("its short name"))


def do_store(asked: argparse.Namespace) -> int:
    """Do the errand asked for; who may open the folder may do all of them."""
    errands = {"add": _add, "leave": _leave, "look": _look, "list": _list}
    errands[asked.errand](asked)
    return DONE


def _add(asked: argparse.Namespace) -> None:
    from pos_app.actions.stores.add_store import add_store

    _ = terminal_words().text
    with _opened_by_owner(asked) as (shop, seat):
        made = add_store(shop, seat, code=asked.code, name=asked.name)
    say(_("Store {code} is registered: {name}", code=made.code, name=made.name))


def _leave(asked: argparse.Namespace) -> None:
    from pos_app.actions.stores.leave_alliance import leave_alliance
    from pos_app.actions.stores.look_at_store import look_at_store
    from pos_app.actions.stores.store_words import outlook_lines

    wording = terminal_words()
    with _opened_by_owner(asked) as (shop, seat):
        leave_alliance(shop, seat, code=asked.code)
        left = look_at_store(shop, asked.code)
    _ = wording.text
    say(_("Store {code} has left the alliance; what stays of it:", code=left.store.code))
    _tell(outlook_lines(left, wording))


def _look(asked: argparse.Namespace) -> None:
    from pos_app.actions.stores.look_at_store import look_at_store
    from pos_app.actions.stores.store_words import outlook_lines

    with opened_to_tell(asked.folder) as shop:
        lines = outlook_lines(look_at_store(shop, asked.code), terminal_words())
    _tell(lines)


def _tell(lines: Sequence[tuple[str, str]]) -> None:
    for told, figure in lines:
        say(f"{told}  {figure}")


@contextmanager
def _opened_by_owner(asked: argparse.Namespace) -> Iterator[tuple["Shop", "Seat"]]:
    from pos_app.actions.books.record_fact import SHOP_ITSELF
    from pos_app.domain.seat import Seat
    from pos_app.domain.staff import OWNER
    from pos_app.startup import open_shop

    shop = open_shop(asked.folder)
    try:
        settings = shop.settings
        yield shop, Seat(SHOP_ITSELF, "", OWNER, store=settings.store, till=settings.till)
    finally:
        shop.close()


def _list(asked: argparse.Namespace) -> None:
    from pos_app.actions.stores.list_stores import list_stores
    from pos_app.domain.figures import money_text
    from pos_app.domain.moment import shop_time

    _ = terminal_words().text
    with opened_to_tell(asked.folder) as shop:
        for each in list_stores(shop):
            put_in = money_text(each.put_in)
            told = _("{code}  {name}  put in {amount}",
                     code=each.store.code, name=each.store.name, amount=put_in)  # fmt: skip
            if each.store.left_at is not None:
                told += "  " + _("left on {day}", day=f"{shop_time(each.store.left_at):%Y-%m-%d}")
            say(told)
