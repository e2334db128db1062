"""Rows and columns hold what they are given, and let go of it."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QWidget

from cxo_desktop.ui.widgets.layouts import boxed, column, empty, row


def test_parts_keep_their_order_and_gaps(app, qtbot):
    first, second = QLabel("a"), QLabel("b")
    widget = boxed(row(first, 30, column(second), None, spacing=0))
    qtbot.addWidget(widget)
    widget.resize(300, 40)
    widget.show()
    assert first.x() == 0
    assert second.mapTo(widget, second.rect().topLeft()).x() == first.width() + 30


def test_an_emptied_layout_holds_nothing(app, qtbot):
    holder, grid = QWidget(), QGridLayout()
    qtbot.addWidget(holder)
    holder.setLayout(grid)
    for number in range(4):
        grid.addWidget(QLabel("x"), number, 0)
    empty(grid)
    assert grid.count() == 0
    assert holder.findChildren(QLabel) == []


def test_what_is_taken_out_at_once_never_comes_up_as_a_window(app, qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    inside = column()
    holder.setLayout(inside)
    holder.show()
    label = QLabel("gone")
    inside.addWidget(label)
    empty(inside)
    QApplication.sendPostedEvents(None, QEvent.Type.MetaCall)
    assert not label.isVisible()
