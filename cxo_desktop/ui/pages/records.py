"""Records: every kind of record of the engagement in one table, with all fields beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QSplitter, QToolButton

from cxo_desktop.app import record_lists
from cxo_desktop.app.done_words import thing_word
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.domain.entities import BY_TABLE
from cxo_desktop.domain.records import Record
from cxo_desktop.i18n import _, ngettext
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.finder import ICONS
from cxo_desktop.ui.models.record_table import Cells
from cxo_desktop.ui.page import Page
from cxo_desktop.ui.record_card import RecordCard
from cxo_desktop.ui.record_rows import cells_of, headings
from cxo_desktop.ui.records_views import Preset, RecordsView
from cxo_desktop.ui.shown import ListRow
from cxo_desktop.ui.widgets.cards import card, primary_button
from cxo_desktop.ui.widgets.labels import icon_label, plain_label
from cxo_desktop.ui.widgets.layouts import column, row
from cxo_desktop.ui.widgets.record_view import RecordView
from cxo_desktop.ui.widgets.row_list import RowList

_SIZES, _LEAST = (200, 760, 330), (150, 260, 250)


class RecordsPage(Page):
    """Kinds at the left, the table, and the form of the record that is current.

    The database finds and sorts, and only what is on the screen is read.
    """

    def __init__(self, desk: Desk, view: RecordsView) -> None:
        super().__init__(desk)
        self._view = view
        self.kind = view.kinds[0]
        self._sort, self._descending = "", False
        self.kinds = RowList(_("Kinds of records"))
        self.search = _search_field()
        self.table = RecordView(_("Records"), self.sort_by)
        self.card = RecordCard(desk)
        self.count = plain_label("", "small", "text2")
        self.presets = [self._preset_button(preset) for preset in view.presets]
        self.add = primary_button(_("Add"), "plus", self.add_record)
        self._lay_out()
        self.search.textChanged.connect(lambda _text: self.refresh())
        self.kinds.picked.connect(self.show_kind)
        self.table.picked.connect(lambda _row: self._show_current())
        self.table.activated.connect(lambda _index: self.card.form.focus_first())
        self.setFocusProxy(self.table)

    def refresh(self) -> None:
        """Ask for the rows again; the current one stays current."""
        engagement = self.desk.engagement
        writable = engagement is not None and not engagement.read_only
        self.add.setEnabled(writable and self.kind != "engagement")
        if engagement is None:
            self.table.show_rows((), (), lambda _ids: {})
            self._show_current()
            return
        self._show_kinds(engagement)
        self._find(engagement)

    def show_kind(self, kind: str) -> None:
        """Show the records of a kind, all of them."""
        if kind != self.kind:
            self.kind, self._sort, self._descending = kind, "", False
            self.table.forget_sorting()
            self.search.clear()
            self.refresh()

    def show_record(self, kind: str, code: str) -> None:
        """Show one record, by its code."""
        self.show_kind(kind)
        self.search.clear()
        self.refresh()
        engagement = self.desk.engagement
        found = engagement.find(BY_TABLE[kind].cls, code=code) if engagement else ()
        if found:
            self.table.select(found[0].id)

    def sort_by(self, field: str, descending: bool = False) -> None:  # noqa: FBT001, FBT002 - called by the heading
        """Let the database sort by a field."""
        self._sort, self._descending = field, descending
        self.refresh()

    def add_record(self) -> None:
        """Add an empty record and go to its first field."""
        engagement = self.desk.engagement
        if engagement is None:
            return
        self.search.clear()
        added = self.desk.write(lambda: engagement.add(BY_TABLE[self.kind].cls()))
        if added is not None:
            self.table.select(added.id)
            self.card.form.focus_first()

    def current_record(self) -> Record | None:
        engagement, row_id = self.desk.engagement, self.table.current
        if engagement is None or not row_id:
            return None
        found = record_lists.records_of(engagement, BY_TABLE[self.kind].cls, [row_id])
        return found[0] if found else None

    def where(self) -> str:
        return f"{self.kind}:{self.table.current}"

    def go_back_to(self, where: str) -> None:
        kind, _colon, row_id = where.partition(":")
        if kind in self._view.kinds:
            self.show_kind(kind)
            self.table.select(row_id)

    def _show_kinds(self, engagement: OpenEngagement) -> None:
        numbers = record_lists.numbers(engagement)
        self.kinds.show_rows(
            [
                ListRow(kind, thing_word(kind), icon=ICONS.get(kind, "file"), aside=f"{number}")
                for kind, number in ((kind, numbers[kind]) for kind in self._view.kinds)
            ]
        )
        if self.kinds.current != self.kind:
            self.kinds.select(self.kind)

    def _find(self, engagement: OpenEngagement) -> None:
        kind, typed = self.kind, self.search.text()
        ids = self.desk.attempt(
            lambda: record_lists.found_ids(
                engagement, kind, typed, sort=self._sort, descending=self._descending
            )
        )
        shown = headings(kind, record_lists.used_fields(engagement, kind))

        def fetch(some: Sequence[str]) -> dict[str, Cells]:
            return cells_of(engagement, kind, shown, some)

        self.table.show_rows(shown, ids or (), fetch)
        number = len(ids or ())
        self.count.setText(ngettext("{n} record", "{n} records", number).format(n=number))
        self._show_current()

    def _show_current(self) -> None:
        self.card.show_record(self.current_record())

    def _preset_button(self, preset: Preset) -> QToolButton:
        button = QToolButton()
        button.setText(preset.name)
        button.setAccessibleName(preset.name)
        button.setProperty("filter", "true")
        button.clicked.connect(lambda _checked=False: self._show_preset(preset))
        return button

    def _show_preset(self, preset: Preset) -> None:
        today = self.desk.engagement.today() if self.desk.engagement else ""
        self.show_kind(self._view.kinds[0])
        self.search.setText(preset.typed.format(today=today))

    def _lay_out(self) -> None:
        title = plain_label(self._view.title, "title")
        head = row(title, 8, *self.presets, None, self.count, self.add, spacing=8)
        left = card(column(self.kinds, margins=(6, 6, 6, 6)))
        middle = card(
            column(
                row(icon_label("search", "text3"), self.search),
                self.table,
                margins=(12, 10, 12, 10),
            )
        )
        parts = QSplitter()
        parts.setObjectName(f"records-{self._view.kinds[0]}")
        parts.setChildrenCollapsible(False)
        for part, least in zip((left, middle, self.card), _LEAST, strict=True):
            part.setMinimumWidth(least)
            parts.addWidget(part)
        parts.setSizes(list(_SIZES))
        parts.setStretchFactor(1, 1)
        parts.setHandleWidth(10)
        page = column(head, parts, spacing=12, margins=(16, 12, 16, 14))
        page.setStretch(1, 1)
        self.setLayout(page)


def _search_field() -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(_("Find in this table"))
    field.setPlaceholderText(_("Words, or owner:P05, due_on:<2026-09-01, done_on:- for none"))
    return field
