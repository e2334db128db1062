"""A map on the screen: shapes where the drawing puts them, zoom within bounds, one selection."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from cxo_desktop.domain.drawing import (
    Arrow,
    Badge,
    Box,
    Drawing,
    Icon,
    Ink,
    LaneBand,
    Line,
    Orientation,
    Point,
    Shape,
)
from cxo_desktop.ui.widgets.map_view import MapView


def box(code, x, y, shape=Shape.BOX):
    line = Line("A node", x + 30, y + 20, 40, 10)
    badge = Badge(x + 70, y + 25, 20, 12, Ink.BAD_SOFT, Line("2", x + 76, y + 34, 5, 8))
    icon = Icon("database", x + 6, y + 8, 20)
    return Box(code, x, y, 100, 36, shape, (line,), icon=icon, badges=(badge,))


def drawing():
    points = (Point(50, 36), Point(50, 60), Point(50, 80), Point(50, 100))
    label = (Line("weekly", 55, 70, 30, 8),)
    arrow = Arrow("F1", "a", "b", points, Point(50, 110), Ink.BAD, 2, (4, 2), label=label)
    return Drawing(
        title="A map",
        width=300,
        height=200,
        orientation=Orientation.TB,
        boxes=(box("a", 0, 0), box("b", 0, 110, Shape.PILL), box("c", 190, 110, Shape.DIAMOND)),
        arrows=(arrow,),
        lanes=(LaneBand("Field", 0, 0, 300, 60, Line("Field", 4, 12, 30, 8)),),
        description="a goes to b",
    )


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
