"""A store of the alliance; a file may know several, each funding its own."""

from dataclasses import dataclass
from typing import ClassVar

from pos_app.domain.record import Index, Record


@dataclass(frozen=True, slots=True)
class Store(Record):
    """A merchant whose concessions fund rewards from `SRC:<code>`."""

    TABLE: ClassVar[str] = "store"
    KEY: ClassVar[tuple[str, ...]] = ("code",)

    code: str
    name: str


STORES = Index(Store, "by_key", ("code",))
