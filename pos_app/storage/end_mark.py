"""How far the journal has come, noted beside the file after each commit.

Rows at the end can be taken out of a file by hand without a gap in the chain, and an old
copy of the file fits in itself; only what lies elsewhere knows better (faults.md section
2). It is noted without waiting for the disk: after a power cut it may be behind the file,
never ahead of it, and it costs a sale some microseconds.
"""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pos_app.engine.book import Book
from pos_app.journal.entry import Entry

MARK_NAME = "last-entry.txt"

_DIGITS = 20
_LONGEST = 200
_LARGEST_NUMBER = 2**63 - 1


@dataclass(frozen=True, slots=True)
class KnownEnd:
    """An entry that the journal is known to have had.

    Raises:
        ValueError: no journal has an entry of that number.
    """

    number: int
    digest: bytes

    def __post_init__(self) -> None:
        """Refuse a number that no file can hold: notes and labels lie open."""
        if not 0 < self.number <= _LARGEST_NUMBER:
            raise ValueError(self.number)

    def is_in(self, book: Book) -> bool:
        """Whether the journal in the book has it as it was written."""
        entry = book.get(Entry, self.number)
        return entry is not None and entry.digest == self.digest


class EndMark:
    """The note of one folder; it never stands in the way of a sale."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / MARK_NAME
        self._descriptor: int | None = None
        self._may_write: bool | None = None
        """False where the journal does not have what is noted; None: not looked at yet."""

    def read(self) -> KnownEnd | None:
        """Return what is noted; None where nothing is, or nothing that can be read."""
        try:
            number, digest = self._path.read_bytes()[:_LONGEST].split()
            return KnownEnd(int(number), bytes.fromhex(digest.decode("ascii")))
        except (OSError, ValueError):
            return None

    def compare(self, book: Book) -> None:
        """Leave the note as it is from now on where the journal does not have it."""
        if self._may_write is None:
            noted = self.read()
            self._may_write = noted is None or noted.is_in(book)

    def note(self, entry: Entry) -> None:
        """Note the last entry of a commit that has come to its end."""
        if not self._may_write:
            return
        text = f"{entry.number:0{_DIGITS}d} {entry.digest.hex()}\n".encode("ascii")
        # A full disk or a folder that is read only: the sale is booked all the same.
        with suppress(OSError):
            if self._descriptor is None:
                flags = os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0)
                self._descriptor = os.open(self._path, flags, 0o600)
            # Always as long, so that what stood there is written over whole.
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            os.write(self._descriptor, text)

    def close(self) -> None:
        """Give the note back; harmless when it was given back before."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def forget_mark(folder: Path) -> None:
    """Remove the note of records that somebody puts others in the place of."""
    (folder / MARK_NAME).unlink(missing_ok=True)
