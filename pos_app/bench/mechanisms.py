"""What one settlement of each mechanism costs on file among very many members."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from pos_app.bench.figures import BY_THE_PROCESSOR, Figures, in_turn, ratio_of, tell
from pos_app.bench.lots import BASE, PLANS, Crowd, sponsor_of
from pos_app.bench.shops import OPENING, OpenShop, Workplace, open_at
from pos_app.bench.trade import join_all, sale_of
from pos_app.domain.moment import Instant
from pos_app.domain.program import PROGRAMS_BY_PRIORITY
from pos_app.domain.sale import Sale

_UNMEASURED = 5
"""The first sales of each mechanism warm caches and are not counted."""
_APART_MS = 1_000


class MechanismTrial:
    """One shop of many members and one of few, in which every mechanism is measured."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @property
    def rows(self) -> dict[str, Callable[[], Figures]]:
        """A row for each mechanism that settles: `settle_m1`, `settle_m1b` and so on."""
        return {f"settle_{plan.kind.lower()}": partial(self._row, plan.kind) for plan in PLANS}

    def _row(self, kind: str) -> Figures:
        sizes = self._workplace.sizes
        few, many = sizes.crowds
        shops = [self._open(members) for members in (many, few)]
        tell(f"settling {kind}")
        taken = in_turn(
            *(_sales_of(kind, *shop, count=sizes.settlements) for shop in shops),
            clock=BY_THE_PROCESSOR,
        )
        for opened, _ in shops:
            opened.shop.close()
        ours, baseline = (each[_UNMEASURED:] for each in taken)
        what = f"{kind}: a settlement on file with {many} members and lots over {few} of each"
        return ratio_of(f"settle_{kind.lower()}", what, ours=ours, baseline=baseline, bound=1.5)

    def _open(self, members: int) -> tuple[OpenShop, Crowd]:
        folder, crowd = self._workplace.with_lots(members)
        return open_at(folder), crowd


def _sales_of(
    kind: str, opened: OpenShop, crowd: Crowd, *, count: int
) -> list[Callable[[], object]]:
    """Switch one mechanism on and the others off; return the sales, each one commit."""
    with opened.shop.storage.write() as work:
        for program in list(work.book.scan(PROGRAMS_BY_PRIORITY)):
            work.book.put(replace(program, enabled=program.kind == kind))
        first = work.book.last_number(Sale) + 1
    return [
        partial(_sell, opened, crowd, buyer=each, first=first)
        for each in range(count + _UNMEASURED)
    ]


def _sell(opened: OpenShop, crowd: Crowd, *, buyer: int, first: int) -> None:
    """Complete the first sale of one who has not bought before, in one commit."""
    number, member = first + buyer, crowd.members + 1 + buyer
    at = Instant(OPENING + number % crowd.members * _APART_MS)
    sale = sale_of(number, at=at, member=member, sponsor=sponsor_of(crowd, member), base=BASE)
    with opened.shop.storage.write() as work:
        work.book.open_entry(crowd.entry, at)
        join_all(work.book, sale)
