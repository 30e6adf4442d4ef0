#!/usr/bin/env python3
"""The project's commands, from a bare machine on: run, test, setup, fix.

Needs Python 3.11 and nothing else: it finds what the system lacks, makes `.venv` from the lock
file and starts what was asked for. What the program itself does lives in main.py.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "installed-from"

PYTHON_AT_LEAST = (3, 11)

# What Qt opens at its first import, and the Debian package that brings it. Each was dropped in
# turn on a fresh Debian 12, and each was missed.
SCREENLESS_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
# What Qt opens besides when there is an X screen. It names libxcb-cursor0 whichever is missing.
SCREEN_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# Programs that tests call, to look at paper as a person would.
TEST_PROGRAMS = {"pdftoppm": "poppler-utils"}

GATES = (
    ("format", ("ruff", "format", "--check", ".")),
    ("lint", ("ruff", "check", ".")),
    ("types", ("mypy",)),
    ("imports", ("lint-imports", "--no-cache", "--no-logo")),
    ("tests", ("pytest", "-n", "auto")),
)


class Stop(Exception):
    """Something is missing that only a person can bring; carries what to do, in words."""


def main() -> int:
    """Do what the command line asks; the answer is the exit code."""
    if sys.version_info[:2] < PYTHON_AT_LEAST:
        say(f"This needs Python 3.11 or newer; this one is {platform.python_version()}.")
        return 1
    asked, rest = command_line()
    try:
        if asked == "run":
            return run(rest)
        if asked == "test":
            return test(rest)
        if asked == "fix":
            return fix()
        set_up()
    except Stop as stop:
        say(str(stop))
        return 1
    except KeyboardInterrupt:
        return 130
    say(f"Ready: {VENV}")
    return 0


def command_line() -> tuple[str, list[str]]:
    """Which command, and what is meant for the program behind it."""
    parser = argparse.ArgumentParser(
        prog="dev.py",
        description="Sets up what is missing, then does one of these.",
        epilog="What follows `run` goes to main.py, what follows `test` to pytest.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    commands.add_parser("run", help="open the till; without a screen, play a day", add_help=False)
    commands.add_parser("test", help="pass every gate: format, lint, types, imports, tests")
    commands.add_parser("setup", help="make .venv, and nothing else")
    commands.add_parser("fix", help="let the formatter and the linter mend what they can")
    known, rest = parser.parse_known_args()
    if rest and known.command not in {"run", "test"}:
        parser.error(f"{known.command} takes nothing more: {' '.join(rest)}")
    return str(known.command), rest


def run(arguments: list[str]) -> int:
    """Start the program; with no screen, let it play a day without one."""
    opens_a_window = not beside_the_folder(arguments)
    on_a_screen = opens_a_window and has_screen()
    on_x = on_a_screen and os.environ.get("QT_QPA_PLATFORM", "xcb").startswith("xcb")
    set_up(SCREENLESS_LIBRARIES | (SCREEN_LIBRARIES if on_x else {}))
    environment = {}
    if opens_a_window and not on_a_screen:
        say("There is no screen here, so the till cannot be opened.")
        say("Instead a day is played through its real screens: main.py demo")
        arguments = ["demo", *arguments]
        environment["QT_QPA_PLATFORM"] = "offscreen"
    return call(venv_program("python"), str(ROOT / "main.py"), *arguments, **environment)


def test(arguments: list[str]) -> int:
    """Pass every gate, all of them even after one has failed, and sum up."""
    set_up(SCREENLESS_LIBRARIES, TEST_PROGRAMS)
    outcomes = []
    for name, (program, *options) in GATES:
        say(f"\n== {name}: {program} {' '.join(options)}".rstrip())
        begun = time.monotonic()
        more = arguments if name == "tests" else []
        code = call(venv_program(program), *options, *more, QT_QPA_PLATFORM="offscreen")
        outcomes.append((name, code, time.monotonic() - begun))
    say("\n== summary")
    for name, code, seconds in outcomes:
        say(f"{name:<8} {'passed' if code == 0 else f'FAILED ({code})':<12} {seconds:6.1f} s")
    return 0 if all(code == 0 for _, code, _ in outcomes) else 1


def fix() -> int:
    """Let the formatter and the linter mend what they can; say what is left."""
    set_up()
    mended = call(venv_program("ruff"), "check", "--fix", ".")
    formatted = call(venv_program("ruff"), "format", ".")
    return mended or formatted


def beside_the_folder(arguments: list[str]) -> list[str]:
    """What is asked of the program besides in which folder the shop lies."""
    if arguments[:1] == ["--folder"]:
        return arguments[2:]
    if arguments and arguments[0].startswith("--folder="):
        return arguments[1:]
    return arguments


def has_screen() -> bool:
    """Whether a window can be shown; on Linux somebody must have said where."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def set_up(libraries: dict[str, str] | None = None, programs: dict[str, str] | None = None) -> None:
    """Have these libraries and programs of the system, and `.venv` as the lock says."""
    libraries, programs = libraries or {}, programs or {}
    if sys.platform.startswith("linux"):
        bring(lacking(libraries, programs) | lacking_for_venv())
        still_missing = [library for library in libraries if not can_open(library)]
        if still_missing:
            raise Stop(f"Still missing after the installation: {' '.join(still_missing)}")
    make_venv()


