"""A member turns backed points of a circular program into vouchers (8.5)."""

from pos_app.actions.record_fact import record_fact, settle_due_in
from pos_app.actions.rehearse import rehearse
from pos_app.domain.member import Member
from pos_app.domain.money import Fen
from pos_app.domain.program import Program
from pos_app.domain.seat import Seat
from pos_app.errors import NotFound
from pos_app.journal.facts import PointsConverted
from pos_app.shop import Shop
from pos_app.storage.unit_of_work import UnitOfWork


def convert_points(shop: Shop, seat: Seat, member: int, *, program: int) -> Fen:
    """Convert as many points as make whole vouchers; returns their amount.

    Raises:
        NotFound: no such member or program.
        NothingToConvert, PointsTooFew: nothing was changed.
    """
    fact = PointsConverted(program=program, member=member)
    with shop.storage.write() as work:
        return _post(shop, work, seat, fact=fact)


def preview_convert(shop: Shop, seat: Seat, member: int, *, program: int) -> Fen:
    """Show what would become vouchers now; nothing is written.

    Raises:
        NotFound: no such member or program.
        NothingToConvert, PointsTooFew: there is nothing to show.
    """
    fact = PointsConverted(program=program, member=member)

    def step(work: UnitOfWork) -> Fen:
        return _post(shop, work, seat, fact=fact)

    return rehearse(shop, step)


def _post(shop: Shop, work: UnitOfWork, seat: Seat, *, fact: PointsConverted) -> Fen:
    settle_due_in(shop, work)
    if work.book.get(Member, fact.member) is None:
        raise NotFound("member", str(fact.member))
    if work.book.get(Program, fact.program) is None:
        raise NotFound("program", str(fact.program))
    converted: Fen = record_fact(shop, work, fact, staff=seat.staff).outcome
    return converted
