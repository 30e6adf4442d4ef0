"""A member is journaled without his texts; those stand in his row alone.

The journal keeps of name, phone and household the SHA-256 with the member's own salt
(decision 0062): it can never forget, and a member may ask to be forgotten.
"""

from dataclasses import replace

from pos_app.actions.books.record_fact import record_fact
from pos_app.clock import new_salt
from pos_app.domain.member import MEMBERS_OF_HOUSEHOLD, Member
from pos_app.engine.book import Book, kept
from pos_app.journal.facts import MemberSaved
from pos_app.shop import Shop
from pos_app.storage.unit_of_work import UnitOfWork


def put_member_in(shop: Shop, work: UnitOfWork, member: Member, *, by: int) -> None:
    """Journal a member, new or changed, and write the row with its texts."""
    salted = _salted(member)
    fact = MemberSaved(
        number=salted.number,
        ref=salted.ref,
        name_sha256=salted.digest_of("name"),
        phone_sha256=salted.digest_of("phone"),
        sponsor=salted.sponsor,
        consent=salted.consent,
        tier=salted.tier,
        tier_bp=salted.tier_bp,
        age_band=salted.age_band,
        employee=salted.employee,
        household=_household(work.book, salted),
        household_sha256=salted.digest_of("household_tag"),
        salt_sha256=salted.digest_of("salt"),
    )
    record_fact(shop, work, fact, staff=by)
    posted = kept(work.book, Member, member.number)
    texts = {name: getattr(salted, name) for name in Member.SECRET}
    work.book.put(replace(posted, **texts))


def _salted(member: Member) -> Member:
    """Who has no texts needs no salt: a replayed past stays the same each time."""
    has_texts = member.name or member.phone or member.household_tag
    return member if member.salt or not has_texts else replace(member, salt=new_salt())


def _household(book: Book, member: Member) -> str:
    """The number of whoever named the household first; the journal needs no word."""
    if not member.household_tag:
        return ""
    known = next(iter(book.scan(MEMBERS_OF_HOUSEHOLD, member.household_tag)), None)
    return str(member.number) if known is None else known.household
