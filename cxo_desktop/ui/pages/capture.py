"""Capture: choose or start an interview, type a line, Enter keeps it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QStackedWidget

from cxo_desktop.app.events import Changed
from cxo_desktop.app.interviews import end_interview, keep_note, notes_of, start_interview
from cxo_desktop.domain.enums import ConsentScope, ConsentState, InterviewStatus, NoteKind
from cxo_desktop.domain.interviews import Consent, Interview, Note
from cxo_desktop.domain.line_grammar import TypedLine, parse_line, retyped
from cxo_desktop.domain.records import Record
from cxo_desktop.domain.tools import Tool
from cxo_desktop.i18n import _
from cxo_desktop.ui import words
from cxo_desktop.ui.capture_rows import (
    interview_rows,
    note_rows,
    subtitle_of,
    summary_of,
    title_of,
)
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.page import Page
from cxo_desktop.ui.widgets.cards import EmptyState, card, plain_button, primary_button
from cxo_desktop.ui.widgets.chips import Chip
from cxo_desktop.ui.widgets.interview_form import InterviewForm, InterviewStart
from cxo_desktop.ui.widgets.interview_view import InterviewView
from cxo_desktop.ui.widgets.labels import key_cap, plain_label, rule
from cxo_desktop.ui.widgets.layouts import boxed, column, row
from cxo_desktop.ui.widgets.row_list import RowList

NEW_INTERVIEW_KEY = "Ctrl+I"
_LIST = 258


class CapturePage(Page):
    """Interviews at the left, the one that is open beside them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.code = ""
        self._names: dict[str, str] = {}
        self._tools: tuple[Tool, ...] = ()
        self.interviews = RowList(_("Interviews"))
        self.view = InterviewView()
        self.form = InterviewForm()
        self.title = plain_label("", "title")
        self.subtitle = plain_label("", "body", "text2")
        self.consent = Chip()
        self.language = Chip()
        self.end = primary_button(_("End interview"), handler=self.end_interview)
        self.new = plain_button(_("New interview"), "plus", self.new_interview)
        self._stack = QStackedWidget()
        self._nothing = EmptyState(
            "notebook-pen",
            _("No interview yet"),
            _("Choose who you talk to, then type. Each line is kept when you press Enter."),
            _("New interview"),
            NEW_INTERVIEW_KEY,
        )
        self._nothing.button.clicked.connect(lambda _checked=False: self.new_interview())
        self._build()
        self.setFocusProxy(self.view.composer)
        self.interviews.picked.connect(self.show_interview)
        self.form.filled.connect(self._start)
        self.form.left.connect(self.refresh)
        self.view.composer.kept.connect(self._keep)
        self.view.composer.retype_asked.connect(self._retype_last)

    def refresh(self) -> None:
        """Show the interviews, and the notes of the one that is open."""
        engagement = self.desk.engagement
        if engagement is None:
            self.code = ""
            self._stack.setCurrentWidget(self._nothing)
            self._show_header(None)
            return
        dossier = engagement.dossier()
        rows = interview_rows(dossier)
        self._tools = dossier.all(Tool)
        self.interviews.show_rows(rows)
        known = dossier.by_code(Interview)
        if self.code not in known:
            self.code = rows[0].key if rows else ""
        interview = known.get(self.code)
        self._show_header(interview)
        if interview is None:
            self._stack.setCurrentWidget(self._nothing)
            return
        self.interviews.select(self.code)
        people = [(code, words.who(dossier, code)) for code in interview.participants]
        self._names = dict(people) if len(people) > 1 else {}
        self.view.offer_speakers(people)
        self._stack.setCurrentWidget(self.view)
        self._show_notes()

    def refresh_after(self, changed: Changed) -> None:
        """Show a kept note at once; anything else may have changed more."""
        if self.code and changed.kinds == {"note"}:
            self._show_notes()
        elif self._stack.currentWidget() is not self.form:
            self.refresh()

    def new_interview(self, person: str = "") -> None:
        """Ask who the interview is with; ``person`` is a code to begin with."""
        if self.desk.engagement is None:
            self.desk.asked.emit("engagement.new")
            return
        self._show_header(None)
        self._stack.setCurrentWidget(self.form)
        self.form.offer(self.desk.engagement.dossier(), person)

    def show_interview(self, code: str) -> None:
        """Show one interview."""
        if code != self.code or self._stack.currentWidget() is not self.view:
            self.code = code
            self.refresh()

    def show_note(self, code: str) -> None:
        """Show the interview of a note, with the note current."""
        engagement = self.desk.engagement
        note = engagement.dossier().by_code(Note).get(code) if engagement else None
        if note is not None and note.interview:
            self.show_interview(note.interview)
            self.view.notes.list.select(note.id)

    def current_record(self) -> Record | None:
        engagement, key = self.desk.engagement, self.view.notes.list.current
        found = engagement.find(Note, id=key) if engagement and key else ()
        return found[0] if found else None

    def end_interview(self) -> None:
        """Close the interview that is shown; it counts as held from now on."""
        engagement = self.desk.engagement
        if engagement is not None and self.code:
            self.desk.write(lambda: end_interview(engagement, self.code))

    def _start(self, start: InterviewStart) -> None:
        engagement = self.desk.engagement
        if engagement is None:
            return
        interview = self.desk.write(
            lambda: start_interview(
                engagement,
                person=start.person,
                role=start.role,
                guide=start.guide,
                language=start.language,
                consent=start.consent,
                scopes=start.scopes,
            )
        )
        if interview is not None:
            self.code = interview.code
            self.refresh()
            self.view.composer.field.setFocus()

    def _keep(self, line: TypedLine, written_at: str) -> None:
        engagement = self.desk.engagement
        if engagement is None:
            return
        kept = self.desk.write(
            lambda: keep_note(
                engagement,
                interview=self.code,
                person=self.view.speaker.currentData(),
                kind=line.kind,
                text=line.text,
                raw_text=line.raw,
                verbatim=line.verbatim,
                off_record=line.off_record,
                own_reading=line.own_reading,
                written_at=written_at or None,
            )
        )
        if kept is not None:
            self.view.composer.clear()

    def _retype_last(self, kind: NoteKind) -> None:
        engagement = self.desk.engagement
        if engagement is None:
            return
        notes = notes_of(engagement, self.code)
        if notes:
            last = notes[-1]
            line = retyped(parse_line(last.raw_text or last.text), kind)
            changed = replace(last, kind=kind, raw_text=line.raw)
            self.desk.write(lambda: engagement.put(changed))

    def _show_notes(self) -> None:
        engagement = self.desk.engagement
        if engagement is None:
            return
        consents = engagement.find(Consent, interview=self.code)
        rows = note_rows(notes_of(engagement, self.code), consents, self._names)
        self.view.notes.show_notes(rows)
        self.view.summary.show_summary(summary_of(rows, self._tools))

    def _show_header(self, interview: Interview | None) -> None:
        engagement = self.desk.engagement
        shown = interview is not None and engagement is not None
        for part in (self.subtitle, self.consent, self.language):
            part.setVisible(shown)
        self.title.setText(_("Capture"))
        self.end.setVisible(interview is not None and interview.status is InterviewStatus.OPEN)
        self.new.setVisible(engagement is not None)
        if interview is None or engagement is None:
            return
        self.title.setText(title_of(engagement.dossier(), interview))
        self.subtitle.setText(subtitle_of(interview))
        self.language.show_text(words.language_word(interview.language))
        consents = engagement.find(Consent, interview=interview.code)
        state, scopes = _weakest(consents, interview)
        self.consent.show_text(*words.consent_look(state, scopes))
        self.view.take_lines(allowed=state is not ConsentState.REFUSED)

    def _build(self) -> None:
        header = row(
            self.title,
            self.subtitle,
            self.consent,
            self.language,
            None,
            self.new,
            self.end,
            spacing=10,
        )
        hint = row(
            key_cap(NEW_INTERVIEW_KEY), plain_label(_("New interview"), "small", "text2"), None
        )
        left = card(
            column(
                plain_label(_("Interviews"), "heading"),
                self.interviews,
                rule(),
                hint,
                margins=(10, 12, 10, 10),
            )
        )
        left.setFixedWidth(_LIST)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self.form)
        self._stack.addWidget(self.view)
        body = row(left, self._stack, spacing=12)
        body.setStretch(1, 1)
        page = column(boxed(header), body, spacing=10, margins=(16, 10, 16, 14))
        page.setStretch(1, 1)
        self.setLayout(page)


def _weakest(
    consents: tuple[Consent, ...], interview: Interview
) -> tuple[ConsentState | None, tuple[ConsentScope, ...]]:
    """Return the consent of the participant who allowed least."""
    by_person = {consent.person: consent for consent in consents}
    given = [by_person.get(code) for code in interview.participants]
    if not given or None in given:
        return None, ()
    weakest = min(
        (consent for consent in given if consent is not None),
        key=lambda c: (c.allows(ConsentScope.NOTES), len(c.scopes)),
    )
    return weakest.state, weakest.scopes
