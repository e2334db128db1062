"""Each colour of a chart stands beside its meaning."""

from PySide6.QtWidgets import QLabel

from cxo_desktop.ui import theme
from cxo_desktop.ui.widgets.layouts import boxed
from cxo_desktop.ui.widgets.swatches import swatches


def test_meanings_and_inks(app, qtbot):
    widget = boxed(swatches((("tool", "Cash"), ("accent", "Staff time"))))
    qtbot.addWidget(widget)
    widget.resize(300, 30)
    assert [label.text() for label in widget.findChildren(QLabel)] == ["Cash", "Staff time"]
    image = widget.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(300) for y in range(image.height())}
    assert {theme.colour("tool").name(), theme.colour("accent").name()} <= seen
