"""The lines of an interview, newest at the bottom; every one can be edited where it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cxo_desktop.domain.mentions import Vocabulary
from cxo_desktop.i18n import _
from cxo_desktop.ui.line_choices import BY_ALT_DIGIT
from cxo_desktop.ui.line_looks import spans_of
from cxo_desktop.ui.models.rows import Column, Index, RowRole, RowsModel
from cxo_desktop.ui.shown import NoteRow
from cxo_desktop.ui.widgets.line_field import LineField, Press, press_of
from cxo_desktop.ui.widgets.note_paint import TEXT_X, NotePainter, Pictures

_ALT, _PLAIN = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
_NO_HINT = QStyledItemDelegate.EndEditHint.NoHint
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


class NoteList(QListView):
    """Lines anchored at the bottom, next to where the next one is typed.

    Keys: Enter edits, in it Alt+Enter splits; Del removes, Backspace merges with the line above,
    Alt+Up and Alt+Down move, Alt and a digit retypes.
    """

    asked = Signal(str, str)
    retype_asked = Signal(str, int)
    files_dropped = Signal(str, list)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Notes of this interview"))
        self.setProperty("ring", "true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QListView.EditTrigger.DoubleClicked)
        self.setAcceptDrops(True)
        self._rows = LineRowsModel(
            (Column(_("Note"), lambda r: r.shown, lambda r: r.spoken),), self
        )
        self.editor = NoteEditor(self)
        self.setModel(self._rows)
        self.setItemDelegate(self.editor)

    def show_notes(self, rows: Sequence[NoteRow]) -> None:
        """Show these notes; when one came in at the end, scroll to it."""
        last = self._rows.row(self._rows.rowCount() - 1).key if self._rows.rowCount() else ""
        self._rows.show(rows)
        self._anchor()
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
        super().resizeEvent(event)
        self._anchor()

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

    def _anchor(self) -> None:
        """Push the notes down while they do not fill the view."""
        room, used = self.height() - 8, 0
        for number in range(self._rows.rowCount() - 1, -1, -1):
            used += self.editor.height(self._rows.row(number), self.viewport().width())
            if used >= room:
                break
        gap = max(0, room - used)
        if self.viewportMargins().top() != gap:
            self.setViewportMargins(0, gap, 0, 0)
