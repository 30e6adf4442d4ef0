"""What the shop says no to about the stores of an alliance."""

from dataclasses import dataclass

from pos_app.errors import Refusal


@dataclass(eq=False)
class StoreHasLeft(Refusal):
    """A store that left the alliance sells no more; returns still come to it."""

    store: str


@dataclass(eq=False)
class StoreStillSells(Refusal):
    """A store may not leave while a till stands in it; its shift is closed first."""

    store: str
    till: str
