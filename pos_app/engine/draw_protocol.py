"""The protocol of draws: what anybody can compute again from the seed (3.3)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class DrawnPick:
    """One winner as the protocol names it."""

    round_id: str
    pick: int
    entries: tuple[tuple[str, int], ...]
    """The outside names of the sales with their bases, in the sequence of the list."""
    position: int
    winner: str
    prize: int
    """Before tax, in fen."""


@dataclass(frozen=True, slots=True)
class DrawnRound:
    """The pot of a round, in fen, and the prizes it paid."""

    round_id: str
    pool_before: int
    pool_after: int
    prizes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ProtocolDoubt:
    """A line of a protocol that the seed does not lead to."""

    round_id: str
    pick: int
    why: str
    """`commitment`, `position`, `winner`, `prize` or `pool`."""


def draw_key(seed: str, round_id: str, pick: int) -> str:
    """What is hashed: the first winner of a round has no number."""
    return f"{seed}|{round_id}#{pick}" if pick else f"{seed}|{round_id}"


def drawn_position(seed: str, round_id: str, *, pick: int, entries: int) -> int:
    """Where the winner stands in a list of so many entries."""
    digest = sha256(draw_key(seed, round_id, pick).encode()).hexdigest()
    return int(digest, 16) % entries


def commitment_of(seed: str) -> str:
    """What was to be published before the activity."""
    return sha256(seed.encode()).hexdigest()


def doubts(picks: tuple[DrawnPick, ...], *, seed: str, commitment: str) -> Iterator[ProtocolDoubt]:
    """Compute every draw again; yield what does not come out. Empty: all is right."""
    if commitment_of(seed) != commitment:
        yield ProtocolDoubt("", 0, "commitment")
    for each in picks:
        size = len(each.entries)
        right = drawn_position(seed, each.round_id, pick=each.pick, entries=size) if size else -1
        if right != each.position:
            yield ProtocolDoubt(each.round_id, each.pick, "position")
        elif each.entries[right][0] != each.winner:
            yield ProtocolDoubt(each.round_id, each.pick, "winner")
        elif not 0 <= each.prize <= each.entries[right][1]:
            yield ProtocolDoubt(each.round_id, each.pick, "prize")


def pool_doubts(rounds: Iterable[DrawnRound]) -> Iterator[ProtocolDoubt]:
    """Yield each round whose pot did not fall by its prizes, to the fen (3.3)."""
    for each in rounds:
        if each.pool_before - sum(each.prizes) != each.pool_after or each.pool_after < 0:
            yield ProtocolDoubt(each.round_id, 0, "pool")
