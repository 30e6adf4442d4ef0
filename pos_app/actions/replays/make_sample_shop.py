"""A shop to play with: real goods, invented people, forty days of trade behind it."""

from collections.abc import Callable, Iterator
from importlib.resources import files
from itertools import chain, groupby
from pathlib import Path

from pos_app.actions.books.record_fact import SHOP_ITSELF, record_fact
from pos_app.actions.members.register_member import register_member
from pos_app.actions.premises.made_beside import made_beside
from pos_app.actions.premises.make_shop import MadeShop, ShopSetup, make_shop
from pos_app.actions.premises.set_rules import set_rules
from pos_app.actions.products.import_products import import_products
from pos_app.actions.programs.adopt_program import ProgramAsk, adopt_program
from pos_app.actions.replays.replay_history import replay_history
from pos_app.actions.shifts.close_shift import close_shift
from pos_app.actions.shifts.open_shift import open_shift
from pos_app.actions.staff.save_staff import StaffAsk, save_staff
from pos_app.clock import Clock, StoppedClock
from pos_app.domain.catalogue import Product
from pos_app.domain.files.product_import import preview_import
from pos_app.domain.files.replay_events import HistoryEvent
from pos_app.domain.files.sample_days import DAYS, sample_days
from pos_app.domain.files.sample_shop import (
    SamplePerson,
    SampleShop,
    read_sample_members,
    read_sample_shop,
    read_sample_staff,
)
from pos_app.domain.member import MEMBERS_BY_REF
from pos_app.domain.moment import Day, Instant, business_day, day_after, start_of
from pos_app.domain.money import Fen, Milli
from pos_app.domain.sale import SALES_BY_REF
from pos_app.domain.seat import Seat
from pos_app.domain.settings import COUNTER_PAYOUT, ShopRules
from pos_app.domain.staff import CASHIER, MANAGER, OWNER
from pos_app.engine.accounts import wallet
from pos_app.engine.places import tickets_of_sale
from pos_app.engine.records.queue import ACTIVE, WAITING
from pos_app.journal.facts import StockMoved
from pos_app.ledger import chart
from pos_app.shop import Shop, assemble
from pos_app.storage.unit_of_work import open_storage
from pos_app.wording import N_, Language, Wording

SAMPLE_CODE = "sample-recovery-code.txt"
"""Beside the sample shop, so that restoring can be tried; a real shop keeps no code."""

Progress = Callable[[int, int], None]
"""Told how many days of trade are done, of how many."""

_MINUTE_MS = 60_000
_SET_UP_MS = 390 * _MINUTE_MS
"""The shop is set up at half past six, before the first customer of the first day."""
_BEFORE_TRADE_MS = 10 * _MINUTE_MS
_AFTER_TRADE_MS = 30 * _MINUTE_MS
_FLOAT = Fen(50_000)
_ON_THE_SHELF = Milli(400_000)


def make_sample_shop(
    folder: Path, *, clock: Clock, days: int = DAYS, progress: Progress | None = None
) -> Shop:
    """Make the sample shop in an empty folder and return it open, at the clock's now.

    Its trade ends the evening before; nothing of it is random, but its secrets are. It is
    made beside the folder and moved in when it is whole: a start that is broken off
    leaves nothing behind.

    Raises:
        ShopIsHere, ShopAlreadyOpen, ShopOnNetworkFolder, DiskFull: as `make_shop`.
    """
    with made_beside(folder) as scratch:
        code = _make(scratch, today=business_day(clock.now()), days=days, progress=progress)
    (folder / SAMPLE_CODE).write_text(_code_paper(code), encoding="utf-8")
    return assemble(folder, open_storage(folder), clock=clock)


def _code_paper(code: str) -> str:
    told = N_(
        "Recovery code of the sample shop, to try a restore with. A real shop never keeps "
        "its code beside its records: whoever has both has the shop."
    )
    both = (Wording(language).text(told) for language in Language)
    return "\n".join((*both, "", code, ""))


def _make(folder: Path, *, today: Day, days: int, progress: Progress | None) -> str:
    """Make it, closed; returns the recovery code."""
    first = day_after(today, -days)
    then = StoppedClock(Instant(start_of(first) + _SET_UP_MS))
    sample = read_sample_shop(_resource("shop.json"))
    people = read_sample_staff(_resource("staff.csv"))
    made = _with_owner(folder, sample, people, clock=then)
    shop = made.shop
    try:
        shop.storage.hurry()
        owner = Seat(1, people[0].name, OWNER, store=shop.settings.store, till=shop.settings.till)
        _hire(shop, owner, people)
        _stock_up(shop, owner)
        set_rules(shop, owner, rules=ShopRules(withdraw_mode=COUNTER_PAYOUT))
        _start_programs(shop, sample, consent_by=people[0].name)
        members = _register_members(shop, owner)
        _trade(shop, then, people, members=members, today=today, days=days, progress=progress)
        _printed_long_ago(shop)
    finally:
        shop.close()
    return made.recovery_code


