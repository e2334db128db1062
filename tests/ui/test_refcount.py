"""PySide6 6.12 drops a reference to None at each call that returns nothing (see decision 7).

Below Python 3.12 the program then aborts after some thousand calls. Later Pythons never free None,
so nothing can be counted there.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsScene,
    QGraphicsView,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

pytestmark = pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on: nothing to count"
)

CALLS = 200
TOLERATED = 0.05
AnyIndex = QModelIndex | QPersistentModelIndex


def lost(call: Callable[[], object], calls: int = CALLS) -> float:
    """Return how many references to None one call loses on average."""
    call()
    before = sys.getrefcount(None)
    for _ in range(calls):
        call()
    return (before - sys.getrefcount(None)) / calls


class Box(QGraphicsItem):
    """An item painted in Python, as every shape of a map is."""

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        return QRectF(0, 0, 20, 20)

    def paint(self, painter, _option, _widget=None) -> None:
        painter.drawRoundedRect(self.boundingRect(), 4, 4)


class Words(QAbstractTableModel):
    """A table that answers None to most questions, as models do."""

    def rowCount(self, _parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's way
        return 5

    def columnCount(self, _parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's way
        return 2

    def data(self, _index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return "word" if role == Qt.ItemDataRole.DisplayRole else None


class Plain(QStyledItemDelegate):
    """A delegate painted in Python."""

    def paint(self, painter, option, index) -> None:
        super().paint(painter, option, index)


class Marks(QSyntaxHighlighter):
    """A highlighter that marks the first letter of each line."""

    def highlightBlock(self, _text: str) -> None:  # noqa: N802 - Qt's name
        self.setFormat(0, 1, QTextCharFormat())


class Blank(QWidget):
    """A widget that paints itself in Python."""

    def paintEvent(self, event) -> None:  # noqa: N802 - Qt's name
        assert event


@pytest.fixture
def painter(qapp):
    image = QImage(100, 100, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    yield painter
    painter.end()


def test_painting_calls_lose_nothing(painter):
    assert lost(lambda: painter.setBrush(QColor("#eef"))) < TOLERATED
    assert lost(lambda: painter.drawLine(0, 0, 1, 1)) < TOLERATED
    assert lost(lambda: (painter.save(), painter.restore())) < TOLERATED


def test_items_painted_in_python_lose_nothing(qtbot):
    scene = QGraphicsScene()
    scene.addItem(Box())
    view = QGraphicsView(scene)
    qtbot.addWidget(view)
    view.show()
    qtbot.waitExposed(view)
    assert lost(lambda: view.viewport().repaint()) < TOLERATED


def test_tables_and_delegates_lose_nothing(qtbot):
    table, words = QTableView(), Words()
    qtbot.addWidget(table)
    table.setModel(words)
    table.setItemDelegate(Plain(table))
    table.show()
    qtbot.waitExposed(table)
    assert lost(lambda: table.viewport().repaint()) < TOLERATED
    assert lost(lambda: words.index(0, 0).data(Qt.ItemDataRole.DecorationRole)) < TOLERATED


def test_highlighters_and_paint_events_lose_nothing(qtbot):
    document = QTextDocument("some words\n" * 20)
    marks = Marks(document)
    assert lost(marks.rehighlight, 20) < TOLERATED
    blank = Blank()
    qtbot.addWidget(blank)
    blank.show()
    qtbot.waitExposed(blank)
    assert lost(blank.repaint) < TOLERATED
    assert lost(blank.parentWidget) < TOLERATED


def test_a_lost_reference_would_be_counted():
    held = [None] * CALLS
    assert lost(held.pop, CALLS - 1) > 1 - TOLERATED
