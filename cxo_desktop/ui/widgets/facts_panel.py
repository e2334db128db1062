"""What is known of one node or flow, and the words it rests on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout

from cxo_desktop.i18n import _, ngettext
from cxo_desktop.ui import icons
from cxo_desktop.ui.shown import Fact, Facts
from cxo_desktop.ui.widgets.labels import icon_label, plain_label, rule
from cxo_desktop.ui.widgets.layouts import boxed, column, empty, row
from cxo_desktop.ui.widgets.row_list import RowList

_WIDTH = 272


class FactsPanel(QFrame):
    """Shows the facts of what is selected on a map."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "plain")
        self.setFixedWidth(_WIDTH)
        self._facts: tuple[Fact, ...] = ()
        self._icon = icon_label("database", "tool", 18)
        self._title = plain_label("", "subtitle", wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._unknown = plain_label("", "small", "text3", wrap=True)
        self._remark = plain_label("", "small", "warn", wrap=True)
        self._count = plain_label("", "small", "text3")
        self.notes = RowList(_("Notes behind it"))
        self._nothing = plain_label(
            _("Choose a node or flow on the map, or in the list, to see what it rests on."),
            "body",
            "text2",
            wrap=True,
        )
        head = row(self._icon, self._title)
        head.setStretch(1, 1)
        head.setAlignment(self._icon, Qt.AlignmentFlag.AlignTop)
        body = column(
            head,
            self._grid,
            self._unknown,
            self._remark,
            rule(),
            row(plain_label(_("Evidence"), "heading"), None, self._count),
            self.notes,
        )
        body.setStretch(6, 1)
        self._body = boxed(body)
        self.setLayout(column(self._nothing, self._body, None, margins=(14, 12, 10, 10)))
        self.show_facts(None)

    @property
    def title(self) -> str:
        """Return what the facts are about."""
        return self._title.text()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Return the facts that are shown, by name."""
        return self._facts

    @property
    def remark(self) -> str:
        """Return what is said in a sentence below the facts."""
        return self._remark.text()

    def show_facts(self, facts: Facts | None) -> None:
        """Show these facts, or how to get some."""
        self._nothing.setVisible(facts is None)
        self._body.setVisible(facts is not None)
        layout = self.layout()
        if layout is not None:
            layout.setStretch(1, 1 if facts is not None else 0)  # type: ignore[attr-defined]
        if facts is None:
            return
        icons.dress(self._icon, facts.icon, "tool", 18)
        self._title.setText(facts.title)
        self._facts = facts.facts
        empty(self._grid)
        top = Qt.AlignmentFlag.AlignTop
        for number, (name, value) in enumerate(facts.facts):
            self._grid.addWidget(plain_label(name, "small", "text3"), number, 0, top)
            self._grid.addWidget(plain_label(value, "bodyStrong", wrap=True), number, 1, top)
        self._unknown.setText(_("Not known yet: {fields}.").format(fields=", ".join(facts.unknown)))
        self._unknown.setVisible(bool(facts.unknown))
        self._remark.setText(facts.remark)
        self._remark.setVisible(bool(facts.remark))
        count = len(facts.notes)
        self._count.setText(ngettext("{count} note", "{count} notes", count).format(count=count))
        self.notes.show_rows(facts.notes)
