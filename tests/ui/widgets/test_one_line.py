"""Hints that do not fit are left out whole."""

from PySide6.QtWidgets import QLabel

from cxo_desktop.ui.widgets.one_line import OneLine


def test_what_does_not_fit_is_not_cut(app, qtbot):
    parts = [QLabel("a hint") for _ in range(6)]
    line = OneLine(parts, [QLabel("always")])
    qtbot.addWidget(line)
    line.resize(800, 24)
    line.show()
    assert all(part.isVisible() for part in parts)
    line.resize(200, 24)
    shown = [part for part in parts if part.isVisible()]
    assert 0 < len(shown) < 6
    assert shown[-1].geometry().right() < line._always[0].x()
    assert line._always[0].geometry().right() == 199
