"""named_file: what somebody names is read and written whole, or said to be wrong."""

from pathlib import Path

import pytest

from pos_app.actions.premises.named_file import leave_in_shop, read_named_file, write_named_file
from pos_app.faults import FileNotRead, FileNotWritten
from pos_app.sentences.told import sentence_of
from pos_app.shop import Shop


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    """Half a report over a good one would be the only one."""
    path = write_named_file(tmp_path / "a.csv", b"old")
    write_named_file(path, b"new")

    assert read_named_file(path) == b"new"
    assert [each.name for each in tmp_path.iterdir()] == ["a.csv"]


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("none/a.csv", "there is no such file or folder"),
        ("folder", "it is a folder"),
        ("file/a.csv", "a part of its path is no folder"),
    ],
)
def test_what_cannot_be_written_is_said_in_words(tmp_path: Path, path: str, why: str) -> None:
    """A mistyped folder that was made for it would never be looked into."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FileNotWritten) as refused:
        write_named_file(tmp_path / path, b"x")

    told = f"{tmp_path / path} cannot be written: {why}. Nothing was written."
    assert sentence_of(refused.value, "en") == told
    assert sorted(each.name for each in tmp_path.iterdir()) == ["file", "folder"]


def test_what_cannot_be_read_is_said_in_words(tmp_path: Path) -> None:
    """`[Errno 2]` helps nobody who mistyped a name."""
    with pytest.raises(FileNotRead) as refused:
        read_named_file(tmp_path / "none")

    assert sentence_of(refused.value, "zh_CN").startswith(f"{tmp_path / 'none'} 读不了：没有这个")


def test_a_folder_of_the_shops_own_is_made(shop: Shop) -> None:
    """The first report of a new shop finds no folder yet."""
    path = leave_in_shop(shop, shop.folder / "reports" / "a.csv", b"x")

    assert path.read_bytes() == b"x"
