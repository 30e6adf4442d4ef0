"""The settings that decide money are changed, and the journal remembers who did."""

from dataclasses import fields

from pos_app.actions.books.record_fact import record_fact, settle_due_in
from pos_app.actions.staff.allowed import allowed
from pos_app.domain.program import PROGRAMS_BY_PRIORITY
from pos_app.domain.refusals.program import ProgramHoldTooShort
from pos_app.domain.refusals.settings import SettingOutOfRange
from pos_app.domain.seat import Seat
from pos_app.domain.settings import COUNTER_PAYOUT, STORE_TENDER_ONLY, ShopRules
from pos_app.domain.staff import PROGRAM
from pos_app.engine.book import Book
from pos_app.engine.program import ParameterNotAChoice, parameters_of
from pos_app.journal.facts import RulesSet
from pos_app.shop import Shop
from pos_app.storage.unit_of_work import UnitOfWork

RANGES = {
    "max_total_concession_bp": (0, 7000),
    "max_margin_share_bp": (0, 10_000),
    "return_window_days": (0, 60),
    "cutoff_minutes": (0, 360),
    "payout_least": (1, 1_000_000),
    "payout_fee_bp": (0, 500),
    "member_day_sales": (0, 100),
    "expected_redemption_bp": (0, 10_000),
}
"""rulebook 1.3, 1.5, 1.7, 1.10, 10.9."""
WITHDRAW_MODES = (STORE_TENDER_ONLY, COUNTER_PAYOUT)


def set_rules(shop: Shop, seat: Seat, *, rules: ShopRules) -> None:
    """Set the rules for later sales; earlier ones keep what they were rung up under.

    Raises:
        NotAllowed: only an owner may.
        SettingOutOfRange, ParameterNotAChoice: outside the rulebook's range; nothing was
            written.
        ProgramHoldTooShort: a program holds rewards for less than goods may come back.
    """
    allowed(seat, PROGRAM)
    _refuse_out_of_range(rules)
    with shop.storage.write() as work:
        settle_due_in(shop, work)
        _refuse_short_holds(work.book, rules.return_window_days)
        set_rules_in(shop, work, rules, staff=seat.staff)


def _refuse_out_of_range(rules: ShopRules) -> None:
    """Refuse rules outside the ranges of the rulebook."""
    for name, (lowest, highest) in RANGES.items():
        value = getattr(rules, name)
        if not lowest <= value <= highest:
            raise SettingOutOfRange(name=name, value=value, lowest=lowest, highest=highest)
    if rules.withdraw_mode not in WITHDRAW_MODES:
        raise ParameterNotAChoice("withdraw_mode", rules.withdraw_mode, WITHDRAW_MODES)


def _refuse_short_holds(book: Book, window: int) -> None:
    """Refuse a return window longer than any program that is not closed holds (1.3)."""
    for program in book.scan(PROGRAMS_BY_PRIORITY):
        if program.closed_at is not None:
            continue
        parameters = parameters_of(
            book, program.kind, program=program.number, version=program.version
        )
        if parameters.hold_days < window:
            raise ProgramHoldTooShort(program.name, parameters.hold_days, window)


def set_rules_in(shop: Shop, work: UnitOfWork, rules: ShopRules, *, staff: int) -> None:
    """Journal the rules within a unit of work."""
    fact = RulesSet(**{each.name: getattr(rules, each.name) for each in fields(RulesSet)})
    record_fact(shop, work, fact, staff=staff)
