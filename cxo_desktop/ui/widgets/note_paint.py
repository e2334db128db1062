"""How a line of an interview is laid out and painted: time, kind, words, what hangs on it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cxo_desktop.ui import icons, theme
from cxo_desktop.ui.line_looks import ShownLine
from cxo_desktop.ui.models.rows import Index, RowRole
from cxo_desktop.ui.shown import NoteRow

TIME_X, KIND_X, TEXT_X, RIGHT, PAD_Y = 14, 62, 168, 16, 7
_TEXT_SIZE, _META_SIZE, _ICON, _PHOTO = 14, 12, 15, 56
_MIDDLE_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

Pictures = Callable[[str], QPixmap | None]


class NotePainter(QStyledItemDelegate):
    """Paints a NoteRow, its words as wide as ``width`` lets them; remembers how high each is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._heights: dict[str, tuple[NoteRow, int, int]] = {}
        self.width = 600
        self.pictures: Pictures = lambda _code: None

    def height(self, row: NoteRow, width: int) -> int:
        """Return the height in pixels of a row at a width."""
        known = self._heights.get(row.key)
        if known is None or known[0] is not row or known[1] != width:
            below = _META_SIZE + 5 if row.below else 0
            photos = _PHOTO + 6 if row.photos else 0
            text = _laid_out(row.line, width).boundingRect().height()
            known = row, width, round(text) + below + photos + 2 * PAD_Y
            self._heights[row.key] = known
        return known[2]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: NoteRow = index.data(RowRole)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        _paint_ground(painter, row, rect, state)
        _paint_head(painter, row, rect)
        layout = _laid_out(row.line, self.width)
        painter.setPen(theme.colour("text2" if row.off_record or row.mine else "text"))
        layout.draw(painter, QPointF(rect.x() + TEXT_X, rect.y() + PAD_Y))
        y = rect.y() + PAD_Y + layout.boundingRect().height() + 1
        self._paint_below(painter, row, rect, y)
        _paint_marks(painter, row, rect)
        painter.restore()

    def _paint_below(self, painter: QPainter, row: NoteRow, rect: QRect, y: float) -> None:
        if row.below:
            painter.setFont(theme.window_font(_META_SIZE))
            painter.setPen(theme.colour("warn" if row.off_record else "text3"))
            place = QRectF(rect.x() + TEXT_X, y, rect.width() - TEXT_X, 16)
            painter.drawText(place, _MIDDLE_LEFT, row.below)
            y += _META_SIZE + 5
        x = rect.x() + TEXT_X
        for code in row.photos:
            picture = self.pictures(code)
            if picture is None:
                continue
            width = round(_PHOTO * picture.width() / max(1, picture.height()))
            painter.drawPixmap(QRect(x, round(y) + 3, width, _PHOTO), picture)
            x += width + 6


def _laid_out(line: ShownLine, width: int) -> QTextLayout:
    layout = QTextLayout(line.text, theme.window_font(_TEXT_SIZE))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(_formats(line))
    layout.beginLayout()
    y = 0.0
    while (text := layout.createLine()).isValid():
        text.setLineWidth(max(80, width - TEXT_X - RIGHT - (_ICON + 8)))
        text.setPosition(QPointF(0, y))
        y += text.height() + 1
    layout.endLayout()
    return layout


def _formats(line: ShownLine) -> list[QTextLayout.FormatRange]:
    ranges = []
    for span in line.spans:
        mark = QTextLayout.FormatRange()
        mark.start, mark.length = span.start, span.length
        look = QTextCharFormat()
        look.setForeground(theme.colour(span.ink))
        if span.strong:
            look.setFontWeight(600)
        mark.format = look
        ranges.append(mark)
    return ranges


def _paint_ground(painter: QPainter, row: NoteRow, rect: QRect, state: QStyle.StateFlag) -> None:
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, theme.colour("sel"))
        painter.fillRect(QRect(rect.x(), rect.y(), 3, rect.height()), theme.colour("accent"))
    elif row.off_record:
        painter.fillRect(rect, theme.colour("warnSoft"))


def _paint_head(painter: QPainter, row: NoteRow, rect: QRect) -> None:
    line, top = 18, rect.y() + PAD_Y
    painter.setFont(theme.window_font(_META_SIZE))
    painter.setPen(theme.colour("text3"))
    painter.drawText(QRect(rect.x() + TIME_X, top, 46, line), _MIDDLE_LEFT, row.time)
    icon, ink, word = row.look
    picture = icons.pixmap(icon, theme.tokens()[ink], _ICON)
    painter.drawPixmap(QPointF(rect.x() + KIND_X, top + 1.5), picture)
    painter.setFont(theme.window_font(_META_SIZE, 600))
    painter.setPen(theme.colour(ink))
    place = QRect(rect.x() + KIND_X + _ICON + 6, top, TEXT_X - KIND_X - _ICON - 8, line)
    painter.drawText(place, _MIDDLE_LEFT, word)


def _paint_marks(painter: QPainter, row: NoteRow, rect: QRect) -> None:
    mark = "eye-off" if row.off_record else "shield-off" if row.blocked else ""
    if mark:
        picture = icons.pixmap(mark, theme.tokens()["warn"], _ICON)
        painter.drawPixmap(QPointF(rect.right() - RIGHT - _ICON, rect.y() + PAD_Y + 2), picture)
