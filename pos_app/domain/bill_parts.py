"""A bill with goods of several stores, parted by whose they are (rulebook 9.3).

Each part becomes a sale of its own: its store takes the money for it, concedes on it, and
takes it back on a return. A bill of one store's goods is one part, as it stands.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pos_app.domain.basket import BasketLine
from pos_app.domain.money import NOTHING, Fen, split
from pos_app.domain.tender import REWARD_KINDS, TenderGiven


@dataclass(frozen=True, slots=True)
class BillPart:
    """What of a bill is one store's."""

    store: str
    places: tuple[int, ...]
    """Where its lines stand on the bill, from 0."""
    lines: tuple[BasketLine, ...]
    order_discount: Fen
    rounding: Fen
    tenders: tuple[TenderGiven, ...]


def bill_parts(
    lines: tuple[BasketLine, ...],
    tenders: tuple[TenderGiven, ...],
    *,
    discounts: tuple[Fen, Fen],
    store: str,
) -> tuple[BillPart, ...]:
    """Part a bill by the stores whose goods are on it, in the order of its lines.

    `discounts` are the order discount and 抹零, divided by what the goods of each store
    come to; `store` is the one that sells, whose the lines without an owner are.
    """
    owners = list(dict.fromkeys(line.owner or store for line in lines)) or [store]
    if len(owners) == 1:
        places = tuple(range(len(lines)))
        return (BillPart(owners[0], places, lines, *discounts, tenders),)
    places_of = [
        tuple(place for place, line in enumerate(lines) if (line.owner or store) == owner)
        for owner in owners
    ]
    goods = [
        Fen(sum(lines[place].gross - lines[place].discount for place in places))
        for places in places_of
    ]
    off = split(discounts[0], goods)
    after = _less(goods, off)
    rounded = split(discounts[1], after)
    paid = _paid_for(tenders, _less(after, rounded))
    return tuple(
        BillPart(
            owner,
            places_of[i],
            tuple(lines[place] for place in places_of[i]),
            off[i],
            rounded[i],
            tuple(paid[i]),
        )
        for i, owner in enumerate(owners)
    )


def _paid_for(tenders: tuple[TenderGiven, ...], dues: list[Fen]) -> list[list[TenderGiven]]:
    """Divide tenders over parts with these dues; all of each tender finds its place.

    Points, vouchers and reward balance pay for each part alike, so that none is without
    the rewards that another keeps (rulebook 1.4). Money pays for one part after the other.
    """
    paid: list[list[TenderGiven]] = [[] for _ in dues]
    for tender in sorted(tenders, key=lambda each: each.kind not in REWARD_KINDS):
        if tender.kind in REWARD_KINDS:
            shares = split(tender.amount, dues)
        else:
            shares = _filled(tender.amount, dues)
        dues = _less(dues, shares)
        change = Fen(tender.given - tender.amount)
        for i in reversed(range(len(dues))):
            if shares[i]:
                given = Fen(shares[i] + change)
                change = NOTHING
                paid[i].append(TenderGiven(tender.kind, shares[i], given, tender.note))
    return paid


def _filled(amount: Fen, dues: list[Fen]) -> list[Fen]:
    shares = []
    for due in dues:
        shares.append(Fen(min(amount, due)))
        amount = Fen(amount - shares[-1])
    return shares


def _less(amounts: list[Fen], shares: Sequence[Fen]) -> list[Fen]:
    return [Fen(amount - share) for amount, share in zip(amounts, shares, strict=True)]
