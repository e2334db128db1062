"""The lines of an interview, newest at the bottom; every one can be edited where it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from cxo_desktop.domain.mentions import Vocabulary
from cxo_desktop.i18n import _
from cxo_desktop.ui.line_choices import BY_ALT_DIGIT
from cxo_desktop.ui.line_looks import spans_of
from cxo_desktop.ui.models.rows import Column, Index, RowRole, RowsModel
from cxo_desktop.ui.shown import NoteRow
from cxo_desktop.ui.widgets.line_field import LineField, Press, press_of
from cxo_desktop.ui.widgets.note_paint import TEXT_X, NotePainter, Pictures
from cxo_desktop.ui.widgets.row_heights import RowHeights

_ALT, _PLAIN = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
_NO_HINT = QStyledItemDelegate.EndEditHint.NoHint
_BAR, _ONE_LINE = 16, 33
_ENTERS = (int(Qt.Key.Key_Return), int(Qt.Key.Key_Enter))


class LineRowsModel(RowsModel[NoteRow]):
    """Rows that may be edited; the edited text goes to whoever keeps it, not into the model."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable


class NoteEditor(NotePainter):
    """Edits a line in its place. ``edited``: key and raw text; ``split``: key and both halves."""

    edited = Signal(str, str)
    split = Signal(str, str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.known = Vocabulary()

    def createEditor(
        self, parent: QWidget | None, _option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        row: NoteRow = index.data(RowRole)
        field = LineField(_("Words of the line"), parent)
        field.setProperty("bare", "false")
        field.ink.spans = lambda text: spans_of(text, self.known)
        field.pressed.connect(lambda press: self._pressed(field, row, press))
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, LineField):
            editor.show_text(index.data(RowRole).raw)

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        row: NoteRow = index.data(RowRole)
        if isinstance(editor, LineField) and editor.text() != row.raw:
            self.edited.emit(row.key, editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        rect: QRect = option.rect
        editor.setGeometry(rect.adjusted(TEXT_X - 8, 1, -8, -1))
        editor.setMinimumHeight(min(rect.height() - 2, 90))

    def _pressed(self, field: LineField, row: NoteRow, press: Press) -> None:
        if press.key not in _ENTERS:
            return
        field.taken = True
        if press.modifiers == _ALT:
            text, caret = field.text(), field.caret
            field.show_text(row.raw)
            self.closeEditor.emit(field, _NO_HINT)
            self.split.emit(row.key, text[:caret], text[caret:])
        else:
            self.commitData.emit(field)
            self.closeEditor.emit(field, _NO_HINT)


class NoteList(QTableView):
    """Lines anchored at the bottom, next to where the next one is typed.

    Keys: Enter edits, in it Alt+Enter splits; Del removes, Backspace merges with the line above,
    Alt+Up and Alt+Down move, Alt and a digit retypes.
    """

    asked = Signal(str, str)
    retype_asked = Signal(str, int)
    files_dropped = Signal(str, list)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._settling = True
        super().__init__(parent)
        self.setAccessibleName(_("Notes of this interview"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QTableView.EditTrigger.DoubleClicked)
        self.setAcceptDrops(True)
        _look_like_a_list(self)
        self._rows = LineRowsModel(
            (Column(_("Note"), lambda r: r.shown, lambda r: r.spoken),), self
        )
        self.editor = NoteEditor(self)
        self.setModel(self._rows)
        self.setItemDelegate(self.editor)
        self._heights = RowHeights(self, self._rows, self.editor.height)
        self._settling = False

    def show_notes(self, rows: Sequence[NoteRow]) -> None:
        """Show these notes; when one came in at the end, scroll to it."""
        last = self._rows.row(self._rows.rowCount() - 1).key if self._rows.rowCount() else ""
        self._rows.show(rows)
        self._heights.measure()
        self.updateGeometries()
        if rows and rows[-1].key != last:
            QTimer.singleShot(0, self, self.scrollToBottom)

    def know(self, known: Vocabulary, pictures: Pictures) -> None:
        """Colour these names in an edited line, and get thumbnails from ``pictures``."""
        self.editor.known = known
        self.editor.pictures = pictures

    def select(self, key: str) -> None:
        """Make the note with this row id current; "" the last one."""
        number = self._rows.find(key) if key else self._rows.rowCount() - 1
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

    def event(self, event: QEvent) -> bool:
        """Keep Alt and a digit for the current line, before the window takes them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            press = press_of(event)
            if press.digit in BY_ALT_DIGIT and press.modifiers == _ALT and self.current:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do with the current line what the key says."""
        press, key = press_of(event), self.current
        act = self._act(press, key)
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        key = self._rows.row(index.row()).key if index.isValid() else ""
        urls = event.mimeData().urls()
        self.files_dropped.emit(key, [url.toLocalFile() for url in urls if url.isLocalFile()])
        event.acceptProposedAction()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the newest line in sight where it was, such as when the field below grows."""
        bar = self.verticalScrollBar()
        if bar.value() == bar.maximum():
            QTimer.singleShot(0, self, self.scrollToBottom)
        if self.editor.width != self.width() - _BAR:
            self.editor.width = self.width() - _BAR
            self._heights.measure(self.editor.width)
        super().resizeEvent(event)

    def updateGeometries(self) -> None:
        """Push the notes down while they do not fill the view."""
        if self._settling:
            return
        self._settling = True
        super().updateGeometries()
        self.setViewportMargins(0, max(0, self.height() - 8 - self._heights.total), 0, 0)
        self._settling = False

    def _act(self, press: Press, key: str) -> Callable[[], object] | None:
        """Return what a press means for the line with this key, or None for nothing of ours."""
        number = self.currentIndex().row()
        at_end = number == self._rows.rowCount() - 1
        if press.key == Qt.Key.Key_Escape or (
            press.key == Qt.Key.Key_Down and at_end and press.modifiers == _PLAIN
        ):
            return self.left.emit
        if not key:
            return None
        if press.modifiers == _ALT and press.digit in BY_ALT_DIGIT:
            digit = press.digit or 0
            return lambda: self.retype_asked.emit(key, digit)
        if press.key in _ENTERS:
            return lambda: self.edit(self.currentIndex())
        asked = {
            (int(Qt.Key.Key_Delete), _PLAIN): "remove",
            (int(Qt.Key.Key_Backspace), _PLAIN): "merge",
            (int(Qt.Key.Key_Up), _ALT): "up",
            (int(Qt.Key.Key_Down), _ALT): "down",
        }.get((press.key, press.modifiers))
        return (lambda: self.asked.emit(key, asked)) if asked else None


def _look_like_a_list(view: QTableView) -> None:
    """Show one column without lines and headings, in rows that are chosen one at a time."""
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setCornerButtonEnabled(False)
    view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    across, down = view.horizontalHeader(), view.verticalHeader()
    across.hide()
    across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    down.hide()
    down.setMinimumSectionSize(1)
    down.setDefaultSectionSize(_ONE_LINE)
