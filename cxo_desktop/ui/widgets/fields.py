"""Fields that need more than a line of their own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit


def secret_field(name: str) -> QLineEdit:
    """Return a field for a passphrase, which nobody can read from the screen."""
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setPlaceholderText(name)
    field.setAccessibleName(name)
    field.setInputMethodHints(Qt.InputMethodHint.ImhHiddenText)
    return field
