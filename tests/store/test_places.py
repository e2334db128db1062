"""Network drives are known by how they are mounted; folders that cannot be written, by trying."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.store import places

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
tmpfs /tmp tmpfs rw 0 0
//office/share /mnt/office\\040share cifs rw 0 0
nas:/home /home nfs4 rw 0 0
/dev/sdb1 /home/asha/stick vfat rw 0 0
me@host:/ /mnt/far fuse.sshfs rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "remote"),
    [
        ("/var/lib/cxo", False),
        ("/mnt/office share/cxo", True),
        ("/mnt/officeshare", False),
        ("/home/asha/cxo", True),
        ("/home/asha/stick/cxo", False),
        ("/mnt/far/away", True),
    ],
)
def test_the_innermost_mount_tells(folder, remote):
    assert places.is_remote(Path(folder), MOUNTS) is remote


def test_a_workspace_on_a_network_drive_is_refused_with_a_remedy(tmp_path, monkeypatch):
    places.refuse_network_drive(tmp_path)
    mounts = tmp_path / "mounts"
    mounts.write_text(f"nas:/x {tmp_path} nfs rw 0 0\n", encoding="utf-8")
    monkeypatch.setattr(places, "_MOUNTS", mounts)
    with pytest.raises(InputRefused, match="on this laptop"):
        places.refuse_network_drive(tmp_path / "new" / "workspace")


def test_a_folder_that_can_be_written_needs_no_words(tmp_path):
    assert places.why_read_only(tmp_path) == ""
    assert places.why_read_only(tmp_path / "not there yet") == ""


@pytest.fixture
def unwritable(tmp_path):
    """A folder that even root cannot write to."""
    if os.geteuid() != 0:
        tmp_path.chmod(0o555)
        yield tmp_path
        tmp_path.chmod(0o755)
        return
    mount, umount = shutil.which("mount"), shutil.which("umount")
    mounted = mount and subprocess.run(
        [mount, "-t", "tmpfs", "-o", "ro", "none", tmp_path], check=False, capture_output=True
    )
    if not mounted or mounted.returncode:
        pytest.skip("root may write everywhere and must not mount here")
    yield tmp_path
    subprocess.run([umount, tmp_path], check=True)


def test_a_folder_that_cannot_be_written_says_what_to_do(unwritable):
    assert "copy the workspace" in places.why_read_only(unwritable)
