"""The month-end statement against the ledger, and as paper.

Month_statement, month_tables, export_report, reward_words.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from pos_app.actions.months.month_statement import month_statement
from pos_app.actions.months.month_tables import month_tables
from pos_app.actions.papers.export_report import export_report, report_path
from pos_app.actions.papers.report_papers import MONTH
from pos_app.actions.premises.set_rules import set_rules
from pos_app.actions.programs.adopt_program import ProgramAsk
from pos_app.actions.queue.leave_queue import leave_queue
from pos_app.actions.reports.reward_report import reward_report
from pos_app.actions.reports.reward_words import group_name, kind_name
from pos_app.actions.selling.return_sale import ReturnAsk, return_sale
from pos_app.actions.selling.void_sale import void_sale
from pos_app.actions.shifts.pay_out import pay_out_replayed
from pos_app.clock import StoppedClock
from pos_app.domain.basket import LineReturned
from pos_app.domain.flow import FLOWS
from pos_app.domain.moment import day_after, read_instant
from pos_app.domain.money import Fen, Milli
from pos_app.domain.month import Month, first_day
from pos_app.domain.reward_accounts import is_reward_account
from pos_app.domain.settings import ShopRules
from pos_app.domain.transfer import Account
from pos_app.reports.month_statement import MonthStatement
from pos_app.reports.reward_day import RewardDay
from pos_app.reports.table import ReportTable
from pos_app.shop import Shop
from pos_app.startup import open_shop
from pos_app.terminal.replay import replay_file
from pos_app.wording import Language, Wording
from tests import make
from tests.actions import at_the_counter as selling
from tests.actions.at_the_counter import COLA, OIL
from tests.adopting import adopt_tried
from tests.replays.worked_examples import WORKED, write_history
from tests.terminal.test_cli_replay_draws import draws

NOVEMBER, DECEMBER = Month("2026-11"), Month("2026-12")
OF_EXAMPLES = Month("2026-01")


def _balances(shop: Shop) -> Counter[str]:
    """What the ledger says, pools and funds by themselves, the rest by kind."""
    sums: Counter[str] = Counter()
    with shop.storage.read() as view:
        for account in view.book.records(Account):
            if is_reward_account(account.name):
                kind = account.name.partition(":")[0]
                held = "held" if kind in {"POOL", "FUND"} else account.name
                sums[held if kind in {"POOL", "FUND", "SRC"} else kind] += account.balance
    return sums


def _adds_up(statement: MonthStatement) -> bool:
    return all(
        each.opening + each.funded - each.paid - each.returned == each.closing
        for each in (*statement.programs, statement.total)
    )


EXAMPLES = {**WORKED, "draws": draws(3, withhold_bp=2000)}
MONTHS = {"draws": Month("2025-01")}
"""Of the examples that are not of `OF_EXAMPLES`."""


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example of the rulebook as a shop's past, and its month."""

    shop: Shop
    month: Month

    def days(self) -> list[RewardDay]:
        """The report of each day of the month."""
        first = first_day(self.month)
        return [reward_report(self.shop, day_after(first, number)) for number in range(31)]


@pytest.fixture(scope="module", params=sorted(EXAMPLES))
def example(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Example]:
    """Each worked example in its turn; nothing here writes to it."""
    folder = tmp_path_factory.mktemp("example")
    history = write_history(folder / "history.jsonl", EXAMPLES[request.param])
    replay_file(history, out=folder / "result.json", folder=folder / "shop")
    clock = StoppedClock(read_instant("2026-01-31T10:00:00+08:00"))
    shop = open_shop(folder / "shop", clock=clock, catch_up=False)
    yield Example(shop, MONTHS.get(request.param, OF_EXAMPLES))
    shop.close()


def test_the_figures_above_the_tables_add_up_to_the_last(example: Example) -> None:
    """An accountant adds the head of the paper up before anything else is read."""
    report = month_tables(month_statement(example.shop, example.month), Wording(Language.EN))
    *parts, closing = (each.value for each in report.figures)

    assert sum(parts) == closing
    assert [each.label for each in report.figures[::7]] == ["Opening", "Closing"]


