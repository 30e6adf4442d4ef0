"""The small set of verbs that every mechanism has, one file each in `mechanisms`.

A mechanism is a class without state: its verbs are the protocol. It talks to a `Book` only.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Protocol

from pos_app.domain.holdings import Gain, Holding, Redeemed
from pos_app.domain.money import NOTHING, Fen
from pos_app.domain.program import Program
from pos_app.domain.sale import Sale
from pos_app.engine.accounts import buyer
from pos_app.engine.book import Book
from pos_app.engine.errand_refusals import NothingToConvert, NothingToRedeem
from pos_app.engine.outcomes import SaleAsk, Settled, TakenBack
from pos_app.engine.parameters.form import Parameters
from pos_app.engine.records.shared import SETTLE, Due, Enrolment


@dataclass(frozen=True, slots=True)
class Joined:
    """A sale in a program, with the parameters it was rung up under."""

    program: Program
    parameters: Parameters
    enrolment: Enrolment
    sale: Sale

    @property
    def member(self) -> int:
        """Who bought; a sale without a member takes part in no program (rulebook 1.5)."""
        return buyer(self.sale)

    def settled(self, book: Book, *, concession: Fen = NOTHING) -> Settled:
        """The sale's settlement in this program, dated by the book."""
        return Settled(
            what=SETTLE,
            program=self.program.number,
            sale=self.sale.number,
            due_at=book.effective_at,
            concession=concession,
        )

    def taken_back(self) -> TakenBack:
        """A return that took nothing back yet from this program."""
        return TakenBack(program=self.program.number, kind=self.program.kind)


@dataclass(frozen=True, slots=True)
class Brought:
    """What a settled sale has brought, less what came back of it."""

    buyer: tuple[Gain, ...] = ()
    store: tuple[Gain, ...] = ()
    """What the store itself got (M4 merchant points, M6 merchant weight)."""


@dataclass(frozen=True, slots=True)
class PartBack:
    """A late return as one program sees it; all in fen of the concession base."""

    now: Fen
    """What comes back with this return."""
    returned: Fen
    """What has come back since settlement, this return included."""
    concession: Fen
    """What of the concession is now wanted back (cumulative, rulebook 1.6)."""
    voluntary: bool
    """Benefits may be netted from the refund; not for defective goods."""
    room: Fen
    """The most that may still be netted."""


@dataclass(slots=True)
class VoidPlan:
    """What a void needs, worked out by every program before anything is written."""

    needs: dict[str, int] = field(default_factory=dict)
    """Account to the amount that will be taken out of it."""
    refused: str = ""
    """Why it cannot be; empty when only the needs decide."""

    def need(self, account: str, amount: int) -> None:
        """Count on an amount of an account."""
        self.needs[account] = self.needs.get(account, 0) + amount


class Mechanism(Protocol):
    """What settle, undo, leaving, periods and enrol ask of a mechanism.

    A mechanism subclasses it; the verbs that have a body here it may leave as they are.
    """

    def expect(
        self, book: Book, program: Program, *, parameters: Parameters, ask: SaleAsk
    ) -> tuple[Fen, tuple[Fen, ...]]:
        """Points and new tickets' targets that the sale would bring.

        Most bring neither: what a share, a unit or an entry will be worth nobody knows.
        """
        return NOTHING, ()

    def gains(
        self, book: Book, program: Program, *, parameters: Parameters, ask: SaleAsk
    ) -> tuple[Gain, ...]:
        """What else the sale would bring its buyer, in what this kind counts; no promise."""
        return ()

    def brought(self, book: Book, joined: Joined) -> Brought:
        """What a settled sale has brought in what this kind counts."""
        return Brought()

    def held_by(self, book: Book, program: Program, *, member: int) -> Holding | None:
        """What a member has in the program; None without any, and for points and tickets."""
        return None

    def bars(self, book: Book, program: Program, *, parameters: Parameters, ask: SaleAsk) -> str:
        """Why the books keep a sale from joining; empty when they do not.

        Asked at completion, after what the parameters alone say.
        """
        return ""

    def settle(self, book: Book, joined: Joined, *, base: Fen) -> Settled:
        """Do all money effects of a sale on a base above zero, dated by the book."""
        ...

    def take_back(self, book: Book, joined: Joined, *, back: PartBack) -> TakenBack:
        """Undo what the returned part of a settled sale has earned."""
        ...

    def plan_void(self, book: Book, joined: Joined, *, plan: VoidPlan) -> None:
        """Add to the plan what undoing a settled sale whole takes; write nothing."""
        ...

    def void(self, book: Book, joined: Joined) -> None:
        """Undo a settled sale whole; the plan was found good."""
        ...

    def leave(self, book: Book, joined: Joined) -> Fen | None:
        """Exchange what a sale still waits for; None when it waits for nothing."""
        return None

    def forget(self, book: Book, program: Program, *, member: int) -> None:
        """End what a member has only the chance of: his data are erased (2.9, 4.8).

        Nothing is owed to him any more; tickets and units he has left before.
        """
        return

    def hand_over(
        self, book: Book, program: Program, *, member: int, into: int, sales: Collection[int]
    ) -> None:
        """Let another member have what this one's purchases brought (rulebook 1.10).

        `sales` are all of them; their money is moved by the caller.
        """
        return

    def close(self, book: Book, program: Program) -> None:
        """End the program: pay out what is left as the rulebook says."""
        ...

    def end_period(self, book: Book, program: Program, *, extra: bool) -> Fen:
        """End a period; `extra` is an end beside those that time brings.

        Only for kinds whose parameters name a `period_end`, or that take extra ends.
        Returns what was distributed. The program is the version in force now.
        """
        return NOTHING

    def fall_due(self, book: Book, program: Program, *, due: Due) -> Fen:
        """Do what the mechanism itself noted as due (an expiry, rank 2).

        Dated by the book. Also called after the program is closed: what has gone already
        is passed over. Returns the amount that moved.
        """
        return NOTHING

    def redeem(self, book: Book, program: Program, *, member: int, units: int) -> Redeemed:
        """Burn units of a member and pay what they are worth, less the fee.

        Raises:
            NothingToRedeem, RedeemTooLittle, UnitsTooFew: nothing was changed.
        """
        raise NothingToRedeem(program.name)

    def convert(self, book: Book, program: Program, *, member: int) -> Fen:
        """Turn a member's backed points into vouchers; returns how much.

        Raises:
            NothingToConvert, PointsTooFew: nothing was changed.
        """
        raise NothingToConvert(program.name)

    def regain(self, book: Book, program: Program, *, sale: int, amount: Fen) -> None:
        """An expired voucher of a sale has brought its money back into the pool."""
        return
