"""The faults of the shop's file and folder, and what was not done.

    Fault
    +-- ShopAlreadyOpen        another till program has this folder open
    +-- ShopOnNetworkFolder    the folder lies on a share, where commits are not safe
    +-- FileFromTheFuture      a newer version of the program wrote the file
    +-- ShopFileDamaged        the file is no longer what was written
    +-- ShopFileUnreachable    the file cannot be opened, read or written
    |   +-- ShopFolderUnreachable    the system refuses the folder before any record is touched
    +-- ShopFileBusy           another program keeps the file locked
    +-- JournalBroken          an entry is no longer what was written
    +-- JournalCutOff          entries that were written are gone from the journal's end
    +-- BooksDisagree          balances are not what the transfers make them
    +-- DiskFull               no room left; nothing of this was written
    +-- CommitUnknown          the disk failed while finishing: written or not, nobody knows
    +-- FileNotRead            a file that somebody named cannot be read
    +-- FileNotWritten         a file that somebody named cannot be written
    +-- BackupUseless          a copy was made or offered that does not hold a sound shop

Like refusals they carry facts and no sentences; `pos_app.wording` makes those.
"""

from dataclasses import dataclass

from pos_app.errors import Fault


@dataclass(eq=False)
class ShopAlreadyOpen(Fault):
    """Another till program has this folder open; nothing was opened."""

    folder: str
    pid: int | None
    """Of the program that has it, where it could be read."""


@dataclass(eq=False)
class ShopOnNetworkFolder(Fault):
    """The folder lies on a share, where a commit is not safe; nothing was opened."""

    folder: str
    kind: str
    """What the system calls that kind of share."""


@dataclass(eq=False)
class FileFromTheFuture(Fault):
    """A newer version of the program wrote the file; it was left untouched."""

    path: str
    found: int
    known: int


@dataclass(eq=False)
class ShopFileDamaged(Fault):
    """The file is not what was written; it is not repaired, a copy may be kept."""

    path: str
    detail: str


@dataclass(eq=False)
class ShopFileUnreachable(Fault):
    """The file cannot be opened, read or written; what was being done was not done."""

    path: str
    detail: str


@dataclass(eq=False)
class ShopFolderUnreachable(ShopFileUnreachable):
    """The system refuses the folder or a file in it; no record was touched.

    `detail` is what the system says, by the name of errno.
    """


@dataclass(eq=False)
class ShopFileBusy(Fault):
    """Another program keeps the file locked; what was being done was not done."""

    path: str


@dataclass(eq=False)
class JournalBroken(Fault):
    """An entry is no longer what was written; those before it are."""

    entry: int
    """The first one whose hash does not fit."""
    before: int
    """The last one that fits; 0 where the first is broken already."""


@dataclass(eq=False)
class JournalCutOff(Fault):
    """Entries that were written are gone from the journal's end; what is there fits."""

    last: int
    """The last entry that is there."""


@dataclass(eq=False)
class BooksDisagree(Fault):
    """Balances are not what the transfers make them; no transfer is missing."""

    account: str
    """The first of them."""
    findings: int
    """How many rules do not hold."""


@dataclass(eq=False)
class DiskFull(Fault):
    """No room left on the disk; nothing of this was written, and reading still works."""

    path: str


@dataclass(eq=False)
class CommitUnknown(Fault):
    """The disk failed while finishing; try once more with the same id, else stop.

    The outcome of such a commit is unknown until the file is opened afresh: it may be
    invisible now and there after a restart (faults.md D6).
    """

    path: str
    detail: str


@dataclass(eq=False)
class FileNotRead(Fault):
    """A file that somebody named cannot be read; nothing was done with it."""

    path: str
    detail: str
    """What the system says, by the name of errno."""


@dataclass(eq=False)
class FileNotWritten(Fault):
    """A file that somebody named cannot be written; what lay there lies there still."""

    path: str
    detail: str
    """What the system says, by the name of errno."""


@dataclass(eq=False)
class BackupUseless(Fault):
    """A copy does not hold a sound shop; the shop's own file was left untouched."""

    path: str
    detail: str
