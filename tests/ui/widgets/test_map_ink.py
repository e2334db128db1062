"""What looks alike is painted at once, where it was measured, and nothing too small to be read."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from cxo_desktop.domain.drawing import Badge, Box, Drawing, Icon, Ink, Line, Orientation, Shape
from cxo_desktop.ui import theme
from cxo_desktop.ui.tokens import Mode
from cxo_desktop.ui.widgets.map_ink import MapInk


@pytest.fixture(autouse=True)
def light(app):
    look = theme.Theme(app)
    look.choose(Mode.LIGHT)
    yield look
    look.choose(None)


def box(code, x):
    line = Line("नमूना नोड" if code == "a" else "A node", x + 30, 34, 60, 12, ink=Ink.BAD)
    badge = Badge(x + 70, 45, 20, 12, Ink.BAD_SOFT, Line("2", x + 76, 54, 5, 8))
    icon = Icon("database", x + 6, 20, 20)
    return Box(code, x, 10, 100, 40, Shape.BOX, (line,), icon=icon, badges=(badge,))


def seen(ink, scale, colour, left=0, right=220):
    image = QImage(round(220 * scale), round(70 * scale), QImage.Format.Format_RGB32)
    image.fill(QColor("#abcdef"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    ink.paint(painter, scale)
    painter.end()
    return sum(
        image.pixelColor(x, y).name() == colour
        for x in range(round(left * scale), round(right * scale))
        for y in range(image.height())
    )


def test_boxes_words_icons_and_badges_of_several_are_all_there():
    ink = MapInk()
    for code, x in (("a", 5), ("b", 112)):
        ink.add_box(box(code, x))
    for left, right in ((0, 108), (110, 220)):
        assert seen(ink, 4, "#ffffff", left, right) > 5000
        assert seen(ink, 4, "#b42318", left, right) > 50
        assert seen(ink, 4, "#175cd3", left, right) > 20
        assert seen(ink, 4, "#fde4e1", left, right) > 100
    assert ink.bounds.contains(5, 10)
    assert ink.bounds.contains(210, 56)


def test_from_far_there_are_boxes_but_no_words(light):
    ink = MapInk()
    ink.add_box(box("a", 5))
    assert seen(ink, 0.29, "#b42318") == 0
    assert seen(ink, 0.29, "#ffffff") > 50
    light.choose(Mode.DARK)
    assert seen(ink, 0.29, "#1a2029") > 50


def test_a_whole_map_can_be_sketched():
    ink = MapInk()
    ink.add_sketch(Drawing("", 220, 70, Orientation.LR, (box("a", 5), box("b", 112)), ()))
    assert seen(ink, 0.1, "#ffffff") > 10
