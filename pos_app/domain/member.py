"""A member, the cards that name one, and what of a member may be shown."""

from dataclasses import dataclass
from hashlib import sha256
from typing import ClassVar

from pos_app.domain.moment import Instant
from pos_app.domain.money import BasisPoints
from pos_app.domain.record import Index, Record, Where

ADULT = "ADULT"
MINOR = "MINOR"
"""14 to 17 years old: no draw and no referral program (rulebook 10.6)."""
CHILD = "CHILD"
"""Under 14: nobody registers (rulebook 10.6)."""
AGE_BANDS = (ADULT, MINOR, CHILD)


@dataclass(frozen=True, slots=True)
class Member(Record):
    """A customer known to the shop; needs no more than a number (rulebook 10.6)."""

    TABLE: ClassVar[str] = "member"
    KEY: ClassVar[tuple[str, ...]] = ("number",)
    SECRET: ClassVar[tuple[str, ...]] = ("name", "phone", "household_tag", "salt")

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
    age_band: str = ADULT
    """ADULT or MINOR, as declared; the shop keeps no date of birth."""
    employee: bool = False
    """Works in the shop or owns it: draws and referral rewards are not for them."""
    household: str = ""
    """The number of whoever named the household first; empty when not known."""
    household_tag: str = ""
    """What its members call it; the same word is the same household."""
    salt: str = ""
    """Random; without it nobody can try names out on what the journal keeps of them."""
    erased_at: Instant | None = None
    """When the texts were erased; the number stays in the books."""
    merged_into: int = 0
    """The member who is the same person and stays; 0 for none (rulebook 1.10)."""
    merged_at: Instant | None = None

    def digest_of(self, field: str) -> str:
        """SHA-256 of a text with the salt, of the salt alone; nothing of no text."""
        text = getattr(self, field)
        if not text:
            return ""
        salted = text if field == "salt" else f"{self.salt}:{text}"
        return sha256(salted.encode()).hexdigest()


MEMBERS_BY_REF = Index(Member, "by_ref", ("ref",))
MEMBERS_BY_PHONE = Index(Member, "by_phone", ("phone",), (Where("phone", ">", ""),))
"""Unique in the file too: one phone number is one member (rulebook 1.10)."""
MEMBERS_OF_HOUSEHOLD = Index(
    Member, "of_household", ("household_tag", "number"), (Where("household_tag", ">", ""),)
)
MEMBERS_OF_SPONSOR = Index(Member, "of_sponsor", ("sponsor", "number"))
MERGED_INTO = Index(
    Member, "merged_into", ("merged_into", "number"), (Where("merged_into", ">", 0),)
)
"""Whom a member was merged with; each points at the one who stays, never at another."""


@dataclass(frozen=True, slots=True)
class MemberDeclared:
    """What a member says of age, work and household; it counts for later sales."""

    age_band: str = ADULT
    employee: bool = False
    household: str = ""


NOTHING_DECLARED = MemberDeclared()
"""An adult, not staff, of no shared household: what a replayed member counts as (1.10)."""


def is_erased(member: Member | None) -> bool:
    """Whether a member's data were erased; whom nobody registered is not."""
    return member is not None and member.erased_at is not None


def bars_referral(buyer: Member, sponsor: Member | None) -> bool:
    """Whether a purchase may bring its buyer's sponsor nothing (rulebook 1.10, 10.6).

    Of one household, one of them staff (the cashier of the sale among them), or the
    sponsor a minor.
    """
    if sponsor is None:
        return False
    alike = bool(buyer.household) and buyer.household == sponsor.household
    return alike or buyer.employee or sponsor.employee or sponsor.age_band != ADULT


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
