"""The lines of one interview in large type, to be read back to the person or looked at together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from cxo_desktop.i18n import _
from cxo_desktop.ui import theme
from cxo_desktop.ui.shown import NoteRow
from cxo_desktop.ui.widgets.labels import key_cap, plain_label, rule
from cxo_desktop.ui.widgets.layouts import column, row

_LARGE = 24


class ReadBack(QFrame):
    """``left`` on Esc. Our own readings and what is off the record are not for other eyes."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "plain")
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setProperty("bare", "true")
        self.words.setProperty("large", "true")
        self.words.setFont(theme.window_font(_LARGE))
        self.words.setAccessibleName(_("Lines to read back"))
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setFocusProxy(self.words)
        head = row(
            plain_label(_("Read back: did I understand you right?"), "subtitle"),
            None,
            key_cap("Esc"),
            plain_label(_("Back to the notes"), "small", "text2"),
        )
        self.setLayout(column(head, rule(), self.words, spacing=10, margins=(28, 16, 28, 16)))

    def show_lines(self, rows: Sequence[NoteRow]) -> None:
        """Show the lines that the person may see."""
        shown = [row.shown for row in rows if not row.off_record and not row.mine]
        self.words.setPlainText("\n\n".join(shown) or _("Nothing was noted yet."))
        self.words.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
