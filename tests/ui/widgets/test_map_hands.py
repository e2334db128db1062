"""The mouse on a map: several chosen, moved, joined; lanes moved and made higher; panned."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxo_desktop.domain.drawing import LaneBand, Line
from cxo_desktop.ui.widgets.map_view import MapView
from tests.ui.widgets.small_map import drawing

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton


def lane(name, y, height):
    return LaneBand(name, -60, y, 360, height, Line(name, -55, y + 20, 30, 8))


@pytest.fixture
def view(app, qtbot):
    view = MapView()
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    qtbot.waitExposed(view)
    lanes = (lane("Field", 0, 60), lane("Office", 60, 60), lane("Head", 120, 60))
    view.show_drawing(replace(drawing(), lanes=lanes))
    return view


def mouse(view, kind, spot, button=LEFT, held=NONE):
    at = QPointF(view.mapFromScene(QPointF(*spot)))
    down = Qt.MouseButton.NoButton if kind == QMouseEvent.Type.MouseButtonRelease else button
    pressed = Qt.MouseButton.NoButton if kind == QMouseEvent.Type.MouseMove else button
    port = view.viewport()
    event = QMouseEvent(kind, at, QPointF(port.mapToGlobal(at)), pressed, down, held)
    QApplication.sendEvent(port, event)


def drag(view, *spots, button=LEFT, held=NONE):
    mouse(view, QMouseEvent.Type.MouseButtonPress, spots[0], button, held)
    for spot in spots[1:]:
        mouse(view, QMouseEvent.Type.MouseMove, spot, button, held)
    mouse(view, QMouseEvent.Type.MouseButtonRelease, spots[-1], button, held)


def hover(view, spot):
    at = QPointF(view.mapFromScene(QPointF(*spot)))
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(QMouseEvent.Type.MouseMove, at, at, none, none, NONE)
    QApplication.sendEvent(view.viewport(), event)


def test_shift_adds_and_takes_out_and_a_frame_takes_what_lies_in_it(view):
    port = view.viewport()
    for spot in ((50, 18), (240, 128)):
        at = view.mapFromScene(QPointF(*spot))
        QTest.mouseClick(port, LEFT, SHIFT, at)
    assert set(view.chosen_all) == {"a", "c"}
    QTest.mouseClick(port, LEFT, SHIFT, view.mapFromScene(QPointF(50, 18)))
    assert view.chosen_all == ("c",)
    drag(view, (-20, -25), (60, 80), (120, 160), held=SHIFT)
    assert set(view.chosen_all) == {"a", "b", "F1"}


def test_several_boxes_are_dragged_at_once(view):
    told = []
    view.dragged.connect(told.append)
    view.choose("a", "c")
    drag(view, (50, 18), (60, 30), (70, 58))
    assert len(told) == 1
    assert told[0].keys() == {"a", "c"}
    assert all(by[1] == pytest.approx(40, abs=2) for by in told[0].values())
    assert not view.grab().isNull()


def test_an_arrow_is_drawn_from_the_edge_of_a_box_to_another(view):
    told = []
    view.joined.connect(lambda *ends: told.append(ends))
    view.hands.refuses = lambda source, target: "no" if target == "b" else ""
    hover(view, (99, 18))
    drag(view, (100, 18), (180, 90), (240, 128))
    assert told == [("a", "c")]
    hover(view, (99, 18))
    mouse(view, QMouseEvent.Type.MouseButtonPress, (100, 18))
    mouse(view, QMouseEvent.Type.MouseMove, (140, 60))
    mouse(view, QMouseEvent.Type.MouseMove, (50, 128))
    assert view.hands.gesture.why == "no"
    assert not view.grab().isNull()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    mouse(view, QMouseEvent.Type.MouseButtonRelease, (50, 128))
    assert told == [("a", "c")]
    hover(view, (99, 18))
    drag(view, (100, 18), (150, 60), (160, 70))
    assert told[1:] == [("a", "")]


def test_lanes_are_dragged_by_their_names_and_by_their_lower_edges(view):
    moved, sized = [], []
    view.lane_moved.connect(lambda *told: moved.append(told))
    view.lane_sized.connect(lambda *told: sized.append(told))
    drag(view, (-40, 30), (-40, 100), (-40, 170))
    assert moved == [("Field", 2)]
    drag(view, (-40, 120), (-40, 140), (-40, 150))
    assert [(name, round(height)) for name, height in sized] == [("Office", 90)]


def test_the_middle_button_moves_the_map(view):
    view.zoom(3)
    before = view.mapToScene(view.viewport().rect().center())
    drag(view, (150, 100), (130, 100), (110, 100), button=MIDDLE)
    assert view.mapToScene(view.viewport().rect().center()).x() > before.x() + 15
