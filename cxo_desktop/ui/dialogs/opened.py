"""Dialogs that are gone with all their words once they are closed."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog


def open_once(dialog: QDialog) -> None:
    """Open a dialog over its window; when it closes, nothing of it is kept."""
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
