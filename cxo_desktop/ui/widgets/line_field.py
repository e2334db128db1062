"""The field a line is typed in: grows with the line, colours names, and never holds a line end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QInputMethodEvent,
    QKeyEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from cxo_desktop.ui import theme
from cxo_desktop.ui.line_looks import Span

_MOST_LINES = 4
_ALT = Qt.KeyboardModifier.AltModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_PLAIN = Qt.KeyboardModifier.NoModifier
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FIRST_DIGIT_SCAN_CODE, _LAST_DIGIT_SCAN_CODE = 10, 19


@dataclass(frozen=True, slots=True)
class Press:
    """A key with its modifiers; ``digit`` is 0..9 for a key of the digit row, else None."""

    key: int
    modifiers: Qt.KeyboardModifier
    digit: int | None


def press_of(event: QKeyEvent) -> Press:
    """Return what was pressed; digit keys are known by their place under every layout."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = event.key()
    digit = key - Qt.Key.Key_0 if Qt.Key.Key_0 <= key <= Qt.Key.Key_9 else None
    code = event.nativeScanCode()
    if digit is None and _FIRST_DIGIT_SCAN_CODE <= code <= _LAST_DIGIT_SCAN_CODE:
        digit = (code - _FIRST_DIGIT_SCAN_CODE + 1) % 10
    return Press(key, modifiers, digit)


class MentionInk(QSyntaxHighlighter):
    """Colours what a line names while it is typed."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.spans: Callable[[str], Sequence[Span]] = lambda _text: ()

    def highlightBlock(self, text: str) -> None:
        for span in self.spans(text):
            look = QTextCharFormat()
            look.setForeground(theme.colour(span.ink))
            if span.strong:
                look.setFontWeight(600)
            self.setFormat(span.start, span.length, look)


class LineField(QPlainTextEdit):
    """``edited`` by the person; ``pressed`` before a key acts: whoever takes it sets ``taken``.

    ``image_given``: a picture was pasted or dropped; ``files_given``: files were.
    """

    edited = Signal(str)
    pressed = Signal(Press)
    image_given = Signal(QImage)
    files_given = Signal(list)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bare", "true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.ink = MentionInk(self.document())
        self.taken = False
        self.composing = False
        self._quiet = False
        self.textChanged.connect(self._on_changed)
        self._lines = 1
        self.document().documentLayout().documentSizeChanged.connect(self._on_resized)

    def text(self) -> str:
        """Return the words."""
        return self.toPlainText()

    def show_text(self, text: str, caret: int | None = None) -> None:
        """Show these words without telling anybody; the caret at a place, else at the end."""
        self._quiet = True
        if text != self.text():
            self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(len(text) if caret is None else max(0, min(caret, len(text))))
        self.setTextCursor(cursor)
        self._quiet = False

    @property
    def caret(self) -> int:
        """Return where the caret stands, counted from 0."""
        return self.textCursor().position()

    def replace(self, start: int, end: int, words: str) -> None:
        """Put words in the place of others, as if the person had typed them."""
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(words)
        self.setTextCursor(cursor)

    def place_of(self, number: int) -> QPoint:
        """Return where a character is on the screen: its top left, in global coordinates."""
        cursor = self.textCursor()
        cursor.setPosition(number)
        return self.viewport().mapToGlobal(self.cursorRect(cursor).topLeft())

    def sizeHint(self) -> QSize:
        lines = max(1, min(_MOST_LINES, round(self.document().size().height())))
        return QSize(240, lines * (self.fontMetrics().lineSpacing() + 1) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Keep Alt and a digit for the line while it is typed, before the window takes them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            press = press_of(event)
            if press.digit is not None and press.modifiers == _ALT:
                event.accept()
                return True
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab:
            self.taken = False
            self.pressed.emit(press_of(event))
            if self.taken:
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.taken = False
        press = press_of(event)
        if not self.composing:
            self.pressed.emit(press)
        if self.taken or (press.key in _ENTERS and press.modifiers in (_PLAIN, _CONTROL, _ALT)):
            event.accept()
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasImage() or source.hasUrls() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        files = [url.toLocalFile() for url in source.urls() if url.isLocalFile()]
        if files:
            self.files_given.emit(files)
        elif source.hasImage():
            self.image_given.emit(source.imageData())
        else:
            self.textCursor().insertText(" ".join(source.text().split("\n")))

    def _on_resized(self) -> None:
        lines = round(self.document().size().height())
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()

    def _on_changed(self) -> None:
        if not self._quiet:
            self.edited.emit(self.text())