def test_the_suggested_entries_end_where_the_statement_does(example: Example) -> None:
    """Who books them holds what members hold, and what lies in pools and rounds."""
    statement = month_statement(example.shop, example.month)
    entries = next(
        each
        for each in month_tables(statement, Wording(Language.EN)).tables
        if each.title.startswith("Suggested entries")
    )
    owed: Counter[str] = Counter()
    for _what, debit, credit, amount in entries.rows:
        owed[str(debit)] -= int(amount or 0)
        owed[str(credit)] += int(amount or 0)
    held = sum(each.closing - each.opening for each in statement.held if each.group != "POINTS")

    assert owed["Contract liability: members' balances"] == held
    assert owed["Contract liability: reward pools"] == (
        statement.total.closing - statement.total.opening
    )


def test_every_worked_example_closes_as_the_ledger(example: Example) -> None:
    """Whatever a mechanism does, its statement ends with what its accounts hold."""
    statement = month_statement(example.shop, example.month)
    ledger = _balances(example.shop)

    assert (statement.difference, _adds_up(statement)) == (0, True)
    assert statement.total.closing == ledger["held"]
    for held in statement.held:
        if held.group != "OUT:tax":
            assert held.closing == ledger[held.group]
    for store in statement.stores:
        assert store.closing == -ledger[f"SRC:{store.store}"]


def test_the_days_of_every_example_add_up_to_its_month(example: Example) -> None:
    """Put in, given, taken back: one word is one thing on both papers."""
    month = month_statement(example.shop, example.month).total
    days = example.days()

    for name in ("put_in", "from_refunds", "given", "taken_back", "withheld", "returned"):
        assert sum(getattr(each.total, name) for each in days) == getattr(month, name)
    assert days[-1].total.closing == month.closing
    assert {each.difference for each in days} == {0}


def test_a_day_of_every_example_is_the_ledgers_to_the_fen(example: Example) -> None:
    """Cards, hours, receivers and accounts tell the same, whatever paid whom."""
    for day in example.days():
        owed = [each for each in day.accounts if each.is_owed]
        by_hour = tuple(sum(column) for column in zip(*day.by_hour, strict=True))

        assert by_hour == (day.total.put_in, day.total.given)
        assert sum(each.put_in for each in owed) == day.total.put_in
        assert sum(each.between for each in owed) == 0
        assert sum(each.amount for each in day.largest) <= day.total.given
        assert (day.receivers > 0) == (day.total.given > 0)


@pytest.fixture
def traded(shop: Shop) -> Shop:
    """November with sales, a return, an exit and a payout; then a sale in December."""
    seat = selling.open_for_trade(shop)
    first, second = make.member(shop, "林晓梅"), make.member(shop, "陈国", phone="13800005678")
    selling.sell(shop, seat, OIL, member=first)
    selling.sell(shop, seat, OIL, COLA, member=second)
    return_sale(shop, seat, ReturnAsk(2, (LineReturned(2, Milli(1000)),)))
    leave_queue(shop, seat, 2)
    pay_out_replayed(shop, seat, first, account="POINTS", amount=Fen(10))
    make.pass_time(shop, days=20)
    selling.sell(shop, seat, OIL, member=first)
    return shop


def test_december_opens_with_what_november_closed(traded: Shop) -> None:
    """An accountant lays the months side by side."""
    november, december = (month_statement(traded, each) for each in (NOVEMBER, DECEMBER))

    assert (november.difference, december.difference) == (0, 0)
    assert [each.closing for each in november.programs] == [
        each.opening for each in december.programs
    ]
    assert [each.closing for each in november.held] == [each.opening for each in december.held]
    assert [each.closing for each in november.stores] == [each.opening for each in december.stores]
    assert _adds_up(november)
    assert december.total.closing == _balances(traded)["held"]


def test_november_says_what_was_put_in_paid_and_given_back(traded: Shop) -> None:
    """60 and 63 yuan at 1 % points and 10 % queue; 3 yuan came back."""
    statement = month_statement(traded, NOVEMBER)

    points, queue = statement.programs
    assert (points.funded, points.paid, points.returned) == (60 + 63, 60 + 60, 3)
    assert (queue.funded, queue.opening) == (600 + 630, 0)
    held = {each.group: each for each in statement.held}
    assert (held["POINTS"].given, held["POINTS"].spent) == (123, 10)
    assert (held["POINTS"].taken_back, held["POINTS"].closing) == (3, 110)


def test_a_changed_flow_is_seen(traded: Shop) -> None:
    """Somebody may edit the file; the statement must not equal the books then."""
    with traded.storage.write() as work:
        flow = next(each for each in work.book.scan(FLOWS) if each.debit == "SRC:S1")
        flows = work.connection.connection.driver_connection
        assert flows is not None
        flows.execute(
            "UPDATE flow SET amount = amount + 7 WHERE day = ? AND debit = ? AND credit = ?",
            (flow.day, flow.debit, flow.credit),
        )

    assert month_statement(traded, NOVEMBER).difference == 14


