"""What tests need made: a fresh shop, people, products, members, drafts.

A shop is copied from one that is made once for each process: some 5 ms instead of half a
second. Its clock stands, its printer remembers, and nothing of it is a stand-in for our
own code.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

from pos_app.actions.members.register_member import register_member
from pos_app.actions.premises.make_shop import ShopSetup, make_shop
from pos_app.actions.products.save_product import ProductAsk, save_product
from pos_app.actions.shifts.open_shift import open_shift
from pos_app.actions.staff.save_staff import StaffAsk, save_staff
from pos_app.clock import StoppedClock
from pos_app.devices.key_store import KEY_FILE
from pos_app.devices.printer import RecordingPrinter
from pos_app.domain.basket import Basket, BasketLine
from pos_app.domain.moment import Instant, read_instant
from pos_app.domain.money import ONE, BasisPoints, Fen, Milli
from pos_app.domain.quote import SaleDraft
from pos_app.domain.seat import Seat
from pos_app.domain.staff import CASHIER, MANAGER, OWNER
from pos_app.domain.tender import CASH, TenderGiven
from pos_app.shop import Shop
from pos_app.startup import open_shop
from pos_app.storage.database import FILE_NAME

OPENING = read_instant("2026-11-21T08:00:00+08:00")
"""When a made shop's clock stands still."""

SHOP_NAME = "小满便利店"
OWNER_PIN = "jade-47-moon"
MANAGER_PIN = "plum-82-rain"
CASHIER_PIN = "274913"

OWNER_SEAT = Seat(1, "周满", OWNER, store="S1", till="1")
MANAGER_SEAT = Seat(2, "陈立", MANAGER, store="S1", till="1")
CASHIER_SEAT = Seat(3, "林小梅", CASHIER, store="S1", till="1")
"""The staff of a made shop; the shift is still 0."""


@cache
def prepared() -> tuple[Path, str]:
    """The folder every made shop is copied from, and its recovery code."""
    folder = Path(tempfile.mkdtemp(prefix="prepared-shop-"))
    setup = ShopSetup(
        name=SHOP_NAME,
        owner_name=OWNER_SEAT.name,
        owner_pin=OWNER_PIN,
        address="杭州市西湖区文三路 88 号",
        contact="0571-88000000",
    )
    made = make_shop(folder, setup, clock=StoppedClock(OPENING))
    people = ((MANAGER_SEAT, MANAGER_PIN), (CASHIER_SEAT, CASHIER_PIN))
    # The shop itself does it: whoever starts a copy of this shop on the machine's own clock,
    # years from now, is not asked whether that clock is right.
    itself = replace(OWNER_SEAT, staff=0)
    for seat, pin in people:
        save_staff(made.shop, itself, ask=StaffAsk(seat.name, seat.role, pin))
    made.shop.close()
    return folder, made.recovery_code


def folder(tmp_path: Path) -> Path:
    """A folder with a fresh shop in it, not opened."""
    target = tmp_path / "shop"
    target.mkdir()
    for name in (FILE_NAME, KEY_FILE):
        shutil.copyfile(prepared()[0] / name, target / name)
    return target


def shop(tmp_path: Path, *, at: Instant = OPENING) -> Shop:
    """A fresh shop with an owner, a manager and a cashier; no products, no members."""
    opened = open_shop(folder(tmp_path), clock=StoppedClock(at))
    opened.printer = RecordingPrinter()
    return opened


def printer_of(opened: Shop) -> RecordingPrinter:
    """The printer of a made shop, as one that can be asked what it printed."""
    assert isinstance(opened.printer, RecordingPrinter)
    return opened.printer


def clock_of(opened: Shop) -> StoppedClock:
    """The clock of a made shop, as one that can be moved."""
    assert isinstance(opened.clock, StoppedClock)
    return opened.clock


def pass_time(opened: Shop, *, seconds: int = 0, days: int = 0) -> None:
    """Move the shop's clock."""
    clock = clock_of(opened)
    clock.move_to(Instant(clock.now() + 1000 * (seconds + 86_400 * days)))


def seat_with_shift(opened: Shop, *, opening_float: Fen = Fen(20_000)) -> Seat:
    """The cashier's seat, with a shift opened for it."""
    return open_shift(opened, CASHIER_SEAT, opening_float=opening_float)


def product(
    opened: Shop,
    name: str = "可口可乐 500ml",
    *,
    price: int = 300,
    code: str = "6954767412573",
    sku: str = "",
    cost: int = 0,
    tax_rate: int = 0,
    excluded: bool = False,
    weighed: bool = False,
    unit: str = "",
) -> int:
    """A product in the catalogue; returns its number."""
    ask = ProductAsk(
        name=name,
        price=Fen(price),
        codes=(code,) if code else (),
        sku=sku,
        cost=Fen(cost),
        tax_rate=BasisPoints(tax_rate),
        excluded=excluded,
        weighed=weighed,
        unit=unit,
    )
    return save_product(opened, OWNER_SEAT, ask=ask)


def member(
    opened: Shop, name: str = "赵一", *, phone: str = "13800001234", sponsor: int | None = None
) -> int:
    """A member with a card; returns the number."""
    return register_member(opened, CASHIER_SEAT, name=name, phone=phone, sponsor=sponsor)


def line(price: int, *, quantity: int = ONE, product: int = 1, name: str = "货") -> BasketLine:
    """A line of a basket, as if rung up."""
    return BasketLine(product, str(product), name, Fen(price), Milli(quantity))


def cash(amount: int, *, given: int | None = None) -> TenderGiven:
    """Cash, exact or with change to come."""
    return TenderGiven(CASH, Fen(amount), Fen(amount if given is None else given))


def draft(
    opened: Shop,
    *lines: BasketLine,
    tenders: tuple[TenderGiven, ...],
    member: int | None = None,
) -> SaleDraft:
    """A draft of a new basket, quoted as of now."""
    from pos_app.actions.selling.quote_basket import quote_basket

    basket = Basket(opened.ids.new(), lines, member)
    quote = quote_basket(opened, basket, tenders=tenders)
    return SaleDraft(basket, tenders, quote.digest)
