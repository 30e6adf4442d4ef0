"""A history in which every refusal must leave the books as they were."""

from pos_app.engine.memory_book import MemoryBook
from tests.engine.counter import Counter
from tests.engine.events import History, play
from tests.engine.snapshot import Snapshot, snapshot


def play_unchanged_by_refusals(history: History) -> None:
    """Play a history; after each event that the shop refuses, compare the whole book."""
    book = MemoryBook()
    kept: list[Snapshot] = []

    def keep(_: Counter) -> None:
        kept[:] = [snapshot(book)]

    def compare(_: Counter) -> None:
        assert kept == [snapshot(book)]

    play(history, book, before=keep, refused=compare)