def test_points_are_a_liability_by_their_share_of_the_price(traded: Shop) -> None:
    """120 yuan sold with 1.20 in points: 119 fen fall to the points (10.9)."""
    report = month_tables(month_statement(traded, NOVEMBER), Wording(Language.EN))

    liability = report.tables[3]
    assert liability.rows[0] == ("Points, 100% expected", 0, 119, -10, 109)
    assert [liability.total[at] for at in range(1, 5)] == _sums(liability)


def test_the_price_of_points_follows_returns_and_voids(traded: Shop) -> None:
    """123 yuan less 3 that came back; a void of today's sale leaves no price (10.9)."""
    seat = replace(make.CASHIER_SEAT, shift=1)
    done = selling.sell(traded, seat, OIL, member=1)
    before = month_statement(traded, DECEMBER).rows.points.closing.sold
    void_sale(traded, replace(make.MANAGER_SEAT, shift=seat.shift), done.sale.number)
    points = month_statement(traded, DECEMBER).rows.points

    assert (points.opening.sold, before, points.closing.sold) == (12_000, 24_000, 18_000)


def test_two_points_programs_count_the_price_of_a_sale_once(shop: Shop) -> None:
    """The customer paid it once; the points of both are owed out of that price (10.9)."""
    seat = selling.open_for_trade(shop)
    ask = ProgramAsk("more points", "M0", params={"hold_days": 0}, consent_by="周满")
    adopt_tried(shop, make.OWNER_SEAT, ask=ask)
    member = make.member(shop)
    selling.sell(shop, seat, OIL, member=member)
    undone = selling.sell(shop, seat, OIL, member=member)
    both = month_statement(shop, NOVEMBER).rows.points.closing
    void_sale(shop, replace(make.MANAGER_SEAT, shift=seat.shift), undone.sale.number)
    left = month_statement(shop, NOVEMBER).rows.points.closing

    assert (both.sold, both.granted) == (12_000, 240)
    assert (left.sold, left.granted) == (6000, 120)


def test_the_shop_says_how_many_points_it_expects_to_be_used(traded: Shop) -> None:
    """10.9: a setting with its reason in the journal; another figure is only tried."""
    set_rules(traded, make.OWNER_SEAT, rules=ShopRules(expected_redemption_bp=9000))
    report = month_tables(month_statement(traded, NOVEMBER), Wording(Language.EN))
    tried = month_statement(traded, NOVEMBER, expected_bp=5000)

    assert report.tables[3].rows[0][0] == "Points, 90% expected"
    assert "not at face" in report.tables[3].title
    assert tried.rows.points.expected_bp == 5000


def _sums(table: ReportTable) -> list[int]:
    return [sum(int(row[at] or 0) for row in table.rows) for at in range(1, 5)]


def test_the_statement_is_written_in_both_languages(traded: Shop) -> None:
    """A PDF for the folder, a CSV for the accountant's program; no internal names."""
    pdf, csv = (report_path(traded, MONTH, NOVEMBER, ending=each) for each in ("pdf", "csv"))
    files = {"pdf": pdf, "csv": csv}
    written = export_report(traded, MONTH, NOVEMBER, files=files, language="zh_CN")
    english = month_tables(month_statement(traded, NOVEMBER), Wording(Language.EN))

    text = csv.read_text("utf-8-sig")
    assert written == (pdf, csv)
    assert (pdf.name, pdf.read_bytes()[:5]) == ("2026-11-rewards.pdf", b"%PDF-")
    assert "奖励月结表" in text
    assert "POOL" not in text
    assert english.note == "Equal to the books, difference 0.00."
    assert english.tables[0].rows[1][0] == "queue · Queue"


def test_every_account_and_kind_has_a_name() -> None:
    """What is shown to an owner is never the engine's short form."""
    words = Wording(Language.ZH_CN)
    groups = ("POOL:Q", "POOL:L", "POOL:C", "FUND:R3", "POOL:G", "POOL:N", "POOL:K", "OUT:tax")
    kinds = ("M0", "M1", "M1b", "M2", "M3", "M4", "M5", "M6")

    named = [group_name(f"{each}@x", words) for each in groups[:-1]]
    named += [group_name("OUT:tax", words), *(kind_name(each, words) for each in kinds)]

    assert [each for each in named if each.isascii()] == []
