"""sealed_file: nothing is read without the key, and nothing that is not whole."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.devices.sealed_file import FRAME_BYTES, SealBroken, opened, sealed

KEY = bytes(range(32))
TAG = 16
HEAD = 26


def locked(plain: bytes, key: bytes = KEY) -> bytes:
    """The plain bytes sealed, handed over in odd pieces."""
    cut = len(plain) // 3 + 1
    return b"".join(sealed((plain[at : at + cut] for at in range(0, len(plain), cut)), key))


def unlocked(text: bytes, key: bytes = KEY) -> bytes:
    """What was sealed."""
    return b"".join(opened(io.BytesIO(text), key))


@pytest.mark.parametrize("size", [0, 1, FRAME_BYTES - 1, FRAME_BYTES, FRAME_BYTES + 1])
def test_what_was_sealed_comes_back(size: int) -> None:
    """Frames end where they will; no byte may be lost at an edge."""
    plain = bytes(at % 251 for at in range(size))

    assert unlocked(locked(plain)) == plain


def test_another_key_opens_nothing() -> None:
    """Whoever finds the stick has the file and not the key."""
    with pytest.raises(SealBroken):
        unlocked(locked(b"members"), bytes(32))


def test_the_same_bytes_never_look_the_same_twice() -> None:
    """Two backups must not tell whether anything was sold between them."""
    assert locked(b"members") != locked(b"members")


@given(st.integers(0), st.integers(1, 255))
def test_any_changed_byte_is_noticed(at: int, by: int) -> None:
    """A stick that rots must not become a shop that never was."""
    text = bytearray(locked(b"a shop, its members and what they bought"))
    text[at % len(text)] ^= by

    with pytest.raises(SealBroken):
        unlocked(bytes(text))


@given(st.integers(0))
def test_a_file_cut_off_is_noticed(at: int) -> None:
    """Copied half, then pulled out: not even the half is believed."""
    text = locked(b"a shop, its members and what they bought")

    with pytest.raises(SealBroken):
        unlocked(text[: at % len(text)])


def test_frames_left_out_or_exchanged_are_noticed() -> None:
    """Each frame is sound by itself; only all of them in turn are the file."""
    text = locked(bytes(FRAME_BYTES) + bytes(FRAME_BYTES) + b"end")
    size = FRAME_BYTES + TAG
    head, first, second, rest = (
        text[:HEAD],
        text[HEAD : HEAD + size],
        text[HEAD + size : HEAD + 2 * size],
        text[HEAD + 2 * size :],
    )
    spoilt = (head + second + first + rest, head + second + rest, head + first + second)
    for each in spoilt:
        with pytest.raises(SealBroken):
            unlocked(each)

    assert len(unlocked(text)) == 2 * FRAME_BYTES + 3
