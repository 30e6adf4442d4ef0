"""What the shop says no to when a folder is opened, made into a shop or restored."""

from dataclasses import dataclass

from pos_app.domain.moment import Day
from pos_app.errors import Refusal


@dataclass(eq=False)
class NoShopHere(Refusal):
    """The folder holds no shop; nothing was made."""

    folder: str


@dataclass(eq=False)
class ShopIsHere(Refusal):
    """The folder holds a shop already; nothing was changed."""

    folder: str


@dataclass(eq=False)
class FolderNotEmpty(Refusal):
    """The demo wants a new or an empty folder; nothing was made."""

    folder: str


@dataclass(eq=False)
class ClockJumped(Refusal):
    """The machine's clock is far ahead of the last entry; nothing was written.

    What is due would be settled and vouchers would expire, for good. Somebody puts the
    clock right, or accepts the time (`accept_time`).
    """

    last: Day
    now: Day


@dataclass(eq=False)
class BackupMissing(Refusal):
    """There is no file of this name to restore from."""

    path: str
