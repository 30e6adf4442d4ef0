"""A shop opened for the time of one command, to look or to write."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pos_app.terminal.speech import terminal_words, warn

if TYPE_CHECKING:
    from pos_app.shop import Shop


@contextmanager
def opened(folder: Path) -> Iterator["Shop"]:
    """Open the shop as it lies: what is due stays due (decision 0072)."""
    from pos_app.startup import open_shop

    shop = open_shop(folder, catch_up=False)
    try:
        yield shop
    finally:
        shop.close()


@contextmanager
def opened_or_beside(folder: Path) -> Iterator["Shop"]:
    """Open the shop to read it, beside a till that has it open too."""
    from pos_app.faults import ShopAlreadyOpen
    from pos_app.startup import open_shop, open_shop_beside

    try:
        shop = open_shop(folder, catch_up=False)
    except ShopAlreadyOpen:
        shop = open_shop_beside(folder)
    try:
        yield shop
    finally:
        shop.close()


@contextmanager
def opened_to_tell(folder: Path) -> Iterator["Shop"]:
    """Open the shop for a command that tells of it; say when something is due.

    Nothing is written: figures change when the till opens, not because somebody looked.
    """
    from pos_app.actions.due.settle_due import due_since
    from pos_app.domain.moment import day_and_clock

    with opened(folder) as shop:
        since = due_since(shop)
        if since is not None:
            _ = terminal_words().text
            late = _(
                "What is due since {time} is not in this yet; opening the till books it.",
                time=day_and_clock(since),
            )
            warn(late)
        yield shop
