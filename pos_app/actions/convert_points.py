"""A member turns backed points of a circular program into vouchers (8.5)."""

from pos_app.actions.record_fact import record_fact, settle_due_in
from pos_app.domain.member import Member
from pos_app.domain.money import Fen
from pos_app.domain.program import Program
from pos_app.domain.seat import Seat
from pos_app.errors import NotFound
from pos_app.journal.facts import PointsConverted
from pos_app.shop import Shop


def convert_points(shop: Shop, seat: Seat, member: int, *, program: int) -> Fen:
    """Convert as many points as make whole vouchers; returns their amount.

    Raises:
        NotFound: no such member or program.
        NothingToConvert, PointsTooFew: nothing was changed.
    """
    with shop.storage.write() as work:
        settle_due_in(shop, work)
        if work.book.get(Member, member) is None:
            raise NotFound("member", str(member))
        if work.book.get(Program, program) is None:
            raise NotFound("program", str(program))
        fact = PointsConverted(program=program, member=member)
        converted: Fen = record_fact(shop, work, fact, staff=seat.staff).outcome
        return converted
