"""Nothing is shown before the passphrase; a new workspace gets one and a recovery key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxo_desktop import assets
from cxo_desktop.compose import open_services
from cxo_desktop.ui.gate import Gate

PHRASE = "one two three"


@pytest.fixture
def locked(sample):
    return open_services(sample.workspace.path)


def gate_of(window):
    return window.findChild(Gate)


def enter(field, text):
    field.setText(text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_locked_workspace_shows_nothing_of_itself(open_window, locked):
    window = open_window(locked)
    assert gate_of(window).isVisible()
    assert not window.rail.isVisible()
    assert "Nandini" not in window.windowTitle()
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert window.pages == {}


def test_the_right_passphrase_lets_in(qtbot, open_window, locked):
    window = open_window(locked)
    enter(gate_of(window).passphrase, PHRASE)
    qtbot.waitUntil(window.rail.isVisible, timeout=20_000)
    assert window.windowTitle().startswith("Nandini")
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=20_000)


def test_a_wrong_passphrase_says_so_and_asks_again(qtbot, open_window, locked):
    window = open_window(locked)
    gate = gate_of(window)
    enter(gate.passphrase, "not it")
    qtbot.waitUntil(lambda: gate.words.text() != "", timeout=20_000)
    assert locked.workspace.vault.locked
    assert gate.enter.isEnabled()
    assert not window.rail.isVisible()


def test_a_new_workspace_gets_a_passphrase_and_a_recovery_key(qtbot, open_window, tmp_path):
    services = open_services(tmp_path / "new")
    window = open_window(services)
    gate = gate_of(window)
    gate.passphrase.setText(PHRASE)
    enter(gate.again, "another")
    assert "not the same" in gate.words.text()
    assert services.workspace.vault.is_new
    enter(gate.again, PHRASE)
    qtbot.waitUntil(gate.recovery.isVisible, timeout=20_000)
    recovery = gate.recovery.text()
    gate.done.click()
    assert window.rail.isVisible()
    again = open_services(tmp_path / "new")
    again.workspace.vault.unlock_by_recovery(recovery)
    assert again.workspace.import_file(assets.resource("samples/nandini.json")).card.code


def test_nothing_typed_is_no_passphrase(open_window, tmp_path):
    services = open_services(tmp_path / "new")
    gate = gate_of(open_window(services))
    gate.try_it()
    assert services.workspace.vault.is_new
    assert gate.words.text() == "Type a passphrase first."


def test_the_printed_key_opens_a_forgotten_workspace(open_window, tmp_path, qtbot):
    services = open_services(tmp_path / "new")
    recovery = services.workspace.vault.set_passphrase(PHRASE)
    services.workspace.vault.lock()
    gate = gate_of(window := open_window(services))
    gate.forgotten.click()
    assert gate.passphrase.accessibleName() == "Recovery key"
    enter(gate.passphrase, "ABCD-EFGH")
    qtbot.waitUntil(lambda: "not its recovery key" in gate.words.text(), timeout=20_000)
    enter(gate.passphrase, recovery.lower())
    qtbot.waitUntil(window.rail.isVisible, timeout=20_000)


def test_the_first_run_asks_for_a_name_and_offers_the_sample(open_window, tmp_path, qtbot):
    services = open_services(tmp_path / "new", settings=tmp_path / "settings.json")
    window = open_window(services)
    gate = gate_of(window)
    assert gate.language.isVisible()
    gate.name.setText("Asha K.")
    gate.passphrase.setText(PHRASE)
    enter(gate.again, PHRASE)
    qtbot.waitUntil(gate.sample.isVisible, timeout=20_000)
    gate.sample.click()
    assert services.settings.now.name == "Asha K."
    assert window.desk.engagement.organisation == "Nandini Aarogya Manch (fictional)"
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=20_000)
