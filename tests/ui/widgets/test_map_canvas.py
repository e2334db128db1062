"""What is seen of a map: kept over an edit, brought to what is chosen, and told when it changes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF

from cxo_desktop.ui.widgets.map_canvas import MapCanvas
from tests.ui.widgets.small_map import box, drawing


@pytest.fixture
def canvas(app, qtbot):
    canvas = MapCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(600, 400)
    canvas.show_drawing(drawing())
    return canvas


def test_an_edit_keeps_the_place_the_choice_and_the_shapes_of_the_rest(canvas):
    canvas.zoom(2)
    canvas.look_at(QPointF(200, 100))
    canvas.shapes["a"].setSelected(True)
    kept = canvas.shapes["b"]
    edited = replace(drawing(), boxes=(box("a", 0, 4), *drawing().boxes[1:]))
    canvas.show_drawing(edited, same=True)
    middle = canvas.mapToScene(canvas.viewport().rect().center())
    assert (middle.x(), middle.y()) == pytest.approx((200, 100), abs=2)
    assert canvas.shapes["b"] is kept
    assert canvas.shapes["a"].isSelected()


def test_what_is_chosen_is_shown_large(canvas):
    told = []
    canvas.seen.connect(lambda: told.append(canvas.transform().m11()))
    canvas.shapes["c"].setSelected(True)
    canvas.close_up()
    assert canvas.transform().m11() == pytest.approx(1.4)
    centre = canvas.mapToScene(canvas.viewport().rect().center())
    assert canvas.shapes["c"].sceneBoundingRect().contains(centre)
    assert told
