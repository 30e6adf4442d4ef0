"""Files beside the shop's records that somebody names: read whole, written whole."""

from pathlib import Path

from pos_app.shop import Shop
from pos_app.storage.failures import not_read, not_written


def read_named_file(path: Path) -> bytes:
    """Return what a file holds.

    Raises:
        FileNotRead: it is not there, or cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise not_read(error, path) from error


def write_named_file(path: Path, content: bytes) -> Path:
    """Write a file whole or not at all, and return its path.

    Its folder must be there: one made for a mistyped name is never looked into.

    Raises:
        FileNotWritten, DiskFull: whatever lay there lies there still.
    """
    fresh = path.with_name(path.name + ".part")
    try:
        try:
            fresh.write_bytes(content)
            fresh.replace(path)
        finally:
            fresh.unlink(missing_ok=True)
    except OSError as error:
        raise not_written(error, path) from error
    return path


def leave_in_shop(shop: Shop, path: Path, content: bytes) -> Path:
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
