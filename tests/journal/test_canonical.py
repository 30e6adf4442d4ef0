"""What the journal's bytes are, and that they say the same when read back."""

import json
from dataclasses import fields, replace
from typing import Any, get_type_hints

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.moment import Instant
from pos_app.domain.money import BasisPoints, Fen
from pos_app.domain.whole_number import BigNumber
from pos_app.journal.canonical import Unreadable, canonical_bytes, canonical_json, read_canonical
from pos_app.journal.facts import FACTS, CardIssued, Fact, ProductSaved, StoreAdded
from pos_app.journal.plain_values import LARGEST_NUMBER

NOON = Instant(1_790_000_000_000)
LATEST = 253_402_300_799_999 - 8 * 3_600_000
"""The end of the year 9999 by the shop's clock."""

INSTANTS = st.integers(0, LATEST).map(Instant)
NUMBERS = st.integers(-LARGEST_NUMBER, LARGEST_NUMBER)
TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(max_codepoint=127), max_size=5), inner, max_size=4)
    ),
    max_leaves=20,
)


def _values(hint: Any) -> st.SearchStrategy[Any]:
    """Draw values of a field, never what the shop refuses at its edge."""
    if hint is Instant:
        return INSTANTS
    if hint is BigNumber:
        return st.integers(0, 2**63 - 1)
    parts: tuple[Any, ...] = getattr(hint, "__args__", ())
    if getattr(hint, "__origin__", None) is tuple:
        return st.lists(_values(parts[0]), max_size=3).map(tuple)
    if type(None) in parts:
        return st.none() | _values(next(each for each in parts if each is not type(None)))
    while hasattr(hint, "__supertype__"):
        hint = hint.__supertype__
    if hasattr(hint, "__dataclass_fields__"):
        return _built(hint)
    return {int: NUMBERS, str: TEXTS, bool: st.booleans()}[hint]


def _built(kind: Any) -> st.SearchStrategy[Any]:
    hints = get_type_hints(kind)
    return st.builds(kind, **{each.name: _values(hints[each.name]) for each in fields(kind)})


ANY_FACT = st.sampled_from(FACTS).flatmap(_built)


@given(JSON)
def test_the_bytes_are_what_rfc_8785_asks_for(value: Any) -> None:
    """Another program, in another language, must be able to check our hashes."""
    assert canonical_json(value) == rfc8785.dumps(value)


@given(ANY_FACT, INSTANTS, st.integers(0, 10**6))
def test_every_fact_reads_back_as_it_was_written(fact: Fact, at: Instant, staff: int) -> None:
    """`verify` has nothing but these bytes to rebuild the shop from."""
    body = canonical_bytes(fact, number=7, at=at, staff=staff)
    told = read_canonical(body)

    assert (told.fact, told.at, told.staff, told.number) == (fact, at, staff, 7)
    assert body == rfc8785.dumps(json.loads(body))


def test_times_and_large_ids_are_text() -> None:
    """Numbers of RFC 8785 are doubles: a 64-bit id would lose its last digits."""
    body = canonical_bytes(CardIssued(BigNumber(2**63 - 1), 5), number=1, at=NOON, staff=2)

    assert body == (
        b'{"at":"2026-09-21T22:13:20.000+08:00",'
        b'"fact":{"card":"9223372036854775807","member":5},'
        b'"kind":"card_issued","number":1,"staff":2}'
    )


@pytest.mark.parametrize("name", ["\ud800", "a\udfff"])
def test_a_lone_surrogate_is_refused(name: str) -> None:
    """It is no text: it could neither be hashed nor stored."""
    with pytest.raises(ValueError, match="surrogates not allowed"):
        canonical_bytes(StoreAdded("S1", name), number=1, at=NOON, staff=0)


@pytest.mark.parametrize("member", [2**53, -(2**53)])
def test_a_number_beyond_the_doubles_is_refused(member: int) -> None:
    """Whoever reads the journal elsewhere would read another number."""
    with pytest.raises(ValueError, match="does not fit a number of JSON"):
        canonical_bytes(CardIssued(BigNumber(1), member), number=1, at=NOON, staff=0)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"\xff",
        b"[" * 5000,
        b'{"at":"2026-09-21T22:13:20.000+08:00","fact":{},"kind":"flood","number":1,"staff":0}',
        (
            b'{"at":"2026-09-21T22:13:20.000+08:00","fact":{"code":"S1","name":1},'
            b'"kind":"store_added","number":1,"staff":0}'
        ),
        (
            b'{"at":"2026-09-21T22:13:20.000+08:00","fact":{"code":"S1","name":"x"},'
            b'"kind":"store_added","number":1,"staff":"0"}'
        ),
        (
            b'{"at":"2026-09-21T22:13:20.000+08:00","fact":{"code":"S1","name":"x"}, '
            b'"kind":"store_added","number":1,"staff":0}'
        ),
        (
            b'{"at":"2026-09-21T22:13:20+08:00","fact":{"code":"S1","name":"x"},'
            b'"kind":"store_added","number":1,"staff":0}'
        ),
    ],
)
def test_bytes_that_no_entry_was_made_of_cannot_be_read(body: bytes) -> None:
    """A changed entry must be named, not half understood."""
    with pytest.raises(Unreadable):
        read_canonical(body)


def test_a_field_of_a_later_release_leaves_older_entries_as_they_are() -> None:
    """What a shop wrote before has its bytes, and so its hash, for ever."""
    before = ProductSaved(
        number=1,
        sku="t",
        name="茶",
        price=Fen(500),
        cost=Fen(0),
        tax_rate=BasisPoints(0),
        excluded=False,
        unit="",
        category="",
        weighed=False,
        on_sale=True,
        codes=(),
    )

    body = canonical_bytes(before, number=1, at=NOON, staff=1)
    said = canonical_bytes(replace(before, owner="S2"), number=1, at=NOON, staff=1)

    assert "owner" not in json.loads(body)["fact"]
    assert json.loads(said)["fact"]["owner"] == "S2"
    assert read_canonical(body).fact == before
