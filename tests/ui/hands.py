"""Hands that press keys where the focus is, and count them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


class Hands:
    """Presses keys where the focus is, and counts them."""

    def __init__(self):
        self.acts = 0

    def key(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        self.acts += 1 + (modifiers != Qt.KeyboardModifier.NoModifier)
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)

    def letters(self, letters):
        for letter in letters:
            self.acts += 1
            QTest.keyClicks(QApplication.focusWidget(), letter)

    def words(self, words):
        """Type what every tool would need: not counted."""
        QTest.keyClicks(QApplication.focusWidget(), words)
