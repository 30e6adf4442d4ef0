"""A file locked with one key, in frames, so that it need never be in memory whole.

Each frame is sealed with AES-256-GCM under a key made for this file alone; its number and
whether it is the last one are part of the seal, so that frames cannot be left out, put in
another sequence or cut off (faults.md section 5).
"""

import hmac
import secrets
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import BinaryIO

FRAME_BYTES = 1 << 20
"""Of plain bytes in each frame but the last."""

_MAGIC = b"POS-SEAL-1"
_SALT_BYTES = 16
_TAG_BYTES = 16
_NUMBER_BYTES = 11


class SealBroken(Exception):
    """The bytes were sealed with another key, or are not as they were written."""


def sealed(pieces: Iterable[bytes], key: bytes) -> Iterator[bytes]:
    """Yield the plain bytes locked; the salt in front makes no two files alike."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt = secrets.token_bytes(_SALT_BYTES)
    lock = AESGCM(_key_of_file(key, salt))
    yield _MAGIC + salt
    frames = _in_frames(pieces)
    now = next(frames, b"")
    number = 0
    for following in frames:
        yield lock.encrypt(_nonce(number, is_last=False), now, _MAGIC)
        now = following
        number += 1
    yield lock.encrypt(_nonce(number, is_last=True), now, _MAGIC)


def opened(source: BinaryIO, key: bytes) -> Iterator[bytes]:
    """Yield what was sealed; each piece was checked before it is handed out.

    Raises:
        SealBroken: another key, or bytes that were changed, left out or cut off.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    head = source.read(len(_MAGIC) + _SALT_BYTES)
    if len(head) != len(_MAGIC) + _SALT_BYTES or not head.startswith(_MAGIC):
        raise SealBroken
    lock = AESGCM(_key_of_file(key, head[len(_MAGIC) :]))
    now = source.read(FRAME_BYTES + _TAG_BYTES)
    number = 0
    while True:
        following = source.read(FRAME_BYTES + _TAG_BYTES)
        try:
            yield lock.decrypt(_nonce(number, is_last=not following), now, _MAGIC)
        except InvalidTag as error:
            raise SealBroken from error
        if not following:
            return
        now = following
        number += 1


def _in_frames(pieces: Iterable[bytes]) -> Iterator[bytes]:
    waiting = bytearray()
    for piece in pieces:
        waiting += piece
        while len(waiting) >= FRAME_BYTES:
            yield bytes(waiting[:FRAME_BYTES])
            del waiting[:FRAME_BYTES]
    if waiting:
        yield bytes(waiting)


def _key_of_file(key: bytes, salt: bytes) -> bytes:
    return hmac.new(key, _MAGIC + salt, sha256).digest()


def _nonce(number: int, *, is_last: bool) -> bytes:
    return number.to_bytes(_NUMBER_BYTES, "big") + bytes([is_last])
