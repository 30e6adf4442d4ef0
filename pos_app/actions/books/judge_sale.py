"""What lines cost and which programs they join, worked out once a sale; pure.

The commit judges a sale before it is written and then writes what it judged; `verify`
judges it again, from the journal's bytes alone.
"""

from dataclasses import dataclass

from pos_app.actions.books.watch_member import least_hold_days
from pos_app.domain.basket import BasketLine
from pos_app.domain.bill_parts import BillPart, bill_parts
from pos_app.domain.member import ADULT, Member, bars_referral, is_erased
from pos_app.domain.moment import Instant, business_day
from pos_app.domain.money import WHOLE_BP, BasisPoints, Fen, half_up
from pos_app.domain.pricing import PricedBasket, price_basket
from pos_app.domain.tender import REWARD_KINDS, TenderGiven
from pos_app.engine.book import Book, rules_of
from pos_app.engine.enrol import enrol
from pos_app.engine.outcomes import Decision, SaleAsk


@dataclass(frozen=True, slots=True)
class JudgedSale:
    """The figures of a sale and what it would earn, before any of it is in the books."""

    part: BillPart
    priced: PricedBasket
    ask: SaleAsk
    decisions: tuple[Decision, ...]


def judge_sale(book: Book, part: BillPart, *, member: int | None, at: Instant) -> JudgedSale:
    """Price the lines of one store as they stand and decide which programs they join.

    What reward tenders pay lowers what a line earns, not what is to pay (rulebook 1.4).
    """
    discount = part.order_discount + part.rounding
    paid = paid_with_rewards(part.tenders)
    priced = price_basket(part.lines, discount=discount, paid=paid)
    buyer = book.get(Member, member) if member is not None else None
    ask = _ask(book, part, priced, member=buyer, at=at)
    return JudgedSale(part, priced, ask, enrol(book, ask))


def judge_bill(
    book: Book,
    lines: tuple[BasketLine, ...],
    tenders: tuple[TenderGiven, ...],
    *,
    discounts: tuple[Fen, Fen],
    member: int | None,
    store: str,
    at: Instant,
) -> tuple[JudgedSale, ...]:
    """Judge each sale that a bill parts into; none knows of the others.

    `discounts` are the order discount and 抹零; `store` is the one that sells.
    """
    parts = bill_parts(lines, tenders, discounts=discounts, store=store)
    return tuple(judge_sale(book, part, member=member, at=at) for part in parts)


def paid_with_rewards(tenders: tuple[TenderGiven, ...]) -> dict[str, Fen]:
    """What the reward tenders pay, by kind."""
    paid: dict[str, Fen] = {}
    for tender in tenders:
        if tender.kind in REWARD_KINDS:
            paid[tender.kind] = Fen(paid.get(tender.kind, 0) + tender.amount)
    return paid


def _ask(
    book: Book, part: BillPart, priced: PricedBasket, *, member: Member | None, at: Instant
) -> SaleAsk:
    """Build the engine's question about a sale, with the costs of its eligible lines."""
    rules = rules_of(book)
    sponsor = _sponsor_of(book, member)
    return SaleAsk(
        store=part.store,
        member=member.number if member else None,
        sponsor=sponsor,
        base=priced.base,
        costs=tuple(
            Fen(half_up(line.cost * line.quantity, 1000)) if line.cost else None
            for line in part.lines
            if not line.excluded
        ),
        at=at,
        day=business_day(at, rules.cutoff_minutes),
        max_total_concession_bp=rules.max_total_concession_bp,
        max_margin_share_bp=rules.max_margin_share_bp,
        tier_bp=member.tier_bp if member else BasisPoints(WHOLE_BP),
        skus=tuple(line.sku for line in part.lines if not line.excluded),
        minor=member is not None and member.age_band != ADULT,
        employee=member is not None and member.employee,
        referral_barred=member is not None
        and sponsor is not None
        and bars_referral(member, book.get(Member, sponsor)),
        least_hold_days=least_hold_days(book, member, at=at, rules=rules),
    )


def _sponsor_of(book: Book, member: Member | None) -> int | None:
    """Who brought the buyer; nobody where that member's data were erased (2.9, 4.8)."""
    if member is None or member.sponsor is None:
        return None
    return None if is_erased(book.get(Member, member.sponsor)) else member.sponsor
