"""What may be there twice: made one by one act, or said to be two."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from cxo_desktop.app.done_words import thing_word
from cxo_desktop.app.duplicates import Twice, duplicates, keep_apart, make_one
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.entities import BY_TABLE
from cxo_desktop.i18n import _
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.record_words import title_of
from cxo_desktop.ui.section import Section
from cxo_desktop.ui.shown import ListRow
from cxo_desktop.ui.widgets.cards import plain_button
from cxo_desktop.ui.widgets.labels import key_cap, plain_label
from cxo_desktop.ui.widgets.layouts import boxed, column, row
from cxo_desktop.ui.widgets.quiet import Quiet
from cxo_desktop.ui.widgets.row_list import RowList


class TwiceSection(Section):
    """One row a pair; 1 makes one of the two, 2 says that they are two."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._found: dict[str, Twice] = {}
        self.list = RowList(_("May be there twice"))
        self._stack = QStackedWidget()
        whole = column(
            plain_label(_("May be there twice"), "subtitle"),
            plain_label(
                _("Two of you may have put down the same. Made one, all that pointed at either "
                  "points at it, and nothing that was said is lost."),
                "body", "text2", wrap=True,
            ),
            self.list,
            row(
                plain_button(_("They are one"), "combine", self.make_one), key_cap("1"), 12,
                plain_button(_("They are two"), "copy", self.keep_apart), key_cap("2"), None,
            ),
            spacing=10, margins=(18, 14, 18, 14),
        )  # fmt: skip
        whole.setStretch(2, 1)
        self._stack.addWidget(boxed(whole))
        self._stack.addWidget(
            Quiet(
                _("Nothing is there twice"),
                _("People and tools that seem to be put down by two of you show up here."),
            )
        )
        self.setLayout(column(self._stack))
        self.setFocusProxy(self.list)
        for key, work in (("1", self.make_one), ("2", self.keep_apart)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(work))

    def refresh(self) -> None:
        """Look for pairs again; the first is current when none is."""
        engagement = self.desk.engagement
        found = duplicates(engagement) if engagement is not None else ()
        self._found = {f"{one.first} {one.second}": one for one in found}
        self._stack.setCurrentIndex(0 if found else 1)
        dossier = engagement.dossier() if engagement is not None else None
        self.list.show_rows(
            [_row(key, one, dossier) for key, one in self._found.items()] if dossier else []
        )
        if found and self.list.current not in self._found:
            self.list.select(next(iter(self._found)))

    def make_one(self) -> None:
        """Make one of the current pair, with a way back."""
        engagement, one = self.desk.engagement, self._found.get(self.list.current)
        if engagement is None or one is None:
            return
        if self.desk.did(lambda: make_one(engagement, one)):
            self.desk.said.emit(_("They are one now."), lambda: self.desk.asked.emit("undo"))

    def keep_apart(self) -> None:
        """Suggest the current pair no more on this laptop."""
        engagement, one = self.desk.engagement, self._found.get(self.list.current)
        if engagement is not None and one is not None:
            self.desk.did(lambda: keep_apart(engagement, one))
            self.refresh()


def _row(key: str, one: Twice, dossier: Dossier) -> ListRow:
    there = dossier.by_code(BY_TABLE[one.table].cls)
    both = [title_of(there[code], dossier) for code in (one.first, one.second) if code in there]
    named = _("{first} and {second}").format(first=both[0], second=both[-1])
    same = _("{kind}; both say “{what}”").format(kind=thing_word(one.table), what=one.alike)
    return ListRow(key, named, same, "copy", aside=f"{one.first} · {one.second}")
