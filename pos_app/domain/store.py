"""A store of the alliance; a file may know several, each funding its own."""

from dataclasses import dataclass
from typing import ClassVar

from pos_app.domain.moment import Instant
from pos_app.domain.record import Index, Record


@dataclass(frozen=True, slots=True)
class Store(Record):
    """A merchant whose concessions fund rewards from `SRC:<code>`."""

    TABLE: ClassVar[str] = "store"
    KEY: ClassVar[tuple[str, ...]] = ("code",)

    code: str
    name: str
    left_at: Instant | None = None
    """When it left the alliance: it sells no more, and goes on paying (2.9, 6.8)."""

    @property
    def paper_name(self) -> str:
        """What reports call it: the code first, which alone tells two stores apart."""
        return self.code if self.name == self.code else f"{self.code} {self.name}"


STORES = Index(Store, "by_key", ("code",))
