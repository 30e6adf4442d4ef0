"""A shop without screen, file or prices: sells, returns, voids on any book.

It does what the actions do around the engine: writes the sale, takes and gives back the
reward tenders, lets everything due happen first. A sale is one line of as many
thousandths as it costs fen, so that a part of it can come back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from pos_app.domain.holdings import Redeemed
from pos_app.domain.member import Member
from pos_app.domain.moment import DAY_MS, Instant, business_day, read_instant
from pos_app.domain.money import Fen, cumulative_share
from pos_app.domain.program import PROGRAMS_BY_NAME, Program, ProgramVersion
from pos_app.domain.refusals.program import ProgramClosedForGood
from pos_app.domain.sale import COMPLETED, VOIDED, Sale
from pos_app.engine.book import Book
from pos_app.engine.enrol import enrol
from pos_app.engine.errands import convert, redeem
from pos_app.engine.leaving import close_program, leave_queue
from pos_app.engine.merging import merge_member
from pos_app.engine.outcomes import Decision, SaleAsk, Settled, TakenBack
from pos_app.engine.periods import end_extra_period, schedule_periods
from pos_app.engine.program import parameters_text, read_parameters
from pos_app.engine.settle import complete, settle_due
from pos_app.engine.undo import return_part, void
from pos_app.engine.wallet import check_tender, give_back, pay_out, pay_with
from pos_app.errors import NotFound

OPENING = read_instant("2026-01-05T09:00:00+08:00")
TILL = "till"


@dataclass
class Paid:
    """How much of a sale one reward tender paid, and how much was given back."""

    kind: str
    amount: int
    returned: int = 0


@dataclass
class Counter:
    """One till on one book; the clock stands until it is moved."""

    book: Book
    at: Instant = OPENING
    max_total_concession_bp: int = 7000
    max_margin_share_bp: int = 8000
    catch_up: bool = True
    """False: what is due waits until `settle` is called; the till must not sell then."""
    sold: int = 0
    entries: int = 0
    tenders: dict[int, list[Paid]] = field(default_factory=dict)
    last_decisions: tuple[Decision, ...] = ()
    last_settled: tuple[Settled, ...] = ()

    def adopt(
        self,
        name: str,
        kind: str,
        *,
        priority: int = 0,
        preset: str | None = None,
        enabled: bool = True,
        changes: Mapping[str, object] | None = None,
    ) -> Program:
        """Adopt a program or its next version, as the office does."""
        self._begin()
        now = next(iter(self.book.scan(PROGRAMS_BY_NAME, name)), None)
        if now and now.closed_at is not None:
            raise ProgramClosedForGood(name)
        version = now.version + 1 if now else 1
        number = now.number if now else self.book.last_number(Program) + 1
        program = Program(number, name, kind, priority, version, enabled)
        parameters = read_parameters(kind, preset=preset, changes=changes)
        self.book.put(program)
        self.book.put(ProgramVersion(number, version, self.at, parameters_text(parameters)))
        schedule_periods(self.book, program)
        return program

    def sell(
        self,
        member: int | None,
        total: int,
        *,
        sponsor: int | None = None,
        store: str = "S1",
        with_rewards: tuple[tuple[str, int], ...] = (),
        cost: int | None = None,
        minor: bool = False,
        employee: bool = False,
        barred: bool = False,
    ) -> Sale:
        """Complete a sale; `with_rewards` names reward tenders, the rest is cash."""
        self._begin()
        base = total - sum(amount for _, amount in with_rewards)
        sale = make_sale(
            self.sold + 1,
            at=self.at,
            member=member,
            sponsor=sponsor,
            store=store,
            total=total,
            base=base,
        )
        sale = replace(sale, referral_barred=barred)
        ask = SaleAsk(
            store=store,
            member=member,
            sponsor=sponsor,
            base=Fen(base),
            costs=(None if cost is None else Fen(cost),),
            at=self.at,
            day=sale.day,
            max_total_concession_bp=self.max_total_concession_bp,
            max_margin_share_bp=self.max_margin_share_bp,
            minor=minor,
            employee=employee,
            referral_barred=barred,
        )
        self.last_decisions = enrol(self.book, ask)
        for kind, amount in with_rewards:
            check_tender(
                self.book, sale.member or 0, kind=kind, amount=Fen(amount), total=sale.total
            )
        for kind, amount in with_rewards:
            pay_with(self.book, sale, kind=kind, amount=Fen(amount), due=sale.total)
        self.sold += 1
        self.tenders[sale.number] = [Paid(kind, amount) for kind, amount in with_rewards]
        self.book.put(sale)
        self.last_settled = complete(self.book, sale, decisions=self.last_decisions)
        return sale

    def take_back(
        self, number: int, quantity: int, *, reason: str = "voluntary"
    ) -> tuple[TakenBack, ...]:
        """Take part of a sale back: so many thousandths of its one line."""
        self._begin()
        sale = self.sale(number)
        before = self._quantity_returned(sale)
        done = before + quantity
        for paid in self.tenders[number]:
            back = cumulative_share(paid.amount, done=done, whole=sale.total, already=paid.returned)
            give_back(self.book, sale, kind=paid.kind, amount=back)
            paid.returned += back
        base = cumulative_share(sale.base, done=done, whole=sale.total, already=sale.returned_base)
        undone = return_part(self.book, sale, base=base, reason=reason, room=base)
        self.book.put(
            replace(
                sale,
                returned_base=Fen(sale.returned_base + base),
                returns=sale.returns + 1,
                saved=Fen(done),
            )
        )
        return undone

    def left_of(self, number: int) -> int:
        """How much of a sale has not come back."""
        sale = self.sale(number)
        return 0 if sale.state == VOIDED else sale.total - self._quantity_returned(sale)

    def void(self, number: int) -> None:
        """Undo a sale of the day."""
        self._begin()
        sale = self.sale(number)
        void(self.book, sale, day=business_day(self.at))
        self.book.put(replace(sale, state=VOIDED, returned_base=sale.base))

    def leave(self, number: int) -> Fen:
        """Leave the queue with a sale."""
        self._begin()
        return leave_queue(self.book, self.sale(number))

    def pay_out(self, member: int, account: str, amount: int) -> None:
        """Draw a balance down outside a sale."""
        self._begin()
        pay_out(self.book, member, account=account, amount=Fen(amount), till=TILL)

    def who(self, member: int | None) -> int | None:
        """The number that a person goes by now."""
        return None if member is None else who_is(self.book, member)

    def merge(self, member: int, into: int) -> None:
        """Two members become one; the duplicate brought nobody."""
        self._begin()
        merge_member(self.book, member, into=into)
        for number, merged_into in ((into, 0), (member, into)):
            known = self.book.get(Member, number) or Member(
                number, str(number), "", "", None, self.at, consent=True
            )
            self.book.put(replace(known, merged_into=merged_into))

    def redeem(self, name: str, member: int, units: int) -> Redeemed:
        """Turn units of a program into money."""
        self._begin()
        return redeem(self.book, self._program(name), member=member, units=units)

    def convert(self, name: str, member: int) -> Fen:
        """Turn a member's backed points into vouchers."""
        self._begin()
        return convert(self.book, self._program(name), member=member)

    def end_period(self, name: str) -> Fen:
        """End a period of a program now, beside those that time brings."""
        self._begin()
        program = next(iter(self.book.scan(PROGRAMS_BY_NAME, name)), None)
        if program is None:
            raise NotFound("program", name)
        if program.closed_at is not None:
            raise ProgramClosedForGood(name)
        return end_extra_period(self.book, program)

    def close(self, name: str) -> None:
        """PROGRAM_CLOSE."""
        self._begin()
        program = next(iter(self.book.scan(PROGRAMS_BY_NAME, name)))
        close_program(self.book, program)

    def wait(self, *, days: int = 0, ms: int = 0) -> tuple[Settled, ...]:
        """Let time pass; what is due by then happens."""
        self.at = Instant(self.at + days * DAY_MS + ms)
        return self._begin()

    def sale(self, number: int) -> Sale:
        """The sale as it stands in the book."""
        sale = self.book.get(Sale, number)
        assert sale is not None
        return sale

    def _program(self, name: str) -> Program:
        return next(iter(self.book.scan(PROGRAMS_BY_NAME, name)))

    def _begin(self) -> tuple[Settled, ...]:
        self.entries += 1
        self.book.open_entry(self.entries, self.at)
        return settle_due(self.book, self.at) if self.catch_up else ()

    @staticmethod
    def _quantity_returned(sale: Sale) -> int:
        return sale.saved


def who_is(book: Book, member: int) -> int:
    """The number that the person of a number goes by, however often merged."""
    known = book.get(Member, member)
    return who_is(book, known.merged_into) if known and known.merged_into else member


def make_sale(
    number: int,
    *,
    at: Instant,
    member: int | None,
    sponsor: int | None = None,
    store: str = "S1",
    total: int,
    base: int,
) -> Sale:
    """A finished sale as the engine reads it; `saved` counts what has come back."""
    return Sale(
        number=number,
        basket=number,
        content=b"",
        entry=number,
        ref=f"s{number}",
        store=store,
        till=TILL,
        shift=1,
        staff=1,
        member=member,
        at=at,
        day=business_day(at),
        state=COMPLETED,
        goods=Fen(total),
        saved=Fen(0),
        total=Fen(total),
        tax=Fen(0),
        base=Fen(base),
        sponsor=sponsor,
    )
