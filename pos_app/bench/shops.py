"""The shops that `bench` measures in, made once for each run.

They sell for real, but their past is written straight into the file.
"""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pos_app.actions.books.record_fact import SHOP_ITSELF, record_fact
from pos_app.actions.programs.adopt_program import ProgramAsk, adopt_program
from pos_app.actions.replays.make_replay_shop import make_replay_shop
from pos_app.actions.replays.replay_history import replay_seat
from pos_app.bench.figures import Sizes, tell
from pos_app.bench.lots import PLANS, Crowd
from pos_app.bench.lots import records_of as crowd_records
from pos_app.bench.past import Past, records_of
from pos_app.bench.trade import adopt
from pos_app.clock import StoppedClock
from pos_app.domain.moment import read_instant
from pos_app.domain.money import BasisPoints, Fen
from pos_app.domain.seat import Seat
from pos_app.domain.staff import CASHIER
from pos_app.engine.periods import schedule_periods
from pos_app.journal.entry import Entry
from pos_app.journal.facts import CodePrinted, ProductSaved, StaffSaved
from pos_app.shop import Shop
from pos_app.startup import open_shop
from pos_app.storage.bulk_rows import write_past
from pos_app.storage.database import FILE_NAME

OPENING = read_instant("2026-11-21T00:00:00+08:00")
"""When the shops' clocks stand at first; their past lies before."""

GOODS = 100
_IN_ONE_COMMIT = 2_000


@dataclass(frozen=True, slots=True)
class OpenShop:
    """A shop with somebody at its till."""

    shop: Shop
    seat: Seat
    clock: StoppedClock


class Workplace:
    """A temporary folder and the shops in it; each is made when it is first asked for."""

    def __init__(self, folder: Path, sizes: Sizes) -> None:
        self.folder = folder
        self.sizes = sizes
        self._crowds: dict[int, Crowd] = {}

    @cached_property
    def young(self) -> Path:
        """A shop with both programs and a queue, and with no more sales than made it."""
        return self._with_past("young", self.sizes.tickets, tickets=self.sizes.tickets)

    @cached_property
    def old(self) -> Path:
        """The same shop after very many sales, with a longer queue."""
        return self._with_past("old", self.sizes.past_sales, tickets=self.sizes.past_tickets)

    def copy_of(self, folder: Path, name: str) -> Path:
        """Copy a shop that nobody has open."""
        target = self.folder / name
        target.mkdir()
        shutil.copyfile(folder / FILE_NAME, target / FILE_NAME)
        return target

    def with_goods(self, count: int) -> Path:
        """Return a shop with so many products to find."""
        folder = self.folder / f"goods-{count}"
        if not folder.exists():
            tell(f"making a shop with {count} products")
            _make(folder, count)
        return folder

    def with_lots(self, members: int) -> tuple[Path, Crowd]:
        """Return a shop in which so many members stand in every mechanism."""
        folder = self.folder / f"lots-{members}"
        if members not in self._crowds:
            tell(f"writing {members} members, with lots in every mechanism")
            self._crowds[members] = _make_crowd(folder, members)
        return folder, self._crowds[members]

    def _with_past(self, name: str, sales: int, *, tickets: int) -> Path:
        folder = self.copy_of(self.with_goods(GOODS), name)
        with_entries = open_at(folder)
        with with_entries.shop.storage.read() as look:
            entry = look.last_number(Entry)
        with_entries.shop.close()
        tell(f"writing {sales} past sales and {tickets} tickets")
        write_past(folder, records_of(Past(sales, tickets, GOODS, OPENING, entry)))
        return folder


def open_at(folder: Path) -> OpenShop:
    """Open one of the shops and sit down at its till."""
    clock = StoppedClock(OPENING)
    shop = open_shop(folder, clock=clock)
    return OpenShop(shop, replay_seat(shop), clock)


def code_of(product: int) -> str:
    """The barcode of a product: an EAN-13 of the range for a shop's own use."""
    digits = f"20{product:010d}"
    odd, even = (sum(int(digit) for digit in digits[at::2]) for at in (0, 1))
    return f"{digits}{-(odd + 3 * even) % 10}"


def _make(folder: Path, goods: int) -> None:
    make_replay_shop(folder).close()
    opened = open_at(folder)
    queue = {"hold_days": 0, "window": 50}
    for ask in (
        ProgramAsk("points", "M0", params={"hold_days": 0}, priority=1),
        ProgramAsk("queue", "M1", "V5_DEFAULT", params=queue, priority=2),
    ):
        adopt_program(opened.shop, opened.seat, ask=ask)
    with opened.shop.storage.write() as work:
        # Nobody signs in with a PIN: the till is opened for the seat that is handed to it.
        cashier = StaffSaved(1, "林小梅", CASHIER, pin_sha256="", active=True)
        record_fact(opened.shop, work, cashier, staff=SHOP_ITSELF)
    for first in range(1, goods + 1, _IN_ONE_COMMIT):
        _add_products(opened.shop, range(first, min(first + _IN_ONE_COMMIT, goods + 1)))
    opened.shop.close()


def _make_crowd(folder: Path, members: int) -> Crowd:
    make_replay_shop(folder).close()
    opened = open_at(folder)
    with opened.shop.storage.write() as work:
        entry = work.book.last_number(Entry)
        work.book.open_entry(entry, OPENING)
        for program in adopt(work.book, PLANS, at=OPENING):
            schedule_periods(work.book, program)
    opened.shop.close()
    crowd = Crowd(members, OPENING, entry)
    write_past(folder, crowd_records(crowd))
    return crowd


def _add_products(shop: Shop, numbers: Iterable[int]) -> None:
    with shop.storage.write() as work:
        for number in numbers:
            code = code_of(number)
            fact = ProductSaved(
                number=number,
                sku=code,
                name=_name_of(number),
                price=Fen(500 + number % 100 * 7),
                cost=Fen(0),
                tax_rate=BasisPoints(1300),
                excluded=False,
                unit="",
                category="",
                weighed=False,
                on_sale=True,
                codes=(CodePrinted(code, code),),
            )
            record_fact(shop, work, fact, staff=SHOP_ITSELF)


def _name_of(number: int) -> str:
    """A name of the kind that shelves are full of."""
    brand = _BRANDS[number % len(_BRANDS)]
    kind = _KINDS[number // len(_BRANDS) % len(_KINDS)]
    return f"{brand}{kind} {number * 7919 % 9973}ml"


_BRANDS = (
    "农夫",
    "康师傅",
    "统一",
    "伊利",
    "蒙牛",
    "海天",
    "金龙鱼",
    "旺旺",
    "娃哈哈",
    "百岁山",
    "洽洽",
)
_KINDS = (
    "矿泉水",
    "绿茶",
    "牛奶",
    "酱油",
    "方便面",
    "饼干",
    "果汁",
    "啤酒",
    "牙膏",
    "薯片",
    "豆浆",
)
