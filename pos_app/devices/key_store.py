"""Where the shop's secrets lie: the system's key store, else an owner's file.

The card signing key and the pepper of the PINs must not lie in the shop's file: whoever
steals that file alone can then neither make member cards nor search for PINs
(faults.md D13, 3.5). A machine without a key store (a bare Linux till, a container)
keeps them beside the shop in a file that only its owner may read.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from pos_app.errors import Fault

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

CARD_KEY = "card-key"
"""32 bytes: the Ed25519 secret that signs member cards."""
PEPPER = "pepper"
"""32 bytes: mixed into each PIN before it is hashed."""
BACKUP_KEY = "backup-key"
"""32 bytes: seals the records in each backup; travels in it, locked by the recovery code."""
SECRETS = (PEPPER, CARD_KEY, BACKUP_KEY)
"""What each shop keeps, drawn from chance when it is made."""
SECRET_BYTES = 32

KEY_FILE = "keys.json"
_SERVICE = "pos-till"
_LEAST_PRIORITY = 1
_OWNER_ONLY = 0o600


@dataclass(eq=False)
class KeyMissing(Fault):
    """A secret of the shop is not on this machine; the recovery code brings it back."""

    name: str


@dataclass(eq=False)
class KeyStoreClosed(Fault):
    """The machine's key store does not answer, or its owner has locked it."""

    why: str


@dataclass(eq=False)
class KeyFileDamaged(Fault):
    """The file of secrets cannot be read; the recovery code brings them back."""

    path: str


class KeyStore(Protocol):
    """Keeps a few secrets by name."""

    def read(self, name: str) -> bytes:
        """Return a secret; raises KeyMissing, or another fault if the store is closed."""
        ...

    def keep(self, name: str, secret: bytes) -> None:
        """Keep a secret for good before returning; an older one of that name is gone."""
        ...

    def keep_all(self, secrets: Mapping[str, bytes]) -> None:
        """Keep these in the place of all there are, even of a file nobody can read."""
        ...


class SystemKeyStore:
    """The operating system's key store: Windows' own, macOS' Keychain, Secret Service."""

    def __init__(self, backend: "KeyringBackend", *, shop: str) -> None:
        self._backend = backend
        self._service = f"{_SERVICE} {shop}"

    def read(self, name: str) -> bytes:
        """Return a secret; raises KeyMissing or KeyStoreClosed."""
        from keyring.errors import KeyringError

        try:
            kept = self._backend.get_password(self._service, name)
        except KeyringError as error:
            raise KeyStoreClosed(why=type(error).__name__) from error
        if kept is None:
            raise KeyMissing(name=name)
        return bytes.fromhex(kept)

    def keep(self, name: str, secret: bytes) -> None:
        """Keep a secret; raises KeyStoreClosed."""
        from keyring.errors import KeyringError

        try:
            self._backend.set_password(self._service, name, secret.hex())
        except KeyringError as error:
            raise KeyStoreClosed(why=type(error).__name__) from error

    def keep_all(self, secrets: Mapping[str, bytes]) -> None:
        """Keep these; raises KeyStoreClosed."""
        for name, secret in secrets.items():
            self.keep(name, secret)


class FileKeyStore:
    """A file beside the shop that only its owner may read.

    Written whole to a new file, synced and renamed: a power cut leaves the old secrets or
    the new ones, never half a file.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / KEY_FILE

    def read(self, name: str) -> bytes:
        """Return a secret; raises KeyMissing or KeyFileDamaged."""
        kept = self._kept().get(name)
        if kept is None:
            raise KeyMissing(name=name)
        return kept

    def keep(self, name: str, secret: bytes) -> None:
        """Keep a secret on the disk before returning; raises KeyFileDamaged."""
        self._write({**self._kept(), name: secret})

    def keep_all(self, secrets: Mapping[str, bytes]) -> None:
        """Keep these, all in one write; a damaged file is kept beside, never removed."""
        try:
            self._kept()
        except KeyFileDamaged:
            if self._path.exists():
                self._path.replace(self._path.with_name(f"damaged-{KEY_FILE}"))
        self._write(secrets)

    def _kept(self) -> dict[str, bytes]:
        try:
            # A copy or a careless restore may have opened the file to others.
            self._path.chmod(_OWNER_ONLY)
            named = json.loads(self._path.read_text("utf-8"))
            return {name: bytes.fromhex(secret) for name, secret in named.items()}
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, TypeError, AttributeError) as error:
            raise KeyFileDamaged(path=str(self._path)) from error

    def _write(self, kept: Mapping[str, bytes]) -> None:
        text = json.dumps({name: secret.hex() for name, secret in sorted(kept.items())})
        fresh = self._path.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        # Born with owner-only rights: there is no moment in which others could open it.
        number = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
        with os.fdopen(number, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._path)


def system_backend() -> "KeyringBackend | None":
    """Return the machine's key store, or None where there is none to trust.

    `keyring` itself falls back on a backend that refuses everything, or on a file without
    protection when one is installed; both count as none.
    """
    import keyring
    from keyring.backends import chainer

    found = keyring.get_keyring()
    if isinstance(found, chainer.ChainerBackend):
        real = [each for each in found.backends if each.priority >= _LEAST_PRIORITY]
        return real[0] if real else None
    return found if found.priority >= _LEAST_PRIORITY else None


def open_key_store(folder: Path, *, shop: str, backend: "KeyringBackend | None") -> KeyStore:
    """Return where the secrets of the shop in a folder lie.

    `shop` tells the shops of one machine apart; `backend` is `system_backend()`, or None
    to keep to the file. Secrets that lie in the file stay there: a key store that appears
    later is empty, and choosing it would lock every member of staff out.
    """
    if backend is None or (folder / KEY_FILE).exists():
        return FileKeyStore(folder)
    return SystemKeyStore(backend, shop=shop)
