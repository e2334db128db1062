"""Six words to be compared by voice, large enough to be read aloud."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QGridLayout

from cxo_desktop.i18n import _
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import row

_A_LINE = 3


class SixWords(QFrame):
    """The words in two lines of three, numbered."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "inner")
        self._grid = QGridLayout()
        self._grid.setContentsMargins(18, 14, 18, 14)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(10)
        self._labels = [plain_label("", "title") for _place in range(2 * _A_LINE)]
        for place, label in enumerate(self._labels):
            number = plain_label(f"{place + 1}", "small", "text3")
            line = row(number, label, None, spacing=8)
            self._grid.addLayout(line, place // _A_LINE, place % _A_LINE)
        self.setLayout(self._grid)

    @property
    def text(self) -> str:
        """Return the words as they are read."""
        return " ".join(label.text() for label in self._labels)

    def show_words(self, words: str) -> None:
        """Show six words."""
        for label, word in zip(self._labels, words.replace("-", " ").split(), strict=False):
            label.setText(word)
        self.setAccessibleName(_("Six words: {words}").format(words=self.text))
