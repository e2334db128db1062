"""A laptop has one id for a workspace and keeps it."""

from cxo_desktop.domain.ids import IdFactory
from cxo_desktop.store.device import device_id


def test_the_id_stays_and_differs_between_workspaces(tmp_path):
    ids = IdFactory()
    first = device_id(tmp_path / "a", ids)
    assert device_id(tmp_path / "a", ids) == first
    assert device_id(tmp_path / "b", ids) != first
