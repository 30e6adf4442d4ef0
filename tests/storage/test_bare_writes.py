"""The measure of a sale: its own rows, no more and no less, by the driver alone."""

import shutil
from pathlib import Path

from pos_app.clock import StoppedClock
from pos_app.startup import open_shop
from pos_app.storage.bare_writes import BareFile, WritesHeard, first_difference
from pos_app.storage.database import FILE_NAME
from tests import make
from tests.actions.at_the_counter import COLA, OIL, open_for_trade, sell


def test_the_rows_heard_make_the_same_file(tmp_path: Path) -> None:
    """A baseline that writes less than the sale would flatter every ratio."""
    shop = make.shop(tmp_path)
    seat = open_for_trade(shop)
    member = make.member(shop, "O'Neill 赵")
    shop.close()
    shutil.copyfile(tmp_path / "shop" / FILE_NAME, tmp_path / "bare.sqlite")
    shop = open_shop(tmp_path / "shop", clock=StoppedClock(make.OPENING))
    heard = WritesHeard(shop.storage)
    sell(shop, seat, COLA, OIL, OIL, member=member)
    shop.close()
    bare = BareFile(tmp_path / "bare.sqlite")
    before = first_difference(tmp_path / "bare.sqlite", tmp_path / "shop" / FILE_NAME)
    bare.write(heard.take())
    bare.close()

    assert before is not None
    assert first_difference(tmp_path / "bare.sqlite", tmp_path / "shop" / FILE_NAME) is None
