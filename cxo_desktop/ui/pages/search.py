"""Search everything that was said, drawn and decided; results come while one types."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLayout, QLineEdit, QToolButton

from cxo_desktop.app.done_words import thing_word
from cxo_desktop.app.search import Hit, search
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.interviews import Note
from cxo_desktop.i18n import _, ngettext
from cxo_desktop.ui import icons, words
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.finder import ICONS
from cxo_desktop.ui.page import Page
from cxo_desktop.ui.widgets.cards import card
from cxo_desktop.ui.widgets.hit_list import HitList, HitRow
from cxo_desktop.ui.widgets.labels import plain_label, rule
from cxo_desktop.ui.widgets.layouts import column, row

_MOST = 200
_KINDS = ("", "note", "person", "finding", "action", "tool", "data_flow")


class SearchPage(Page):
    """A field, buttons for the kinds of records, and the hits, best first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._hits: tuple[Hit, ...] = ()
        self.field = QLineEdit()
        self.field.setAccessibleName(_("Search everything"))
        self.field.setPlaceholderText(_("Words, “a phrase”, or a filter such as level:L5"))
        self.field.addAction(
            icons.icon("search", "text3"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.list = HitList(_("What was found"))
        self.count = plain_label("", "small", "text2")
        self.kinds = QButtonGroup(self)
        filters = row(spacing=6)
        for number, kind in enumerate(_KINDS):
            button = _filter_button(thing_word(kind) if kind else _("Everything"))
            button.setChecked(not kind)
            self.kinds.addButton(button, number)
            filters.addWidget(button)
        filters.addStretch(1)
        filters.addWidget(self.count)
        self._lay_out(filters)
        self.field.textChanged.connect(lambda _text: self.look())
        self.kinds.idClicked.connect(lambda _number: self.show_hits())
        self.list.chosen.connect(desk.record_asked.emit)
        self.field.returnPressed.connect(self._choose)
        self.field.installEventFilter(self)
        self.setFocusProxy(self.field)

    def refresh(self) -> None:
        """Search again, as what is there has changed."""
        self.look()

    def look(self) -> None:
        """Search for what is typed."""
        engagement, typed = self.desk.engagement, self.field.text()
        found: tuple[Hit, ...] | None = ()
        if engagement is not None and typed.strip():
            found = self.desk.attempt(
                lambda: search(engagement, typed, _MOST, typing=True, with_names=True)
            )
        self._hits = found or ()
        self.show_hits()

    def show_hits(self) -> None:
        """Show the hits of the kind that is chosen, and how many there are of each."""
        engagement = self.desk.engagement
        kind = _KINDS[self.kinds.checkedId()]
        shown = [hit for hit in self._hits if kind in ("", hit.kind)]
        dossier = engagement.dossier() if engagement else None
        notes = dossier.by_code(Note) if dossier and shown else {}
        self.list.show_hits([hit_row(hit, dossier, notes) for hit in shown] if dossier else [])
        for number, one in enumerate(_KINDS):
            among = sum(one in ("", hit.kind) for hit in self._hits)
            self.kinds.button(number).setEnabled(bool(among) or not one)
        if not self.field.text().strip():
            self.count.setText("")
            return
        found = ngettext("{n} found", "{n} found", len(shown)).format(n=len(shown))
        more = _("the best {n} are shown").format(n=_MOST)
        self.count.setText(f"{found} · {more}" if len(self._hits) == _MOST else found)

    def where(self) -> str:
        return self.field.text()

    def go_back_to(self, where: str) -> None:
        self.field.setText(where)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        self.list.step(step)
        return bool(step)

    def _choose(self) -> None:
        if self.list.current:
            self.desk.record_asked.emit(self.list.current)

    def _lay_out(self, filters: QLayout) -> None:
        hint = plain_label(
            _("Filters: kind:pain · level:L5 · by:role · after:2026-06 · theme:word"),
            "small",
            "text3",
        )
        inside = column(self.field, filters, rule(), self.list, hint, margins=(14, 12, 14, 10))
        inside.setStretch(3, 1)
        page = column(
            plain_label(_("Search"), "title"), card(inside), spacing=12, margins=(16, 12, 16, 14)
        )
        page.setStretch(1, 1)
        self.setLayout(page)


def hit_row(hit: Hit, dossier: Dossier, notes: Mapping[str, Note]) -> HitRow:
    """Return a hit as it is listed; ``notes`` are those of the dossier by their code."""
    note = notes.get(hit.id) if hit.kind == "note" else None
    kind = (note.kind or NoteKind.FACT) if note else None
    parts = [words.kind_word(kind) if kind else thing_word(hit.kind), hit.id]
    if hit.person and hit.kind != "person":
        parts.append(words.who(dossier, hit.person))
    if hit.off_record:
        parts.append(_("off the record"))
    named = words.who(dossier, hit.id) if hit.kind == "person" else ""
    return HitRow(
        key=f"{hit.kind}:{hit.id}",
        text=hit.snippet.text or named,
        spans=hit.snippet.spans,
        below=" · ".join(part for part in (*parts, named) if part),
        icon=words.KIND_LOOK[kind][0] if kind else ICONS.get(hit.kind, "file"),
    )


def _filter_button(name: str) -> QToolButton:
    button = QToolButton()
    button.setText(name)
    button.setAccessibleName(name)
    button.setCheckable(True)
    button.setProperty("filter", "true")
    return button
