"""A workspace is shown by one window at a time, and a dead one holds nobody up."""

import os
import signal
import subprocess
import sys

import pytest

from cxo_desktop.domain.errors import Locked
from cxo_desktop.store.instance_lock import InstanceLock, is_held

HOLD = (
    "import sys, time; from pathlib import Path; "
    "from cxo_desktop.store.instance_lock import InstanceLock; "
    "lock = InstanceLock(Path(sys.argv[1])); lock.acquire(); print('held', flush=True); "
    "time.sleep(60)"
)


@pytest.fixture
def other(tmp_path):
    """Another process that holds the lock."""
    with subprocess.Popen([sys.executable, "-c", HOLD, tmp_path], stdout=subprocess.PIPE) as held:
        assert held.stdout.readline() == b"held\n"
        yield held
        held.kill()


def test_the_second_learns_who_is_first(tmp_path, other):
    with pytest.raises(Locked, match=f"process {other.pid}"):
        InstanceLock(tmp_path).acquire()
    assert is_held(tmp_path)


def test_the_lock_of_a_killed_process_is_taken_over(tmp_path, other):
    other.send_signal(signal.SIGKILL)
    other.wait()
    assert not is_held(tmp_path)
    lock = InstanceLock(tmp_path)
    lock.acquire()
    assert lock.holder().pid == os.getpid()
    lock.release()


def test_who_gives_it_back_makes_room(tmp_path):
    first, second = InstanceLock(tmp_path / "new"), InstanceLock(tmp_path / "new")
    first.acquire()
    first.acquire()
    with pytest.raises(Locked):
        second.acquire()
    first.release()
    second.acquire()
    second.release()
    assert second.holder() is None
    assert not is_held(tmp_path / "new")


def test_the_first_window_is_asked_once_to_come_forward(tmp_path):
    first, second = InstanceLock(tmp_path), InstanceLock(tmp_path)
    first.acquire()
    assert not first.asked_to_raise()
    second.ask_to_raise()
    assert first.asked_to_raise()
    assert not first.asked_to_raise()
    first.release()


def test_an_old_wish_is_not_carried_out_by_a_new_window(tmp_path):
    lock = InstanceLock(tmp_path)
    lock.ask_to_raise()
    lock.acquire()
    assert not lock.asked_to_raise()
    lock.release()


def test_a_lock_file_full_of_nonsense_is_no_obstacle(tmp_path):
    (tmp_path / "window.lock").write_bytes(b"\xff nonsense")
    lock = InstanceLock(tmp_path)
    assert lock.holder() is None
    lock.acquire()
    assert lock.holder().pid == os.getpid()
    lock.release()
