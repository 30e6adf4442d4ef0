"""Why the shop did not open or was closed, what was not done, and what to do now.

A damaged file is never repaired here: a copy is kept aside, and the way back to the last
backup is shown (faults.md section 2).
"""

import shlex
import subprocess
import sys
from functools import partial
from pathlib import Path

from PySide6.QtGui import QCloseEvent, QGuiApplication
from typing_extensions import override

from pos_app.actions.safekeeping.keep_damaged_file import KeptAside, keep_damaged_file
from pos_app.errors import ShopError
from pos_app.faults import (
    BooksDisagree,
    DiskFull,
    JournalBroken,
    JournalCutOff,
    ShopFileBusy,
    ShopFileDamaged,
    ShopFileUnreachable,
)
from pos_app.sentences.told import tell
from pos_app.wording import in_one_line
from ui.background import Background
from ui.till.bar_messages import is_damage
from ui.windows.plain_window import PlainWindow, both, in_each
from ui.wording import N_, Language, Wording

_UNDONE_AT_START = {
    DiskFull: N_("Nothing was opened or changed. Free some space, then start again."),
    ShopFileBusy: N_("Nothing was opened or changed. Close that program, then start again."),
    ShopFileUnreachable: N_(
        "Nothing was opened or changed. See that disk or stick is there, then start again."
    ),
    ShopFileDamaged: N_("Nothing was changed or repaired. Keep a copy before anything else."),
    JournalBroken: N_("Nothing was changed or repaired. Keep a copy before anything else."),
    JournalCutOff: N_(
        "Nothing was changed or repaired. Put the newer file back, if somebody has it; else press"
        " F2: it keeps a copy and says how to restore the newest backup."
    ),
    BooksDisagree: N_("Nothing was changed or repaired. Keep a copy before anything else."),
}
"""What was not done and what to do, where no bill is open."""

_COPIED = N_("A copy lies in {copy}. The file itself was not changed.")
_WITH_BACKUP = N_(
    "The newest backup is {name}. To restore it, type this line in a terminal, and the"
    " recovery code when it asks:"
)
_WITHOUT_BACKUP = N_(
    "There is no backup in the shop's folder. To restore one from elsewhere, type this line"
    " with its name for FILE in a terminal, and the recovery code when it asks:"
)
_AFTERWARDS = N_(
    "What was sold after that backup is only in the copy. Make a new backup at once:"
    " office, Settings, Back up now."
)


class TroubleWindow(PlainWindow):
    """A fault before the till or after it; a damaged file may be kept aside with F2."""

    def __init__(self, error: ShopError, folder: Path, *, was_open: bool = False) -> None:
        head = N_("The till was closed") if was_open else N_("The shop was not opened")
        super().__init__(both(head), _sentences(error))
        self._folder = folder
        self._command = ""
        self._background = Background(self)
        if is_damage(error):
            self.offer(both(N_("Keep a copy")), key="F2", press=self._keep)

    def finish(self) -> None:
        """Let a copy that is being made be finished and told of."""
        self._background.finish()

    def _keep(self) -> None:
        self.offer(both(N_("Copying")), key="F2", press=None)
        work = partial(keep_damaged_file, self._folder)
        self._background.run(work, self._kept, otherwise=self._not_kept)

    def _kept(self, kept: KeptAside) -> None:
        self._command = restore_command(self._folder, kept.backup)
        if kept.backup is None:
            way = in_each(_WITHOUT_BACKUP)
        else:
            way = in_each(_WITH_BACKUP, name=kept.backup.name)
        copy = in_each(_COPIED, copy=kept.copy)
        told = [in_one_line(pair) for pair in zip(copy, way, strict=True)]
        told = [*told, self._command, *in_each(_AFTERWARDS)]
        self.tell(both(N_("The copy is kept")), told)
        self.offer(both(N_("Take the command along")), key="F3", press=self._take_along)

    def _not_kept(self, error: ShopError) -> None:
        self.tell(both(N_("No copy was made")), _sentences(error))
        self.offer(both(N_("Keep a copy")), key="F2", press=self._keep)

    def _take_along(self) -> None:
        QGuiApplication.clipboard().setText(self._command)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        # Half a copy would look like a whole one.
        self._background.finish()
        self._background.close()
        super().closeEvent(event)


def restore_command(folder: Path, backup: Path | None) -> str:
    """Return what to type, where this very program was started, to restore a backup."""
    words = [sys.executable, str(Path(sys.argv[0]).resolve()), "--folder", str(folder.resolve())]
    words += ["restore", str(backup.resolve()) if backup is not None else "FILE", "--replace"]
    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)


def _sentences(error: ShopError) -> list[str]:
    told = []
    for language in Language:
        wording = Wording(language)
        said = tell(error, wording)
        undone = _UNDONE_AT_START.get(type(error))
        rest = wording.text(undone) if undone else said.undone
        told.append(in_one_line((said.happened, rest)))
    return told
