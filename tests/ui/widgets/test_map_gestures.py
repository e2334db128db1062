"""Where an arrow leaves a box, and where one can be drawn from."""

from PySide6.QtCore import QPointF, QRectF

from cxo_desktop.domain.drawing import Box, Shape
from cxo_desktop.ui.widgets.map_gestures import handles, rim


def test_lines_leave_at_the_rim():
    rect = QRectF(0, 0, 100, 40)
    assert rim(rect, QPointF(500, 20)) == QPointF(100, 20)
    assert rim(rect, QPointF(50, -80)) == QPointF(50, 0)
    assert rim(rect, rect.center()) == rect.center()
    assert rim(rect, QPointF(60, 25)) == QPointF(60, 25)


def test_there_is_a_handle_in_the_middle_of_each_side():
    box = Box("a", 10, 10, 100, 40, Shape.BOX, ())
    assert set(map(QPointF.toTuple, handles(box))) == {(110, 30), (60, 50), (10, 30), (60, 10)}
