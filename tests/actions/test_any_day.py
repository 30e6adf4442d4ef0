"""Any day of a shop, with crashes at any time, against a small model of it.

Real actions on a real file; after each step the drawer, the other takings, stock, points,
turnover and customer due are what the model says, which knows nothing of the program.
"""

from __future__ import annotations

import shutil
from functools import partial

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    precondition,
    rule,
)

from pos_app.actions.products.receive_stock import receive_stock
from pos_app.actions.queue.leave_queue import leave_queue
from pos_app.actions.selling.complete_sale import complete_sale
from pos_app.actions.selling.hold_sale import hold_sale
from pos_app.actions.selling.open_baskets import open_baskets
from pos_app.actions.selling.recall_sale import recall_sale
from pos_app.actions.selling.return_sale import DEFECT, VOLUNTARY, ReturnAsk, return_sale
from pos_app.actions.selling.save_basket import save_basket
from pos_app.actions.selling.void_sale import void_sale
from pos_app.actions.shifts.close_shift import close_shift
from pos_app.actions.shifts.move_cash import move_cash
from pos_app.actions.shifts.open_shift import open_shift
from pos_app.actions.shifts.pay_out import pay_out
from pos_app.domain.basket import LineReturned
from pos_app.domain.money import Fen, Milli
from pos_app.domain.refusals.sale import NoShiftOpen
from pos_app.domain.sale import SALES_BY_BASKET
from pos_app.engine.leaving import NothingToLeave
from pos_app.engine.undo import VoidRefused
from pos_app.startup import open_shop
from tests import make
from tests.actions.modelled_shop import CAKE, COLA, MEMBERS, OIL, ModelledShop
from tests.actions.power_cuts import DONE, do_and_die
from tests.actions.shop_model import PIECE

wanted = st.lists(
    st.tuples(st.sampled_from((COLA, OIL, CAKE)), st.integers(1, 7)), min_size=1, max_size=3
)
buyers = st.sampled_from((None, *MEMBERS))
shares = st.tuples(*[st.integers(0, 10)] * 3)
"""How much of what is possible is paid by reward balance, by points, and by phone."""


