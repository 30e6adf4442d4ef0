"""A customer becomes a member, with a card at once."""

from pos_app.actions.books.outside_name import outside_name
from pos_app.actions.books.put_member import put_member_in
from pos_app.actions.books.record_fact import settle_due_in
from pos_app.actions.members.issue_card import issue_card_in
from pos_app.domain.member import (
    AGE_BANDS,
    CHILD,
    MEMBERS_BY_PHONE,
    MEMBERS_BY_REF,
    NOTHING_DECLARED,
    Member,
    MemberDeclared,
    masked_name,
)
from pos_app.domain.names import clean_name
from pos_app.domain.phone import read_phone
from pos_app.domain.refusals.catalogue import NameUnusable
from pos_app.domain.refusals.member import (
    AgeBandUnknown,
    ConsentMissing,
    MemberIsMerged,
    MemberTooYoung,
    PhoneTaken,
    RefTaken,
    SponsorIsOneself,
    SponsorUnknown,
)
from pos_app.domain.seat import Seat
from pos_app.engine.book import Book
from pos_app.shop import Shop


def register_member(
    shop: Shop,
    seat: Seat,
    *,
    name: str,
    phone: str,
    sponsor: int | None = None,
    ref: str = "",
    consent: bool = True,
    with_card: bool = True,
    declared: MemberDeclared = NOTHING_DECLARED,
) -> int:
    """Register a member and return the number; nothing is written when refused.

    A member needs no more than a number (rulebook 10.6): name and phone may be empty.
    `ref` is the outside name of a replayed file, else the number itself. The sponsor is
    bound here and never afterwards (rulebook 1.8); since a new member sponsors nobody
    yet, no circle can come about.

    Raises:
        ConsentMissing: the customer has not agreed.
        MemberTooYoung, AgeBandUnknown: nobody under 14 (rulebook 10.6).
        NameUnusable: the name is too long or holds signs that cannot be shown, or the
            outside name holds an @.
        PhoneMalformed, PhoneTaken: one person is one member.
        SponsorUnknown, SponsorIsOneself, MemberIsMerged: the registration is refused whole.
        RefTaken: the outside name is in use.
    """
    if not consent:
        raise ConsentMissing
    refuse_age(declared.age_band)
    called = clean_name(name, of="member", may_be_empty=True)
    digits = read_phone(phone)
    if "@" in ref:
        # Accounts of the books are written kind:member, programs kind@program (1.12).
        raise NameUnusable(what="member", name=ref, why="at_sign")
    with shop.storage.write() as work:
        book = work.book
        number = book.last_number(Member) + 1
        outside = ref or outside_name(book, MEMBERS_BY_REF, number=number)
        _refuse_taken(book, digits, ref=outside)
        _refuse_sponsor(book, sponsor, number=number)
        settle_due_in(shop, work)
        member = Member(
            number=number,
            ref=outside,
            name=called,
            phone=digits,
            sponsor=sponsor,
            joined_at=shop.clock.now(),
            consent=consent,
            age_band=declared.age_band,
            employee=declared.employee,
            household_tag=clean_name(declared.household, of="member", may_be_empty=True),
        )
        put_member_in(shop, work, member, by=seat.staff)
        if with_card:
            issue_card_in(shop, work, number, staff=seat.staff)
    return number


def refuse_age(age_band: str) -> None:
    """Refuse children, and what is no age band."""
    if age_band not in AGE_BANDS:
        raise AgeBandUnknown(named=age_band)
    if age_band == CHILD:
        raise MemberTooYoung


def _refuse_taken(book: Book, phone: str, *, ref: str) -> None:
    if phone and (other := next(iter(book.scan(MEMBERS_BY_PHONE, phone)), None)) is not None:
        raise PhoneTaken(member=other.merged_into or other.number, name=masked_name(other.name))
    if next(iter(book.scan(MEMBERS_BY_REF, ref)), None) is not None:
        raise RefTaken(ref=ref)


def _refuse_sponsor(book: Book, sponsor: int | None, *, number: int) -> None:
    if sponsor is None:
        return
    if sponsor == number:
        raise SponsorIsOneself(member=number)
    known = book.get(Member, sponsor)
    if known is None or known.erased_at is not None:
        raise SponsorUnknown(named=str(sponsor))
    if known.merged_into:
        raise MemberIsMerged(member=sponsor, into=known.merged_into)
