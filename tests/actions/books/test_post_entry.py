"""Facts on a book without a file: post_entry and its posters, check by check.

post_shop, post_sale, post_return and post_void are pure: the same facts make the same
rows and balances on a book in memory as on the file; judge_basket and check_tenders ask
the same book before.
"""

from pathlib import Path

import pytest

from pos_app.actions.books.judge_sale import judge_sale
from pos_app.actions.books.post_entry import POSTERS, post_entry
from pos_app.actions.books.rehearse import rehearse
from pos_app.actions.replays.make_replay_shop import make_replay_shop
from pos_app.actions.replays.replay_history import replay_seat
from pos_app.actions.replays.replay_sale import basket_id_of
from pos_app.actions.selling.check_tenders import check_tenders
from pos_app.actions.selling.complete_sale import complete_sale
from pos_app.actions.selling.judge_basket import judge_basket
from pos_app.domain.basket import Basket, BasketLine
from pos_app.domain.bill_parts import bill_parts
from pos_app.domain.money import Fen, Milli
from pos_app.domain.quote import SaleDraft
from pos_app.domain.refusals.sale import AmountRefused
from pos_app.domain.sale import Sale
from pos_app.domain.settings import ShopRules
from pos_app.domain.tender import POINTS, TenderGiven
from pos_app.domain.transfer import Account
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.records.shared import ENROLMENTS
from pos_app.journal import facts
from pos_app.journal.chain import next_entry
from pos_app.journal.entry import Entry
from pos_app.shop import Shop
from pos_app.storage.journal_rows import entries
from pos_app.storage.unit_of_work import UnitOfWork
from tests import make
from tests.actions import at_the_counter as selling
from tests.actions.at_the_counter import COLA, OIL
from tests.actions.rebuilt import rebuild_book


def test_every_fact_has_a_poster() -> None:
    """A fact that nothing books would be lost when the file is made again."""
    assert set(POSTERS) == set(facts.FACTS)


def test_rules_are_what_the_last_fact_says() -> None:
    """One row, replaced whole, on any book."""
    book = MemoryBook()
    fact = facts.RulesSet(7000, 8000, 7, 60, negative_stock=False)

    post_entry(book, next_entry(fact, after=None, staff=1, at=make.OPENING), fact)

    kept = ShopRules(1, 7000, 8000, 7, 60, negative_stock=False, second_supervisor=False)
    assert book.get(ShopRules, 1) == kept


def test_the_journal_makes_the_same_sales_in_memory(shop: Shop) -> None:
    """Live or from the bytes: one function, one outcome."""
    seat = selling.open_for_trade(shop)
    selling.sell(shop, seat, COLA, OIL, member=make.member(shop))

    with shop.storage.read() as view:
        rebuilt = rebuild_book(entries(view.connection))
        assert rebuilt.get(Sale, 1) == view.get(Sale, 1)
        for account in rebuilt.records(Account):
            assert view.balance(account.name) == account.balance


def test_a_sale_is_written_as_it_was_judged(shop: Shop) -> None:
    """Judged before its reward tender is spent, live and when verify judges it anew."""
    seat = selling.open_for_trade(shop)
    buyer = make.member(shop)
    selling.sell(shop, seat, OIL, member=buyer)
    bill = selling.basket(shop, COLA, OIL, member=buyer)
    made = selling.draft(shop, bill, TenderGiven(POINTS, Fen(50), Fen(50)))
    no_discounts = (Fen(0), Fen(0))
    (part,) = bill_parts(bill.lines, made.tenders, discounts=no_discounts, store=seat.store)
    with shop.storage.read() as view:
        judged = judge_sale(view, part, member=buyer, at=shop.clock.now())

    sale = complete_sale(shop, seat, made).sale

    with shop.storage.read() as view:
        rebuilt = rebuild_book(entries(view.connection))
        kept = list(view.scan(ENROLMENTS, sale.number))
        assert list(rebuilt.scan(ENROLMENTS, sale.number)) == kept
    assert (judged.priced.total, judged.priced.base) == (sale.total, sale.base)
    assert [(each.program, each.concession) for each in judged.decisions] == [
        (each.program, each.concession) for each in kept
    ]


def test_a_rehearsal_leaves_nothing_behind(shop: Shop) -> None:
    """What is shown first is worked out by the code that will do it, and taken back."""
    seat = selling.open_for_trade(shop)
    before = selling.count_of(shop, Entry)

    def step(work: UnitOfWork) -> int:
        fact = facts.CashMoved(1, seat.shift, Fen(100), "试", None)
        entry = work.journal.append(fact, staff=seat.staff, at=make.OPENING)
        post_entry(work.book, entry, fact)
        return -work.book.balance("drawer:1")

    assert rehearse(shop, step) == 20_100
    assert selling.balance(shop, "drawer:1") == -20_000
    assert selling.count_of(shop, Entry) == before


@pytest.mark.parametrize(("discount", "rounding"), [(301, 0), (-1, 0), (0, -1), (300, 1)])
def test_discounts_beyond_the_goods_are_refused(shop: Shop, discount: int, rounding: int) -> None:
    """A customer is never owed money for shopping."""
    make.product(shop, code=COLA)
    bill = selling.basket(shop, COLA)
    wrong = Basket(bill.id, bill.lines, order_discount=Fen(discount), rounding=Fen(rounding))

    with shop.storage.read() as view, pytest.raises(AmountRefused):
        judge_basket(view, wrong, tenders=(), store="S1", at=make.OPENING)


def test_tenders_are_checked_in_the_sequence_given(shop: Shop) -> None:
    """What a tender may be depends on what the ones before it left."""
    make.product(shop, code=COLA)
    bill = selling.basket(shop, COLA)
    tenders = (make.cash(100), make.cash(200, given=500))

    with shop.storage.read() as view:
        judged = judge_basket(view, bill, tenders=tenders, store="S1", at=make.OPENING)
        draft = SaleDraft(bill, tenders, None)
        assert check_tenders(view, judged, draft, cash_limit=Fen(1000)) == tenders


def test_absurd_prices_are_refused_before_anything_is_worked_out(shop: Shop) -> None:
    """Products of amounts stay within what the file can hold."""
    huge = BasketLine(1, "1", "x", Fen(10**12), Milli(10**9))

    with shop.storage.read() as view, pytest.raises(AmountRefused):
        judge_basket(view, Basket(1, (huge,)), tenders=(), store="S1", at=make.OPENING)


def test_a_replayed_sale_has_the_id_its_file_gives_it() -> None:
    """Nothing in a replay is random: the same file, the same journal."""
    assert basket_id_of("s1") == basket_id_of("s1")
    assert basket_id_of("s1") != basket_id_of("s2")
    assert 0 <= basket_id_of("s1") < 2**63


def test_the_replay_shop_has_one_store_and_an_open_shift(tmp_path: Path) -> None:
    """It starts with nothing that the file did not say."""
    shop = make_replay_shop(tmp_path)
    seat = replay_seat(shop)

    assert (seat.store, seat.till, seat.shift) == ("S1", "till", 1)
    assert replay_seat(shop).shift == 1
    shop.close()
