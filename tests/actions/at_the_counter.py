"""A shop that sells: two products, a member, points and queue without a hold."""

from dataclasses import replace

from pos_app.actions.premises.set_rules import set_rules
from pos_app.actions.programs.adopt_program import ProgramAsk
from pos_app.actions.selling.complete_sale import complete_sale
from pos_app.actions.selling.quote_basket import quote_basket
from pos_app.actions.selling.ring_up import ring_up
from pos_app.domain.basket import Basket
from pos_app.domain.money import Fen
from pos_app.domain.quote import SaleDone, SaleDraft
from pos_app.domain.seat import Seat
from pos_app.domain.settings import COUNTER_PAYOUT, ShopRules
from pos_app.domain.tender import CASH, TenderGiven
from pos_app.shop import Shop
from tests import make
from tests.adopting import adopt_tried

COLA = "6954767412573"
OIL = "6948195804758"


def open_for_trade(shop: Shop, *, programs: bool = True, hold_days: int = 0) -> Seat:
    """Stock the shelves, switch the programs on and open a shift."""
    make.product(shop, "可口可乐 500ml", price=300, code=COLA, tax_rate=1300)
    make.product(shop, "菜籽油 5L", price=6000, code=OIL, tax_rate=900)
    if programs:
        for name, kind, params in (
            ("points", "M0", {"hold_days": hold_days}),
            ("queue", "M1", {"hold_days": hold_days, "concession_bp": 1000, "min_order": 2000}),
        ):
            ask = ProgramAsk(
                name=name,
                kind=kind,
                params=params,
                priority=1 if kind == "M0" else 2,
                consent_by="周满",
                typed_sentence=_typed(),
            )
            adopt_tried(shop, make.OWNER_SEAT, ask=ask)
    return make.seat_with_shift(shop)


def allow_payouts(shop: Shop, *, least: int = 1, fee_bp: int = 0) -> None:
    """Let the reward balance leave in cash at the counter."""
    rules = ShopRules(withdraw_mode=COUNTER_PAYOUT, payout_least=Fen(least), payout_fee_bp=fee_bp)
    set_rules(shop, make.OWNER_SEAT, rules=rules)


def _typed() -> str:
    from pos_app.domain.program_consent import TYPED_SENTENCES

    return next(iter(TYPED_SENTENCES.values()))


def basket(shop: Shop, *codes: str, member: int | None = None) -> Basket:
    """A basket with these codes scanned."""
    made = Basket(id=shop.ids.new(), member=member)
    for code in codes:
        made = ring_up(shop, made, code).basket
    return made


def draft(shop: Shop, made: Basket, *tenders: TenderGiven) -> SaleDraft:
    """A draft with these tenders and exact cash for the rest."""
    due = quote_basket(shop, made, tenders=tenders).priced.total
    rest = Fen(due - sum(tender.amount for tender in tenders))
    whole = (*tenders, TenderGiven(CASH, rest, rest)) if rest else tenders
    return SaleDraft(made, whole, quote_basket(shop, made, tenders=whole).digest)


def sell(shop: Shop, seat: Seat, *codes: str, member: int | None = None) -> SaleDone:
    """Sell these codes for exact cash."""
    return complete_sale(shop, seat, draft(shop, basket(shop, *codes, member=member)))


def balance(shop: Shop, account: str) -> int:
    """Credits less debits of an account now."""
    with shop.storage.read() as view:
        return view.balance(account)


def count_of(shop: Shop, kind: type) -> int:
    """The largest number given to a kind."""
    with shop.storage.read() as view:
        return view.last_number(kind)


def with_ref(made: SaleDraft, ref: str) -> SaleDraft:
    """The draft under an outside name."""
    return replace(made, ref=ref)
