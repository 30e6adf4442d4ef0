"""A backup's one file: sealed records, locked secrets and a label, in a zip.

Only the label lies open: the records hold members, and a stick gets lost (faults.md D14).
What comes in from outside is not believed: exactly the three known members, no names
that become paths, sizes counted while reading (faults.md, zip bomb).
"""

import json
import os
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pos_app.devices.key_store import BACKUP_KEY
from pos_app.devices.recovery_code import LockedSecretsDamaged
from pos_app.devices.sealed_file import SealBroken, opened, sealed
from pos_app.domain.moment import Instant, instant_text, read_instant
from pos_app.faults import BackupUseless
from pos_app.storage.end_mark import KnownEnd
from pos_app.storage.failures import not_read

RECORDS = "records.sealed"
SECRETS = "secrets.locked"
LABEL = "backup.json"

_FORMAT = 1
_MEMBERS = {RECORDS, SECRETS, LABEL}
_LARGEST_SECRETS = 64 * 1024
_LARGEST_LABEL = 16 * 1024
_HIGHEST_RATIO = 100
"""No table of a shop packs better; a bomb does."""
_PIECE = 1 << 20
_UNREADABLE = (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, zlib.error)
_LEVEL = 1
"""Records pack to a third at the first level, and five times faster than at the usual."""


@dataclass(frozen=True, slots=True)
class BackupEnds:
    """Where the journal in a backup begins and ends."""

    first: bytes
    """The hash of the first entry: which journal it is."""
    last: KnownEnd


@dataclass(frozen=True, slots=True)
class BackupLabel:
    """What a backup says of itself."""

    shop: str
    """The shop's name, to tell backups of two shops apart."""
    made_at: Instant
    records_sha256: str
    version: str
    """Of the program that made it."""
    ends: BackupEnds
    """By them a journal that was cut off later is found out."""


def write_backup(
    target: Path,
    *,
    records: Path,
    secrets: bytes,
    key: bytes,
    shop: str,
    made_at: Instant,
    version: str,
    ends: BackupEnds,
) -> BackupLabel:
    """Write the file, and have it on the disk before returning.

    `key` seals the records; `secrets` hold it, locked by the recovery code. The caller
    gives the file its name last.
    """
    label = BackupLabel(shop, made_at, _digest_of(records), version, ends)
    with target.open("xb") as whole:
        with zipfile.ZipFile(whole, "w", allowZip64=True) as file:
            file.writestr(LABEL, _label_text(label))
            file.writestr(SECRETS, secrets)
            with file.open(RECORDS, "w", force_zip64=True) as out:
                for piece in sealed(_packed(records), key):
                    out.write(piece)
        whole.flush()
        os.fsync(whole.fileno())
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
            raise BackupUseless(path=str(backup), detail="other_format")
        return BackupLabel(
            shop=str(told["shop"]),
            made_at=read_instant(told["made_at"]),
            records_sha256=str(told["records_sha256"]),
            version=str(told["version"]),
            ends=BackupEnds(
                first=bytes.fromhex(told["first"]),
                last=KnownEnd(int(told["entry"]), bytes.fromhex(told["digest"])),
            ),
        )
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise BackupUseless(path=str(backup), detail="damaged") from error


def read_secrets(backup: Path) -> bytes:
    """Return the secrets as they were locked; raises BackupUseless."""
    return _small_member(backup, SECRETS, largest=_LARGEST_SECRETS)


def backup_key_in(secrets: Mapping[str, bytes]) -> bytes:
    """Return the key of the records among the secrets that the recovery code unlocked.

    Raises:
        LockedSecretsDamaged: it is not among them.
    """
    key = secrets.get(BACKUP_KEY)
    if key is None:
        raise LockedSecretsDamaged
    return key


def unpack_records(backup: Path, target: Path, *, label: BackupLabel, key: bytes) -> None:
    """Write the records to a new file on the disk, counting what comes out.

    Raises:
        BackupUseless: damaged, a bomb, sealed with another key, or not what the label
            says; the caller removes the target.
    """
    seen = sha256()
    try:
        with zipfile.ZipFile(backup) as file:
            packed = _member(file, RECORDS, backup).compress_size
            largest = (packed + _PIECE) * _HIGHEST_RATIO
            written = 0
            with file.open(RECORDS) as source, target.open("xb") as out:
                for piece in _unpacked(opened(source, key)):  # type: ignore[arg-type]
                    written += len(piece)
                    if written > largest:
                        raise BackupUseless(path=str(backup), detail="too_tight")
                    seen.update(piece)
                    out.write(piece)
                out.flush()
                os.fsync(out.fileno())
    except SealBroken as error:
        raise BackupUseless(path=str(backup), detail="other_seal") from error
    except _UNREADABLE as error:
        raise BackupUseless(path=str(backup), detail="damaged") from error
    if seen.hexdigest() != label.records_sha256:
        raise BackupUseless(path=str(backup), detail="damaged")


def _packed(records: Path) -> Iterator[bytes]:
    """Pack the records: what is sealed packs no more."""
    packer = zlib.compressobj(_LEVEL)
    with records.open("rb") as file:
        while piece := file.read(_PIECE):
            yield packer.compress(piece)
    yield packer.flush()


def _unpacked(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Unpack in small pieces, however much one of them holds."""
    unpacker = zlib.decompressobj()
    for piece in pieces:
        waiting = piece
        while waiting:
            yield unpacker.decompress(waiting, _PIECE)
            waiting = unpacker.unconsumed_tail
    yield unpacker.flush()


def _small_member(backup: Path, name: str, *, largest: int) -> bytes:
    try:
        with zipfile.ZipFile(backup) as file:
            _member(file, name, backup)
            with file.open(name) as source:
                content = source.read(largest + 1)
    except OSError as error:
        raise not_read(error, backup) from error
    except _UNREADABLE as error:
        raise BackupUseless(path=str(backup), detail="not_a_backup") from error
    if len(content) > largest:
        raise BackupUseless(path=str(backup), detail="damaged")
    return content


def _member(file: zipfile.ZipFile, name: str, backup: Path) -> zipfile.ZipInfo:
    names = file.namelist()
    if len(names) != len(_MEMBERS) or set(names) != _MEMBERS:
        raise BackupUseless(path=str(backup), detail="not_a_backup")
    return file.getinfo(name)


def _label_text(label: BackupLabel) -> str:
    told = {
        "format": _FORMAT,
        "shop": label.shop,
        "made_at": instant_text(label.made_at),
        "records_sha256": label.records_sha256,
        "version": label.version,
        "first": label.ends.first.hex(),
        "entry": label.ends.last.number,
        "digest": label.ends.last.digest.hex(),
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True, indent=1)


def _digest_of(path: Path) -> str:
    seen = sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            seen.update(piece)
    return seen.hexdigest()
