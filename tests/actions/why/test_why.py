"""Each fen with the sale that funded it, forward and back.

Why_sale, why_member, why_pool, why_names, why_tables, why_pool_tables, why_words.
"""

import re
from collections import Counter
from pathlib import Path

import pytest

from pos_app import cli
from pos_app.actions.premises.set_rules import set_rules
from pos_app.actions.programs.adopt_program import ProgramAsk, adopt_program
from pos_app.actions.why.why_member import why_member
from pos_app.actions.why.why_names import Moved
from pos_app.actions.why.why_pool import why_pool
from pos_app.actions.why.why_sale import SaleWhy, why_sale
from pos_app.actions.why.why_tables import sale_why
from pos_app.actions.why.why_words import WHY, state_name, why_name
from pos_app.domain.holdings import GREEN_POINTS, Gain
from pos_app.domain.refusals.sale import UnknownSale
from pos_app.domain.refused_told import REFUSED
from pos_app.domain.sale import Sale
from pos_app.engine import outcomes
from pos_app.engine.mechanism import Brought
from pos_app.errors import NotFound
from pos_app.shop import Shop
from pos_app.wording import Language, Wording
from tests import make
from tests.actions.at_the_counter import open_for_trade
from tests.actions.conftest import Replayed
from tests.actions.holding import ITSELF, RULES, buy
from tests.replays.worked_examples import WORKED

ENGINE = Path(__file__).parents[3] / "pos_app" / "engine"
Paid = Counter[tuple[int, int, int]]


def _all(shop: Shop) -> list[SaleWhy]:
    with shop.storage.read() as view:
        last = view.last_number(Sale)
    return [why_sale(shop, number) for number in range(1, last + 1)]


def _paid(moved: tuple[Moved, ...]) -> Paid:
    """Amounts by who funded and for which sale."""
    made: Paid = Counter()
    for each in moved:
        assert each.funder is not None
        assert each.cause is not None
        made[each.funder.number, each.cause.number, each.amount] += 1
    return made


@pytest.mark.parametrize("name", ["Q1", "Q2", "Q3", "Q4", "Q7", "Q9", "Q11"])
def test_what_one_sale_paid_another_received(replayed: Replayed, name: str) -> None:
    """The way from a receipt to the rewards it caused, and back, is one way."""
    told = _all(replayed(WORKED[name]))

    paid = sum((_paid(each.funded) for each in told), Counter())
    received = sum((_paid(each.received) for each in told), Counter())
    assert paid == received
    assert sum(each.programs[0].concession for each in told) == sum(
        moved.amount for each in told for moved in each.moved if moved.what == "CONCESSION"
    )


@pytest.mark.parametrize("name", ["Q1", "Q2", "Q3", "Q4", "Q7", "Q9", "Q11"])
def test_each_fen_of_a_concession_is_accounted_for(replayed: Replayed, name: str) -> None:
    """Fee, exit part, payments and what is left make the concession (INV-4)."""
    for each in _all(replayed(WORKED[name])):
        (program,) = each.programs
        parts = sum(moved.amount for moved in each.moved if moved.what in {"FEE", "EXIT_PART"})
        paid = sum(moved.amount for moved in each.funded)

        assert program.concession == parts + paid + program.left


def test_refer_three_names_each_sale_that_paid(replayed: Replayed) -> None:
    """R2: the second stage of A was paid by s2, in the name of s4 (rulebook 4.9)."""
    shop = replayed(WORKED["R2"])

    funder, cause = why_sale(shop, "s2"), why_sale(shop, "s4")

    assert [(each.cause.ref, each.amount) for each in funder.funded if each.cause] == [
        ("s4", 1000),
        ("s5", 2500),
    ]
    assert [(each.funder.ref, each.amount) for each in cause.caused if each.funder] == [
        ("s2", 1000)
    ]


def test_a_refused_enrolment_says_why(replayed: Replayed) -> None:
    """R2: C's first purchase was below the minimum; A's own has no sponsor."""
    shop = replayed(WORKED["R2"])

    assert why_sale(shop, "s3").programs[0].reason == "BELOW_MINIMUM"
    missed = [(each.sale.ref, each.reason) for each in why_member(shop, "A").missed]
    assert missed == [("s6", "NO_SPONSOR"), ("s1", "NO_SPONSOR")]


@pytest.mark.parametrize("name", ["Q3", "R5", "C1", "G1", "N3", "K3"])
def test_a_members_movements_make_his_balances(replayed: Replayed, name: str) -> None:
    """What came in less what went out is what is there, purse by purse."""
    shop = replayed(WORKED[name])
    for ref in ("A", "B"):
        why = why_member(shop, ref)
        sums: Counter[str] = Counter()
        for each in why.moved:
            sums[each.receiver] += each.amount
            sums[each.giver] -= each.amount
        held = {kind: sums[kind] for kind, _amount in why.balances}

        assert held == dict(why.balances)
        for kind in ("VCH", "POINTS"):
            assert held[kind] == sum(each.left for each in why.lots if each.account == kind)


