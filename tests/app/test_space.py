"""The window can warn before the disk is full, and sets a reserve aside."""

from cxo_desktop.app import space
from cxo_desktop.store import space as disk


def test_little_space_is_told(workspace, monkeypatch):
    monkeypatch.setattr(disk, "space_left", lambda folder: disk.LOW_BYTES - 1)
    assert space.space_state(workspace).low
    monkeypatch.setattr(disk, "space_left", lambda folder: disk.LOW_BYTES)
    assert space.space_state(workspace) == space.SpaceState(disk.LOW_BYTES, low=False)


def test_the_reserve_lies_in_the_workspace(workspace):
    assert space.set_reserve_aside(workspace)
    assert (workspace.path / "ballast").stat().st_size == disk.BALLAST_BYTES
