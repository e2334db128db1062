"""The small overview: there while a part is out of sight, and a way to anywhere."""

import pytest
from PySide6.QtCore import QPoint, Qt
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


def test_it_comes_when_not_all_is_seen_and_goes_by_key(view):
    assert not view.minimap.isVisible()
    view.zoom(4)
    assert view.minimap.isVisible()
    QTest.keyClick(view, Qt.Key.Key_M)
    assert not view.minimap.isVisible()
    QTest.keyClick(view, Qt.Key.Key_M)
    assert view.minimap.isVisible()
    view.fit()
    assert not view.minimap.isVisible()


def test_a_press_on_it_moves_the_map_there(view):
    view.zoom(4)
    mini = view.minimap
    QTest.mouseClick(mini, Qt.MouseButton.LeftButton, pos=QPoint(mini.width() - 8, 8))
    seen = mini.seen_part()
    assert seen.right() > drawing().width - 40
    assert seen.top() < 40
    image = mini.grab().toImage()
    colours = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    assert len(colours) > 5
