"""Member codes: what is believed, and what is refused by which name."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.codes.member_code import (
    LENGTH,
    PREFIX,
    ROTATING,
    CardKey,
    MemberCode,
    MemberCodeExpired,
    MemberCodeForged,
    MemberCodeGarbled,
    MemberCodeOfAnotherShop,
    MemberCodeRevoked,
    build_member_code,
    is_member_code,
    kid_of,
    minutes_of,
    public_key_of,
    read_member_code,
)
from pos_app.domain.moment import Instant, read_instant
from pos_app.errors import Refusal

SECRET = bytes(range(32))
OTHER_SECRET = bytes(range(1, 33))
NOW = read_instant("2026-11-21T14:32:00+08:00")
START = minutes_of(read_instant("2026-11-01T09:00:00+08:00"))
CARD = MemberCode(card=0x0123_4567_89AB_CDEF, start=START)
WINDOW = MemberCode(card=7, start=minutes_of(NOW), minutes=5, kind=ROTATING)
MINUTE = 60_000

VECTORS = json.loads(
    (Path(__file__).parents[2] / "data" / "wycheproof" / "ed25519.json").read_text("utf-8")
)["cases"]


def keys_of(secret: bytes, *, valid_to: Instant | None = None) -> dict[int, CardKey]:
    """The shop's key list with one key, valid since 2026."""
    public = public_key_of(secret)
    since = read_instant("2026-01-01T00:00:00+08:00")
    return {kid_of(public): CardKey(public=public, valid_from=since, valid_to=valid_to)}


KEYS = keys_of(SECRET)


def read(text: str, *, now: Instant = NOW, revoked: frozenset[int] = frozenset()) -> MemberCode:
    """Read a code as the shop with the one key would, now."""
    return read_member_code(text, KEYS, now=now, revoked=revoked)


def refused(text: str) -> Refusal:
    """Return the refusal that a text meets."""
    with pytest.raises(Refusal) as caught:
        read(text)

    return caught.value


def changed_digits(text: str, *, every: int) -> list[str]:
    """Return the text with one digit changed, in every so-manieth possible way."""
    ways = [
        f"{text[:place]}{(int(text[place]) + step) % 10}{text[place + 1 :]}"
        for place in range(len(text))
        for step in range(1, 10)
    ]
    return ways[::every]


def test_a_code_says_what_was_signed() -> None:
    """A card that cannot be read back would turn every member away."""
    assert read(build_member_code(CARD, SECRET)) == CARD


def test_a_code_is_196_digits_with_the_prefix_no_product_has() -> None:
    """Length and prefix keep it apart from EAN, GS1 and payments (faults.md 3.3)."""
    text = build_member_code(CARD, SECRET)

    assert (len(text), text[:3], text.isascii() and text.isdigit()) == (LENGTH, PREFIX, True)


@given(
    card=st.integers(0, 2**64 - 1),
    start=st.integers(START, 2**32 - 1),
    minutes=st.integers(0, 2**16 - 1),
)
def test_every_card_number_and_time_survives_the_round(card: int, start: int, minutes: int) -> None:
    """Padding and byte order must hold at both ends of every field."""
    code = MemberCode(card=card, start=start, minutes=minutes)
    at_issue = read_instant("2020-01-01T00:00:00Z") + start * MINUTE

    assert read(build_member_code(code, SECRET), now=Instant(at_issue)) == code


def test_full_width_digits_are_digits() -> None:
    """An input method in full-width mode types ９４７…; the member is still the member."""
    wide = build_member_code(CARD, SECRET).translate({ord("0") + n: 0xFF10 + n for n in range(10)})

    assert read(f"　{wide}\r\n") == CARD


def test_one_changed_digit_is_never_believed() -> None:
    """A misread or invented code must not name somebody else's card."""
    texts = changed_digits(build_member_code(CARD, SECRET), every=2)
    texts += changed_digits(build_member_code(replace(CARD, card=99), SECRET), every=2)
    texts += changed_digits(build_member_code(WINDOW, SECRET), every=7)
    believed = 0
    for text in texts:
        try:
            read(text)
        except (MemberCodeGarbled, MemberCodeForged, MemberCodeOfAnotherShop):
            continue
        believed += 1

    assert (len(texts), believed) == (2016, 0)


def test_a_changed_card_number_is_called_forged() -> None:
    """The cashier is told that the code is false, not that the member is unknown."""
    whole = int(build_member_code(CARD, SECRET)[3:]) ^ (1 << (8 * 70))
    refusal = refused(f"{PREFIX}{whole:0193d}")

    assert isinstance(refusal, MemberCodeForged)


