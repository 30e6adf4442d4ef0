"""A whole number too large for the doubles of JSON; it travels as text (RFC 8785)."""

from typing import NewType

BigNumber = NewType("BigNumber", int)
"""A 64-bit id; in a journal entry it is text."""

_LONGEST_NUMBER = 18
"""Digits of a number that a file can hold; no record has a longer one."""


def record_number(typed: int | str) -> int:
    """Return the number of a record as it was typed; 0, which none has, if it is none."""
    if isinstance(typed, int):
        return typed
    return int(typed) if typed.isdecimal() and len(typed) <= _LONGEST_NUMBER else 0
