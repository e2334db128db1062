"""People: who is there, who was heard when, where the gaps are, and one person beside it."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSplitter, QStackedWidget, QToolButton, QWidget

from cxo_desktop.app import people
from cxo_desktop.app.people import Standing
from cxo_desktop.app.visits import Visit, visits
from cxo_desktop.domain.records import Record
from cxo_desktop.i18n import _, ngettext
from cxo_desktop.ui import grid_rows, people_rows
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.page import Page
from cxo_desktop.ui.people_asks import PeopleAsks
from cxo_desktop.ui.person_panel import PersonPanel
from cxo_desktop.ui.widgets.cards import EmptyState, Panel, card, plain_button, primary_button
from cxo_desktop.ui.widgets.coverage_grid import CoverageGrid
from cxo_desktop.ui.widgets.labels import icon_label, plain_label
from cxo_desktop.ui.widgets.layouts import boxed, column, row
from cxo_desktop.ui.widgets.people_tree import PeopleTree

_GRID, _LOW = 230, 560


class PeoplePage(Page):
    """The grid above, the list left and the person right below it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._standings: dict[str, Standing] = {}
        self._visits: tuple[Visit, ...] = ()
        self._only: set[str] | None = None
        self.grid = CoverageGrid(_("Levels across visits"))
        self.search = _search_field()
        self.tree = PeopleTree(_("People"), people_rows.columns())
        self.grouped = _toggle(_("By level"))
        self.all = _toggle(_("Everybody"))
        self.across = _toggle(_("Levels across visits"))
        self.count = plain_label("", "small", "text2")
        self.panel = PersonPanel(desk)
        self.asks = PeopleAsks(desk, self)
        self._stack = QStackedWidget()
        self._stack.addWidget(_nothing(self.asks))
        self._stack.addWidget(self._overview())
        whole = column(self._head(), self._stack, spacing=10, margins=(16, 12, 16, 14))
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self._connect()
        self.setFocusProxy(self.tree)

    def refresh(self) -> None:
        """Ask for everybody again; who is current stays current."""
        engagement = self.desk.engagement
        if engagement is None:
            self._standings = {}
            self._stack.setCurrentIndex(0)
            return
        dossier = engagement.dossier()
        self._standings = {it.person.code: it for it in people.standings(dossier)}
        self._visits = visits(dossier)
        self._stack.setCurrentIndex(1 if self._standings else 0)
        lines = grid_rows.grid_rows(people.grid(dossier))
        self.grid.show_grid([grid_rows.visit_word(it) for it in self._visits], lines, _GRID)
        self._only = None
        self.look()

    def look(self) -> None:
        """Show the people that what is typed, and what is chosen in the grid, fits."""
        engagement = self.desk.engagement
        if engagement is None:
            return
        typed = self.search.text()
        found = [
            it
            for code, it in self._standings.items()
            if (self._only is None or code in self._only) and people_rows.fits(it, typed)
        ]
        levels = {it.code: it for it in people.levels_of(engagement.dossier())}
        rows = [people_rows.person_row(it, levels) for it in found]
        if self.grouped.isChecked():
            rows.sort(key=lambda one: (one.level, one.unit))
        self.tree.show_rows(rows, grouped=self.grouped.isChecked())
        count = ngettext("{n} person", "{n} people", len(found)).format(n=len(found))
        self.count.setText(count)
        self.all.setVisible(self._only is not None)
        self._show_person(self.tree.current)

    def show_person(self, code: str) -> None:
        """Show one person."""
        self.search.clear()
        self.show_all()
        self.tree.select(code)

    def show_all(self) -> None:
        """Show everybody again, after one square of the grid."""
        self._only = None
        self.look()

    def current_record(self) -> Record | None:
        standing = self._standings.get(self.tree.current)
        return standing.person if standing is not None else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        low, was = event.size().height() < _LOW, event.oldSize().height()
        if low != (0 < was < _LOW):
            self.across.setChecked(not low)
        super().resizeEvent(event)

    def where(self) -> str:
        return self.tree.current

    def go_back_to(self, where: str) -> None:
        self.tree.select(where)

    def _show_person(self, code: str) -> None:
        if self.desk.engagement is not None:
            self.panel.show_person(self.desk.engagement.dossier(), self._standings.get(code))

    def _show_square(self, level: str, visit: int) -> None:
        chosen = self._visits if visit < 0 else (self._visits[visit],)
        self._only = {
            code
            for code, it in self._standings.items()
            if it.person.level == level
            and (visit < 0 or any(one.has(t.on) for one in chosen for t in (*it.held, *it.planned)))
        }
        self.look()

    def _connect(self) -> None:
        self.grid.picked.connect(self._show_square)
        self.search.textChanged.connect(lambda _text: self.look())
        self.grouped.toggled.connect(lambda _on: self.look())
        self.all.clicked.connect(lambda _checked=False: self.show_all())
        self.tree.picked.connect(self._show_person)
        self.tree.chosen.connect(lambda _code: self.panel.list.setFocus())
        self.panel.interview_asked.connect(self.desk.interview_asked.emit)
        self.panel.plan_asked.connect(self.asks.plan)
        self.panel.edit_asked.connect(self.asks.change)
        self.panel.parting_asked.connect(self.asks.part)
        self.asks.kept.connect(self.show_person)

    def _head(self) -> QWidget:
        return boxed(
            row(
                plain_label(_("People"), "title"),
                8,
                self.count,
                8,
                self.across,
                None,
                plain_button(_("Import"), "file-spreadsheet", self.asks.for_file),
                plain_button(_("Add a person"), "plus", self.asks.add),
                primary_button(
                    _("Plan interview"), "calendar", lambda: self.asks.plan(self.tree.current)
                ),
            )
        )

    def _overview(self) -> QWidget:
        aside = _("● heard   ○ planned")
        tools = row(icon_label("search", "text3"), self.search, self.grouped, self.all)
        left = card(column(tools, self.tree, margins=(12, 10, 12, 10)))
        parts = QSplitter()
        parts.setObjectName("people")
        parts.setChildrenCollapsible(False)
        for part, least in ((left, 380), (self.panel, 300)):
            part.setMinimumWidth(least)
            parts.addWidget(part)
        parts.setSizes([800, 460])
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        parts.setHandleWidth(12)
        drawer = Panel(_("Levels across visits"), self.grid, aside=aside)
        self.across.toggled.connect(drawer.setVisible)
        whole = column(drawer, parts, spacing=12)
        whole.setStretch(1, 1)
        return boxed(whole)


def _nothing(asks: PeopleAsks) -> QWidget:
    state = EmptyState(
        "users",
        _("Nobody here yet"),
        _("People are in this list by role; add them, or take in a table of them."),
        _("Add a person"),
    )
    state.button.clicked.connect(lambda _checked=False: asks.add())
    state.add_second(plain_button(_("Take in a table"), "file-spreadsheet", asks.for_file))
    return state


def _search_field() -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(_("Find people"))
    field.setPlaceholderText(_("Name, role, level, “unheard”, “only one”"))
    return field


def _toggle(name: str) -> QToolButton:
    button = QToolButton()
    button.setText(name)
    button.setAccessibleName(name)
    button.setCheckable(True)
    button.setChecked(True)
    button.setProperty("filter", "true")
    return button
