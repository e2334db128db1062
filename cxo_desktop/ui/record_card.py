"""One record of any kind beside its table: its fields, and what can be done with it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from cxo_desktop.app import records
from cxo_desktop.domain.entities import BY_CLASS
from cxo_desktop.domain.errors import CxoError
from cxo_desktop.domain.records import Record
from cxo_desktop.i18n import _
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.record_words import kind_of
from cxo_desktop.ui.widgets.cards import plain_button
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import column, row
from cxo_desktop.ui.widgets.record_form import RecordForm

_ELSEWHERE = ("note", "interview", "person", "data_node", "data_flow", "process_map")


class RecordCard(QFrame):
    """Keeps a field when one leaves it; undo takes that back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("card", "plain")
        self._desk = desk
        self._record: Record | None = None
        self.form = RecordForm()
        self.trouble = plain_label("", "small", "bad", wrap=True)
        self.place = plain_button(_("Open"), "external-link", self._open)
        self.history = plain_button(_("History"), "history", self._show_history)
        self.remove = plain_button(_("Remove"), "trash-2", self._remove)
        buttons = row(self.place, self.history, self.remove, None, spacing=6)
        whole = column(buttons, self.trouble, self.form, margins=(12, 10, 6, 10))
        whole.addStretch(0)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self.form.changed.connect(self.keep)

    def show_record(self, record: Record | None) -> None:
        """Show a record, or nothing."""
        if record is None or self._record is None or record.id != self._record.id:
            self._say("")
        self._record = record
        table = BY_CLASS[type(record)].table if record is not None else ""
        engagement = self._desk.engagement
        writable = bool(record is not None and engagement and not engagement.read_only)
        self.form.setVisible(record is not None)
        self.place.setVisible(table in _ELSEWHERE)
        self.history.setEnabled(record is not None)
        self.remove.setEnabled(writable and table != "engagement")
        if record is not None:
            self.form.show_record(engagement, table, record)
            self.form.set_writable(writable=writable)

    def keep(self, key: str, text: str) -> None:
        """Keep a field, or say why it cannot be taken; what was typed stays to be corrected."""
        engagement, record = self._desk.engagement, self._record
        if engagement is None or record is None:
            return
        table = BY_CLASS[type(record)].table
        try:
            records.set_fields(engagement, table, record.id, {key: text})
        except CxoError as error:
            self._desk.unsaved.emit()
            self._say(f"{error.what} {error.why} {error.remedy}")
        else:
            self._say("")

    def _say(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))

    def _remove(self) -> None:
        if self._record is not None:
            words = _("{thing} removed").format(thing=kind_of(self._record))
            self._desk.remove(self._record, words)

    def _open(self) -> None:
        if self._record is not None:
            table = BY_CLASS[type(self._record)].table
            self._desk.record_asked.emit(f"{table}:{self._record.code}")

    def _show_history(self) -> None:
        if self._record is not None:
            self._desk.history_asked.emit(self._record)
