"""The cover hides the whole window but for one place, also when the window grows."""

from PySide6.QtWidgets import QWidget

from cxo_desktop.ui.widgets.cover import Cover


def test_only_one_place_is_to_be_seen(app, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 300)
    window.setStyleSheet("background: red")
    inside = QWidget(window)
    inside.setGeometry(100, 100, 50, 40)
    window.show()
    qtbot.waitExposed(window)
    cover = Cover(inside)
    cover.put_on()
    image = window.grab().toImage()
    assert image.pixelColor(120, 120).name() == "#ff0000"
    assert image.pixelColor(20, 200).name() != "#ff0000"
    window.resize(600, 500)
    qtbot.waitUntil(lambda: cover.width() == 600)
    assert window.grab().toImage().pixelColor(550, 450).name() != "#ff0000"
