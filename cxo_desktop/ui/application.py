"""The one application of Qt that every window lives in."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication


def application() -> QApplication:
    """Return it; there is no window without one."""
    found = QApplication.instance()
    assert isinstance(found, QApplication)  # noqa: S101 - tells the type checker what Qt promises
    return found
