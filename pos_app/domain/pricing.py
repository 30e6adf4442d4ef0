"""The one calculator: what each line of a basket costs, earns and is taxed.

Screen, receipt, report and return all read what this file worked out (rulebook 1.4).
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pos_app.domain.basket import BasketLine
from pos_app.domain.money import NOTHING, BasisPoints, Fen, split, tax_within
from pos_app.domain.tender import POINTS, REWARD, REWARD_KINDS, VOUCHER


@dataclass(frozen=True, slots=True)
class PricedLine:
    """The figures of one line, all in fen."""

    gross: Fen
    """half-up(price x quantity / 1000)."""
    goods: Fen
    """Gross less the line's own discount."""
    net: Fen
    """Goods less the line's share of the order discount."""
    voucher: Fen
    reward: Fen
    points: Fen
    base: Fen
    """What earns rewards: net less the reward tenders' shares; 0 when excluded."""
    tax: Fen
    """Inside the net; reward tenders do not lower it."""


@dataclass(frozen=True, slots=True)
class PricedBasket:
    """The figures of a whole basket, all in fen."""

    lines: tuple[PricedLine, ...]
    gross: Fen
    goods: Fen
    total: Fen
    saved: Fen
    tax: Fen
    base: Fen
    tax_by_rate: tuple[tuple[BasisPoints, Fen, Fen], ...]
    """(rate, net, tax) per rate, in order of the rate."""


def price_basket(
    lines: tuple[BasketLine, ...], *, discount: int = 0, paid: dict[str, Fen] | None = None
) -> PricedBasket:
    """Work out every figure of a basket.

    `discount` is the order discount with 抹零, at most the goods; `paid` is what the
    reward tenders pay, by kind. Order of work and roundings: rulebook 1.4.
    """
    gross = [line.gross for line in lines]
    goods = [Fen(whole - line.discount) for whole, line in zip(gross, lines, strict=True)]
    nets = _less(goods, split(discount, goods))
    shares: dict[str, list[Fen]] = {}
    left = nets
    for kind in REWARD_KINDS:
        shares[kind] = split((paid or {}).get(kind, NOTHING), left)
        left = _less(left, shares[kind])
    by_rate, taxes = _taxes(lines, nets)
    priced = tuple(
        PricedLine(
            gross=gross[i],
            goods=goods[i],
            net=nets[i],
            voucher=shares[VOUCHER][i],
            reward=shares[REWARD][i],
            points=shares[POINTS][i],
            base=NOTHING if line.excluded else left[i],
            tax=taxes[i],
        )
        for i, line in enumerate(lines)
    )
    return PricedBasket(
        lines=priced,
        gross=Fen(sum(gross)),
        goods=Fen(sum(goods)),
        total=Fen(sum(nets)),
        saved=Fen(sum(gross) - sum(nets)),
        tax=Fen(sum(taxes)),
        base=Fen(sum(line.base for line in priced)),
        tax_by_rate=by_rate,
    )


def priced_together(parts: Sequence[tuple[tuple[int, ...], PricedBasket]]) -> PricedBasket:
    """The figures of a bill out of its parts', each with its places on the bill."""
    if len(parts) == 1:
        return parts[0][1]
    lines = sorted(
        (place, line)
        for places, priced in parts
        for place, line in zip(places, priced.lines, strict=True)
    )
    by_rate: dict[BasisPoints, tuple[Fen, Fen]] = {}
    for _, priced in parts:
        for rate, net, tax in priced.tax_by_rate:
            net_before, tax_before = by_rate.get(rate, (NOTHING, NOTHING))
            by_rate[rate] = (Fen(net_before + net), Fen(tax_before + tax))
    return PricedBasket(
        lines=tuple(line for _, line in lines),
        gross=Fen(sum(priced.gross for _, priced in parts)),
        goods=Fen(sum(priced.goods for _, priced in parts)),
        total=Fen(sum(priced.total for _, priced in parts)),
        saved=Fen(sum(priced.saved for _, priced in parts)),
        tax=Fen(sum(priced.tax for _, priced in parts)),
        base=Fen(sum(priced.base for _, priced in parts)),
        tax_by_rate=tuple((rate, *by_rate[rate]) for rate in sorted(by_rate)),
    )


def _less(amounts: list[Fen], shares: list[Fen]) -> list[Fen]:
    return [Fen(amount - share) for amount, share in zip(amounts, shares, strict=True)]


def _taxes(
    lines: tuple[BasketLine, ...], nets: list[Fen]
) -> tuple[tuple[tuple[BasisPoints, Fen, Fen], ...], list[Fen]]:
    """Work out tax per rate on the sum of its nets, and allot it to its lines."""
    members: dict[BasisPoints, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        members[line.tax_rate].append(index)
    taxes = [NOTHING] * len(lines)
    by_rate = []
    for rate in sorted(members):
        indexes = members[rate]
        weights = [nets[i] for i in indexes]
        net = Fen(sum(weights))
        tax = tax_within(net, rate)
        by_rate.append((rate, net, tax))
        if tax:
            for i, share in zip(indexes, split(tax, weights), strict=True):
                taxes[i] = share
    return tuple(by_rate), taxes
