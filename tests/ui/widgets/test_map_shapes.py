"""Shapes paint the drawing's text and colours, in the look of the window."""

from collections import Counter

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QGraphicsScene

from cxo_desktop.domain.drawing import Arrow, Box, Icon, Ink, Line, Point, Shape
from cxo_desktop.ui import theme
from cxo_desktop.ui.tokens import Mode
from cxo_desktop.ui.widgets.map_ink import dashed
from cxo_desktop.ui.widgets.map_shapes import ArrowShape, BoxShape


@pytest.fixture(autouse=True)
def light(app):
    look = theme.Theme(app)
    look.choose(Mode.LIGHT)
    yield look
    look.choose(None)


def painted(*shapes, scale=4, size=(120, 60)):
    scene = QGraphicsScene(QRectF(0, 0, *size))
    for shape in shapes:
        scene.addItem(shape)
    image = QImage(size[0] * scale, size[1] * scale, QImage.Format.Format_RGB32)
    image.fill(QColor("#abcdef"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scene.render(painter)
    painter.end()
    return Counter(
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    )


def box(**more):
    lines = (Line("नमूना नोड", 40, 34, 60, 12, ink=Ink.BAD),)
    return BoxShape(Box("a", 10, 10, 100, 40, Shape.BOX, lines, **more))


def test_a_box_has_its_fill_its_words_and_its_icon():
    seen = painted(box(icon=Icon("database", 16, 20, 20)))
    assert seen["#ffffff"] > 10_000
    assert seen["#b42318"] > 50
    assert seen["#175cd3"] > 20


def test_the_look_changes_what_is_painted(light):
    light.choose(Mode.DARK)
    seen = painted(box())
    assert seen["#1a2029"] > 10_000
    assert seen["#ff9a8f"] > 50


def test_a_chosen_shape_is_marked():
    shape = box()
    before = painted(shape)["#0b6b6b"]
    shape = box()
    scene = QGraphicsScene()
    scene.addItem(shape)
    shape.setSelected(True)
    scene.removeItem(shape)
    shape.setSelected(True)
    assert before == 0
    assert painted(shape)["#0b6b6b"] > 200


def test_words_too_small_to_read_are_left_out():
    assert painted(box(), scale=4)["#b42318"] > 50
    tiny = BoxShape(
        Box("a", 10, 10, 100, 40, Shape.BOX, (Line("words", 40, 34, 20, 0.5, ink=Ink.BAD),))
    )
    assert painted(tiny, scale=4)["#b42318"] == 0


def test_an_arrow_has_a_head_and_clears_its_words():
    points = (Point(10, 10), Point(40, 10), Point(60, 10), Point(90, 10))
    line = (Line("weekly", 45, 13, 20, 8),)
    label = (40.0, 4.0, 30.0, 12.0)
    bare = ArrowShape(Arrow("f", "a", "b", points, Point(100, 10), Ink.BAD, 2))
    worded = ArrowShape(
        Arrow("f", "a", "b", points, Point(100, 10), Ink.BAD, 2, label=line, label_box=label)
    )
    plain, with_words = painted(bare), painted(worded)
    assert plain["#b42318"] > with_words["#b42318"] > 100
    assert with_words["#ffffff"] > 1000


def test_dashes_are_in_points_whatever_the_width():
    pen = QPen()
    pen.setWidthF(2)
    assert dashed(pen, (6, 4)).dashPattern() == [3, 2]
