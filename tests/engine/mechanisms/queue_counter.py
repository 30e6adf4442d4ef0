"""A counter with one queue, and how its tickets read."""

from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.records.queue import (
    TICKETS,
)
from tests.engine.counter import Counter
from tests.engine.golden import queue_examples
from tests.engine.mechanisms.test_queue_examples import Played


def counter_with(preset: str | None = None, **changes: object) -> Counter:
    """A counter with one queue; without a hold unless one is named."""
    counter = Counter(MemoryBook())
    counter.adopt("Q", "M1", preset=preset, changes={"hold_days": 0, **changes})
    return counter


def tickets(counter: Counter) -> list[tuple[str, int, int, str]]:
    """Every ticket: name, received, target, state."""
    return [
        (f"s{each.sale}.{each.part}", each.received, each.target, each.state)
        for each in counter.book.scan(TICKETS)
    ]


def played(name: str) -> Played:
    """A worked example, played to its end."""
    example = next(each for each in queue_examples() if each.name == name)
    done = Played(example)
    for step in example.steps:
        done.play(step)
    return done
