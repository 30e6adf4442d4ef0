"""POS member code 1: 196 digits that name a member's card and cannot be forged.

"947" and 193 digits, the 80 bytes of a card's name and its Ed25519 signature as one
number. Digits alone pass every keyboard layout and an input method in any state, and
are the densest a QR code can hold (faults.md 3.2, 3.3). A code says neither name nor
phone nor balance.

    byte 0      version << 4 | kind    version 1; kind 1 = printed card, 2 = rotating window
    byte 1      kid                    which of the shop's keys signed
    bytes 2-9   card                   random, not the member's number
    bytes 10-13 start                  minutes since 2020-01-01T00:00Z
    bytes 14-15 minutes valid          0 = no end (printed cards only)
    bytes 16-79 signature over "POS-MEMBER-QR-v1", a zero byte and bytes 0-15
"""

import re
import struct
import unicodedata
from collections.abc import Container, Mapping
from dataclasses import dataclass
from hashlib import sha256

from pos_app.domain.moment import Instant
from pos_app.errors import Refusal

PREFIX = "947"
LENGTH = 196
LONGEST_SCAN = 512
"""No scan is longer (faults.md section 2); a longer text is refused unread."""

PRINTED = 1
ROTATING = 2

SKEW_MINUTES = 5
"""Two clocks may differ by so much (faults.md 3.3)."""

_VERSION = 1
_CONTEXT = b"POS-MEMBER-QR-v1\x00"
_NAME = struct.Struct(">BBQIH")
_SIGNATURE_BYTES = 64
_WHOLE_BYTES = _NAME.size + _SIGNATURE_BYTES
_BODY_DIGITS = LENGTH - len(PREFIX)
_DIGITS = re.compile(rf"{PREFIX}[0-9]{{{_BODY_DIGITS}}}")
_2020_MS = 1_577_836_800_000
_MINUTE_MS = 60_000


@dataclass(eq=False)
class MemberCodeGarbled(Refusal):
    """The text is no member code: digits are missing, or it was never one."""

    length: int
    """Characters read, so that a scanner that loses keys can be told from a wrong card."""


@dataclass(eq=False)
class MemberCodeOfAnotherShop(Refusal):
    """None of this shop's keys, valid on the day of issue, has signed the code."""

    kid: int


@dataclass(eq=False)
class MemberCodeForged(Refusal):
    """The signature does not fit: a digit was changed, or somebody made the code up."""

    card: int


@dataclass(eq=False)
class MemberCodeRevoked(Refusal):
    """The card was reported lost and another one was issued in its place."""

    card: int


@dataclass(eq=False)
class MemberCodeExpired(Refusal):
    """The code's time is over, or has not begun; the member shows a new one."""

    card: int
    start: Instant
    end: Instant


@dataclass(frozen=True, slots=True)
class CardKey:
    """A public key that tills keep; what it signed outlives the next key."""

    public: bytes
    """32 bytes."""
    valid_from: Instant
    valid_to: Instant | None = None
    """When a stolen key stopped counting; None while it is sound."""


@dataclass(frozen=True, slots=True)
class MemberCode:
    """What a code says once it was believed."""

    card: int
    """64 bits, unsigned; the shop knows whose card it is."""
    start: int
    """Minutes since 2020-01-01T00:00Z: time of issue, or start of the window."""
    minutes: int = 0
    """How long it is valid; 0 = for ever."""
    kind: int = PRINTED


def minutes_of(at: Instant) -> int:
    """Return whole minutes since 2020-01-01T00:00Z, as codes count time."""
    return (at - _2020_MS) // _MINUTE_MS


def kid_of(public: bytes) -> int:
    """Return the number under which a key signs: the first byte of its SHA-256.

    Taken from the key and not counted up, so that a card of another shop is told from a
    forged one 255 times out of 256.
    """
    return sha256(public).digest()[0]


