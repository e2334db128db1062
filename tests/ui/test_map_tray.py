"""A suggestion is changed by keys before it is taken: what it becomes, where, and how much."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from cxo_desktop.app.history import undo
from cxo_desktop.domain.datachain import DataFlow
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.interviews import Note
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.map_state import MapState
from cxo_desktop.ui.map_tray import MapTray, number_of
from cxo_desktop.ui.widgets.layouts import column
from cxo_desktop.ui.widgets.place_form import PlaceForm


@pytest.fixture
def tray(qtbot, sample):
    desk = Desk(sample)
    desk.open_wanted()
    state = MapState(desk)
    state.code = "chain"
    tray = MapTray(state, PlaceForm())
    window = QWidget()
    window.setLayout(column(tray.list, tray.form))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    desk.engagement.add(Note(code="N", text="Home visit to paper register takes 90 minutes"))
    tray.show_notes()
    tray.list.select("N")
    tray.list.setFocus()
    yield tray, desk.engagement
    desk.close()


def test_tab_changes_what_is_suggested_and_undo_takes_it_back(tray):
    tray, opened = tray
    row = tray.list.rows_model.index(tray.list.keys.index("N"), 0).data()
    assert row.startswith("Home visit to paper")
    QTest.keyClick(tray.list, Qt.Key.Key_Tab)
    form = tray.form
    assert not form.isHidden()
    form.becomes.setCurrentText("Handling")
    form.target.setText("F01")
    form.amount.setText("2.5")
    before = opened.get(DataFlow, "F01").handling_typical_hours
    QTest.keyClick(form.amount, Qt.Key.Key_Return)
    assert opened.get(DataFlow, "F01").handling_typical_hours == 2.5
    assert opened.get(Note, "N").refs == ("F01",)
    assert form.isHidden()
    undo(opened)
    assert opened.get(DataFlow, "F01").handling_typical_hours == before
    assert opened.get(Note, "N").refs == ()


def test_esc_and_wrong_words_change_nothing(tray):
    tray, opened = tray
    QTest.keyClick(tray.list, Qt.Key.Key_Tab)
    QTest.keyClick(tray.form.target, Qt.Key.Key_Escape)
    QTest.keyClick(tray.list, Qt.Key.Key_Tab)
    tray.form.target.setText("no such place")
    QTest.keyClick(tray.form.target, Qt.Key.Key_Return)
    assert opened.get(Note, "N").refs == ()
    with pytest.raises(InputRefused):
        number_of("many")
    assert number_of("1,200") == 1200