class AnyDay(ModelledShop):
    """What people do in a shop, in any order, and what goes wrong meanwhile."""

    # What people do.

    @precondition(lambda self: not self.model.open_shift)
    @rule(opening=st.integers(0, 50_000))
    def open_a_shift(self, opening: int) -> None:
        """The float comes out of the safe."""
        self.model.open_shift = open_shift(self.shop, self.seat, opening_float=Fen(opening)).shift
        self.model.drawer += opening
        self.model.safe -= opening

    @precondition(lambda self: self.model.open_shift and self.model.sales)
    @rule(off=st.sampled_from((0, 0, -150, 20)))
    def close_the_shift(self, off: int) -> None:
        """It always closes, whatever was counted."""
        counted = max(0, self.model.drawer + off)
        close_shift(self.shop, self.seat, counted=Fen(counted), with_backup=False)
        self.model.close(counted)

    @precondition(lambda self: self.model.open_shift)
    @rule(what=wanted, member=buyers, paid=shares)
    def sell(
        self, what: list[tuple[int, int]], member: int | None, paid: tuple[int, int, int]
    ) -> None:
        """A bill is paid by any split; paid again it is the same sale."""
        draft, tenders = self.draft_of(self.basket_of(what, member), paid)
        done = complete_sale(self.shop, self.seat, draft)
        again = complete_sale(self.shop, self.seat, draft)
        self.note_sale(done.sale.number, draft, tenders)

        assert again == done
        assert done.change == (100 if "cash" in tenders else 0)

    @precondition(lambda self: not self.model.open_shift)
    @rule(what=wanted)
    def sell_without_a_shift(self, what: list[tuple[int, int]]) -> None:
        """Nothing is sold that no drawer answers for."""
        draft, _ = self.draft_of(self.basket_of(what, None), (0, 0, 0))
        before = self.last_entry()
        with pytest.raises(NoShiftOpen):
            complete_sale(self.shop, self.seat, draft)

        assert self.last_entry() == before

    @rule(what=wanted, member=buyers)
    def hold(self, what: list[tuple[int, int]], member: int | None) -> None:
        """A bill is put aside; closing a shift does not drop it."""
        basket = self.basket_of(what, member)
        save_basket(self.shop, basket)
        hold_sale(self.shop, basket, name="等一下")
        self.held[basket.id] = what

    @precondition(lambda self: self.held and self.model.open_shift)
    @rule(chosen=st.data(), paid=shares)
    def recall_and_pay(self, chosen: st.DataObject, paid: tuple[int, int, int]) -> None:
        """A bill that was put aside comes back as it was, and is paid."""
        # In the order in which they were put aside: their numbers are made by chance.
        number = chosen.draw(st.sampled_from(list(self.held)))
        what = self.held.pop(number)
        basket = recall_sale(self.shop, number)
        draft, tenders = self.draft_of(basket, paid)
        done = complete_sale(self.shop, self.seat, draft)
        self.note_sale(done.sale.number, draft, tenders)

        assert [(line.product, line.quantity // PIECE) for line in basket.lines] == what

    @precondition(lambda self: self.model.sales and self.model.open_shift)
    @rule(chosen=st.data(), is_defect=st.booleans())
    def bring_back(self, chosen: st.DataObject, is_defect: bool) -> None:  # noqa: FBT001
        """Some pieces of some lines come back, once only."""
        number = self.some_sale(chosen)
        sale = self.model.sales[number]
        left = {
            at: line.pieces - line.returned
            for at, line in enumerate(sale.lines, start=1)
            if line.pieces > line.returned and not sale.is_voided
        }
        if not left:
            return
        back = {at: chosen.draw(st.integers(0, most)) for at, most in left.items()}
        back = {at: pieces for at, pieces in back.items() if pieces}
        if not back:
            return
        refund = self.model.expect_back(number, back, is_defect=is_defect)
        lines = tuple(LineReturned(at, Milli(pieces * PIECE)) for at, pieces in back.items())
        ask = ReturnAsk(number, lines, DEFECT if is_defect else VOLUNTARY)
        told = return_sale(self.shop, self.seat, ask).posted.record
        by_queue = told.netted - refund.netted
        self.model.take_back(number, back, refund, netted_by_queue=by_queue)

        assert (told.goods, told.reward, told.points) == (
            refund.goods,
            refund.rewards,
            refund.points,
        )
        assert 0 <= by_queue <= (0 if is_defect else refund.room)

    @precondition(lambda self: self.model.sales and self.model.open_shift)
    @rule(chosen=st.data())
    def void(self, chosen: st.DataObject) -> None:
        """A sale of the day is undone whole, or nothing of it is."""
        number = self.some_sale(chosen)
        may = self.model.may_void(number, day=self.today)
        before = self.last_entry()
        try:
            void_sale(self.shop, self.seat, number)
        except VoidRefused:
            assert self.last_entry() == before
        else:
            assert may
            self.model.void(number)

    @precondition(lambda self: self.model.open_shift)
    @rule(member=st.sampled_from(MEMBERS), tenths=st.integers(1, 10))
    def pay_out(self, member: int, tenths: int) -> None:
        """The reward balance leaves in cash."""
        amount = self.balance(f"CASH:{member}") * tenths // 10
        if amount:
            pay_out(self.shop, self.seat, member, account="CASH", amount=Fen(amount))
            self.model.drawer -= amount

    @precondition(lambda self: self.model.sales)
    @rule(chosen=st.data())
    def leave_the_queue(self, chosen: st.DataObject) -> None:
        """Leaving brings a voucher at most, never money or points."""
        number = self.some_sale(chosen)
        try:
            given = leave_queue(self.shop, self.seat, number)
        except NothingToLeave:
            return

        assert given.voucher >= 0

    @precondition(lambda self: self.model.open_shift)
    @rule(amount=st.integers(-5000, 5000).filter(bool))
    def move_cash(self, amount: int) -> None:
        """Cash goes to the safe and comes from it."""
        move_cash(self.shop, self.seat, amount=Fen(amount), reason="零钱")
        self.model.drawer += amount
        self.model.safe -= amount

    @rule(product=st.sampled_from((COLA, OIL, CAKE)), pieces=st.integers(1, 30))
    def receive(self, product: int, pieces: int) -> None:
        """Goods come in."""
        receive_stock(
            self.shop, self.seat, product=product, quantity=Milli(pieces * PIECE), reason="到货"
        )
        self.model.shelf[product] += pieces

    @rule(hours=st.integers(1, 40))
    def wait(self, hours: int) -> None:
        """The clock goes on, over midnight now and then."""
        make.pass_time(self.shop, seconds=3600 * hours)

    # What goes wrong.

    @rule()
    def crash(self) -> None:
        """The power goes: what the disk has is all there is."""
        self.starts += 1
        after = self.place / str(self.starts)
        shutil.copytree(self.shop.folder, after)
        gone = self.shop
        self.shop = open_shop(after, clock=gone.clock)
        gone.close()

        assert self.shop.findings == ()

    @precondition(lambda self: self.model.open_shift)
    @rule(what=wanted, member=buyers, paid=shares, at=st.integers(1, 70))
    def crash_while_paying(
        self, what: list[tuple[int, int]], member: int | None, paid: tuple[int, int, int], at: int
    ) -> None:
        """The power goes at any statement of the commit: whole or not at all."""
        basket = self.basket_of(what, member)
        save_basket(self.shop, basket)
        draft, tenders = self.draft_of(basket, paid)
        clock = make.clock_of(self.shop)
        self.shop.close()
        work = partial(complete_sale, seat=self.seat, draft=draft)
        code = do_and_die(self.shop.folder, work, now=clock.now(), at=at)
        self.shop = open_shop(self.shop.folder, clock=clock)
        with self.shop.storage.read() as seen:
            sale = next(seen.book.scan(SALES_BY_BASKET, basket.id), None)
        kept, _ = open_baskets(self.shop)
        done = complete_sale(self.shop, self.seat, draft)
        self.note_sale(done.sale.number, draft, tenders)

        assert kept == (basket if sale is None else None)
        assert sale in (None, done.sale)
        assert code != DONE or sale is not None


TestAnyDay = AnyDay.TestCase
# Some 1,200 steps: half a minute of the processor, most of it commits of a real file.
TestAnyDay.settings = settings(max_examples=25, stateful_step_count=50)
