"""A shop of members who stand in every mechanism: lots, tickets, cycles, a tree.

Each member has bought once, and each has brought five others as long as there are any.
What the pools, funds and purses hold is what the lots say; no journal fact tells of it.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pos_app.bench.trade import STORE, Plan, member_of, sale_of
from pos_app.domain.moment import DAY_MS, Instant, business_day, day_after
from pos_app.domain.money import WHOLE_BP, Fen, part
from pos_app.domain.record import Record
from pos_app.domain.transfer import Transfer
from pos_app.engine import accounts
from pos_app.engine.mechanisms.appreciation_fund import with_cap_price
from pos_app.engine.records.appreciation import UNITS_PER_POINT, NavFund, NavLot
from pos_app.engine.records.chain import AGENT, BOSS, ChainMember
from pos_app.engine.records.circular import Circle, CircleHolder
from pos_app.engine.records.draw import DrawEntry, DrawPot
from pos_app.engine.records.green import GreenFund, GreenLot, GreenMonth
from pos_app.engine.records.pool import PoolFunding, PoolLot, PoolLots
from pos_app.engine.records.queue import ACTIVE, Queue, Ticket
from pos_app.engine.records.refer import OPEN, OwnPurchase, ReferCycle, Referral
from pos_app.engine.records.shared import SETTLED, Enrolment

BASE = Fen(50_000)
"""Of every sale; enough to become an agent in the sourced chain."""
RECRUITS = 5
"""Of each member; the next one slides, and is the last of a cycle."""
BUYERS = 200
"""Registered behind the others: they have not bought yet, and more than are measured."""

_REFER = {
    "hold_days": 0,
    "n": RECRUITS + 1,
    "cum": [0] * RECRUITS + [10_000],
    "concession_bp": 1700,
}
PLANS = (
    Plan("queue", "M1", "V5_DEFAULT", {"hold_days": 0, "window": 50}),
    Plan("draw", "M1b", None, {"hold_days": 0, "seed": "bench"}),
    Plan("refer", "M2", None, _REFER),
    Plan("chain", "M3", "sourced 2+1", {"hold_days": 0}),
    Plan("green", "M4", None, {"hold_days": 0, "ref_points_bp": 500, "merchant_points_bp": 10_000}),
    Plan("nav", "M5", None, {"hold_days": 0}),
    Plan("circle", "M6", None, {"hold_days": 0, "ref_weight_bp": 1000}),
)
"""Every mechanism that settles a sale; each is measured with the others off."""
QUEUE, DRAW, REFER, CHAIN, GREEN, NAV, CIRCLE = range(1, len(PLANS) + 1)

_RECEIVED = Fen(100)
_TO_DRAW = part(BASE, 100)
_TO_REFER = part(BASE, 1700)
_TO_GREEN = part(BASE, 500)
_TO_NAV = part(BASE, 3000)
_MINTED = part(_TO_NAV, 7000)
_TO_CIRCLE = part(BASE, 1000)
_WEIGHT = BASE // 100


class Crowd(NamedTuple):
    """How many stand in every mechanism, and when they came."""

    members: int
    at: Instant
    """The moment from which the shop goes on; the sales lie a day before."""
    entry: int
    """The journal entry that the transfers are put under."""

    @property
    def sponsors(self) -> int:
        """How many have brought all of their recruits: the first ones."""
        return (self.members - 1) // RECRUITS


def sponsor_of(crowd: Crowd, member: int) -> int | None:
    """Who brought a member; new buyers come to sponsors all over the crowd."""
    if member > crowd.members:
        return (member - crowd.members) * 7919 % crowd.sponsors + 1
    return (member - 2) // RECRUITS + 1 if member > 1 else None


def records_of(crowd: Crowd) -> Iterator[Record]:
    """Yield everything, member by member, in the sequence in which it happened."""
    transfers = 0
    for member in range(1, crowd.members + BUYERS + 1):
        yield member_of(member, sponsor=sponsor_of(crowd, member))
    for member in range(1, crowd.members + 1):
        sale = sale_of(
            member,
            at=Instant(crowd.at - DAY_MS),
            member=member,
            sponsor=sponsor_of(crowd, member),
            base=BASE,
        )
        yield sale
        yield from _lots(crowd, member)
        yield from _referred(crowd, member)
        for moved in _moved(crowd, member):
            transfers += 1
            yield Transfer(transfers, crowd.entry, sale.at, *moved)
    yield from _heads(crowd.members)


def _lots(crowd: Crowd, member: int) -> Iterator[Record]:
    """What the member's sale brought in the queue, the draw and the pools."""
    at = Instant(crowd.at - DAY_MS)
    day = business_day(at)
    yield Ticket(QUEUE, member, 1, STORE, member, day, member, Fen(10_000), _RECEIVED, ACTIVE)
    yield DrawEntry(DRAW, member, member, at, BASE, 0, open=True)
    yield PoolLot(DRAW, member, member, own=True, granted=_TO_DRAW, left=_TO_DRAW)
    most = Fen(5 * _TO_GREEN)
    yield GreenLot(
        GREEN, member, 1, member, str(member), _TO_GREEN, _TO_GREEN, most, closes=40, open=True
    )
    yield GreenMonth(GREEN, member, day[:7], spent=BASE)
    units = _MINTED * UNITS_PER_POINT // 100
    lot = NavLot(
        program=NAV,
        sale=member,
        number=member,
        member=member,
        version=1,
        minted_at=at,
        minted=units,
        cap=Fen(2 * _MINTED),
        cap_price=0,
        units=units,
        change=member,
    )
    yield with_cap_price(lot)
    yield CircleHolder(CIRCLE, str(member), member, BASE, _WEIGHT, last_sale=member)
    yield PoolLot(CIRCLE, member, member, own=True, granted=_TO_CIRCLE, left=_TO_CIRCLE)


