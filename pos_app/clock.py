"""What time it is, and new ids in the order of time; nothing else reads the clock."""

import secrets
import time
from dataclasses import dataclass, field
from typing import Protocol

from pos_app.domain.moment import Instant

_ID_RANDOM_BITS = 20
_CARD_BITS = 63


class Clock(Protocol):
    """Says what time it is."""

    is_told: bool
    """Somebody names each instant, as a history does; nobody doubts it."""

    def now(self) -> Instant:
        """Return the instant, which may step back when somebody sets the machine's clock."""
        ...


class SystemClock:
    """The machine's clock, which may be wrong by years after a flat battery."""

    is_told: bool = False

    def now(self) -> Instant:
        """Return the machine's time in whole milliseconds."""
        return Instant(time.time_ns() // 1_000_000)


@dataclass
class StoppedClock:
    """A clock that stands until it is moved: replay, demo and tests."""

    at: Instant
    is_told: bool = True

    def now(self) -> Instant:
        """Return the instant it was set to."""
        return self.at

    def move_to(self, at: Instant) -> None:
        """Set the clock; never back in a replay, but tests may."""
        self.at = at


@dataclass
class BasketIds:
    """Ids below 2**63 that grow with time: milliseconds, then chance, never twice."""

    clock: Clock
    _last: int = field(default=0)

    def new(self) -> int:
        """Return an id above every earlier one of this till."""
        made = (self.clock.now() << _ID_RANDOM_BITS) | secrets.randbits(_ID_RANDOM_BITS)
        self._last = max(made, self._last + 1)
        return self._last


def new_card_id() -> int:
    """Return 63 bits of chance for a member's card, which nobody can guess."""
    return secrets.randbits(_CARD_BITS)


def new_draw_seed() -> str:
    """Return 32 bytes of chance in hex, the secret of a draw (rulebook 3.3)."""
    return secrets.token_hex(32)