def public_key_of(secret: bytes) -> bytes:
    """Return the 32 public bytes that belong to a 32-byte signing secret."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw()


def build_member_code(code: MemberCode, secret: bytes) -> str:
    """Sign a card's name with the shop's secret and return the 196 digits."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.from_private_bytes(secret)
    kid = kid_of(key.public_key().public_bytes_raw())
    name = _NAME.pack(_VERSION << 4 | code.kind, kid, code.card, code.start, code.minutes)
    whole = int.from_bytes(name + key.sign(_CONTEXT + name), "big")
    return f"{PREFIX}{whole:0{_BODY_DIGITS}d}"


def is_member_code(text: str) -> bool:
    """Whether a scan has the shape of a member code; no product code has it."""
    return _DIGITS.fullmatch(_plain(text)) is not None


def read_member_code(
    text: str, keys: Mapping[int, CardKey], *, now: Instant, revoked: Container[int] = ()
) -> MemberCode:
    """Return what a scanned code says, or refuse it by the name of what is wrong.

    The order of the checks is that of faults.md 3.3. `keys` are the shop's keys by kid;
    `revoked` answers whether a card was taken back. Full-width digits are read as digits.

    Raises:
        MemberCodeGarbled: not 196 digits with the prefix, or not a code of version 1.
        MemberCodeOfAnotherShop: an unknown key, or one not valid when the code was made.
        MemberCodeForged: the signature does not fit.
        MemberCodeRevoked: the card was reported lost.
        MemberCodeExpired: a window that is over, or has not begun.
    """
    whole = _whole_bytes(text)
    kind_byte, kid, card, start, minutes = _NAME.unpack_from(whole)
    kind = kind_byte & 0xF
    endless_window = kind == ROTATING and minutes == 0
    if kind_byte >> 4 != _VERSION or kind not in {PRINTED, ROTATING} or endless_window:
        raise MemberCodeGarbled(length=LENGTH)
    code = MemberCode(card=card, start=start, minutes=minutes, kind=kind)
    key = keys.get(kid)
    if key is None or not _was_valid(key, start):
        raise MemberCodeOfAnotherShop(kid=kid)
    if not _is_signed(whole, key.public):
        raise MemberCodeForged(card=card)
    if card in revoked:
        raise MemberCodeRevoked(card=card)
    _refuse_outside_its_time(code, now)
    return code


def _plain(text: str) -> str:
    if len(text) > LONGEST_SCAN:
        return ""
    return unicodedata.normalize("NFKC", text).strip()


def _whole_bytes(text: str) -> bytes:
    plain = _plain(text)
    if _DIGITS.fullmatch(plain) is None:
        raise MemberCodeGarbled(length=len(text))
    whole = int(plain[len(PREFIX) :])
    if whole.bit_length() > 8 * _WHOLE_BYTES:
        raise MemberCodeGarbled(length=len(text))
    return whole.to_bytes(_WHOLE_BYTES, "big")


def _was_valid(key: CardKey, start: int) -> bool:
    begun = minutes_of(key.valid_from) <= start
    return begun and (key.valid_to is None or start <= minutes_of(key.valid_to))


def _is_signed(whole: bytes, public: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    name, signature = whole[: _NAME.size], whole[_NAME.size :]
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, _CONTEXT + name)
    except InvalidSignature:
        return False
    return True


def _refuse_outside_its_time(code: MemberCode, now: Instant) -> None:
    if code.minutes == 0:
        return
    today = minutes_of(now)
    over = today > code.start + code.minutes + SKEW_MINUTES
    # A printed card is good from the first: a till whose clock stands wrong must not
    # turn members away. A window is as good only as its time.
    early = code.kind == ROTATING and today < code.start - SKEW_MINUTES
    if over or early:
        raise MemberCodeExpired(
            card=code.card,
            start=_instant_at(code.start),
            end=_instant_at(code.start + code.minutes),
        )


def _instant_at(minutes: int) -> Instant:
    return Instant(_2020_MS + minutes * _MINUTE_MS)
