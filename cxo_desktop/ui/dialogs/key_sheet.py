"""Ctrl+/: every key, made from the actions themselves, so that none is missing or wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QWidget

from cxo_desktop.i18n import _
from cxo_desktop.ui.actions import key_text
from cxo_desktop.ui.widgets.cards import plain_button
from cxo_desktop.ui.widgets.labels import key_cap, plain_label
from cxo_desktop.ui.widgets.layouts import boxed, column, row

_WIDTH, _HEIGHT, _COLUMNS = 860, 560, 2
KeyRow = tuple[str, tuple[str, ...]]


class KeySheet(QDialog):
    """Two columns of actions, each with its keys."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("All keys"))
        self.resize(_WIDTH, _HEIGHT)
        area = QScrollArea()
        area.setAccessibleName(_("All keys"))
        area.setWidgetResizable(True)
        area.setWidget(_sheet(key_rows(actions)))
        close = plain_button(_("Close"), handler=self.accept)
        hint = plain_label(
            _("Where a key has no letter, it also works while a Hindi layout is on."),
            "small",
            "text2",
        )
        self.setLayout(
            column(
                plain_label(_("All keys"), "title"),
                area,
                row(hint, None, close),
                spacing=10,
                margins=(22, 18, 18, 16),
            )
        )


def key_rows(actions: Iterable[QAction]) -> list[KeyRow]:
    """Return the name and the keys of each action that has any, each name once."""
    found: dict[str, tuple[str, ...]] = {}
    for action in actions:
        keys = tuple(key_text(key.toString()) for key in action.shortcuts())
        if keys:
            found.setdefault(action.text(), keys)
    return list(found.items())


def _sheet(rows: Sequence[KeyRow]) -> QWidget:
    grid = QGridLayout()
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(7)
    half = -(-len(rows) // _COLUMNS)
    for number, (name, keys) in enumerate(rows):
        line, place = number % half, number // half
        grid.addWidget(plain_label(name, "body"), line, 2 * place)
        grid.addWidget(boxed(row(*(key_cap(key) for key in keys), None)), line, 2 * place + 1)
    grid.setRowStretch(half, 1)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(3, 1)
    holder = boxed(grid)
    holder.setProperty("ground", "bg")
    return holder