@pytest.mark.parametrize(("name", "program"), [("Q9", "queue"), ("R2", "P"), ("K1", "X")])
def test_a_pool_is_the_sum_of_its_sales(replayed: Replayed, name: str, program: str) -> None:
    """A pool with lots belongs to sales, to the fen (M1-2, M6-4)."""
    why = why_pool(replayed(WORKED[name]), program)

    pots = [each.held for each in why.pots if "exit" not in each.group]
    assert sum(pots) == sum(each.left for each in why.lots)


def test_the_stores_of_a_pool_are_named(replayed: Replayed) -> None:
    """G2: S1 got 4861 of its 10000 back when half of its goods came back."""
    why = why_pool(replayed(WORKED["G2"]), "X")

    assert [(each.store, each.put_in, each.got_back) for each in why.stores] == [
        ("S1", 10_000, 4_861),
        ("S2", 12_000, 0),
    ]


def test_a_manager_sees_what_the_stores_themselves_have(replayed: Replayed) -> None:
    """G2: half of S1's sale came back, and half of its merchant points with it."""
    shop = replayed(WORKED["G2"])
    why = why_pool(shop, "X")
    sold = why_sale(shop, "s2").programs[0]

    assert [(each.store, each.points, each.vouchers) for each in why.held_by_stores] == [
        ("S1", 5_000, 138),
        ("S2", 12_000, 166),
    ]
    assert sold.brought == Brought(
        buyer=(Gain(GREEN_POINTS, 12_000),), store=(Gain(GREEN_POINTS, 12_000),)
    )


def test_energy_of_a_store_is_told_beside_its_points(shop: Shop) -> None:
    """M6 may give the store a share of the weight (rulebook 8.3, merchant weight)."""
    seat = open_for_trade(shop, programs=False)
    set_rules(shop, make.OWNER_SEAT, rules=RULES)
    params = {"merchant_weight_bp": 1000, "hold_days": 0}
    adopt_program(shop, ITSELF, ask=ProgramAsk("M6", "M6", params=params))
    buy(shop, seat, make.member(shop))
    (held,) = why_pool(shop, "M6").held_by_stores

    assert (held.store, held.points, held.energy, held.weight) == (
        shop.settings.store,
        0,
        600,
        6,
    )


def test_what_does_not_exist_is_refused(replayed: Replayed) -> None:
    """A mistyped number must not become an empty answer."""
    shop = replayed(WORKED["Q1"])

    with pytest.raises(UnknownSale):
        why_sale(shop, "s99")
    with pytest.raises(UnknownSale):
        why_sale(shop, 99)
    with pytest.raises(NotFound):
        why_member(shop, "nobody")
    with pytest.raises(NotFound):
        why_pool(shop, "none")


def test_every_reason_of_the_engine_has_words() -> None:
    """A reason without words would show the engine's own on the screen."""
    found = set()
    for path in ENGINE.rglob("*.py"):
        found |= set(re.findall(r'"M\d?b?\d?b?\.([A-Z_]+)"', path.read_text("utf-8")))
    found |= {"HEAD", "EVERY", "ACCEL", "REPEAT", "DIRECT", "POINT", "PEER", "SLIP"}
    found |= {"SPENT", "PAID_OUT", "GIVEN_BACK", "EXPIRED"}
    refusals = {
        value
        for name, value in vars(outcomes).items()
        if name.isupper() and isinstance(value, str) and name == value
    }
    words = Wording(Language.ZH_CN)

    assert found - set(WHY) == set()
    assert [each for each in WHY if why_name(each, words).isascii()] == []
    assert refusals - set(REFUSED) - {"LATER_EVENT"} == set()
    assert not state_name("PENDING", words).isascii()


def test_the_terminal_shows_no_names_of_the_engine(
    replayed: Replayed,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An owner reads it: sale, member and pool, in words."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    replayed(WORKED["Q3"]).close()
    folder = ["--folder", str(tmp_path / "shop")]

    codes = [
        cli.main(["why", *asked, *folder])
        for asked in (["sale", "s3"], ["member", "A"], ["pool", "queue"], ["sale", "s99"])
    ]

    told = capsys.readouterr()
    assert codes == [0, 0, 0, 1]
    assert "  Front of the queue      #A      3 (s3)           30.00" in told.out
    assert re.findall(r"POOL|FUND|CASH:|M1\.|EVERY", told.out) == []
    assert "s99" in told.err


def test_rows_lead_on_to_the_sale_behind_them(replayed: Replayed) -> None:
    """The office opens what a row names."""
    shown = sale_why(why_sale(replayed(WORKED["Q3"]), "s3"), Wording(Language.EN))

    received = shown.tables[-1]
    assert received.title == "Received by its tickets"
    assert [row.sale for row in received.rows] == [4, 4, 5, 5, 6, 6, 7, 7]
