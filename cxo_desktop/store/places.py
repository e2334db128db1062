"""Where a workspace may lie: on a disk of this laptop, and whether it can be written there."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.i18n import _

_MOUNTS = Path("/proc/mounts")
_REMOTE = frozenset({
    "afs", "afpfs", "ceph", "cifs", "davfs", "fuse.davfs2", "fuse.glusterfs",
    "fuse.gvfsd-fuse", "fuse.rclone", "fuse.s3fs", "fuse.sshfs", "glusterfs", "ncpfs",
    "nfs", "nfs4", "smb2", "smb3", "smbfs", "webdav",
})  # fmt: skip
_DRIVE_REMOTE = 4


def refuse_network_drive(folder: Path) -> None:
    """Raise InputRefused for a folder on a network drive.

    File locks and flushes are unreliable there, and so would be what is shown as saved.
    """
    if is_remote(folder):
        raise InputRefused(
            _("The workspace cannot lie here."),
            _("{folder} is on a network drive, where saving is not reliable.").format(
                folder=folder
            ),
            _("Choose a folder on this laptop; to work with others, share it from there."),
        )


def is_remote(folder: Path, mounts: str | None = None) -> bool:
    """Tell whether a folder lies on a network drive, as far as the system tells.

    ``mounts`` are lines as in Linux's /proc/mounts, which is read when it is left out.
    """
    if sys.platform == "win32":
        return _is_remote_on_windows(folder)
    if mounts is None:
        if not _MOUNTS.is_file():
            return False
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace")
    return _kind_of(folder.resolve(), mounts) in _REMOTE


def why_read_only(folder: Path) -> str:
    """Return why nothing can be written to a folder, with what to do, or "" when it can be."""
    if not folder.is_dir() or os.access(folder, os.W_OK):
        return ""
    return _(
        "{folder} cannot be written, so the engagement can only be read. "
        "Give yourself permission to write there, or copy the workspace to another folder."
    ).format(folder=folder)


def _kind_of(folder: Path, mounts: str) -> str:
    found, kind = "", ""
    for line in mounts.splitlines():
        fields = line.split()
        point = fields[1].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
        if folder.is_relative_to(point) and len(point) >= len(found):
            found, kind = point, fields[2]
    return kind


def _is_remote_on_windows(folder: Path) -> bool:
    import ctypes

    anchor = folder.absolute().anchor
    if anchor.startswith("\\\\"):
        return True
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - exists on Windows only
    return bool(kernel.GetDriveTypeW(anchor) == _DRIVE_REMOTE)