def lacking(libraries: dict[str, str], programs: dict[str, str]) -> set[str]:
    """The packages to install so that each of these can be opened or called."""
    closed = {package for library, package in libraries.items() if not can_open(library)}
    return closed | {package for name, package in programs.items() if shutil.which(name) is None}


def lacking_for_venv() -> set[str]:
    """What Debian keeps apart from its Python, though pip in a venv needs it."""
    can_make_one = importlib.util.find_spec("ensurepip") is not None
    return set() if can_make_one or venv_works() else {"python3-venv"}


def can_open(library: str) -> bool:
    """Whether the system can load this shared library, wherever it keeps it."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def bring(packages: set[str]) -> None:
    """Install Debian packages as root; else stop and say the one line that does it."""
    if not packages:
        return
    wanted = sorted(packages)
    if shutil.which("apt-get") is None:
        raise Stop(
            f"This system lacks what Debian calls: {' '.join(wanted)}\n"
            "Install them with its own package manager, then start this again."
        )
    install = ["apt-get", "install", "-y", "--no-install-recommends", *wanted]
    if os.geteuid() != 0:
        raise Stop(
            f"This system lacks: {' '.join(wanted)}\nInstall them with this line, then start this"
            f" again:\n  sudo sh -c 'apt-get update && {' '.join(install)}'"
        )
    say(f"Installing with apt-get: {' '.join(wanted)}")
    for command in (["apt-get", "update"], install):
        done = subprocess.run(
            command,
            env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise Stop(f"{done.stdout}{done.stderr}\nThis failed: {' '.join(command)}")


def make_venv() -> None:
    """Have `.venv` as the lock file says; nothing is done when it already is."""
    fingerprint = hashlib.sha256(LOCK.read_bytes()).hexdigest() + " " + platform.python_version()
    if STAMP.is_file() and STAMP.read_text("ascii") == fingerprint:
        return
    if not venv_works():
        say("Making .venv")
        if call(sys.executable, "-m", "venv", "--clear", str(VENV)) != 0:
            raise Stop("The virtual environment could not be made.")
    say("Installing what requirements.lock names, checked by its hashes")
    install = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input")
    python = venv_program("python")
    if call(python, *install, "--require-hashes", "-r", str(LOCK)) != 0:
        raise Stop("The packages could not be installed; is this machine online?")
    # What is compiled now need not be compiled at the first start of the till.
    call(python, "-m", "compileall", "-q", str(ROOT / "pos_app"), str(ROOT / "ui"))
    STAMP.write_text(fingerprint, "ascii")


def venv_works() -> bool:
    """Whether `.venv` holds a whole Python of this version, pip included."""
    python = Path(venv_program("python"))
    if not python.is_file():
        return False
    question = "import pip, platform; print(platform.python_version())"
    asked = subprocess.run([python, "-c", question], capture_output=True, text=True, check=False)
    return asked.returncode == 0 and asked.stdout.strip() == platform.python_version()


def venv_program(name: str) -> str:
    """Where `.venv` keeps a program, here and on Windows."""
    if sys.platform == "win32":
        return str(VENV / "Scripts" / f"{name}.exe")
    return str(VENV / "bin" / name)


def call(*command: str, **environment: str) -> int:
    """Run a program in the project's folder; its words go where ours go."""
    settings = os.environ | {"PYTHONUTF8": "1"} | environment
    return subprocess.run(command, cwd=ROOT, env=settings, check=False).returncode


def say(words: str) -> None:
    """Tell the person at the terminal, in the order in which things happen."""
    print(words, flush=True)


if __name__ == "__main__":
    sys.exit(main())
