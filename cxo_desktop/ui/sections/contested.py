"""What was changed by two: mine, theirs or both, by one key each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget

from cxo_desktop.app.conflicts import Conflict, Keep, conflicts, resolve
from cxo_desktop.domain.errors import NotFound
from cxo_desktop.i18n import _
from cxo_desktop.ui.contested_rows import choices, conflict_row, record_title, sides, what_words
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.section import Section
from cxo_desktop.ui.widgets.cards import plain_button
from cxo_desktop.ui.widgets.flow import FlowBox
from cxo_desktop.ui.widgets.labels import key_cap, plain_label, rule
from cxo_desktop.ui.widgets.layouts import boxed, column, row
from cxo_desktop.ui.widgets.quiet import Quiet
from cxo_desktop.ui.widgets.row_list import RowList
from cxo_desktop.ui.widgets.versions import Versions

_LIST, _NARROW_LIST, _WIDE, _MOST = 290, 170, 700, 3


class ContestedSection(Section):
    """The list at the left, the versions of the current one beside it, a key for each choice."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list = RowList(_("Changed by two"))
        self._found: dict[str, Conflict] = {}
        self.title = plain_label("", "subtitle", wrap=True)
        self.what = plain_label("", "body", "text2", wrap=True)
        self.versions = Versions()
        self._buttons = FlowBox(gap=8)
        right = column(
            self.title, self.what, self.versions, self._buttons,
            spacing=10, margins=(18, 14, 18, 14),
        )  # fmt: skip
        right.setStretch(2, 1)
        (beside := boxed(right)).setMinimumWidth(1)  # versions are read in whatever room there is
        line = rule()
        line.setFixedHeight(16_777_215)
        line.setFixedWidth(1)
        both = row(boxed(column(self.list, margins=(8, 8, 8, 8))), line, beside, spacing=0)
        both.setStretch(2, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(boxed(both))
        self._stack.addWidget(
            Quiet(
                _("Nothing was changed by two"),
                _("When two of you change the same field apart, both versions show up here."),
            )
        )
        self.setLayout(column(self._stack))
        self.setFocusProxy(self.list)
        self.list.picked.connect(self._show)
        for number in range(_MOST):
            key = QShortcut(QKeySequence(f"{number + 1}"), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(partial(self._choose, number))

    def refresh(self) -> None:
        """Show what is contested; the first one is current when none is."""
        engagement = self.desk.engagement
        found = self._contested()
        self._found = {f"{one.number}": one for one in found}
        self._stack.setCurrentIndex(0 if found else 1)
        if engagement is None or not found:
            self.list.show_rows([])
            return
        dossier = engagement.dossier()
        self.list.show_rows([conflict_row(one, dossier) for one in found])
        if self.list.current not in self._found:
            self.list.select(f"{found[0].number}")
        self._show(self.list.current)

    def settle(self, keep: Keep) -> None:
        """Settle the current conflict, with a way back, and go to the next."""
        engagement, one = self.desk.engagement, self._found.get(self.list.current)
        if engagement is None or one is None:
            return
        if self.desk.did(lambda: resolve(engagement, one.number, keep)):
            self.desk.said.emit(_("Settled."), lambda: self.desk.asked.emit("undo"))

    def _choose(self, number: int) -> None:
        one = self._found.get(self.list.current)
        offered = choices(one) if one is not None else []
        if number < len(offered):
            self.settle(offered[number][0])

    def _contested(self) -> tuple[Conflict, ...]:
        engagement = self.desk.engagement
        if engagement is None:
            return ()
        try:
            return conflicts(engagement)
        except NotFound:
            return ()

    def _show(self, key: str) -> None:
        engagement, one = self.desk.engagement, self._found.get(key)
        if engagement is None or one is None:
            return
        self.title.setText(record_title(one, engagement.dossier()))
        self.what.setText(what_words(one))
        self.versions.show_sides(sides(one))
        self._buttons.show_parts(
            [
                boxed(
                    row(
                        plain_button(text, handler=partial(self.settle, keep)),
                        key_cap(f"{number}"),
                        12,
                    )
                )
                for number, (keep, text) in enumerate(choices(one), start=1)
            ]
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.list.setFixedWidth(_LIST if event.size().width() > _WIDE else _NARROW_LIST)
        super().resizeEvent(event)
