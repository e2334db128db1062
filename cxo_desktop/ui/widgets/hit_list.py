"""What a search found: a line of text with the hits in it marked, and where it is from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cxo_desktop.ui import icons, theme
from cxo_desktop.ui.models.rows import Column, Index, RowRole, RowsModel

_HEIGHT, _PAD, _ICON, _TITLE, _SMALL = 46, 10, 16, 13, 12
_LEFT = 36


@dataclass(frozen=True, slots=True)
class HitRow:
    """One hit; ``spans`` are where in the text it fits, ``below`` says what it is and whose."""

    key: str
    text: str
    spans: tuple[tuple[int, int], ...]
    below: str
    icon: str

    @property
    def spoken(self) -> str:
        """Return the row as a screen reader says it."""
        return f"{self.text}, {self.below}"


class HitDelegate(QStyledItemDelegate):
    """Paints a HitRow; hits are bold as well as coloured."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(120, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit: HitRow = index.data(RowRole)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("sel" if chosen else "surface2"))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 7, 7)
        picture = icons.pixmap(hit.icon, theme.tokens()["text2"], _ICON)
        painter.drawPixmap(rect.x() + _PAD, rect.y() + 8, picture)
        painter.setPen(theme.colour("text"))
        width = rect.width() - _LEFT - _PAD
        _laid_out(hit, width).draw(painter, QPointF(rect.x() + _LEFT, rect.y() + 5))
        painter.setFont(theme.window_font(_SMALL))
        painter.setPen(theme.colour("text2"))
        room = QRect(rect.x() + _LEFT, rect.y() + 24, width, 18)
        words = painter.fontMetrics().elidedText(hit.below, Qt.TextElideMode.ElideRight, width)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()


class HitList(QListView):
    """A keyboard list of hits; ``chosen`` on Enter or a double click tells the key."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("ring", "true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows: RowsModel[HitRow] = RowsModel(
            (Column(name, lambda r: r.text, lambda r: r.spoken),), self
        )
        self.setModel(self._rows)
        self.setItemDelegate(HitDelegate(self))
        self.activated.connect(lambda index: self.chosen.emit(self._rows.row(index.row()).key))

    def show_hits(self, hits: Sequence[HitRow]) -> None:
        """Show these hits, the first of them current."""
        self._rows.show(hits)
        if hits:
            self.setCurrentIndex(self._rows.index(0, 0))

    def step(self, by: int) -> None:
        """Make the next hit current, or the one before."""
        last = self._rows.rowCount() - 1
        if last >= 0:
            row = max(0, min(last, self.currentIndex().row() + by))
            self.setCurrentIndex(self._rows.index(row, 0))

    @property
    def current(self) -> str:
        """Return the key of the current hit, or ""."""
        index = self.currentIndex()
        return self._rows.row(index.row()).key if index.isValid() else ""

    @property
    def hits(self) -> list[HitRow]:
        """Return the hits shown."""
        return [self._rows.row(number) for number in range(self._rows.rowCount())]


def _laid_out(hit: HitRow, width: int) -> QTextLayout:
    layout = QTextLayout(hit.text, theme.window_font(_TITLE, 500))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    look.setForeground(theme.colour("accent"))
    ranges = []
    for start, end in hit.spans:
        found = QTextLayout.FormatRange()
        found.start, found.length, found.format = start, end - start, look
        ranges.append(found)
    layout.setFormats(ranges)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    return layout