def _resource(name: str) -> bytes:
    return (files("resources") / "sample_shop" / name).read_bytes()


def _with_owner(
    folder: Path, sample: SampleShop, people: tuple[SamplePerson, ...], *, clock: Clock
) -> MadeShop:
    setup = ShopSetup(
        name=sample.name,
        owner_name=people[0].name,
        owner_pin=people[0].pin,
        address=sample.address,
        contact=sample.contact,
        language=sample.language,
    )
    return make_shop(folder, setup, clock=clock)


def _hire(shop: Shop, owner: Seat, people: tuple[SamplePerson, ...]) -> None:
    for person in people[1:]:
        save_staff(shop, owner, ask=StaffAsk(person.name, person.role, person.pin))


def _stock_up(shop: Shop, owner: Seat) -> None:
    import_products(shop, owner, preview=preview_import(_resource("products.csv")))
    with shop.storage.write() as work:
        for number in range(1, work.book.last_number(Product) + 1):
            fact = StockMoved(product=number, quantity=_ON_THE_SHELF, reason="opening stock")
            record_fact(shop, work, fact, staff=owner.staff)


def _start_programs(shop: Shop, sample: SampleShop, *, consent_by: str) -> None:
    # The shop itself adopts them: its files stand for the owner's typed consent.
    itself = Seat(SHOP_ITSELF, "", OWNER, store=shop.settings.store, till=shop.settings.till)
    for program in sample.programs:
        ask = ProgramAsk(
            name=program.name,
            kind=program.kind,
            preset=program.preset,
            params=program.params,
            priority=program.priority,
            consent_by=consent_by,
        )
        adopt_program(shop, itself, ask=ask)


def _register_members(shop: Shop, owner: Seat) -> tuple[str, ...]:
    numbers: dict[int, int] = {}
    for member in read_sample_members(_resource("members.csv")):
        sponsor = numbers[member.sponsor] if member.sponsor is not None else None
        numbers[member.number] = register_member(
            shop, owner, name=member.name, phone=member.phone, sponsor=sponsor
        )
    return tuple(str(number) for number in numbers.values())


class _Books:
    """What the made-up customers know of their balances, read as they shop."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def balance(self, member: str, account: str) -> int:
        with self._shop.storage.read() as seen:
            known = next(seen.book.scan(MEMBERS_BY_REF, member))
            return seen.book.balance(wallet(account, known.number))

    def waits(self, sale: str) -> bool:
        with self._shop.storage.read() as seen:
            known = next(seen.book.scan(SALES_BY_REF, sale), None)
            if known is None:
                return False
            places = tickets_of_sale(seen.book, known.number)
            return any(each.state in {ACTIVE, WAITING} for each in places)


def _trade(
    shop: Shop,
    clock: StoppedClock,
    people: tuple[SamplePerson, ...],
    *,
    members: tuple[str, ...],
    today: Day,
    days: int,
    progress: Progress | None,
) -> None:
    with shop.storage.read() as seen:
        products = tuple(seen.book.records(Product))
    events = sample_days(products, members, today=today, books=_Books(shop), days=days)
    cashiers = [
        (number, each) for number, each in enumerate(people, start=1) if each.role == CASHIER
    ]
    by_day = groupby(events, key=lambda event: business_day(event.at))
    for done, (_, trade) in enumerate(by_day, start=1):
        number, person = cashiers[done % len(cashiers)]
        # With a manager's rights: nobody stands beside to approve what is made up.
        seat = Seat(
            number, person.name, MANAGER, store=shop.settings.store, till=shop.settings.till
        )
        _one_day(shop, clock, seat=seat, trade=trade)
        if progress is not None:
            progress(done, days)


def _one_day(shop: Shop, clock: StoppedClock, *, seat: Seat, trade: Iterator[HistoryEvent]) -> None:
    first = next(trade)
    clock.move_to(Instant(first.at - _BEFORE_TRADE_MS))
    at_shift = open_shift(shop, seat, opening_float=_FLOAT)
    replay_history(shop, chain((first,), trade), seat=at_shift)
    clock.move_to(Instant(clock.now() + _AFTER_TRADE_MS))
    with shop.storage.read() as seen:
        counted = Fen(-seen.book.balance(chart.drawer(seat.till)))
    close_shift(shop, at_shift, counted=counted, with_backup=False)


def _printed_long_ago(shop: Shop) -> None:
    """No printer should be asked for forty days of receipts on the first morning."""
    with shop.storage.write() as work:
        for job in work.print_jobs.open_jobs():
            work.print_jobs.mark_done(job.number)
