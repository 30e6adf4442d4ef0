"""A member, the cards that name one, and what of a member may be shown."""

from dataclasses import dataclass
from typing import ClassVar

from pos_app.domain.moment import Instant
from pos_app.domain.money import BasisPoints
from pos_app.domain.record import Index, Record


@dataclass(frozen=True, slots=True)
class Member(Record):
    """A customer known to the shop; needs no more than a number (rulebook 10.6)."""

    TABLE: ClassVar[str] = "member"
    KEY: ClassVar[tuple[str, ...]] = ("number",)

    number: int
    ref: str
    """Outside name: the replayed file's own id, else the number as text."""
    name: str
    phone: str
    """Digits; empty when not given; unique otherwise (rulebook 1.10)."""
    sponsor: int | None
    """Set at registration only, never oneself, never a circle (rulebook 1.8)."""
    joined_at: Instant
    consent: bool
    tier: str = ""
    tier_bp: BasisPoints = BasisPoints(10_000)


MEMBERS_BY_REF = Index(Member, "by_ref", ("ref",))
MEMBERS_BY_PHONE = Index(Member, "by_phone", ("phone", "number"))
MEMBERS_OF_SPONSOR = Index(Member, "of_sponsor", ("sponsor", "number"))


@dataclass(frozen=True, slots=True)
class MemberCard(Record):
    """One printed or shown code; a lost card is revoked and a new one issued."""

    TABLE: ClassVar[str] = "member_card"
    KEY: ClassVar[tuple[str, ...]] = ("card",)

    card: int
    """Random 63 bits, not the member's number (faults.md 3.3)."""
    member: int
    issued_at: Instant
    revoked_at: Instant | None = None


CARDS_OF_MEMBER = Index(MemberCard, "of_member", ("member", "card"))


def masked_phone(phone: str) -> str:
    """Show a phone number as 138****1234 (rulebook 10.6)."""
    return phone if len(phone) < 8 else f"{phone[:3]}****{phone[-4:]}"  # noqa: PLR2004 - digits


def masked_name(name: str) -> str:
    """Show a name as 林*梅, a two-character one as 赵*."""
    if len(name) <= 1:
        return name
    return f"{name[0]}*" if len(name) == 2 else f"{name[0]}*{name[-1]}"  # noqa: PLR2004
