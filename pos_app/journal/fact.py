"""What a fact is: one business event, named by its kind in the journal."""

from typing import ClassVar


class Fact:
    """One business event, as the journal keeps it."""

    __slots__ = ()
    KIND: ClassVar[str]
