"""From a folder to the services that every front end stands on."""

from pathlib import Path

import pytest

from cxo_desktop.compose import default_workspace, open_services
from cxo_desktop.domain.errors import Locked
from cxo_desktop.domain.themes import Theme
from cxo_desktop.store.keys import KdfCost

CHEAP = KdfCost(time=1, memory_kib=64, lanes=1)


def test_the_default_place_is_the_users_own(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_workspace().name == "cxo-desktop"
    assert default_workspace().is_relative_to(tmp_path) or not Path("/proc").exists()


def test_a_new_workspace_is_made_and_only_its_passphrase_opens_it(tmp_path):
    made = open_services(tmp_path / "new", "correct horse", CHEAP)
    made.workspace.create("Asha Trust").close()
    made.workspace.vault.lock()
    with pytest.raises(Locked):
        open_services(tmp_path / "new", "wrong horse", CHEAP)
    again = open_services(tmp_path / "new", "correct horse", CHEAP)
    assert [card.organisation for card in again.workspace.engagements()] == ["Asha Trust"]


def test_without_a_passphrase_it_stays_locked(tmp_path):
    open_services(tmp_path / "new", "correct horse", CHEAP).workspace.vault.lock()
    assert open_services(tmp_path / "new").workspace.vault.locked


def test_a_change_is_told_to_those_who_listen(tmp_path):
    services = open_services(tmp_path / "new", "correct horse", CHEAP)
    heard = []
    services.events.subscribe(heard.append)
    opened = services.workspace.create("Asha Trust")
    opened.add(Theme(label="Late figures"))
    opened.close()
    assert {change.engagement for change in heard} == {opened.code}
