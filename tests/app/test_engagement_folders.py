"""Folders of engagements: read where nothing can be written; half-made ones are not seen."""

import os
import shutil
import subprocess

import pytest

from cxo_desktop.compose import open_services
from cxo_desktop.domain.errors import InputRefused, ReadOnly
from cxo_desktop.domain.interviews import Note
from cxo_desktop.store.keys import KdfCost


@pytest.fixture
def sealed(tmp_path):
    """A folder to fill, and what makes it read-only even for root."""
    if os.geteuid() != 0:
        yield tmp_path, lambda: [path.chmod(0o555) for path in (tmp_path, *tmp_path.rglob("*"))]
        for path in (tmp_path, *tmp_path.rglob("*")):
            path.chmod(0o755)
        return
    mount, umount = shutil.which("mount"), shutil.which("umount")
    on_tmpfs = [mount, "-t", "tmpfs", "none", tmp_path]
    if not mount or subprocess.run(on_tmpfs, check=False, capture_output=True).returncode:
        pytest.skip("root may write everywhere and must not mount here")
    yield tmp_path, lambda: subprocess.run([mount, "-o", "remount,ro", tmp_path], check=True)
    subprocess.run([umount, tmp_path], check=True)


def test_a_workspace_that_cannot_be_written_is_read(sealed):
    folder, seal = sealed
    workspace = open_services(folder / "w", "correct horse", KdfCost(1, 64, 1)).workspace
    opened = workspace.create("Asha Trust")
    assert opened.read_only == ""
    opened.add(Note(text="typed twice"))
    opened.close()
    seal()
    workspace = open_services(folder / "w", "correct horse").workspace
    opened = workspace.open()
    assert "copy the workspace" in opened.read_only
    assert [note.text for note in opened.find(Note)] == ["typed twice"]
    with pytest.raises(ReadOnly, match="permission"):
        opened.add(Note(text="never kept"))
    opened.close()


def test_a_workspace_on_a_network_drive_is_refused(tmp_path, monkeypatch):
    workspace = open_services(tmp_path / "w", "correct horse", KdfCost(1, 64, 1)).workspace
    workspace.create("Asha Trust").close()
    monkeypatch.setattr("cxo_desktop.store.places.is_remote", lambda _folder: True)
    with pytest.raises(InputRefused, match="network drive"):
        workspace.open()
    with pytest.raises(InputRefused, match="network drive"):
        open_services(tmp_path / "other", "correct horse", KdfCost(1, 64, 1))
    assert not (tmp_path / "other").exists()


def test_what_was_not_finished_is_not_listed(workspace):
    workspace.create("Asha Trust").close()
    folder = workspace.engagements()[0].folder
    folder.rename(folder.with_name(f"new-{folder.name}"))
    assert workspace.engagements() == ()
