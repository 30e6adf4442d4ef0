"""The command `why`: each fen of a sale, a member or a pool with its reason."""

import argparse
import unicodedata
from typing import TYPE_CHECKING, Any

from pos_app.terminal.opened import opened_to_tell
from pos_app.terminal.reports import read_count
from pos_app.terminal.speech import DONE, terminal_words

if TYPE_CHECKING:
    from pos_app.actions.why.why_tables import WhyShown, WhyTable
    from pos_app.shop import Shop
    from pos_app.wording import Wording

_WIDE = frozenset("WF")
_LATEST = 100


def add_why(commands: Any, each: argparse.ArgumentParser, words: "Wording") -> None:
    """Add the command to a parser's commands; `each` brings what every command takes."""
    _ = words.text
    why = commands.add_parser("why", parents=[each], help=_("each fen with its reason"))
    of = why.add_subparsers(dest="of", required=True, metavar="{sale,member,pool}")
    for name, help_, named, told in (
        ("sale", _("what a sale caused"), "REF", _("number or outside name of a sale")),
        ("member", _("what a member has"), "REF", _("number or outside name of a member")),
        ("pool", _("who put into a program"), "PROGRAM", _("name of a program")),
    ):
        asked = of.add_parser(name, parents=[each], help=help_)
        asked.add_argument("named", metavar=named, help=told)
        if name == "member":
            asked.add_argument(
                "--latest", type=read_count, default=_LATEST, help=_("so many movements, not 100")
            )


def tell_why(asked: argparse.Namespace) -> int:
    """Print the reasons as tables."""
    wording = terminal_words()
    with opened_to_tell(asked.folder) as shop:
        shown = _asked(shop, asked, wording=wording)
    print(f"{shown.title}  {shown.subtitle}".rstrip())
    for table in shown.tables:
        print("", table.title, *_lines(table), sep="\n")
    return DONE


def _asked(shop: "Shop", asked: argparse.Namespace, *, wording: "Wording") -> "WhyShown":
    from pos_app.actions.why.why_member import why_member
    from pos_app.actions.why.why_pool import why_pool
    from pos_app.actions.why.why_pool_tables import pool_why
    from pos_app.actions.why.why_sale import why_sale
    from pos_app.actions.why.why_tables import member_why, sale_why

    if asked.of == "sale":
        return sale_why(why_sale(shop, asked.named), wording)
    if asked.of == "member":
        return member_why(why_member(shop, asked.named, latest=asked.latest), wording)
    return pool_why(why_pool(shop, asked.named), wording)


def _lines(table: "WhyTable") -> list[str]:
    """Rows in columns as wide as their texts; an amount, which is last, stands right."""
    rows = [table.heads, *(row.cells for row in table.rows)]
    wide = [max(_width(row[at]) for row in rows) for at in range(len(table.heads))]
    lines = []
    for row in rows:
        cells = [cell + " " * (wide[at] - _width(cell)) for at, cell in enumerate(row)]
        if table.has_amount:
            cells[-1] = " " * (wide[-1] - _width(row[-1])) + row[-1]
        lines.append("  " + "  ".join(cells).rstrip())
    return lines


def _width(text: str) -> int:
    """Columns on a terminal: Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(sign) in _WIDE else 1 for sign in text)
