"""Ctrl+/: every key, made from the actions themselves, so that none is missing or wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF, Qt
from PySide6.QtGui import (
    QAction,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextTableFormat,
)
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QGridLayout, QScrollArea, QWidget

from cxo_desktop.i18n import _
from cxo_desktop.ui import theme
from cxo_desktop.ui.actions import key_text
from cxo_desktop.ui.line_keys import KeyRow, line_keys
from cxo_desktop.ui.widgets.cards import plain_button
from cxo_desktop.ui.widgets.labels import key_cap, plain_label
from cxo_desktop.ui.widgets.layouts import boxed, column, row

_WIDTH, _HEIGHT, _COLUMNS = 940, 600, 2
_DOTS, _MARGIN, _PAPER = 96, 14, 11
Part = tuple[str, Sequence[KeyRow]]
_PLAIN = {"undo": lambda: _("Undo"), "redo": lambda: _("Redo")}
"""Actions that say what they would do now, under the names that stand on paper."""


class KeySheet(QDialog):
    """Two columns of actions, each with its keys; to be printed or kept as a PDF."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("All keys"))
        self.resize(_WIDTH, _HEIGHT)
        self._parts = key_parts(actions)
        area = QScrollArea()
        area.setAccessibleName(_("All keys"))
        area.setWidgetResizable(True)
        area.setWidget(_sheet(self._parts))
        hint = plain_label(
            _("Where a key has no letter, it also works while a Hindi layout is on."),
            "small",
            "text2",
        )
        buttons = (
            plain_button(_("Print"), handler=self.print),
            plain_button(_("Save as PDF"), handler=self.save),
            plain_button(_("Close"), handler=self.accept),
        )
        self.setLayout(
            column(
                plain_label(_("All keys"), "title"),
                area,
                row(hint, None, *buttons),
                spacing=10,
                margins=(22, 18, 18, 16),
            )
        )

    def print(self) -> None:
        """Ask for a printer, and print the sheet on it."""
        printer = QPrinter()
        if QPrintDialog(printer, self).exec() == QDialog.DialogCode.Accepted:
            _page(self._parts).print_(printer)

    def save(self) -> None:
        """Ask for a file, and write the sheet to it as PDF."""
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Save as PDF"), _("Keys.pdf"), _("PDF (*.pdf)")
        )
        if name:
            self.write_pdf(Path(name))

    def write_pdf(self, path: Path) -> None:
        """Write the sheet as PDF, on A4."""
        writer = QPdfWriter(str(path))
        writer.setTitle(_("All keys"))
        writer.setResolution(_DOTS)
        margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        writer.setPageLayout(
            QPageLayout(
                QPageSize(QPageSize.PageSizeId.A4),
                QPageLayout.Orientation.Portrait,
                margins,
                QPageLayout.Unit.Millimeter,
            )
        )
        page = _page(self._parts)
        page.setPageSize(QSizeF(writer.width(), writer.height()))
        page.print_(writer)


def key_parts(actions: Iterable[QAction]) -> tuple[Part, ...]:
    """Return the rows of the sheet under their headings; keys of one act stand together."""
    lines = dict(line_keys())
    everywhere = dict(key_rows(actions))
    for name in everywhere.keys() & lines.keys():
        lines[name] += everywhere.pop(name)
    lines |= {name: everywhere.pop(name) for name in [*everywhere] if name.startswith(_of_lines())}
    return (
        (_("Everywhere, and on the page that is shown"), list(everywhere.items())),
        (_("Where a line is typed or chosen"), list(lines.items())),
    )


def key_rows(actions: Iterable[QAction]) -> list[KeyRow]:
    """Return the name and the keys of each action that has any, each name once."""
    found: dict[str, tuple[str, ...]] = {}
    for action in actions:
        keys = tuple(key_text(key.toString()) for key in action.shortcuts())
        name = _PLAIN.get(action.objectName(), lambda a=action: a.text())()
        if keys and name:
            found.setdefault(name, keys)
    return list(found.items())


def _of_lines() -> str:
    return _("Line: {kind}").format(kind="")


def _sheet(parts: Sequence[Part]) -> QWidget:
    whole = column(spacing=8)
    for heading, rows in parts:
        whole.addWidget(plain_label(heading, "section", "text2"))
        whole.addLayout(_grid(rows))
        whole.addSpacing(8)
    whole.addStretch(1)
    holder = boxed(whole)
    holder.setProperty("ground", "bg")
    return holder


def _grid(rows: Sequence[KeyRow]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(7)
    half = -(-len(rows) // _COLUMNS)
    for number, (name, keys) in enumerate(rows):
        line, place = number % half, number // half
        grid.addWidget(plain_label(name, "body"), line, 2 * place)
        grid.addWidget(boxed(row(*(key_cap(key) for key in keys), None)), line, 2 * place + 1)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(3, 1)
    return grid


def _page(parts: Sequence[Part]) -> QTextDocument:
    """Return the sheet for paper: black on white whatever the window looks like."""
    document = QTextDocument()
    document.setDefaultFont(theme.window_font(_PAPER))
    cursor = QTextCursor(document)
    cursor.insertText(_("All keys"), _ink(_PAPER + 8, 700))
    for heading, rows in parts:
        cursor.insertBlock()
        cursor.insertText(heading, _ink(_PAPER + 2, 600))
        half = -(-len(rows) // _COLUMNS)
        table = cursor.insertTable(half, 2 * _COLUMNS, _lines())
        for number, (name, keys) in enumerate(rows):
            line, place = number % half, 2 * (number // half)
            table.cellAt(line, place).firstCursorPosition().insertText(name, _ink(_PAPER, 400))
            cell = table.cellAt(line, place + 1).firstCursorPosition()
            cell.insertText("   ".join(keys), _ink(_PAPER, 600))
        cursor.movePosition(QTextCursor.MoveOperation.End)
    return document


def _ink(size: int, weight: int) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFont(theme.window_font(size, weight))
    look.setForeground(Qt.GlobalColor.black)
    return look


def _lines() -> QTextTableFormat:
    look = QTextTableFormat()
    look.setBorder(0)
    look.setCellPadding(2)
    shares = (29, 21, 29, 21)
    kind = QTextLength.Type.PercentageLength
    look.setColumnWidthConstraints([QTextLength(kind, share) for share in shares])
    look.setWidth(QTextLength(kind, 100))
    return look
