"""What the shop says no to when members register and when cards are issued."""

from dataclasses import dataclass

from pos_app.domain.moment import Day
from pos_app.domain.money import Fen
from pos_app.errors import Refusal


@dataclass(eq=False)
class PhoneTaken(Refusal):
    """Another member has this number; one person is one member (rulebook 1.10)."""

    member: int
    name: str
    """Masked."""


@dataclass(eq=False)
class PhoneMalformed(Refusal):
    """A telephone number has 5 to 15 digits; nothing was written."""

    typed: str


@dataclass(eq=False)
class SponsorUnknown(Refusal):
    """Nobody with this number is a member; the registration was refused whole."""

    named: str


@dataclass(eq=False)
class SponsorIsOneself(Refusal):
    """Nobody refers himself (rulebook 1.8)."""

    member: int


@dataclass(eq=False)
class ConsentMissing(Refusal):
    """The customer has not agreed to become a member (rulebook 10.4, 10.6)."""


@dataclass(eq=False)
class MemberTooYoung(Refusal):
    """Nobody under 14 is registered; their parents may be (rulebook 10.6)."""


@dataclass(eq=False)
class AgeBandUnknown(Refusal):
    """Only ADULT, MINOR and CHILD are declared."""

    named: str


@dataclass(eq=False)
class CardUnknown(Refusal):
    """The code is genuine, but this file knows no such card: an older backup, perhaps."""

    card: int


@dataclass(eq=False)
class RefTaken(Refusal):
    """A member with this outside name is registered already."""

    ref: str


@dataclass(eq=False)
class MemberOwed(Refusal):
    """The shop owes the member something; it is spent or paid out before he is erased."""

    group: str
    """The kind of account: POINTS, CASH, VCH, PTS or LOCK."""
    held: Fen


@dataclass(eq=False)
class MemberWaits(Refusal):
    """The member leaves first what he waits for (rulebook 2.9); nothing was erased."""

    what: str
    """`tickets`, `units` or `held`: sales whose rewards have not settled."""


@dataclass(eq=False)
class PrizeOnRecord(Refusal):
    """Who won a prize is kept for two years (rulebook 10.2, article 19)."""

    until: Day


@dataclass(eq=False)
class MemberIsMerged(Refusal):
    """The number is one of a person who has another one; that one is used (1.10)."""

    member: int
    into: int


@dataclass(eq=False)
class MergeRefused(Refusal):
    """Two members cannot become one as they stand; nothing was changed (1.8, 1.10)."""

    why: str
    """`same`, `brought` (the duplicate brought somebody), `sponsor` (the one who stays
    brought the duplicate, or somebody who did), `chain` (the duplicate has a place in
    one) or `held`."""
    member: int
    """The duplicate."""
    until: Day | None = None
    """For `held`: the day from which the last of its purchases counts."""
