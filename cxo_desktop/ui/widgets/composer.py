"""Where a line is typed: the kind at the left, the words, and the marks that say the kind."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QSizePolicy, QToolButton, QWidget

from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.line_grammar import TypedLine, literal, parse_line, retyped
from cxo_desktop.i18n import _
from cxo_desktop.ui import icons, words
from cxo_desktop.ui.widgets.labels import key_cap, plain_label, rule, set_ink
from cxo_desktop.ui.widgets.layouts import boxed, column, row

_LONGEST = 10_000_000


class LineField(QLineEdit):
    """A bare field; Backspace at its very start asks for the marks back."""

    backed_out = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("bare", "true")
        self.setFrame(False)
        self.setMaxLength(_LONGEST)
        self.setAccessibleName(_("Line to keep"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at_start = self.cursorPosition() == 0 and not self.hasSelectedText()
        if event.key() == Qt.Key.Key_Backspace and at_start:
            self.backed_out.emit()
            return
        super().keyPressEvent(event)


class Composer(QFrame):
    """Takes a line. ``kept``: Enter was pressed on words; ``retype_asked``: on none."""

    kept = Signal(TypedLine, str)
    retype_asked = Signal(NoteKind)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "active")
        self._line = TypedLine("", "")
        self._literal = False
        self._since = ""
        self.field = LineField()
        self.kind_button = self._make_kind_button()
        self.setLayout(
            column(
                row(self.kind_button, self.field, spacing=9),
                rule(),
                _hints(),
                spacing=7,
                margins=(12, 8, 12, 8),
            )
        )
        self.field.textEdited.connect(self._on_edited)
        self.field.backed_out.connect(self._give_marks_back)
        self.field.returnPressed.connect(self._on_enter)
        self.setFocusProxy(self.field)
        self._show_kind()

    @property
    def line(self) -> TypedLine:
        """Return the line as it is understood now."""
        return self._line

    def clear(self) -> None:
        """Begin an empty line."""
        self._line, self._literal, self._since = TypedLine("", ""), False, ""
        self.field.clear()
        self._show_kind()

    def choose_kind(self, kind: NoteKind) -> None:
        """Make the line one of this kind; with no line yet, ask to change the last one kept."""
        if not self.field.text() and self._line.is_plain:
            self.retype_asked.emit(kind)
            return
        self._line = retyped(self._line, kind)
        self._literal = self._line.is_plain
        self._show_kind()
        self.field.setFocus()

    def _on_edited(self, text: str) -> None:
        if not self._since:
            self._since = datetime.now(UTC).isoformat(timespec="seconds")
        if not text and self._literal:
            self._literal = False
        line = literal(text) if self._literal else parse_line(self._line.prefix + text)
        if line.text != text:
            place = self.field.cursorPosition() - (len(text) - len(line.text))
            self.field.setText(line.text)
            self.field.setCursorPosition(max(0, place))
        self._line = line
        self._show_kind()

    def _give_marks_back(self) -> None:
        if self._line.is_plain:
            return
        marks = len(self._line.prefix)
        self._line = literal(self._line.raw)
        self._literal = True
        self.field.setText(self._line.text)
        self.field.setCursorPosition(marks)
        self._show_kind()

    def _on_enter(self) -> None:
        if self._line.text.strip():
            self.kept.emit(self._line, self._since)

    def _show_kind(self) -> None:
        icon, ink = words.KIND_LOOK[self._line.kind]
        icons.dress(self.kind_button, icon, ink, 14)
        set_ink(self.kind_button, ink)
        word = words.kind_word(self._line.kind)
        marks = [word]
        if self._line.verbatim:
            marks.append(_("word for word"))
        if self._line.off_record:
            marks.append(_("off the record"))
        if self._line.own_reading:
            marks.append(_("my reading"))
        self.kind_button.setText(f" {' · '.join(marks)}")
        self.kind_button.setAccessibleName(_("Kind of line: {kind}").format(kind=", ".join(marks)))

    def _make_kind_button(self) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "true")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setShortcut(QKeySequence("Alt+K"))
        menu = QMenu(button)
        for number, kind in enumerate(words.KIND_LOOK):
            action = menu.addAction(words.kind_word(kind))
            if shortcut := kind_shortcut(number):
                action.setShortcut(QKeySequence(shortcut))
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                self.addAction(action)
            action.triggered.connect(lambda _checked=False, k=kind: self.choose_kind(k))
        menu.aboutToShow.connect(self._colour_menu)
        button.setMenu(menu)
        return button

    def _colour_menu(self) -> None:
        actions = self.kind_button.menu().actions()
        for action, (icon, ink) in zip(actions, words.KIND_LOOK.values(), strict=True):
            action.setIcon(icons.icon(icon, ink))


def kind_shortcut(number: int) -> str:
    """Return the key of the n-th kind, counted from 0; the last two have none of their own."""
    digits = "1234567890"
    return f"Ctrl+{digits[number]}" if number < len(digits) else ""


def _hints() -> QWidget:
    hints = (
        ("!", _("Pain")),
        ("^", _("Need")),
        ("*", _("Ask")),
        ("~", _("Workaround")),
        (".", _("Seen")),
        ("&", _("Idea")),
        ("?", _("Ask later")),
        ("“", _("Quote")),
        ("%", _("Off record")),
    )
    line = row(spacing=8)
    for mark, word in hints:
        line.addLayout(row(key_cap(mark), plain_label(word, "small", "text2"), spacing=4))
    line.addStretch(1)
    enter = row(key_cap(_("Enter")), plain_label(_("Keep"), "small", "text2"), spacing=4)
    line.addLayout(enter)
    widget = boxed(line)
    widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return widget
