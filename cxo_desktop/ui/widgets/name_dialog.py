"""Ask for one name."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from cxo_desktop.i18n import _
from cxo_desktop.ui.widgets.cards import plain_button, primary_button
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import column, row


class NameDialog(QDialog):
    """A question with a field; Enter takes the name, Esc leaves."""

    def __init__(self, title: str, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(420)
        self.field = QLineEdit()
        self.field.setAccessibleName(question)
        self._accept = primary_button(title, handler=self.accept)
        self._accept.setDefault(True)
        self._accept.setEnabled(False)
        self.field.textChanged.connect(lambda text: self._accept.setEnabled(bool(text.strip())))
        buttons = row(None, plain_button(_("Cancel"), handler=self.reject), self._accept)
        self.setLayout(
            column(
                plain_label(question, "label", "text2"),
                self.field,
                6,
                buttons,
                margins=(20, 18, 20, 16),
            )
        )

    @property
    def name(self) -> str:
        """Return the name as typed, without spaces around it."""
        return self.field.text().strip()