def test_another_shops_card_is_called_another_shops() -> None:
    """A card of another shop is no forgery, and its owner no forger."""
    refusal = refused(build_member_code(CARD, OTHER_SECRET))

    assert refusal.facts == {"kid": kid_of(public_key_of(OTHER_SECRET))}
    assert isinstance(refusal, MemberCodeOfAnotherShop)


def test_a_card_from_after_the_theft_of_a_key_is_not_ours() -> None:
    """What a thief signs once the key is given up is not believed (faults.md 3.5)."""
    stolen = keys_of(SECRET, valid_to=read_instant("2026-10-31T00:00:00+08:00"))
    before = replace(CARD, start=minutes_of(read_instant("2026-10-30T00:00:00+08:00")))

    with pytest.raises(MemberCodeOfAnotherShop):
        read_member_code(build_member_code(CARD, SECRET), stolen, now=NOW)
    assert read_member_code(build_member_code(before, SECRET), stolen, now=NOW) == before


def test_a_lost_card_is_refused_by_name() -> None:
    """The finder of a lost card must not collect or spend in the member's name."""
    with pytest.raises(MemberCodeRevoked) as caught:
        read(build_member_code(CARD, SECRET), revoked=frozenset({CARD.card}))

    assert caught.value.facts == {"card": CARD.card}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "6901234567892",
        build_member_code(CARD, SECRET)[:-1],
        build_member_code(CARD, SECRET) + "0",
        "948" + build_member_code(CARD, SECRET)[3:],
        build_member_code(CARD, SECRET).replace("4", "A"),
        PREFIX + "9" * 193,
        PREFIX + "0" * 193,
        "٩" * 196,
        build_member_code(CARD, SECRET) * 3,
        "\ud800" * 196,
    ],
    ids=[
        "empty",
        "a product",
        "a digit lost",
        "a digit too many",
        "another prefix",
        "letters",
        "more than 80 bytes",
        "no version",
        "other digits",
        "three scans joined",
        "lone surrogates",
    ],
)
def test_what_is_no_code_is_called_garbled(text: str) -> None:
    """A scanner that lost keys is told apart from a false card: scan it again."""
    assert isinstance(refused(text), MemberCodeGarbled)


@pytest.mark.parametrize(
    "code",
    [replace(CARD, kind=3), replace(WINDOW, minutes=0)],
    ids=["a kind of later versions", "a window without end"],
)
def test_a_signed_code_of_no_known_kind_is_garbled(code: MemberCode) -> None:
    """A till must not guess what a newer kind of code allows."""
    assert isinstance(refused(build_member_code(code, SECRET)), MemberCodeGarbled)


@pytest.mark.parametrize(
    ("minutes", "is_believed"), [(-6, False), (-5, True), (10, True), (11, False)]
)
def test_a_window_counts_with_five_minutes_for_the_clocks(
    minutes: int,
    is_believed: bool,  # noqa: FBT001 - a column of the table
) -> None:
    """A photographed phone code dies with its window (faults.md 3.4)."""
    now = Instant(NOW + minutes * MINUTE)
    text = build_member_code(WINDOW, SECRET)
    if is_believed:
        assert read(text, now=now) == WINDOW
        return

    with pytest.raises(MemberCodeExpired) as caught:
        read(text, now=now)
    assert caught.value.facts["card"] == WINDOW.card


def test_a_printed_card_does_not_mind_a_clock_set_back() -> None:
    """A till whose battery died must not turn members away."""
    dated = replace(CARD, minutes=60)

    assert read(build_member_code(dated, SECRET), now=Instant(0)) == dated


@given(st.text(max_size=300))
def test_any_text_is_refused_in_words(text: str) -> None:
    """Whatever a scanner sends, reading ends in a refusal and never in a bug."""
    assert isinstance(refused(text), MemberCodeGarbled)


@given(st.text(alphabet="0123456789", min_size=193, max_size=193))
def test_made_up_digits_are_never_believed(digits: str) -> None:
    """The right shape alone opens nothing."""
    assert is_member_code(PREFIX + digits)
    assert isinstance(
        refused(PREFIX + digits), MemberCodeGarbled | MemberCodeForged | MemberCodeOfAnotherShop
    )


@pytest.mark.parametrize("case", VECTORS, ids=[f"{c['tcId']} {c['flag']}" for c in VECTORS])
def test_the_library_judges_signatures_as_wycheproof_does(case: dict[str, str]) -> None:
    """A lenient verifier would accept altered signatures."""
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(case["public"]))
    try:
        key.verify(bytes.fromhex(case["signature"]), bytes.fromhex(case["message"]))
        verdict = "valid"
    except InvalidSignature:
        verdict = "invalid"

    assert verdict == case["result"]
