"""What a member exchanges in a program: points for vouchers, units for money."""

from typing import Any

from pos_app.actions.books.record_fact import record_fact, settle_due_in
from pos_app.actions.books.rehearse import rehearse
from pos_app.actions.exchanges.vouchers_to_come import vouchers_now, vouchers_to_come
from pos_app.domain.holdings import VoucherToCome
from pos_app.domain.member import Member
from pos_app.domain.program import Program
from pos_app.domain.seat import Seat
from pos_app.errors import NotFound
from pos_app.journal.facts import PointsConverted, UnitsRedeemed
from pos_app.shop import Shop
from pos_app.storage.unit_of_work import UnitOfWork


def exchange(shop: Shop, seat: Seat, fact: PointsConverted | UnitsRedeemed) -> Any:
    """Settle what is due, then book the exchange; returns what its poster returned.

    Raises:
        NotFound: no such member or program. What the program itself refuses is raised
            too; in either case nothing was changed.
    """
    with shop.storage.write() as work:
        return _exchanged(shop, work, seat, fact=fact)


def preview_exchange(
    shop: Shop, seat: Seat, fact: PointsConverted | UnitsRedeemed
) -> tuple[Any, tuple[VoucherToCome, ...]]:
    """Return what `exchange` would, and the vouchers it would give; nothing is kept.

    Raises:
        NotFound: and whatever else `exchange` would refuse.
    """

    def step(work: UnitOfWork) -> tuple[Any, tuple[VoucherToCome, ...]]:
        settle_due_in(shop, work)
        before = vouchers_now(work.book, fact.member)
        outcome = _exchanged(shop, work, seat, fact=fact)
        return outcome, vouchers_to_come(work.book, fact.member, before=before)

    return rehearse(shop, step)


def _exchanged(
    shop: Shop, work: UnitOfWork, seat: Seat, *, fact: PointsConverted | UnitsRedeemed
) -> Any:
    settle_due_in(shop, work)
    if work.book.get(Member, fact.member) is None:
        raise NotFound("member", str(fact.member))
    if work.book.get(Program, fact.program) is None:
        raise NotFound("program", str(fact.program))
    return record_fact(shop, work, fact, staff=seat.staff).outcome
