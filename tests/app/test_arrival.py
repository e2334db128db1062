"""A window takes a workspace alone; where it cannot write it only reads; a crash is noticed."""

import os
import signal
import subprocess
import sys

import pytest

from cxo_desktop.app.arrival import InstanceLock, arrive
from cxo_desktop.domain.errors import InputRefused, Locked
from cxo_desktop.store import places

HOLD = (
    "import sys, time; from pathlib import Path; "
    "from cxo_desktop.app.arrival import InstanceLock, arrive; "
    "lock = InstanceLock(Path(sys.argv[1])); arrive(Path(sys.argv[1]), lock); "
    "print('held', flush=True); time.sleep(60)"
)


@pytest.fixture
def other(tmp_path):
    """A window of another process in the same workspace."""
    with subprocess.Popen([sys.executable, "-c", HOLD, tmp_path], stdout=subprocess.PIPE) as held:
        assert held.stdout.readline() == b"held\n"
        yield held
        held.kill()


def test_the_second_is_told_who_is_first_and_asks_it_to_come_forward(tmp_path, other):
    with pytest.raises(Locked, match=f"process {other.pid}"):
        arrive(tmp_path, InstanceLock(tmp_path))
    assert InstanceLock(tmp_path).asked_to_raise()


def test_a_window_that_was_killed_is_noticed(tmp_path, other):
    other.send_signal(signal.SIGKILL)
    other.wait()
    lock = InstanceLock(tmp_path)
    assert arrive(tmp_path, lock).left_behind.pid == other.pid
    lock.release()
    again = InstanceLock(tmp_path)
    assert arrive(tmp_path, again).left_behind is None
    again.release()


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere"
)
def test_a_folder_that_cannot_be_written_is_only_read(tmp_path):
    tmp_path.chmod(0o500)
    try:
        assert "cannot be written" in arrive(tmp_path, InstanceLock(tmp_path)).read_only
    finally:
        tmp_path.chmod(0o700)


def test_a_reading_window_takes_no_lock(tmp_path, monkeypatch):
    monkeypatch.setattr(places.os, "access", lambda *_asked: False)
    arrival = arrive(tmp_path, InstanceLock(tmp_path))
    assert "copy the workspace" in arrival.read_only
    assert list(tmp_path.iterdir()) == []


def test_a_network_drive_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "_MOUNTS", tmp_path / "mounts")
    (tmp_path / "mounts").write_text(f"server:/x {tmp_path} nfs4 rw 0 0\n")
    with pytest.raises(InputRefused, match="network drive"):
        arrive(tmp_path / "workspace", InstanceLock(tmp_path / "workspace"))
    assert not (tmp_path / "workspace").exists()


def test_where_nothing_can_be_made_it_says_so(tmp_path):
    (tmp_path / "file").write_text("")
    folder = tmp_path / "file" / "workspace"
    with pytest.raises(InputRefused):
        arrive(folder, InstanceLock(folder))
