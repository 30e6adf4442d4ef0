"""A whole number too large for the doubles of JSON; it travels as text (RFC 8785)."""

from typing import NewType

BigNumber = NewType("BigNumber", int)
"""A 64-bit id; in a journal entry it is text."""
