"""The history tells who changed what, when, and brings any state back."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from cxo_desktop.domain.interviews import Note
from cxo_desktop.ui.dialogs.history import HistoryDialog


@pytest.fixture
def note(window):
    engagement = window.desk.engagement
    kept = engagement.add(Note(code="N903", interview="I07", text="on Friday"))
    engagement.put(replace(kept, text="on Friday and Monday"))
    return kept


@pytest.fixture
def dialog(window, note, qtbot):
    dialog = HistoryDialog(window.desk, window.desk.engagement, note, window)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def words(dialog):
    return [label.text() for label in dialog.changes.widget().findChildren(QLabel)]


def test_before_and_after_of_each_change(dialog):
    assert dialog.list.keys == ["2", "1"]
    assert words(dialog) == ["Text", "Before: on Friday", "on Friday and Monday"]
    assert not dialog.back.isEnabled()
    dialog.list.select("1")
    assert "on Friday" in words(dialog)


def test_a_state_is_brought_back_and_that_is_a_change_too(dialog, window, note):
    dialog.list.select("1")
    dialog.back.click()
    assert window.desk.engagement.get(Note, "N903").text == "on Friday"
    assert dialog.list.keys == ["3", "2", "1"]
    assert dialog.title.text() == "on Friday"


def test_one_that_was_removed_comes_back(dialog, window, note):
    window.desk.engagement.remove(window.desk.engagement.get(Note, "N903"))
    dialog.refresh()
    assert words(dialog) == ["It was put into the bin."]
    dialog.list.select("2")
    dialog.back.click()
    assert window.desk.engagement.get(Note, "N903").text == "on Friday and Monday"


def test_my_name_stands_for_this_laptop(dialog, window):
    assert dialog.list.rows_model.index(0, 0).data(256).below.endswith(" · You")
    window.desk.settings.change(name="Asha K.")
    dialog.refresh()
    assert dialog.list.rows_model.index(0, 0).data(256).below.endswith(" · Asha K.")
