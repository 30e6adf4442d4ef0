"""A program of any kind can be stopped at any moment: close_program (10.10)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pos_app.actions.premises.set_rules import set_rules
from pos_app.actions.programs.adopt_program import ProgramAsk
from pos_app.actions.programs.close_program import close_program
from pos_app.actions.programs.list_programs import list_programs
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.actions.selling.complete_sale import complete_sale
from pos_app.actions.selling.return_sale import ReturnAsk, return_sale
from pos_app.domain.basket import LineReturned
from pos_app.domain.money import Milli
from pos_app.domain.program_consent import TYPED_SENTENCES
from pos_app.domain.seat import Seat
from pos_app.domain.settings import ShopRules
from pos_app.domain.transfer import Account
from pos_app.engine.parameters.kinds import KINDS
from pos_app.engine.records.shared import Due
from pos_app.shop import Shop
from tests import make
from tests.adopting import adopt_tried

SPECIAL: dict[str, dict[str, object]] = {
    "M3": {"promote_by": "HEADCOUNT", "lock_bp": 2000},
    "M6": {"ref_weight_bp": 1000},
}


def started(shop: Shop, kind: str, *, hold_days: int) -> Seat:
    """A shop where a program of the kind has run for three sales."""
    set_rules(shop, make.OWNER_SEAT, rules=ShopRules(max_total_concession_bp=7000))
    ask = ProgramAsk(
        name="X",
        kind=kind,
        params={"hold_days": hold_days, **SPECIAL.get(kind, {})},
        consent_by="周满",
        typed_sentence=TYPED_SENTENCES["zh_CN"],
    )
    adopt_tried(shop, make.OWNER_SEAT, ask=ask)
    seat = make.seat_with_shift(shop)
    product = make.product(shop, price=20_000)
    sponsor = None
    for name in ("甲", "乙", "丙"):
        phone = f"1380000{ord(name)}"
        sponsor = make.member(shop, name, phone=phone, sponsor=sponsor)
        line = make.line(20_000, product=product, name="可口可乐 500ml")
        line = replace(line, sku="6954767412573")
        draft = make.draft(shop, line, tenders=(make.cash(20_000),), member=sponsor)
        complete_sale(shop, seat, draft)
        make.pass_time(shop, seconds=60)
    return seat


def held(shop: Shop) -> dict[str, int]:
    """What pools and funds hold, by account."""
    with shop.storage.read() as seen:
        return {
            each.name: each.balance
            for each in seen.records(Account)
            if each.name.startswith(("POOL:", "FUND:", "LOCK:")) and each.balance
        }


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("hold_days", [0, 7])
def test_every_kind_can_be_stopped_and_leaves_no_pool_behind(
    shop: Shop, kind: str, hold_days: int
) -> None:
    """The button is always reachable: nothing may keep a program alive (10.10)."""
    started(shop, kind, hold_days=hold_days)
    close_program(shop, make.OWNER_SEAT, program=1)
    (program,) = list_programs(shop)

    assert (program.program.enabled, program.program.closed_at is None) == (False, False)
    assert held(shop) == {}
    assert verify_books(shop.storage) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_stopped_program_brings_nothing_more_but_expiries(shop: Shop, kind: str) -> None:
    """No period of a closed program ends, nothing that was pending settles."""
    started(shop, kind, hold_days=7)
    close_program(shop, make.OWNER_SEAT, program=1)
    with shop.storage.read() as seen:
        waiting = {each.what for each in seen.records(Due) if not each.done}

    assert waiting <= {"EXPIRE_POINTS", "EXPIRE_VOUCHER", "UNLOCK", "RELEASE"}


@pytest.mark.parametrize("kind", KINDS)
def test_goods_come_back_after_their_program_was_stopped(shop: Shop, kind: str) -> None:
    """A customer's right to return does not end with a program (rulebook 2.6)."""
    seat = started(shop, kind, hold_days=0)
    close_program(shop, make.OWNER_SEAT, program=1)
    for sale in (1, 2, 3):
        back = ReturnAsk(sale, (LineReturned(1, Milli(1000)),), "voluntary")
        return_sale(shop, replace(seat, role="owner"), back)

    assert held(shop) == {}
    assert verify_books(shop.storage) == []
