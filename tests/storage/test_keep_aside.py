"""A damaged file is kept as it is, and a disk that fills up is noticed in time."""

from pathlib import Path

import pytest

from pos_app.faults import ShopFileUnreachable
from pos_app.storage.database import FILE_NAME
from pos_app.storage.keep_aside import keep_aside
from pos_app.storage.room_left import (
    BALLAST_BYTES,
    BALLAST_NAME,
    drop_ballast,
    room_left,
    take_ballast,
)


def test_a_damaged_file_is_copied_with_its_log(tmp_path: Path) -> None:
    """The last sales may stand in the log alone."""
    path = tmp_path / FILE_NAME
    path.write_bytes(b"half a shop")
    path.with_name(f"{FILE_NAME}-wal").write_bytes(b"the last sale")
    first, second = keep_aside(path), keep_aside(path)

    assert (first.name, second.name) == (f"damaged-1-{FILE_NAME}", f"damaged-2-{FILE_NAME}")
    assert first.read_bytes() == path.read_bytes() == b"half a shop"
    assert first.with_name(f"{first.name}-wal").read_bytes() == b"the last sale"


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    """A dead disk is a fault, and leaves no half copy."""
    path = tmp_path / FILE_NAME
    path.mkdir()
    with pytest.raises(ShopFileUnreachable):
        keep_aside(path)

    assert [each.name for each in tmp_path.iterdir()] == [FILE_NAME]


def test_the_ballast_is_there_until_it_is_needed(tmp_path: Path) -> None:
    """Thirty-two megabytes are enough to close the shift on a full disk."""
    before = drop_ballast(tmp_path)
    taken = [take_ballast(tmp_path), take_ballast(tmp_path)]
    size = (tmp_path / BALLAST_NAME).stat().st_size
    dropped = drop_ballast(tmp_path)

    assert (before, taken, size, dropped) == (False, [True, True], BALLAST_BYTES, True)
    assert not (tmp_path / BALLAST_NAME).exists()


def test_a_ballast_that_cannot_go_is_a_fault(tmp_path: Path) -> None:
    """Whoever closes the day on a dying disk is told so, and of no bug."""
    (tmp_path / BALLAST_NAME).mkdir()
    with pytest.raises(ShopFileUnreachable):
        drop_ballast(tmp_path)

    assert (tmp_path / BALLAST_NAME).is_dir()


def test_the_room_of_a_missing_folder_is_a_fault(tmp_path: Path) -> None:
    """A stick pulled out while the shop is open."""
    with pytest.raises(ShopFileUnreachable):
        room_left(tmp_path / "gone")

    assert room_left(tmp_path) > 0
