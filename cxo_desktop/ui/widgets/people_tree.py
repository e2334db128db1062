"""The people of the organisation, as a tree by level and unit or as a table that sorts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTreeView

from cxo_desktop.ui import icons
from cxo_desktop.ui.people_rows import PersonRow

_CONSENT, _NARROW = 4, 480
_KEY = Qt.ItemDataRole.UserRole
_SORT = Qt.ItemDataRole.UserRole + 1

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ORDERS = {
    Qt.Key.Key_Up: Qt.SortOrder.AscendingOrder,
    Qt.Key.Key_Down: Qt.SortOrder.DescendingOrder,
}


class PeopleTree(QTreeView):
    """``picked`` when somebody becomes current, ``chosen`` on Enter; both tell the code.

    In the table Ctrl+Right and Ctrl+Left sort by the next column, Ctrl+Up and Ctrl+Down up or down.
    """

    picked = Signal(str)
    chosen = Signal(str)

    def __init__(self, name: str, headings: Sequence[str]) -> None:
        super().__init__()
        self._items = QStandardItemModel(0, len(headings), self)
        self._items.setHorizontalHeaderLabels(list(headings))
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self._items)
        self._sorted.setSortRole(_SORT)
        self._sorted.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setModel(self._sorted)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setHighlightSections(False)
        self.header().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.header().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.activated.connect(self._on_activated)

    def show_rows(self, rows: Sequence[PersonRow], *, grouped: bool) -> None:
        """Show these people, under their levels and units or in one table."""
        kept = self.current
        self.selectionModel().blockSignals(True)
        self._items.removeRows(0, self._items.rowCount())
        groups: dict[tuple[str, ...], QStandardItem] = {}
        for one in rows:
            parent = self._group(groups, one) if grouped else self._items.invisibleRootItem()
            parent.appendRow(_items_of(one))
        self.selectionModel().blockSignals(False)
        self.setRootIsDecorated(grouped)
        self.setSortingEnabled(not grouped)
        if grouped:
            self._sorted.sort(-1)
        for column in (1, 2):
            self.setColumnHidden(column, grouped)
        self.expandAll()
        for column in range(1, self._items.columnCount()):
            self.resizeColumnToContents(column)
        if not self.select(kept) and rows:
            self.select(rows[0].key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setColumnHidden(_CONSENT, event.size().width() < _NARROW)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = Qt.Key(event.key()), Qt.KeyboardModifier.ControlModifier
        step, order = _STEPS.get(key, 0), _ORDERS.get(key, self.header().sortIndicatorOrder())
        if event.modifiers() != control or key not in (*_STEPS, *_ORDERS):
            super().keyPressEvent(event)
        elif self.isSortingEnabled():
            column = self.header().sortIndicatorSection() + step
            self.sortByColumn(max(0, min(column, self._items.columnCount() - 1)), order)

    def select(self, code: str) -> bool:
        """Make a person current; tell whether they are in the list."""
        found = self._sorted.match(
            self._sorted.index(0, 0),
            _KEY,
            code,
            1,
            Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive,
        )
        if not code or not found:
            return False
        self.setCurrentIndex(found[0])
        return True

    @property
    def current(self) -> str:
        """Return the code of the person who is current, or ""."""
        return self._code(self.currentIndex())

    @property
    def codes(self) -> list[str]:
        """Return the codes of all people, from the top."""
        found: list[str] = []
        index = self._sorted.index(0, 0)
        while index.isValid():
            if code := self._code(index):
                found.append(code)
            index = self.indexBelow(index)
        return found

    def _group(self, groups: dict[tuple[str, ...], QStandardItem], row: PersonRow) -> QStandardItem:
        parent = self._items.invisibleRootItem()
        path: tuple[str, ...] = ()
        for name in filter(None, (row.level, row.unit)):
            path = (*path, name)
            if path not in groups:
                groups[path] = _heading(name)
                parent.appendRow(groups[path])
            parent = groups[path]
        return parent

    def _code(self, index: QModelIndex) -> str:
        return str(index.siblingAtColumn(0).data(_KEY) or "") if index.isValid() else ""

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        if code := self._code(now):
            self.picked.emit(code)

    def _on_activated(self, index: QModelIndex) -> None:
        if code := self._code(index):
            self.chosen.emit(code)


def _items_of(row: PersonRow) -> list[QStandardItem]:
    made = []
    for text, sort in zip(row.cells, row.sort, strict=True):
        item = QStandardItem(text)
        item.setData(row.key, _KEY)
        item.setData(sort, _SORT)
        item.setToolTip(text)
        made.append(item)
    if row.alone:
        made[-1].setIcon(icons.icon("triangle-alert", "warn", on_ink="warn"))
    return made


def _heading(name: str) -> QStandardItem:
    item = QStandardItem(name)
    font = QFont()
    font.setWeight(QFont.Weight.DemiBold)
    item.setFont(font)
    item.setData("", _KEY)
    return item
