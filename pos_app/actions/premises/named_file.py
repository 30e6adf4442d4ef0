"""Files beside the shop's records that somebody names: read whole, written whole."""

from collections.abc import Iterable
from pathlib import Path

from pos_app.devices.key_store import KEY_FILE
from pos_app.faults import FileNotRead, FileNotWritten
from pos_app.shop import Shop
from pos_app.storage.driver import SHOP_FILE
from pos_app.storage.end_mark import MARK_NAME
from pos_app.storage.failures import not_read, not_written

LARGEST_FILE = 256 * 1024 * 1024
"""Bytes of a file that is read whole; a device that never ends must not fill the memory."""

_SQLITE = b"SQLite format 3\x00"


def read_named_file(path: Path) -> bytes:
    """Return what a file holds.

    Raises:
        FileNotRead: it is not there, cannot be read, or has more than 256 MB.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise not_read(error, path) from error
    if len(content) > LARGEST_FILE:
        raise FileNotRead(path=str(path), detail="EFBIG")
    return content


def refuse_place(path: Path) -> None:
    """Refuse to write where a folder is, or a shop's records, keys or note.

    One mistyped name must not put a report in the place of all sales.

    Raises:
        FileNotWritten: what lies there lies there still.
    """
    if path.is_dir():
        raise FileNotWritten(path=str(path), detail="EISDIR")
    try:
        is_own = SHOP_FILE in path.name or (
            path.name in {KEY_FILE, MARK_NAME} and (path.parent / SHOP_FILE).exists()
        )
        if path.is_file() and (is_own or _begins_as_records(path)):
            raise FileNotWritten(path=str(path), detail="own_file")
    except OSError as error:
        raise not_written(error, path) from error


def _begins_as_records(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE


def write_named_file(path: Path, content: bytes | Iterable[bytes]) -> Path:
    """Write a file whole or not at all, and return its path.

    Its folder must be there: one made for a mistyped name is never looked into. A long
    content may come piece by piece; what that refuses leaves no file either.

    Raises:
        FileNotWritten, DiskFull: whatever lay there lies there still.
    """
    refuse_place(path)
    fresh = path.with_name(path.name + ".part")
    try:
        try:
            with fresh.open("wb") as file:
                file.writelines((content,) if isinstance(content, bytes) else content)
            fresh.replace(path)
        finally:
            fresh.unlink(missing_ok=True)
    except OSError as error:
        raise not_written(error, path) from error
    return path


def leave_in_shop(shop: Shop, path: Path, content: bytes | Iterable[bytes]) -> Path:
    """Write a file somewhere; a folder of the shop's own, such as `reports`, is made.

    Raises:
        FileNotWritten, DiskFull: as `write_named_file`.
    """
    if path.parent.parent == shop.folder:
        try:
            path.parent.mkdir(exist_ok=True)
        except OSError as error:
            raise not_written(error, path) from error
    return write_named_file(path, content)
