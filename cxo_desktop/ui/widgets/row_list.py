"""A list of rows with a title, a word below it and one at the right; painted, not built."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cxo_desktop.ui import icons, theme
from cxo_desktop.ui.models.rows import Column, Index, RowRole, RowsModel
from cxo_desktop.ui.shown import ListRow
from cxo_desktop.ui.tokens import SOFT_OF

_PAD_X, _PAD_Y, _ICON, _GAP = 8, 5, 15, 9
_BAR, _WIDTH = 16, 240
_MOST_SIZES = 4000
_TITLE, _SMALL = 13, 12
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_ONE_LINE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RowDelegate(QStyledItemDelegate):
    """Paints a ListRow; titles wrap so that none is cut."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sizes: dict[tuple[ListRow, int, int], QSize] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row; measured once for its words, its width and the font."""
        listed = index.data(RowRole)
        known = (listed, _room(option), option.fontMetrics.height())
        if known not in self._sizes:
            if len(self._sizes) > _MOST_SIZES:
                self._sizes.clear()
            self._sizes[known] = self._measured(option, listed)
        return self._sizes[known]

    def _measured(self, option: QStyleOptionViewItem, listed: ListRow) -> QSize:
        title = _title_rect(listed, _room(option))
        below = QFontMetrics(theme.window_font(_SMALL)).height() + 1 if listed.below else 0
        return QSize(80, title.height() + below + 2 * _PAD_Y)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        listed: ListRow = index.data(RowRole)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, rect, state)
        title = _title_rect(listed, _room(option)).translated(rect.topLeft())
        if listed.icon:
            picture = icons.pixmap(listed.icon, theme.tokens()[listed.ink], _ICON)
            painter.drawPixmap(QPoint(rect.x() + _PAD_X, title.y() + 2), picture)
        painter.setFont(theme.window_font(_TITLE, 600 if listed.strong else 500))
        painter.setPen(theme.colour("text"))
        painter.drawText(title, _WRAP, listed.title)
        _paint_below(painter, listed, rect, title)
        _paint_aside(painter, listed, rect)
        painter.restore()


class RowList(QListView):
    """A keyboard list of ListRows. ``picked`` when a row becomes current, ``entered`` on Enter."""

    picked = Signal(str)
    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("ring", "true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self._rows: RowsModel[ListRow] = RowsModel(
            (Column(name, lambda r: r.title, lambda r: r.spoken),), self
        )
        self.setModel(self._rows)
        self.setItemDelegate(RowDelegate(self))
        self.selectionModel().currentChanged.connect(self._on_current)
        self.activated.connect(self._on_activated)

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        """Show these rows; the current one stays current if it is among them."""
        self._rows.show(rows)

    def select(self, key: str) -> None:
        """Make the row with this key current."""
        number = self._rows.find(key)
        if number >= 0:
            self.setCurrentIndex(self._rows.index(number, 0))

    def fit_height(self, most: int) -> None:
        """Be as high as the rows, up to ``most`` pixels."""
        rows = range(self._rows.rowCount())
        self.setFixedHeight(min(most, sum(self.sizeHintForRow(row) for row in rows) + 6))

    @property
    def current(self) -> str:
        """Return the key of the current row, or ""."""
        index = self.currentIndex()
        return self._rows.row(index.row()).key if index.isValid() else ""

    @property
    def keys(self) -> list[str]:
        """Return the keys of all rows, from the top."""
        return [self._rows.row(number).key for number in range(self._rows.rowCount())]

    @property
    def rows_model(self) -> QAbstractItemModel:
        """Return the model, for those who look at its rows."""
        return self._rows

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.picked.emit(self._rows.row(current.row()).key)

    def _on_activated(self, index: QModelIndex) -> None:
        self.chosen.emit(self._rows.row(index.row()).key)


def _room(option: QStyleOptionViewItem) -> int:
    """Return the width rows are set in: the same with and without a scroll bar."""
    view = option.widget
    return view.width() - _BAR if isinstance(view, QListView) else _WIDTH


def _aside_width(listed: ListRow) -> int:
    if not listed.aside:
        return 0
    return QFontMetrics(theme.window_font(_SMALL, 500)).horizontalAdvance(listed.aside) + 16


def _title_rect(listed: ListRow, width: int) -> QRect:
    left = _PAD_X + (_ICON + _GAP if listed.icon else 0)
    aside = _aside_width(listed)
    room = max(40, width - left - _PAD_X - (aside + _GAP if aside else 0))
    font = theme.window_font(_TITLE, 600 if listed.strong else 500)
    bounds = QFontMetrics(font).boundingRect(QRect(0, 0, room, 10_000), _WRAP, listed.title)
    return QRect(left, _PAD_Y, room, bounds.height())


def _paint_ground(painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
    selected = bool(state & QStyle.StateFlag.State_Selected)
    hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    if selected or hovered:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sel" if selected else "surface2"))
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 7, 7)


def _paint_below(painter: QPainter, listed: ListRow, rect: QRect, title: QRect) -> None:
    if not listed.below:
        return
    font = theme.window_font(_SMALL)
    painter.setFont(font)
    painter.setPen(theme.colour("text2"))
    metrics = QFontMetrics(font)
    room = QRect(title.x(), title.bottom() + 2, title.width(), metrics.height())
    if rect.right() - _PAD_X > room.right() and not listed.aside:
        room.setRight(rect.right() - _PAD_X)
    words = metrics.elidedText(listed.below, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _ONE_LINE, words)


def _paint_aside(painter: QPainter, listed: ListRow, rect: QRect) -> None:
    if not listed.aside:
        return
    width = _aside_width(listed)
    pill = QRectF(rect.right() - _PAD_X - width + 1, rect.center().y() - 10, width, 20)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(SOFT_OF.get(listed.aside_ink, "surface2")))
    painter.drawRoundedRect(pill, 9, 9)
    painter.setFont(theme.window_font(_SMALL, 500))
    painter.setPen(theme.colour(listed.aside_ink))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, listed.aside)
