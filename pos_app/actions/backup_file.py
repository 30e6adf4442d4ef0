"""A backup's one file: the records, the locked secrets and a label, in a zip.

What comes in from outside is not believed: exactly the three known members, no names
that become paths, sizes counted while reading (faults.md, zip bomb).
"""

import json
import zipfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pos_app.domain.moment import Instant, instant_text, read_instant
from pos_app.faults import BackupUseless

RECORDS = "shop.sqlite"
SECRETS = "secrets.locked"
LABEL = "backup.json"

_FORMAT = 1
_MEMBERS = {RECORDS, SECRETS, LABEL}
_LARGEST_SECRETS = 64 * 1024
_LARGEST_LABEL = 16 * 1024
_HIGHEST_RATIO = 100
"""No table of a shop packs better; a bomb does."""
_PIECE = 1 << 20
_LEVEL = 1
"""Records pack to a third at the first level, and five times faster than at the usual."""


@dataclass(frozen=True, slots=True)
class BackupLabel:
    """What a backup says of itself."""

    shop: str
    """The shop's name, to tell backups of two shops apart."""
    made_at: Instant
    records_sha256: str
    version: str
    """Of the program that made it."""


def write_backup(
    target: Path, *, records: Path, secrets: bytes, shop: str, made_at: Instant, version: str
) -> BackupLabel:
    """Write the file whole or not at all: beside its place first, then renamed."""
    label = BackupLabel(shop, made_at, _digest_of(records), version)
    fresh = target.with_name(target.name + ".part")
    try:
        with zipfile.ZipFile(
            fresh, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL, allowZip64=True
        ) as file:
            file.writestr(LABEL, _label_text(label))
            file.writestr(SECRETS, secrets)
            file.write(records, RECORDS)
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
    return label


def read_label(backup: Path) -> BackupLabel:
    """Return what a backup says of itself.

    Raises:
        BackupUseless: not a backup of this program, or a damaged one.
    """
    text = _small_member(backup, LABEL, largest=_LARGEST_LABEL)
    try:
        told = json.loads(text)
        if told["format"] != _FORMAT:
            raise BackupUseless(path=str(backup), detail="another format")
        return BackupLabel(
            shop=str(told["shop"]),
            made_at=read_instant(told["made_at"]),
            records_sha256=str(told["records_sha256"]),
            version=str(told["version"]),
        )
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise BackupUseless(path=str(backup), detail="the label cannot be read") from error


def read_secrets(backup: Path) -> bytes:
    """Return the secrets as they were locked; raises BackupUseless."""
    return _small_member(backup, SECRETS, largest=_LARGEST_SECRETS)


def unpack_records(backup: Path, target: Path, *, label: BackupLabel) -> None:
    """Write the records to a new file, counting what comes out.

    Raises:
        BackupUseless: damaged, a bomb, or not what the label says; the caller removes
            the target.
    """
    seen = sha256()
    try:
        with zipfile.ZipFile(backup) as file:
            packed = _member(file, RECORDS, backup).compress_size
            largest = (packed + _PIECE) * _HIGHEST_RATIO
            written = 0
            with file.open(RECORDS) as source, target.open("xb") as out:
                while piece := source.read(_PIECE):
                    written += len(piece)
                    if written > largest:
                        raise BackupUseless(path=str(backup), detail="packed too tightly")
                    seen.update(piece)
                    out.write(piece)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise BackupUseless(path=str(backup), detail=str(error)) from error
    if seen.hexdigest() != label.records_sha256:
        raise BackupUseless(path=str(backup), detail="the records are not what the label says")


def _small_member(backup: Path, name: str, *, largest: int) -> bytes:
    try:
        with zipfile.ZipFile(backup) as file:
            _member(file, name, backup)
            with file.open(name) as source:
                content = source.read(largest + 1)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise BackupUseless(path=str(backup), detail=str(error)) from error
    if len(content) > largest:
        raise BackupUseless(path=str(backup), detail=f"{name} is too long")
    return content


def _member(file: zipfile.ZipFile, name: str, backup: Path) -> zipfile.ZipInfo:
    names = file.namelist()
    if len(names) != len(_MEMBERS) or set(names) != _MEMBERS:
        raise BackupUseless(path=str(backup), detail="not the files of a backup")
    return file.getinfo(name)


def _label_text(label: BackupLabel) -> str:
    told = {
        "format": _FORMAT,
        "shop": label.shop,
        "made_at": instant_text(label.made_at),
        "records_sha256": label.records_sha256,
        "version": label.version,
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True, indent=1)


def _digest_of(path: Path) -> str:
    seen = sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            seen.update(piece)
    return seen.hexdigest()
