"""What a sale costs over its bare rows, in a young shop and in one of many years.

Both shops make the very same sales. They are made once beforehand on a copy that hears
every row that is written; the bare file is then written those rows.
"""

import gc
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple, Protocol

from pos_app.actions.reports.reward_report import reward_report
from pos_app.actions.selling.complete_sale import complete_sale
from pos_app.actions.selling.quote_basket import quote_basket
from pos_app.actions.selling.save_basket import save_basket
from pos_app.bench.figures import Figures, in_turn, ratio_of, tell, time_of
from pos_app.bench.past import MEMBERS
from pos_app.bench.shops import GOODS, OPENING, OpenShop, Workplace, code_of, open_at
from pos_app.domain.basket import Basket, BasketLine
from pos_app.domain.moment import Instant, business_day
from pos_app.domain.money import Fen, Milli
from pos_app.domain.quote import SaleDraft
from pos_app.domain.tender import CASH, WECHAT, TenderGiven
from pos_app.storage.bare_writes import BareFile, Write, WritesHeard, first_difference
from pos_app.storage.database import FILE_NAME

LINES = 10
_APART_MS = 60_000
_UNMEASURED = 10
"""The first sales of each shop warm caches and are not counted."""


@dataclass(frozen=True, slots=True)
class Told:
    """One sale of the day, and every row it writes."""

    at: Instant
    draft: SaleDraft
    before: tuple[Write, ...]
    """The open basket, saved while it is rung up."""
    rows: tuple[Write, ...]


class Side(Protocol):
    """A file that sales are written to; only `sell` is timed."""

    def prepare(self, told: Told) -> None:
        """Do what has happened before somebody presses Pay."""
        ...

    def sell(self, told: Told) -> None:
        """Write the sale in one commit."""
        ...


class ShopSide:
    """A shop that sells as a till does."""

    def __init__(self, folder: Path) -> None:
        self.opened = open_at(folder)

    def prepare(self, told: Told) -> None:
        """Let the time come and save the open basket."""
        self.opened.clock.move_to(told.at)
        save_basket(self.opened.shop, told.draft.basket)

    def sell(self, told: Told) -> None:
        """Complete the sale."""
        complete_sale(self.opened.shop, self.opened.seat, told.draft)


class BareSide:
    """A file that is written the same rows by the driver alone."""

    def __init__(self, folder: Path) -> None:
        self.file = BareFile(folder / FILE_NAME)

    def prepare(self, told: Told) -> None:
        """Write the open basket."""
        self.file.write(told.before)

    def sell(self, told: Told) -> None:
        """Write the sale's rows."""
        self.file.write(told.rows)


class SoldInBoth(NamedTuple):
    """What selling the day in the old shop and in the young one took."""

    folders: tuple[Path, Path]
    taken: tuple[list[int], list[int]]


class SaleTrial:
    """One day of sales, sold in several shops; what was measured is kept for its rows."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @cached_property
    def day(self) -> list[Told]:
        """The sales, as sold first in a copy of the young shop."""
        opened = open_at(self._workplace.copy_of(self._workplace.young, "heard"))
        heard = WritesHeard(opened.shop.storage)
        told = []
        for number in range(self._workplace.sizes.sales + _UNMEASURED):
            opened.clock.move_to(Instant(OPENING + number * _APART_MS))
            draft = _draft(opened, number)
            heard.take()
            save_basket(opened.shop, draft.basket)
            before = heard.take()
            complete_sale(opened.shop, opened.seat, draft)
            told.append(Told(opened.clock.at, draft, before, heard.take()))
        opened.shop.close()
        return told

    def over_bare_rows(self) -> Figures:
        """Row `sale`: the commit of a sale over the bare driver writing the same rows."""
        place = self._workplace
        folder = place.copy_of(place.young, "bare")
        sold, bare = ShopSide(place.copy_of(place.young, "sold")), BareSide(folder)
        tell("selling beside the bare rows")
        ours, baseline = _in_turn(sold, bare, self.day)
        sold.opened.shop.close()
        bare.file.close()
        differs = first_difference(sold.opened.shop.storage.path, folder / FILE_NAME)
        if differs is not None:
            raise AssertionError(f"the bare rows are not the sale's: {differs}")
        what = f"sale of {LINES} lines, two tenders, M0 and M1, over its bare rows"
        return ratio_of("sale", what, ours=ours, baseline=baseline, bound=3.0)

    @cached_property
    def sold_in_both(self) -> SoldInBoth:
        """The day sold in the old shop and in the young one, in turn."""
        place = self._workplace
        folders = (place.old, place.copy_of(place.young, "beside"))
        old, young = (ShopSide(folder) for folder in folders)
        tell("selling in the old shop and in the young one")
        taken = _in_turn(old, young, self.day)
        old.opened.shop.close()
        young.opened.shop.close()
        return SoldInBoth(folders, taken)

    def over_the_years(self) -> Figures:
        """Row `sale_large`: the same sale after very many, over the young shop."""
        old, young = self.sold_in_both.taken
        sizes = self._workplace.sizes
        what = f"the same after {sizes.past_sales} sales with {sizes.past_tickets} tickets"
        return ratio_of("sale_large", what, ours=old, baseline=young, bound=1.3)

    def report(self) -> Figures:
        """Row `report`: the day's reward report in the old shop over the young one."""
        place = self._workplace
        old, young = (open_at(folder) for folder in self.sold_in_both.folders)
        day = business_day(OPENING)
        tell("reporting the day")
        ours, baseline = in_turn(
            *(
                [partial(reward_report, each.shop, day)] * place.sizes.reports
                for each in (old, young)
            )
        )
        old.shop.close()
        young.shop.close()
        what = f"the day's report with {place.sizes.past_sales} sales before, over the day alone"
        return ratio_of("report", what, ours=ours, baseline=baseline, bound=1.5)


def _draft(opened: OpenShop, number: int) -> SaleDraft:
    """Ten lines for a member whose sponsor waits in the queue, paid in two parts."""
    lines = tuple(
        BasketLine(
            product=(product := (number * 3 + line) % GOODS + 1),
            sku=code_of(product),
            name="",
            price=Fen(0),
            quantity=Milli(1000 + 1000 * (line % 3)),
        )
        for line in range(LINES)
    )
    basket = Basket(opened.shop.ids.new(), lines, member=(number * 2 + 1) % MEMBERS + 1)
    quote = quote_basket(opened.shop, basket)
    by_phone = Fen(quote.due // 2)
    cash = Fen(quote.due - by_phone)
    tenders = (
        TenderGiven(WECHAT, by_phone, by_phone),
        TenderGiven(CASH, cash, Fen(cash + 100)),
    )
    return SaleDraft(quote.basket, tenders, quote.digest)


def _in_turn(first: Side, second: Side, day: list[Told]) -> tuple[list[int], list[int]]:
    """Sell the day on both sides, sale by sale, each going first half the time.

    Garbage is swept between the sales, as the till sweeps between its events.
    """
    taken: dict[Side, list[int]] = {first: [], second: []}
    gc.disable()
    for number, told in enumerate(day):
        for side in (first, second) if number % 2 else (second, first):
            side.prepare(told)
            gc.collect(1)
            taken[side].append(time_of(partial(side.sell, told)))
    gc.enable()
    return taken[first][_UNMEASURED:], taken[second][_UNMEASURED:]
