"""A map on the screen: shapes where the drawing puts them, zoom within bounds, one selection."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from cxo_desktop.ui.widgets.map_view import MapView
from tests.ui.widgets.small_map import drawing


@pytest.fixture
def view(app, qtbot):
    view = MapView()
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    qtbot.waitExposed(view)
    view.show_drawing(drawing())
    return view


def click(view, x, y):
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.mapFromScene(QPointF(x, y))
    )


def test_nodes_and_arrows_are_where_the_drawing_puts_them(view):
    click(view, 240, 128)
    assert view.chosen == "c"
    click(view, 50, 90)
    assert view.chosen == "F1"
    click(view, 150, 90)
    assert view.chosen == ""


def test_a_choice_is_told_once(view, qtbot):
    told = []
    view.picked.connect(told.append)
    view.choose("b")
    view.choose("b")
    assert told.count("b") == 1
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert told[-1] == ""


def test_zoom_stays_within_bounds(view):
    for _time in range(60):
        view.zoom(1.2)
    assert view.transform().m11() == pytest.approx(6)
    for _time in range(60):
        view.zoom(1 / 1.2)
    assert view.transform().m11() == pytest.approx(0.1)


def test_walking_stops_at_the_edge(view):
    walk = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(view, Qt.Key.Key_Down, walk)
    assert view.chosen == "a"
    QTest.keyClick(view, Qt.Key.Key_Down, walk)
    assert view.chosen == "b"
    QTest.keyClick(view, Qt.Key.Key_Right, walk)
    assert view.chosen == "c"
    QTest.keyClick(view, Qt.Key.Key_Right, walk)
    assert view.chosen == "c"


def test_it_says_what_it_shows(view):
    assert view.accessibleName() == "Map: A map"
    assert view.accessibleDescription() == "a goes to b"


def test_a_fitted_map_stays_fitted_when_the_window_grows(view):
    before = view.transform().m11()
    view.resize(300, 200)
    assert view.transform().m11() < before
    assert view.viewport().rect().contains(view.mapFromScene(QPointF(300, 200)))


def test_a_new_drawing_takes_the_place_of_the_old(view):
    view.choose("a")
    view.show_drawing(drawing())
    assert view.chosen == ""
    assert not view.grab().isNull()


def test_several_are_chosen_by_keys_and_moved_at_once(view):
    moved = []
    view.dragged.connect(moved.append)
    view.choose("a")
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert set(view.chosen_all) == {"a", "b"}
    assert view.chosen == "b"
    held = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(view, Qt.Key.Key_Right, held)
    assert moved == [{"a": (12.0, 0.0), "b": (12.0, 0.0)}]
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert set(view.chosen_all) == {"a", "b", "c", "F1"}


def test_keys_ask_for_what_they_say(view):
    asked = []
    view.asked.connect(asked.append)
    QTest.keyClick(view, Qt.Key.Key_N)
    QTest.keyClick(view, Qt.Key.Key_F6)
    QTest.keyClick(view, Qt.Key.Key_Slash)
    QTest.keyClick(view, Qt.Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert asked == ["new", "connect", "find", "tidy_all", "plain"]
