"""Whether a folder lies on a network share, as far as the system tells.

SQLite's WAL needs memory shared between the processes of one machine; on a share a commit
may be lost or torn without an error (faults.md section 2).
"""

import os
import sys
from pathlib import Path

from pos_app.faults import ShopOnNetworkFolder

_MOUNTS = Path("/proc/mounts")
_SHARES = frozenset(
    {"afs", "ceph", "cifs", "davfs", "fuse.rclone", "fuse.sshfs", "glusterfs", "lustre", "ncpfs",
     "nfs", "nfs4", "smb3", "smbfs"}
)  # fmt: skip


def refuse_network_folder(folder: Path, *, mounts: Path = _MOUNTS) -> None:
    """Refuse a folder on a share; where the system does not tell, nothing is refused.

    Raises:
        ShopOnNetworkFolder: the folder, or what it will be made in, is on a share.
    """
    kind = "share" if str(folder).startswith("\\\\") else _share_of(folder.absolute(), mounts)
    if kind is not None:
        raise ShopOnNetworkFolder(folder=str(folder), kind=kind)


def _share_of(folder: Path, mounts: Path) -> str | None:
    if sys.platform == "win32":  # pragma: no cover - runs on Windows only
        return None
    best, kind = "", ""
    for line in _lines(mounts):
        _, where, found = (*line.split(" "), "", "", "")[:3]
        place = where.replace("\\040", " ")
        if len(place) >= len(best) and _is_within(str(folder), place):
            best, kind = place, found
    return kind if kind in _SHARES else None


def _lines(mounts: Path) -> list[str]:
    try:
        return mounts.read_text("utf-8", "replace").splitlines()
    except OSError:
        return []


def _is_within(folder: str, place: str) -> bool:
    return place in {os.sep, folder} or folder.startswith(place + os.sep)
