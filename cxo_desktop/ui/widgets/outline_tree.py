"""A tree that is the twin of a map: read by a screen reader, walked and changed by keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView

from cxo_desktop.ui import icons
from cxo_desktop.ui.map_outline import NOTE, OutlineRow

_KEY, _WORDS = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.EditRole


class OutlineTree(QTreeView):
    """``picked`` tells the part that became current, ``renamed`` a part and its new words.

    ``opened`` tells the code of a note on which Enter was pressed. On a note the part that it
    stands behind counts as current. F2 changes words in place.
    """

    picked = Signal(str)
    renamed = Signal(str, str)
    opened = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._items = QStandardItemModel(self)
        self._shown: tuple[OutlineRow, ...] = ()
        self._words: dict[str, str] = {}
        self._items.setHorizontalHeaderLabels([name])
        self.setModel(self._items)
        self.setAccessibleName(name)
        self.setProperty("ring", "true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._on_current)
        self._items.itemChanged.connect(self._on_changed)
        self.activated.connect(self._on_activated)

    def show_rows(self, rows: Sequence[OutlineRow]) -> None:
        """Show these rows; what was open and current stays so."""
        if tuple(rows) == self._shown:
            return
        before, kept = {it.row.key for it in self._shown}, self._key(self.currentIndex())
        closed = {key for key in before if not self.isExpanded(self._index(key))}
        self._shown = tuple(rows)
        self._words.clear()
        with QSignalBlocker(self.selectionModel()):
            self._items.removeRows(0, self._items.rowCount())
            for row in rows:
                self._items.appendRow(self._item(row))
        for row in rows:
            self.setExpanded(self._index(row.row.key), row.row.key not in closed)
        with QSignalBlocker(self):
            self._be_at(kept)

    def select(self, part: str) -> None:
        """Make the row of a part current."""
        if part != self.current:
            self._be_at(part)

    @property
    def current(self) -> str:
        """Return the code of the part that is current, or that the current note stands behind."""
        return _part(self._key(self.currentIndex()))

    @property
    def keys(self) -> list[str]:
        """Return the codes of all nodes and flows, from the top."""
        return [key for key in self._walk(self._items.invisibleRootItem()) if NOTE not in key]

    @property
    def titles(self) -> list[str]:
        """Return what every row says, from the top."""
        rows = list(self._walk(self._items.invisibleRootItem()))
        return [str(self._index(key).data()) for key in rows]

    def _item(self, row: OutlineRow) -> QStandardItem:
        shown = row.row
        item = QStandardItem(shown.title)
        item.setData(shown.key, _KEY)
        item.setData(row.spoken, Qt.ItemDataRole.AccessibleTextRole)
        item.setToolTip("\n".join(filter(None, (shown.title, shown.below))))
        item.setEditable(row.edited is not None)
        if shown.icon:
            item.setIcon(icons.icon(shown.icon, shown.ink))
        self._words[shown.key] = shown.title
        for below in row.below:
            item.appendRow(self._item(below))
        return item

    def _walk(self, item: QStandardItem) -> list[str]:
        found = []
        for number in range(item.rowCount()):
            child = item.child(number)
            found += [str(child.data(_KEY)), *self._walk(child)]
        return found

    def _index(self, key: str) -> QModelIndex:
        exactly = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
        found = self._items.match(self._items.index(0, 0), _KEY, key, 1, exactly) if key else []
        return found[0] if found else QModelIndex()

    def _be_at(self, key: str) -> None:
        index = self._index(key)
        if index.isValid():
            self.setCurrentIndex(index)
        else:
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Clear)

    def _key(self, index: QModelIndex) -> str:
        return str(index.data(_KEY) or "") if index.isValid() else ""

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        if part := _part(self._key(now)):
            self.picked.emit(part)

    def _on_changed(self, item: QStandardItem) -> None:
        key, words = str(item.data(_KEY) or ""), item.text().strip()
        before = self._words.get(key)
        if before is None or words == before:
            return
        self._shown = ()  # what the map then is comes back, also when it is what was there
        self.renamed.emit(key, words)

    def _on_activated(self, index: QModelIndex) -> None:
        key = self._key(index)
        if key.startswith(NOTE):
            self.opened.emit(key.split(":")[1])


def _part(key: str) -> str:
    return key.split(":", 2)[2] if key.startswith(NOTE) else key
