"""Rows of members and their cards; of what names a member the journal has hashes.

Pure, like every `post_*` file: a fact goes in, records go to the book.
"""

from dataclasses import replace

from pos_app.domain.member import ADULT, CARDS_OF_MEMBER, MERGED_INTO, Member, MemberCard
from pos_app.engine.book import Book, kept
from pos_app.engine.forgetting import forget_member
from pos_app.engine.merging import merge_member
from pos_app.journal import facts
from pos_app.journal.entry import Entry


def post_member(book: Book, entry: Entry, fact: facts.MemberSaved) -> None:
    """Register or change a member; the action puts the texts, the journal has hashes."""
    before = book.get(Member, fact.number)
    book.put(
        Member(
            number=fact.number,
            ref=fact.ref,
            name=fact.name_sha256,
            phone=fact.phone_sha256,
            sponsor=before.sponsor if before else fact.sponsor,
            joined_at=before.joined_at if before else entry.at,
            consent=fact.consent,
            tier=fact.tier,
            tier_bp=fact.tier_bp,
            age_band=fact.age_band,
            employee=fact.employee,
            household=fact.household,
            household_tag=fact.household_sha256,
            salt=fact.salt_sha256,
        )
    )


def post_member_erased(book: Book, entry: Entry, fact: facts.MemberErased) -> None:
    """Empty what names a member; take the cards back, end what was a chance only."""
    forget_member(book, fact.number)
    for card in list(book.scan(CARDS_OF_MEMBER, fact.number)):
        if card.revoked_at is None:
            book.put(replace(card, revoked_at=entry.at))
    same_person = list(book.scan(MERGED_INTO, fact.number))
    for known in (kept(book, Member, fact.number), *same_person):
        book.put(
            replace(
                known,
                name="",
                phone="",
                household="",
                household_tag="",
                salt="",
                tier="",
                consent=False,
                age_band=ADULT,
                employee=False,
                erased_at=entry.at,
            )
        )


def post_members_merged(book: Book, entry: Entry, fact: facts.MembersMerged) -> None:
    """Let the one who stays have all that is the duplicate's, the cards too.

    Whoever was merged into the duplicate before is the same person as well.
    """
    merge_member(book, fact.member, into=fact.into)
    for card in list(book.scan(CARDS_OF_MEMBER, fact.member)):
        book.put(replace(card, member=fact.into))
    for known in list(book.scan(MERGED_INTO, fact.member)):
        book.put(replace(known, merged_into=fact.into))
    known = kept(book, Member, fact.member)
    book.put(replace(known, merged_into=fact.into, merged_at=entry.at))


def post_card(book: Book, entry: Entry, fact: facts.CardIssued) -> None:
    """Let a card name its member."""
    book.put(MemberCard(fact.card, fact.member, entry.at))


def post_card_revoked(book: Book, entry: Entry, fact: facts.CardRevoked) -> None:
    """Let a card name nobody any more."""
    card = book.get(MemberCard, fact.card)
    if card is not None:
        book.put(replace(card, revoked_at=entry.at))
