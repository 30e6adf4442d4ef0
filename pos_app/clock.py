"""What time it is, how long it takes, new ids in its order; nothing else reads it."""

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

    def ticks(self) -> int:
        """Return milliseconds that only pass, whatever the clock is set to.

        For durations within one start of the program; from which moment on is no matter.
        """
        ...


class SystemClock:
    """The machine's clock, which may be wrong by years after a flat battery."""

    is_told: bool = False

    def now(self) -> Instant:
        """Return the machine's time in whole milliseconds."""
        return Instant(time.time_ns() // 1_000_000)

    def ticks(self) -> int:
        """Return how long the machine has been on, in whole milliseconds."""
        return time.monotonic_ns() // 1_000_000


@dataclass
class StoppedClock:
    """A clock that stands until it is moved: replay, demo and tests."""

    at: Instant
    is_told: bool = True
    _passed: int = field(default=0, init=False)

    def now(self) -> Instant:
        """Return the instant it was set to."""
        return self.at

    def move_to(self, at: Instant) -> None:
        """Let time pass until then; never back in a replay, but tests may."""
        self._passed += max(0, at - self.at)
        self.at = at

    def ticks(self) -> int:
        """Return how long the clock was moved on; setting it is no time passing."""
        return self._passed

    def set_to(self, at: Instant) -> None:
        """Set the clock as somebody at the machine would: no time passes by it."""
        self.at = at


class SignInWaits:
    """How long each lock still holds, by time in which this program runs.

    The file keeps what is left of a wait, never an instant: whoever guesses may set the
    clock forward, and start the program anew (faults.md: durations by a monotonic clock).
    """

    def __init__(self) -> None:
        self._ends: dict[int, tuple[int, int]] = {}

    def left(self, lock: int, *, failures: int, waiting_ms: int, ticks: int) -> int:
        """Return milliseconds until a lock kept in the file ends; 0 once it has ended.

        What is kept counts from when it is first seen, one more failure from anew.
        """
        if not waiting_ms:
            self._ends.pop(lock, None)
            return 0
        seen = self._ends.get(lock)
        if seen is None or seen[0] != failures:
            seen = failures, ticks + waiting_ms
            self._ends[lock] = seen
        return max(0, seen[1] - ticks)

    def all_left(self, *, ticks: int) -> dict[int, tuple[int, int]]:
        """Return failures and milliseconds left of each lock that was looked at."""
        return {lock: (seen[0], max(0, seen[1] - ticks)) for lock, seen in self._ends.items()}


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


def new_salt() -> str:
    """Return 32 random hex digits that keep a member's texts from being guessed."""
    return secrets.token_hex(16)


def new_draw_seed() -> str:
    """Return 32 bytes of chance in hex, the secret of a draw (rulebook 3.3)."""
    return secrets.token_hex(32)
