"""F1: the page of the handbook for the screen one is on, without a network."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QWidget

from cxo_desktop import assets
from cxo_desktop.i18n import _
from cxo_desktop.ui.widgets.cards import plain_button
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import Part, boxed, column, row

_WIDTH, _HEIGHT = 620, 520
_GENERAL = "general"


class HelpDialog(QDialog):
    """Shows one page; a screen without one of its own has the general page."""

    def __init__(self, page: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Help"))
        self.resize(_WIDTH, _HEIGHT)
        area = QScrollArea()
        area.setAccessibleName(_("Help"))
        area.setWidgetResizable(True)
        holder = boxed(column(*help_parts(help_text(page)), None, spacing=8, margins=(4, 0, 12, 4)))
        holder.setProperty("ground", "bg")
        area.setWidget(holder)
        close = plain_button(_("Close"), handler=self.accept)
        self.setLayout(column(area, row(None, close), spacing=10, margins=(22, 18, 18, 16)))


def help_text(page: str) -> str:
    """Return the words for a screen by its key."""
    own = assets.resource(f"help/{page}.md")
    file = own if own.is_file() else assets.resource(f"help/{_GENERAL}.md")
    return file.read_text(encoding="utf-8")


def help_parts(text: str) -> list[Part]:
    """Return a help page as labels: ``#`` and ``##`` are headings, ``-`` the items of a list."""
    parts: list[Part] = []
    for block in text.strip().split("\n\n"):
        if block.startswith("# "):
            parts.append(plain_label(block[2:], "title"))
        elif block.startswith("## "):
            parts.extend([6, plain_label(block[3:], "section")])
        elif block.startswith("- "):
            parts.extend(map(_item, block.removeprefix("- ").split("\n- ")))
        else:
            parts.append(_words(block))
    return parts


def _item(text: str) -> QHBoxLayout:
    line = row(plain_label("•", "body", "accent"), _words(text))
    line.setStretch(1, 1)
    return line


def _words(text: str) -> QWidget:
    return plain_label(" ".join(text.split()), "body", wrap=True)
