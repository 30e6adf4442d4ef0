"""A report of a bug: where it broke, never what was in the hand of a customer."""

import platform
import traceback
from pathlib import Path

import PySide6

import pos_app
from pos_app.domain.moment import Instant, file_stamp, instant_text

FOLDER = "reports"


def write_report(folder: Path, error: BaseException, *, at: Instant) -> Path:
    """Write what broke beside the shop's file and return the path.

    Only names of errors, files, lines and functions: texts of errors may hold what a
    person typed, and so they are left out.
    """
    target = folder / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    path = target / f"{file_stamp(at)}-bug.txt"
    path.write_text(_report_text(error, at=at), encoding="utf-8")
    return path


def _report_text(error: BaseException, *, at: Instant) -> str:
    """Return the report of an error and of what led to it."""
    lines = [
        f"till {pos_app.__version__}, Python {platform.python_version()}",
        f"Qt {PySide6.__version__}, {platform.system()} {platform.machine()}",
        instant_text(at),
    ]
    cause: BaseException | None = error
    while cause is not None:
        lines += ["", type(cause).__name__]
        for frame in traceback.extract_tb(cause.__traceback__):
            lines.append(f"  {_place(frame.filename)}:{frame.lineno} {frame.name}")
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines) + "\n"


def _place(filename: str) -> str:
    """A file without the folders above the program: they name who uses the machine."""
    parts = Path(filename).parts
    for number, part in enumerate(parts):
        if part in {"pos_app", "ui", "PySide6", "sqlalchemy"}:
            return "/".join(parts[number:])
    return parts[-1] if parts else filename
