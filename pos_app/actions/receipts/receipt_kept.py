"""What a receipt told of its member when first printed; a copy says the same.

Balances and places move on with the next sale. A copy that showed those of now would not
be a copy, so the print job keeps what it told (till.md 4: COPY on every reprint). A
receipt printed before jobs kept that says of when its figures are.
"""

import json
import zlib
from dataclasses import dataclass, replace

from pos_app.domain.moment import Instant
from pos_app.domain.papers.receipt_facts import ReceiptFacts, ReceiptMember
from pos_app.domain.standing import Disclosure
from pos_app.journal.plain_values import plain_of, value_of

_MARK = b"told:"


@dataclass(frozen=True, slots=True)
class ReceiptTold:
    """The parts of a receipt that follow the books as they stood, not the sale alone."""

    member: ReceiptMember
    disclosures: tuple[Disclosure, ...]
    rules_version: str
    as_of: Instant | None = None
    """Set where the original told other figures, and nobody kept them."""


def receipt_kept(facts: ReceiptFacts, body: bytes) -> ReceiptFacts:
    """Return the facts as a job's body tells them; as they are where it tells nothing."""
    if not body.startswith(_MARK):
        return facts
    told = value_of(ReceiptTold, json.loads(zlib.decompress(body.removeprefix(_MARK))))
    return replace(
        facts,
        member=told.member,
        disclosures=told.disclosures,
        rules_version=told.rules_version,
        told_as_of=told.as_of,
    )


def told_of(facts: ReceiptFacts, *, as_of: Instant | None = None) -> bytes:
    """Return what a job keeps of the receipt it prints; nothing without a member.

    `as_of` is the moment of the figures where the original, printed before, told others.
    """
    if facts.member is None:
        return b""
    told = ReceiptTold(facts.member, facts.disclosures, facts.rules_version, as_of)
    text = json.dumps(plain_of(told), ensure_ascii=False, separators=(",", ":"))
    return _MARK + zlib.compress(text.encode())
