"""What two changed is shown with both versions, and settled by one key."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxo_desktop.domain.interviews import Note
from tests.ui.sharing import exchanged


def aside(page, key):
    row = page.matters.keys.index(key)
    return page.matters.rows_model.row(row).aside


def test_mine_theirs_and_what_came_in_are_seen_and_settled_by_one_key(pair, shared, qtbot):
    page, engagement = shared.pages["sync"], shared.desk.engagement
    pair.edit_theirs(visit="tuesday", text="one two three")
    [note] = engagement.find(Note)
    engagement.put(replace(note, visit="monday"))
    assert shared.top.share.text() == "1 to send"
    exchanged(qtbot, shared)
    assert shared.top.share.text() == "1 to settle"
    assert aside(page, "contested") == "1"
    page.show_matter("arrived")
    assert page.sections["arrived"].list.rows_model.row(0).title == "Note 1"
    page.show_matter("contested")
    section = page.sections["contested"]
    assert {side.text for side in section.versions._shown} == {"monday", "tuesday"}
    shared.activateWindow()
    section.list.setFocus()
    qtbot.waitUntil(section.list.hasFocus, timeout=5_000)
    QTest.keyClick(section.list, Qt.Key.Key_2)
    assert engagement.find(Note)[0].visit == "tuesday"
    assert section.list.keys == []
    exchanged(qtbot, shared)
    assert shared.top.share.text() == "Shared"
