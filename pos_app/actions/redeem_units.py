"""A member turns units of an appreciation program into what they are worth (7.5)."""

from pos_app.actions.record_fact import record_fact, settle_due_in
from pos_app.actions.rehearse import rehearse
from pos_app.domain.holdings import Redeemed
from pos_app.domain.member import Member
from pos_app.domain.program import Program
from pos_app.domain.seat import Seat
from pos_app.errors import NotFound
from pos_app.journal.facts import UnitsRedeemed
from pos_app.shop import Shop
from pos_app.storage.unit_of_work import UnitOfWork


def redeem_units(shop: Shop, seat: Seat, member: int, *, program: int, units: int) -> Redeemed:
    """Redeem units, oldest first, at the price now; 10 000 units are a point.

    Raises:
        NotFound: no such member or program.
        NothingToRedeem, RedeemTooLittle, UnitsTooFew: nothing was changed.
    """
    fact = UnitsRedeemed(program=program, member=member, units=units)
    with shop.storage.write() as work:
        return _post(shop, work, seat, fact=fact)


def preview_redeem(shop: Shop, seat: Seat, member: int, *, program: int, units: int) -> Redeemed:
    """Show what units would come to now; nothing is written.

    Raises:
        NotFound: no such member or program.
        NothingToRedeem, RedeemTooLittle, UnitsTooFew: there is nothing to show.
    """
    fact = UnitsRedeemed(program=program, member=member, units=units)

    def step(work: UnitOfWork) -> Redeemed:
        return _post(shop, work, seat, fact=fact)

    return rehearse(shop, step)


def _post(shop: Shop, work: UnitOfWork, seat: Seat, *, fact: UnitsRedeemed) -> Redeemed:
    settle_due_in(shop, work)
    if work.book.get(Member, fact.member) is None:
        raise NotFound("member", str(fact.member))
    if work.book.get(Program, fact.program) is None:
        raise NotFound("program", str(fact.program))
    redeemed: Redeemed = record_fact(shop, work, fact, staff=seat.staff).outcome
    return redeemed
