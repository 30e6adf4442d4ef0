"""Members by phone, its last four digits, name, initials or number, as one types."""

from typing import Any

from sqlalchemy import bindparam

from pos_app.domain.found import MemberFound
from pos_app.domain.member import MERGED_INTO, Member, masked_name, masked_phone
from pos_app.engine.book import kept
from pos_app.storage.gram_index import GramIndex
from pos_app.storage.reward_book import SqlBook
from pos_app.storage.search_grams import match_of
from pos_app.storage.statements import compiled

_INDEX = GramIndex("search_member")
_MATCHING = compiled(_INDEX.matching().limit(bindparam("most")))
_FURTHER = compiled(
    _INDEX.matching()
    .where(_INDEX.grams.c.rowid > bindparam("last"))
    .order_by(_INDEX.grams.c.rowid)
    .limit(bindparam("most"))
)


def find_members(
    driver: Any, book: SqlBook, typed: str, *, limit: int, after: int | None = None
) -> tuple[MemberFound, ...]:
    """Return who matches: a phone's end first, then a text's beginning, then any.

    `after` is the last number of the page before.
    """
    asked = (match_of(typed, ending=True), match_of(typed, beginning=True), match_of(typed))
    questions = [each for each in asked if each is not None]
    numbers: dict[int, None] = {}
    if after is None:
        for match in questions:
            if len(numbers) < limit:
                rows = driver.execute(_MATCHING, (match, limit, 0))
                numbers |= dict.fromkeys(number for (number,) in rows)
    elif questions:
        for match, last in _INDEX.further(driver, questions, after=after):
            if len(numbers) < limit:
                rows = driver.execute(_FURTHER, (match, last, limit, 0))
                numbers |= dict.fromkeys(number for (number,) in rows)
    found = (book.get(Member, number) for number in list(numbers)[:limit])
    return tuple(_shown(member) for member in found if member is not None)


def refresh_members(driver: Any, book: SqlBook) -> None:
    """Keep the search current with what this unit of work has changed.

    Whoever was merged is found as the one who stays, by phone, number and name of both.
    """
    for number in {each.merged_into or each.number for each in book.changed(Member)}:
        member = kept(book, Member, number)
        same = tuple(book.scan(MERGED_INTO, number))
        texts = [member.phone, member.ref]
        for each in same:
            texts += [each.phone, each.ref, each.name]
            _INDEX.put(driver, each.number, name="", others=())
        others = tuple(dict.fromkeys(text for text in texts if text))
        if member.erased_at is not None:
            others = ()
        _INDEX.put(driver, number, name=member.name, others=others)


def _shown(member: Member) -> MemberFound:
    return MemberFound(
        number=member.number,
        masked_name=masked_name(member.name),
        masked_phone=masked_phone(member.phone),
        tier=member.tier,
    )
