"""A shop's file for each test: a copy of one made once, real and on disk."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_app.storage.database import FILE_NAME
from pos_app.storage.unit_of_work import Storage, open_storage


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with every table and not one row."""
    folder = tmp_path_factory.mktemp("empty-shop")
    open_storage(folder).close()
    return folder / FILE_NAME


@pytest.fixture
def folder(tmp_path: Path, empty_file: Path) -> Path:
    """A shop's folder with an empty file, not open."""
    place = tmp_path / "shop"
    place.mkdir()
    shutil.copy(empty_file, place / FILE_NAME)
    return place


@pytest.fixture
def storage(folder: Path) -> Iterator[Storage]:
    """An open shop without a row."""
    opened = open_storage(folder)
    yield opened
    opened.close()
