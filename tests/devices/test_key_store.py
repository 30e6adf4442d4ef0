"""Where secrets lie: each kind of store keeps the same promises."""

import stat
import sys
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError
from typing_extensions import override

from pos_app.devices.key_store import (
    CARD_KEY,
    KEY_FILE,
    PEPPER,
    FileKeyStore,
    KeyFileDamaged,
    KeyMissing,
    KeyStore,
    KeyStoreClosed,
    SystemKeyStore,
    open_key_store,
    system_backend,
)

SECRET = bytes(range(32))


class MachineStore(KeyringBackend):
    """The machine's key store as far as `keyring` shows it, kept in memory."""

    # `keyring` would otherwise offer this class to every program of the test run.
    priority = -1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring says no types here
        self.kept: dict[tuple[str, str], str] = {}
        self.is_locked = False

    @override
    def get_password(self, service: str, username: str) -> str | None:
        self._refuse_if_locked()
        return self.kept.get((service, username))

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        self._refuse_if_locked()
        self.kept[service, username] = password

    @override
    def delete_password(self, service: str, username: str) -> None:
        self._refuse_if_locked()
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError

    def _refuse_if_locked(self) -> None:
        if self.is_locked:
            raise KeyringLocked


class KeyStoreContract:
    """What every key store promises; inherited by the tests of each."""

    def make(self, folder: Path) -> KeyStore:
        """Return an empty store."""
        raise NotImplementedError

    def test_a_secret_is_given_back(self, tmp_path: Path) -> None:
        """Without the pepper nobody signs in; without the key no card is made."""
        store = self.make(tmp_path)
        store.keep(PEPPER, SECRET)
        store.keep(CARD_KEY, b"\x00\xff")

        assert (store.read(PEPPER), store.read(CARD_KEY)) == (SECRET, b"\x00\xff")

    def test_a_newer_secret_takes_the_place_of_the_older(self, tmp_path: Path) -> None:
        """A new card key signs from now on."""
        store = self.make(tmp_path)
        store.keep(CARD_KEY, SECRET)
        store.keep(CARD_KEY, b"new")

        assert store.read(CARD_KEY) == b"new"

    def test_a_missing_secret_is_named(self, tmp_path: Path) -> None:
        """On a new machine the owner must learn what to bring: the recovery code."""
        with pytest.raises(KeyMissing) as caught:
            self.make(tmp_path).read(PEPPER)

        assert caught.value.facts == {"name": PEPPER}


class TestFileKeyStore(KeyStoreContract):
    """Secrets in an owner's file."""

    @override
    def make(self, folder: Path) -> KeyStore:
        return FileKeyStore(folder)

    def test_nobody_else_may_read_the_file(self, tmp_path: Path) -> None:
        """Another account on the same computer must not make member cards."""
        store = FileKeyStore(tmp_path)
        store.keep(PEPPER, SECRET)
        (tmp_path / KEY_FILE).chmod(0o644)
        store.read(PEPPER)

        # Windows has no such bits; there the user's folder is the user's alone.
        owner_only = 0o600 if sys.platform != "win32" else 0o666
        assert stat.S_IMODE((tmp_path / KEY_FILE).stat().st_mode) == owner_only

    def test_nothing_is_left_beside_the_file(self, tmp_path: Path) -> None:
        """A second copy of the secrets would be forgotten by whoever clears the folder."""
        FileKeyStore(tmp_path).keep(PEPPER, SECRET)

        assert [path.name for path in tmp_path.iterdir()] == [KEY_FILE]

    def test_a_write_cut_off_by_a_power_cut_leaves_the_old_secrets(self, tmp_path: Path) -> None:
        """Half a new file must neither be believed nor stand in the way."""
        store = FileKeyStore(tmp_path)
        store.keep(PEPPER, SECRET)
        (tmp_path / KEY_FILE).with_suffix(".new").write_text('{"pep')
        store.keep(CARD_KEY, b"key")

        assert (store.read(PEPPER), store.read(CARD_KEY)) == (SECRET, b"key")

    @pytest.mark.parametrize(
        "text", ["", "[]", "{", '{"pepper": 5}', '{"pepper": "xyz"}', "\udcff"]
    )
    def test_a_damaged_file_is_a_fault_with_its_path(self, tmp_path: Path, text: str) -> None:
        """A broken file must not read as an empty one, or new secrets would lock all out."""
        path = tmp_path / KEY_FILE
        path.write_bytes(text.encode("utf-8", "surrogateescape"))

        with pytest.raises(KeyFileDamaged) as caught:
            FileKeyStore(tmp_path).keep(PEPPER, SECRET)
        assert caught.value.facts == {"path": str(path)}


class TestSystemKeyStore(KeyStoreContract):
    """Secrets in the machine's own store."""

    @override
    def make(self, folder: Path) -> KeyStore:
        return SystemKeyStore(MachineStore(), shop="shop-1")

    def test_two_shops_on_one_machine_do_not_share_secrets(self) -> None:
        """The training copy of a shop must not sign cards of the real one."""
        machine = MachineStore()
        SystemKeyStore(machine, shop="shop-1").keep(PEPPER, SECRET)

        with pytest.raises(KeyMissing):
            SystemKeyStore(machine, shop="shop-2").read(PEPPER)

    def test_a_locked_store_is_a_fault_and_not_a_missing_key(self) -> None:
        """Locked means unlock it; missing means bring the recovery code."""
        machine = MachineStore()
        store = SystemKeyStore(machine, shop="shop-1")
        store.keep(PEPPER, SECRET)
        machine.is_locked = True

        for errand in (
            lambda: store.read(PEPPER),
            lambda: store.keep(PEPPER, SECRET),
        ):
            with pytest.raises(KeyStoreClosed) as caught:
                errand()
            assert caught.value.facts == {"why": "KeyringLocked"}


def test_a_machine_without_a_key_store_uses_the_file(tmp_path: Path) -> None:
    """A bare till must be able to sell."""
    assert isinstance(open_key_store(tmp_path, shop="s", backend=None), FileKeyStore)


def test_a_machine_with_a_key_store_leaves_no_file(tmp_path: Path) -> None:
    """What the machine protects better must not lie in a file as well."""
    open_key_store(tmp_path, shop="s", backend=MachineStore()).keep(PEPPER, SECRET)

    assert list(tmp_path.iterdir()) == []


def test_secrets_in_the_file_stay_there_when_a_key_store_appears(tmp_path: Path) -> None:
    """A desktop session installed later must not lock every member of staff out."""
    FileKeyStore(tmp_path).keep(PEPPER, SECRET)

    assert open_key_store(tmp_path, shop="s", backend=MachineStore()).read(PEPPER) == SECRET


def test_a_key_store_that_refuses_everything_counts_as_none() -> None:
    """On a bare machine `keyring` still answers, with a backend that only fails."""
    assert system_backend() is None
