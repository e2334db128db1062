"""The lines of an interview, newest at the bottom: time, kind, words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QResizeEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cxo_desktop.i18n import _
from cxo_desktop.ui import icons, theme, words
from cxo_desktop.ui.models.rows import Column, Index, RowRole, RowsModel
from cxo_desktop.ui.shown import NoteRow

_TIME_X, _KIND_X, _TEXT_X, _RIGHT, _PAD_Y = 14, 66, 178, 16, 7
_TEXT_SIZE, _META_SIZE, _ICON = 14, 12, 15
_MENTION = re.compile(r"(?<!\S)[@+#]\S+")
_MENTION_INK = {"@": "person", "+": "tool", "#": "quote"}
_MIDDLE_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class NoteDelegate(QStyledItemDelegate):
    """Paints a NoteRow; remembers how high each is at the width of now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._heights: dict[tuple[str, str, str, int], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: NoteRow = index.data(RowRole)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 600
        return QSize(200, self.height(row, width))

    def height(self, row: NoteRow, width: int) -> int:
        """Return the height in pixels of a row at a width."""
        key = (row.key, row.shown, row.who, width)
        if key not in self._heights:
            layout = _laid_out(row, width)
            below = _META_SIZE + 5 if row.who else 0
            self._heights[key] = round(layout.boundingRect().height()) + below + 2 * _PAD_Y
        return self._heights[key]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: NoteRow = index.data(RowRole)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("sel"))
            painter.fillRect(QRect(rect.x(), rect.y(), 3, rect.height()), theme.colour("accent"))
        _paint_head(painter, row, rect)
        layout = _laid_out(row, rect.width())
        painter.setPen(theme.colour("text2" if row.off_record else "text"))
        layout.draw(painter, QPointF(rect.x() + _TEXT_X, rect.y() + _PAD_Y))
        _paint_foot(painter, row, rect, layout.boundingRect().height())
        painter.restore()


class NoteList(QListView):
    """Notes anchored at the bottom, next to where the next one is typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Notes of this interview"))
        self.setProperty("ring", "true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self._rows: RowsModel[NoteRow] = RowsModel(
            (Column(_("Note"), lambda r: r.shown, lambda r: r.spoken),), self
        )
        self._notes = NoteDelegate(self)
        self.setModel(self._rows)
        self.setItemDelegate(self._notes)

    def show_notes(self, rows: Sequence[NoteRow]) -> None:
        """Show these notes; when one came in at the end, scroll to it."""
        grew = len(rows) > self._rows.rowCount()
        self._rows.show(rows)
        self._anchor()
        if grew:
            QTimer.singleShot(0, self, self.scrollToBottom)

    def select(self, key: str) -> None:
        """Make the note with this row id current."""
        number = self._rows.find(key)
        if number >= 0:
            self.setCurrentIndex(self._rows.index(number, 0))

    @property
    def current(self) -> str:
        """Return the row id of the current note, or ""."""
        index = self.currentIndex()
        return self._rows.row(index.row()).key if index.isValid() else ""

    @property
    def rows(self) -> tuple[NoteRow, ...]:
        """Return the notes that are shown, oldest first."""
        return tuple(self._rows.row(number) for number in range(self._rows.rowCount()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._anchor()

    def _anchor(self) -> None:
        """Push the notes down while they do not fill the view."""
        room = self.height() - 8
        used = 0
        for number in range(self._rows.rowCount() - 1, -1, -1):
            used += self._notes.height(self._rows.row(number), self.viewport().width())
            if used >= room:
                break
        gap = max(0, room - used)
        if self.viewportMargins().top() != gap:
            self.setViewportMargins(0, gap, 0, 0)


def _laid_out(row: NoteRow, width: int) -> QTextLayout:
    text = row.shown
    layout = QTextLayout(text, theme.window_font(_TEXT_SIZE))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(_mentions(text))
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(80, width - _TEXT_X - _RIGHT - (_ICON + 8)))
        line.setPosition(QPointF(0, y))
        y += line.height() + 1
    layout.endLayout()
    return layout


def _mentions(text: str) -> list[QTextLayout.FormatRange]:
    ranges = []
    for found in _MENTION.finditer(text):
        mark = QTextLayout.FormatRange()
        mark.start, mark.length = found.start(), len(found.group())
        look = QTextCharFormat()
        look.setForeground(theme.colour(_MENTION_INK[found.group()[0]]))
        look.setFontWeight(600)
        mark.format = look
        ranges.append(mark)
    return ranges


def _paint_head(painter: QPainter, row: NoteRow, rect: QRect) -> None:
    line = 18
    top = rect.y() + _PAD_Y
    painter.setFont(theme.window_font(_META_SIZE))
    painter.setPen(theme.colour("text3"))
    painter.drawText(QRect(rect.x() + _TIME_X, top, 50, line), _MIDDLE_LEFT, row.time)
    icon, ink = words.KIND_LOOK[row.kind]
    picture = icons.pixmap(icon, theme.tokens()[ink], _ICON)
    painter.drawPixmap(QPointF(rect.x() + _KIND_X, top + 1.5), picture)
    painter.setFont(theme.window_font(_META_SIZE, 600))
    painter.setPen(theme.colour(ink))
    place = QRect(rect.x() + _KIND_X + _ICON + 6, top, _TEXT_X - _KIND_X - _ICON - 8, line)
    painter.drawText(place, _MIDDLE_LEFT, words.kind_word(row.kind))


def _paint_foot(painter: QPainter, row: NoteRow, rect: QRect, text_height: float) -> None:
    if row.who:
        painter.setFont(theme.window_font(_META_SIZE))
        painter.setPen(theme.colour("text3"))
        place = QRectF(
            rect.x() + _TEXT_X, rect.y() + _PAD_Y + text_height + 1, rect.width() - _TEXT_X, 16
        )
        painter.drawText(place, _MIDDLE_LEFT, row.who)
    mark = "eye-off" if row.off_record else "shield-off" if row.blocked else ""
    if mark:
        picture = icons.pixmap(mark, theme.tokens()["warn"], _ICON)
        painter.drawPixmap(QPointF(rect.right() - _RIGHT - _ICON, rect.y() + _PAD_Y + 2), picture)
