"""What holds for every test: no screen, no network, no unexpected words."""

from __future__ import annotations

import ipaddress
import logging
import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

# Before anything imports Qt or keyring: both look only once.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
# The key store of whoever runs the tests is not ours to write to; without one, the shop keeps
# its keys in files beside its records.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

# Windows has no package manager for dev.py to call, nor the shell that stands in for one.
collect_ignore = ["test_dev_command.py"] if sys.platform == "win32" else []

# How long an example takes says something about the machine, nothing about the rule.
settings.register_profile(
    "rules", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("rules")


class NetworkRefused(Exception):
    """A test reached for another machine."""


def _refuse_other_machines(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.connect":
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else "localhost"
    elif event == "socket.getaddrinfo":
        host = arguments[0]
    else:
        return
    if not _is_this_machine(host):
        raise NetworkRefused(host)


def _is_this_machine(host: object) -> bool:
    if host in {None, "", "localhost", b"localhost"}:
        return True
    try:
        return ipaddress.ip_address(str(host)).is_loopback
    except ValueError:
        return False


# An audit hook sees every way to a socket, whichever library goes it, and cannot be undone.
sys.addaudithook(_refuse_other_machines)


@pytest.fixture(scope="session", autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A program that a test starts must not find the shop of whoever runs it."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        os.environ[name] = str(tmp_path_factory.mktemp(name.lower()))
    for name in ("APPDATA", "LOCALAPPDATA"):
        if name in os.environ:
            os.environ[name] = str(tmp_path_factory.mktemp(name.lower()))


@pytest.fixture(autouse=True)
def no_unexpected_words(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning in the log that no test asked for is a fault nobody has read yet.

    A test that expects one reads it from `caplog` and then calls `caplog.clear()`.
    """
    yield
    records = caplog.get_records("setup") + caplog.get_records("call")
    unexpected = [record for record in records if record.levelno >= logging.WARNING]
    if unexpected:
        pytest.fail("\n".join(f"{record.name}: {record.getMessage()}" for record in unexpected))
