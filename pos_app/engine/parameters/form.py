"""What all parameters have: ranges, choices, lists, and rules between them."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import ClassVar

from pos_app.domain.moment import Day, Instant
from pos_app.domain.money import part
from pos_app.domain.tax_treatment import PRICE_DISCOUNT, TAX_TREATMENTS

LARGEST = 10**12
"""Where the rulebook gives no upper end: no amount is larger."""

Disagreement = tuple[str, int, int]
"""The rule's word, the figure found, the figure needed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters(ABC):
    """What all kinds have; each kind is a subclass."""

    KIND: ClassVar[str]
    RANGES: ClassVar[Mapping[str, tuple[int, int]]]
    """Every whole-number parameter with its lowest and highest value."""
    CHOICES: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """Its own; `choices_of` knows those of every kind as well."""
    LISTS: ClassVar[Mapping[str, int]] = {}
    """Parameters that are lists of numbers, with the largest length."""
    FLAGS: ClassVar[tuple[str, ...]] = ()
    """Parameters that are true or false."""
    TEXTS: ClassVar[Mapping[str, int]] = {}
    """Parameters that are free text, with the most characters."""
    NAMES: ClassVar[Mapping[str, int]] = {}
    """Parameters that are lists of texts, with the most of them; "all" is the empty list."""
    REFERRAL: ClassVar[bool] = False
    """Pays a sponsor for every sale it takes; then M1's referral part goes to the head."""
    ADULTS_ONLY: ClassVar[bool] = False
    """Not for people under 18 (rulebook 10.6)."""
    OUTSIDERS_ONLY: ClassVar[bool] = False
    """Not for staff and owners (rulebook 3.4)."""
    NOTED: ClassVar[frozenset[str]] = frozenset()
    """Reasons to skip a sale of which the program takes note all the same."""
    PERIODS: ClassVar[bool] = False
    """Has period ends, by time or only asked for (M1b, M3, M4, M6)."""

    hold_days: int
    tax_treatment: str = PRICE_DISCOUNT
    """What its rewards are to the tax office; a kind for which another is likely says so."""

    @classmethod
    def choices_of(cls, name: str) -> tuple[str, ...]:
        """Return the words a parameter may be; none for one that is no choice."""
        return TAX_TREATMENTS if name == "tax_treatment" else cls.CHOICES.get(name, ())

    @abstractmethod
    def rate_bp(self, tier_bp: int) -> int:
        """The concession of a sale in basis points, for the limit of rulebook 1.5."""

    def concession(self, base: int, *, tier_bp: int) -> int:
        """What a sale concedes on a base, in fen."""
        return part(base, self.rate_bp(tier_bp))

    def bars_base(self, base: int) -> str:
        """Why a base earns nothing, at completion or when a return made it smaller."""
        return ""

    def bars_goods(self, skus: Collection[str]) -> str:
        """Why a sale of these eligible goods cannot join."""
        return ""

    def bars_sponsor(self, sponsor: int | None) -> str:
        """Why a sale with this sponsor, or without one, cannot join."""
        return ""

    def disagreement(self) -> Disagreement | None:
        """The first rule between parameters that is broken, or None."""
        return None

    def for_examples_only(self) -> Disagreement | None:
        """What a shop may not adopt, though an example of the rulebook uses it."""
        return None

    def period_end(self, began: Day, *, after: Instant) -> Instant | None:
        """The first period end after an instant; None when time brings none.

        `began` is the day of adoption, from which periods are counted (rulebook 1.12).
        """
        return None
