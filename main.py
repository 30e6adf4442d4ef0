"""Where the program starts: the till without a command, else what was asked for."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # A command may run where there is no Qt at all.
    from PySide6.QtWidgets import QWidget

NO_DISPLAY = 2


def main(
    arguments: list[str] | None = None, *, shown: Callable[["QWidget"], object] | None = None
) -> int:
    """Open the till, or leave a command to `pos_app.cli`; return the exit code.

    `shown` is told of the till's window when it was shown, before it was painted.
    """
    asked = sys.argv[1:] if arguments is None else arguments
    folder, rest = _folder_of(asked)
    if rest:
        from pos_app.cli import main as run_command

        return run_command(asked, with_screens={"demo": _demo, "bench": _bench})
    if not _has_display():
        print("There is no display here. `main.py demo` plays a day without one.")
        print("这里没有显示器。`main.py demo` 不用显示器也能演示一天。")
        return NO_DISPLAY
    from ui.entrance import enter

    # Whoever names no folder wants to try: the sample shop is there at once.
    return enter(folder, sample=not asked, shown=shown)


def _folder_of(asked: list[str]) -> tuple[Path, list[str]]:
    """Return the shop's folder, and what else was asked for."""
    if asked[:1] == ["--folder"] and len(asked) > 1:
        return Path(asked[1]), asked[2:]
    if asked and asked[0].startswith("--folder="):
        return Path(asked[0].partition("=")[2]), asked[1:]
    from platformdirs import user_data_path

    return user_data_path("pos-till", appauthor=False) / "shop", asked


def _demo(arguments: list[str]) -> int:
    if not _has_display():
        # Said before Qt is imported: it looks only once.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from ui.demo.day import main as play_a_day

    return play_a_day(arguments)


def _bench(arguments: list[str]) -> int:
    from ui.bench.command import main as measure

    return measure(arguments)


def _has_display() -> bool:
    """Whether a window can be shown; only Linux may be without."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
