"""A shop and its model side by side: what is compared after every step."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant

from pos_app.actions.books.audit_books import audit_books
from pos_app.actions.products.save_product import ProductAsk, save_product
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.actions.selling.open_baskets import open_baskets
from pos_app.actions.selling.quote_basket import quote_basket
from pos_app.actions.shifts.close_shift import close_shift
from pos_app.actions.stores.add_store import add_store
from pos_app.clock import StoppedClock
from pos_app.domain.basket import Basket
from pos_app.domain.moment import business_day
from pos_app.domain.money import BasisPoints, Fen
from pos_app.domain.quote import SaleDraft
from pos_app.domain.seat import Seat
from pos_app.domain.tender import TenderGiven
from pos_app.journal.entry import Entry
from pos_app.startup import open_shop
from tests import make
from tests.actions import at_the_counter as selling
from tests.actions.shop_model import PIECE, ShopModel

COLA, OIL, CAKE = 1, 2, 3
PRICES = {COLA: 300, OIL: 6000, CAKE: 1999}
OWNERS = {COLA: "S1", OIL: "S1", CAKE: "S2"}
CODES = {COLA: selling.COLA, OIL: selling.OIL, CAKE: "6901234567892"}
MEMBERS = (1, 2)
FLOAT = 20_000


@cache
def stocked() -> Path:
    """A closed shop: goods of two owners, two members, points, queue; nothing sold."""
    folder = Path(tempfile.mkdtemp(prefix="any-day-"))
    shop = make.shop(folder)
    seat = selling.open_for_trade(shop)
    selling.allow_payouts(shop)
    add_store(shop, make.OWNER_SEAT, code=OWNERS[CAKE], name="蛋糕坊")
    cake = ProductAsk("蛋糕", Fen(PRICES[CAKE]), codes=(CODES[CAKE],), owner=OWNERS[CAKE])
    save_product(shop, make.OWNER_SEAT, ask=cake)
    make.member(shop)
    make.member(shop, "钱二", phone="13800005678")
    close_shift(shop, seat, counted=Fen(FLOAT), with_backup=False)
    shop.close()
    return shop.folder


class ModelledShop(RuleBasedStateMachine):
    """A shop on a real file with its model beside it; what is done there says a test."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp(prefix="any-day-"))
        self.starts = 0
        shutil.copytree(stocked(), self.place / "0")
        clock = StoppedClock(make.OPENING)
        self.shop = open_shop(self.place / "0", clock=clock)
        self.model = ShopModel(dict(PRICES), OWNERS)
        self.model.shelf = dict.fromkeys(PRICES, 0)
        self.model.points = dict.fromkeys(MEMBERS, 0)
        self.held: dict[int, list[tuple[int, int]]] = {}

    def teardown(self) -> None:
        """Everything must follow from the journal alone, whatever happened."""
        wrong, drift = verify_books(self.shop.storage), audit_books(self.shop)
        self.shop.close()
        shutil.rmtree(self.place)

        assert (wrong, drift) == ([], ())

    # What the machine is like.

    @property
    def seat(self) -> Seat:
        """A manager at the till, at its shift if one is open."""
        return replace(make.MANAGER_SEAT, shift=self.model.open_shift)

    @property
    def today(self) -> str:
        """The business day."""
        return str(business_day(self.shop.clock.now()))

    def balance(self, account: str) -> int:
        """Credits less debits of an account now."""
        return selling.balance(self.shop, account)

    def last_entry(self) -> int:
        """How far the journal has come."""
        return selling.count_of(self.shop, Entry)

    def basket_of(self, what: list[tuple[int, int]], member: int | None) -> Basket:
        """A basket with a line for each of these."""
        names = {COLA: "可口可乐 500ml", OIL: "菜籽油 5L", CAKE: "蛋糕"}
        rates = {COLA: BasisPoints(1300), OIL: BasisPoints(900), CAKE: BasisPoints(0)}
        lines = tuple(
            replace(
                make.line(
                    PRICES[product], quantity=pieces * PIECE, product=product, name=names[product]
                ),
                sku=CODES[product],
                tax_rate=rates[product],
                owner="" if OWNERS[product] == "S1" else OWNERS[product],
            )
            for product, pieces in what
        )
        return Basket(self.shop.ids.new(), lines, member)

    def draft_of(
        self, basket: Basket, paid: tuple[int, int, int]
    ) -> tuple[SaleDraft, dict[str, int]]:
        """The basket with its tenders as the customer agreed to it."""
        what = [(line.product, line.quantity // PIECE) for line in basket.lines]
        due = self.model.total(what)
        tenders: dict[str, int] = {}
        if basket.member is not None:
            reward = min(self.balance(f"CASH:{basket.member}"), due) * paid[0] // 10
            points = min(self.model.points[basket.member], due // 2, due - reward) * paid[1] // 10
            tenders = {"reward": reward, "points": points}
        left = due - sum(tenders.values())
        tenders["wechat"] = left * paid[2] // 10
        tenders["cash"] = left - tenders["wechat"]
        tenders = {kind: amount for kind, amount in tenders.items() if amount}
        given = tuple(
            TenderGiven(kind, Fen(amount), Fen(amount + (100 if kind == "cash" else 0)))
            for kind, amount in tenders.items()
        )
        quote = quote_basket(self.shop, basket, tenders=given)
        return SaleDraft(basket, given, quote.digest), tenders

    def note_sale(self, number: int, draft: SaleDraft, tenders: dict[str, int]) -> None:
        """Let the model hear of a sale that the shop has."""
        basket = draft.basket
        what = [(line.product, line.quantity // PIECE) for line in basket.lines]
        self.model.sell(number, what, member=basket.member, tenders=tenders, day=self.today)

    def some_sale(self, chosen: st.DataObject) -> int:
        """One of the sales so far."""
        return chosen.draw(st.sampled_from(sorted(self.model.sales)))

    # What holds at any time.

    @invariant()
    def money_is_where_the_model_has_it(self) -> None:
        """The drawer, the safe, what was too much or too little, and the phones."""
        model = self.model
        found = {
            name: -self.balance(account)
            for name, account in (
                ("drawer", "drawer:1"),
                ("wechat", "wechat:1"),
                ("over and short", "over-short:1"),
                ("due", "due"),
            )
        }

        assert found == {
            "drawer": model.drawer,
            "wechat": model.other["wechat"],
            "over and short": -model.over_short,
            "due": 0,
        }
        assert -self.balance("safe:S1") == model.safe

    @invariant()
    def what_was_sold_is_sales_and_tax(self) -> None:
        """Every fen of a line is the store's or the state's, and goes back so."""
        sold = sum(self.balance(each) for each in ("sales:S1", "tax:1300", "tax:900"))

        assert {"S1": sold, "S2": self.balance("sales:S2")} == self.model.turnover

    @invariant()
    def shelves_are_as_they_were_left(self) -> None:
        """What was sold is gone, what came back is there."""
        shelf = {product: -self.balance(f"stock:{product}") // PIECE for product in PRICES}

        assert shelf == self.model.shelf

    @invariant()
    def members_have_their_points(self) -> None:
        """To the fen, and never below nothing."""
        points = {member: self.balance(f"POINTS:{member}") for member in MEMBERS}

        assert points == self.model.points
        assert min(points.values()) >= 0

    @invariant()
    def bills_put_aside_are_all_there(self) -> None:
        """Whatever happened meanwhile."""
        _, held = open_baskets(self.shop)

        assert sorted(each.basket.id for each in held) == sorted(self.held)
