"""The lock's minutes, another passphrase, another recovery key."""

import pytest

from cxo_desktop.compose import open_services
from cxo_desktop.domain.errors import Locked
from cxo_desktop.ui.start import unlock_unasked
from tests.memory_keyring import MemoryKeyring, PlainFile, in_place


@pytest.fixture
def section(window):
    window.parts.routes.show_section("keys")
    return window.pages["settings"].sections["keys"]


def change(section, old, new, again):
    for field, text in ((section.old, old), (section.new, new), (section.again, again)):
        field.setText(text)
    section.change.click()


def fresh_vault(sample):
    return open_services(sample.workspace.path).workspace.vault


def test_minutes(section, sample):
    assert section.minutes.currentData() == 5
    section.minutes.setCurrentIndex(section.minutes.findData(15))
    section.minutes.activated.emit(section.minutes.currentIndex())
    assert sample.settings.now.idle_minutes == 15
    assert section.minutes.itemText(0) == "1 minute without a key"


def test_another_passphrase_opens_and_the_old_one_no_more(section, sample, qtbot):
    change(section, "one two three", "four five", "four five")
    qtbot.waitUntil(lambda: "New" in section.words.text() or "new" in section.words.text())
    assert section.old.text() == section.new.text() == ""
    with pytest.raises(Locked):
        fresh_vault(sample).unlock("one two three")
    fresh_vault(sample).unlock("four five")


def test_the_old_one_must_be_known(section, sample, qtbot):
    change(section, "wrong", "four five", "four five")
    qtbot.waitUntil(lambda: "The passphrase is wrong." in section.words.text())
    assert section.change.isEnabled()
    fresh_vault(sample).unlock("one two three")


@pytest.mark.parametrize(("new", "again"), [("", ""), ("a", "b")])
def test_both_new_ones_must_be_the_same(section, new, again):
    change(section, "one two three", new, again)
    assert "not the same, or empty" in section.words.text()


def test_a_new_recovery_key_is_shown_once(section, sample, window):
    section.renew.click()
    key = section.recovery.text()
    assert section.recovery.isVisible()
    assert len(key.replace("-", "")) == 32
    fresh_vault(sample).unlock_by_recovery(key)
    window.go_to("home")
    assert section.recovery.text() == ""
    section.renew.click()
    with pytest.raises(Locked):
        fresh_vault(sample).unlock_by_recovery(key)


def test_the_keyring_of_the_laptop_is_chosen_and_left(section, sample, qtbot):
    with in_place(PlainFile()):
        section.keyring.click()
        qtbot.waitUntil(lambda: "keeps secrets encrypted" in section.words.text())
    with in_place(MemoryKeyring()):
        section.keyring.click()
        qtbot.waitUntil(lambda: "opens this workspace" in section.words.text())
        assert "passphrase again" in section.keyring.text()
        fresh = open_services(sample.workspace.path)
        unlock_unasked(fresh)
        assert not fresh.workspace.vault.locked
        section.keyring.click()
        qtbot.waitUntil(lambda: "the passphrase is asked for" in section.words.text())
    assert not sample.workspace.vault.in_keyring
