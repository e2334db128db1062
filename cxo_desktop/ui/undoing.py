"""Undo and redo from anywhere, each under the name of what it takes back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from cxo_desktop.app import history
from cxo_desktop.app.done_words import done_words
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.domain.changes import Operation
from cxo_desktop.i18n import _
from cxo_desktop.ui.application import application
from cxo_desktop.ui.desk import Desk

_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit)
_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class Undoing(QObject):
    """``named`` when undo and redo mean something else than before."""

    named = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions: tuple[QAction, QAction] | None = None
        desk.opened.connect(self.refresh)
        desk.changed.connect(self.refresh)
        desk.let_go.connect(self.refresh)
        application().focusChanged.connect(self._watch)

    def name(self, undo: QAction, redo: QAction) -> None:
        """Keep these two actions named after what they would do."""
        self._actions = (undo, redo)
        self.refresh()

    def undo(self) -> None:
        """Take back what was done last, and say what that was."""
        self._do(history.undo, _("Undone: {what}"), _("There is nothing to undo."))

    def redo(self) -> None:
        """Do again what was taken back last, and say what that was."""
        self._do(history.redo, _("Done again: {what}"), _("There is nothing to do again."))

    def refresh(self) -> None:
        """Ask what can be undone now."""
        if self._actions is None:
            return
        engagement = self._desk.engagement
        undo, redo = self._actions
        next_undo = history.undoable(engagement) if engagement else None
        next_redo = history.redoable(engagement) if engagement else None
        undo.setText(_named(next_undo, _("Undo: {what}"), _("Undo")))
        redo.setText(_named(next_redo, _("Redo: {what}"), _("Redo")))
        self.named.emit()

    def _watch(self, before: QWidget | None, now: QWidget | None) -> None:
        for field in (before, now):
            if isinstance(field, _FIELDS):
                field.removeEventFilter(self)
        if isinstance(now, _FIELDS):
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a field keep undo for its own typing only while it has some to take back."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        for number, key in enumerate(_KEYS):
            if event.matches(key) and _has_none(watched, undo=number == 0):
                event.ignore()
                return True
        return False

    def _do(
        self, work: Callable[[OpenEngagement], Operation | None], words: str, nothing: str
    ) -> None:
        engagement = self._desk.engagement
        if engagement is None:
            return
        done = self._desk.write(lambda: (work(engagement),))
        if done is not None:
            (operation,) = done
            said = words.format(what=done_words(operation.name)) if operation else nothing
            self._desk.said.emit(said, None)


def _named(operation: Operation | None, words: str, plain: str) -> str:
    return words.format(what=done_words(operation.name)) if operation else plain


def _has_none(field: QObject, *, undo: bool) -> bool:
    """Tell whether a field has no typing of its own to take back or do again."""
    if isinstance(field, QLineEdit):
        return not (field.isUndoAvailable() if undo else field.isRedoAvailable())
    if isinstance(field, QPlainTextEdit | QTextEdit):
        document = field.document()
        return not (document.isUndoAvailable() if undo else document.isRedoAvailable())
    return False
