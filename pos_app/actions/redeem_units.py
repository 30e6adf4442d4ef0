"""A member turns units of an appreciation program into what they are worth (7.5)."""

from pos_app.actions.record_fact import record_fact, settle_due_in
from pos_app.domain.member import Member
from pos_app.domain.program import Program
from pos_app.domain.seat import Seat
from pos_app.engine.outcomes import Redeemed
from pos_app.errors import NotFound
from pos_app.journal.facts import UnitsRedeemed
from pos_app.shop import Shop


def redeem_units(shop: Shop, seat: Seat, member: int, *, program: int, units: int) -> Redeemed:
    """Redeem units, oldest first, at the price now; 10 000 units are a point.

    Raises:
        NotFound: no such member or program.
        NothingToRedeem, RedeemTooLittle, UnitsTooFew: nothing was changed.
    """
    with shop.storage.write() as work:
        settle_due_in(shop, work)
        if work.book.get(Member, member) is None:
            raise NotFound("member", str(member))
        if work.book.get(Program, program) is None:
            raise NotFound("program", str(program))
        fact = UnitsRedeemed(program=program, member=member, units=units)
        redeemed: Redeemed = record_fact(shop, work, fact, staff=seat.staff).outcome
        return redeemed