def _referred(crowd: Crowd, member: int) -> Iterator[Record]:
    """His own purchase, his cycle, the referral that he is, his place in the chain."""
    brings = member <= crowd.sponsors
    sponsor = sponsor_of(crowd, member)
    yield OwnPurchase(REFER, member, member, BASE, free=not brings, cycle=int(brings))
    yield Enrolment(
        member, REFER, 1, SETTLED, "", referral_taken=False, tier_bp=WHOLE_BP, base=BASE
    )
    if brings:
        yield ReferCycle(
            program=REFER,
            member=member,
            number=1,
            sale=member,
            version=1,
            state=OPEN,
            target=BASE,
            paid=Fen(0),
            expires=day_after(business_day(crowd.at), 364),
            joined=RECRUITS,
            changes=RECRUITS,
            basis_sale=member,
        )
    place = (member - 2) % RECRUITS + 1
    if sponsor is not None and sponsor <= crowd.sponsors:
        yield Referral(
            program=REFER,
            sale=member,
            sponsor=sponsor,
            cycle=1,
            position=place,
            referee=member,
            store=STORE,
            base=BASE,
            counts=True,
            conceded=_TO_REFER,
            concession=_TO_REFER,
            change=place,
        )
    yield ChainMember(
        program=CHAIN,
        member=member,
        sponsor=sponsor,
        parent=None if brings else sponsor,
        identity=BOSS if brings else AGENT,
        perf=BASE,
        purchases=1,
        direct_no=place if sponsor else 0,
        counts=sponsor is not None,
        directs=RECRUITS if brings else 0,
        counted=RECRUITS if brings else 0,
        children=RECRUITS if brings else 0,
        direct_sales=Fen(RECRUITS * BASE if brings else 0),
        qualified_by=member,
    )


def _moved(crowd: Crowd, member: int) -> Iterator[tuple[str, str, int, str, int, int, int]]:
    """Each program's money: debit, credit, amount, why, sale, funded by, program."""
    sponsor = sponsor_of(crowd, member)
    cycle = None if sponsor is None or sponsor > crowd.sponsors else sponsor
    for number, credit, amount in (
        (QUEUE, accounts.wallet("CASH", member), _RECEIVED),
        (DRAW, accounts.draw_pool("draw"), _TO_DRAW),
        (REFER, accounts.cycle_fund("refer", cycle, number=1) if cycle else "", _TO_REFER),
        (GREEN, accounts.green_pool("green"), _TO_GREEN),
        (NAV, accounts.nav_pool("nav"), _TO_NAV),
        (CIRCLE, accounts.circular_pool("circle"), _TO_CIRCLE),
    ):
        if credit:
            why = f"{PLANS[number - 1].kind}.CONCESSION"
            yield accounts.source(STORE), credit, amount, why, member, member, number


def _heads(members: int) -> Iterable[Record]:
    """Each program's counters and sums, as they stand after so many."""
    units = members * (_MINTED * UNITS_PER_POINT // 100)
    paid_in = {
        DRAW: _TO_DRAW, GREEN: _TO_GREEN, NAV: _TO_NAV, CIRCLE: _TO_CIRCLE,
    }  # fmt: skip
    return (
        Queue(QUEUE, STORE, active=members, tickets=members),
        DrawPot(DRAW, rounds=0, entries=members),
        GreenFund(
            GREEN,
            points=members * _TO_GREEN,
            lots=members,
            inflow=Fen(members * _TO_GREEN),
            new_sales=Fen(members * BASE),
        ),
        NavFund(NAV, units=units, lots=members, changes=members),
        Circle(CIRCLE, weight=members * _WEIGHT, holders=members),
        *(PoolLots(program, lots=members) for program in (DRAW, CIRCLE)),
        *(PoolFunding(program, STORE, Fen(members * each)) for program, each in paid_in.items()),
    )
