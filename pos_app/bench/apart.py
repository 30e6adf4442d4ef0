"""Parts of `bench` that run as a program of their own, as fresh and small as any."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

_IMPORTED_FROM = Path(__file__).resolve().parents[2]
_STATUS = Path("/proc/self/status")


def told_apart(module: str, *arguments: object) -> dict[str, Any]:
    """Run a module of this program to its end; return the JSON object it says last."""
    done = subprocess.run(  # noqa: S603 - a part of this program
        program_of(module, *arguments),
        env=environment(),
        stdout=subprocess.PIPE,
        check=True,
        encoding="ascii",
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def program_of(module: str, *arguments: object) -> list[str]:
    """The command that runs a module with the same Python."""
    return [sys.executable, "-m", module, *map(str, arguments)]


def environment() -> dict[str, str]:
    """What a program of its own needs to find this one."""
    paths = (str(_IMPORTED_FROM), os.environ.get("PYTHONPATH", ""))
    return os.environ | {"PYTHONPATH": os.pathsep.join(path for path in paths if path)}


def held_now() -> int:
    """Kilobytes of memory that this program holds; told by Linux alone."""
    return _status_of("VmRSS:")


def held_at_most() -> int:
    """Kilobytes that it ever held."""
    return _status_of("VmHWM:")


def _status_of(name: str) -> int:
    lines = _STATUS.read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name))
