"""Three panels side by side; on a narrow window the sides are drawers."""

from PySide6.QtWidgets import QWidget

from cxo_desktop.ui.widgets.three_panels import NARROW, ThreePanels


def test_sides_become_drawers(app, qtbot):
    left, middle, right = QWidget(), QWidget(), QWidget()
    panels = ThreePanels(left, middle, right)
    qtbot.addWidget(panels)
    panels.resize(NARROW + 200, 400)
    panels.show()
    assert left.isVisible()
    assert left.geometry().right() < middle.x()
    assert middle.geometry().right() < right.x()
    panels.resize(NARROW - 200, 400)
    qtbot.waitUntil(lambda: not left.isVisible())
    assert middle.width() == panels.width()
    panels.toggle(right)
    assert right.isVisible()
    assert right.geometry().right() == panels.width() - 1
    assert panels.close_drawer()
    assert not right.isVisible()
    assert not panels.close_drawer()
