"""What the first screen shows of a shop before its records are opened."""

from dataclasses import dataclass

from pos_app.domain.settings import ShopSettings
from pos_app.domain.staff import Staff


@dataclass(frozen=True, slots=True)
class FirstLook:
    """How the shop calls itself and looks, and who may sign in."""

    settings: ShopSettings
    people: tuple[Staff, ...]
    """Without their PINs."""
