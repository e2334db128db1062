"""The steps around an interview: starting it, consent, the guide, and the look before its end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget

from cxo_desktop.app.consents import record_consent, withdraw
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.guides import (
    add_question,
    change_question,
    consent_words,
    guide_of,
    guides_of,
    move_question,
    remove_question,
)
from cxo_desktop.app.interviews import end_interview, notes_of, start_interview
from cxo_desktop.domain.actions import Action
from cxo_desktop.domain.guides import GuideQuestion
from cxo_desktop.domain.interviews import Consent, Interview
from cxo_desktop.domain.line_review import review
from cxo_desktop.i18n import _, ngettext
from cxo_desktop.ui import words
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.review_rows import gap_rows
from cxo_desktop.ui.widgets.consent_form import ConsentForm
from cxo_desktop.ui.widgets.consent_panel import ConsentAnswer
from cxo_desktop.ui.widgets.guide_editor import GuideEditor
from cxo_desktop.ui.widgets.interview_form import InterviewForm, InterviewStart
from cxo_desktop.ui.widgets.review_card import ReviewCard


class CaptureForms:
    """Shows the forms in the page's stack; ``back`` shows an interview, by code, again."""

    def __init__(self, desk: Desk, stack: QStackedWidget, back: Callable[[str], object]) -> None:
        self._desk, self._stack, self._back = desk, stack, back
        self._code = ""
        aloud = consent_words().lines
        self.start, self.consent = InterviewForm(aloud), ConsentForm(aloud)
        self.review, self.guide = ReviewCard(), GuideEditor()
        for form in (self.start, self.consent, self.review, self.guide):
            stack.addWidget(form)
            form.left.connect(self._leave)
        self.start.filled.connect(self._start)
        self.consent.answered.connect(self._record)
        self.consent.withdrawn.connect(self._withdraw)
        self.review.ended.connect(self.end)
        self.guide.changed.connect(self._change_question)
        self.guide.asked.connect(self._change_guide)

    @property
    def shown(self) -> bool:
        """Tell whether a form is shown now."""
        return self._stack.currentWidget() in (self.start, self.consent, self.review, self.guide)

    def ask_to_start(self, code: str, person: str = "", planned: str = "") -> None:
        """Ask who the interview is with and what the person allows."""
        engagement = self._engagement()
        self._show(code, self.start)
        self.start.offer(engagement.dossier(), guides_of(engagement), person, planned)

    def ask_consent(self, code: str) -> None:
        """Ask what a participant of an interview allows from now on."""
        if not code:
            return
        engagement = self._engagement()
        interview = engagement.get(Interview, code)
        dossier = engagement.dossier()
        standing = []
        for consent in engagement.find(Consent, interview=code):
            state = words.consent_look(consent.state, consent.scopes)[0]
            who = words.who(dossier, consent.person)
            standing.append(_("{who}: {state}").format(who=who, state=state))
        self._show(code, self.consent)
        people = [(it, words.who(dossier, it)) for it in interview.participants]
        self.consent.offer(people, "\n".join(standing), interview.language or "en")

    def look_before_end(self, code: str) -> None:
        """Show what is missing in an interview before it is closed."""
        engagement = self._engagement()
        interview = engagement.get(Interview, code)
        notes = notes_of(engagement, code)
        found = review(
            interview, notes, engagement.find(Consent, interview=code), engagement.find(Action)
        )
        dossier = engagement.dossier()
        lines = {note.code: note.text for note in notes}
        people = {it: words.who(dossier, it) for it in interview.participants}
        count = len(notes)
        sums = ngettext("{count} line kept.", "{count} lines kept.", count).format(count=count)
        self._show(code, self.review)
        self.review.show_gaps(gap_rows(found, lines, people), sums)

    def edit_guide(self, code: str, question: str = "") -> None:
        """Show the guide of an interview to be changed for this engagement."""
        if not code:
            return
        engagement = self._engagement()
        sheet = guide_of(engagement, engagement.get(Interview, code).guide)
        if sheet is not None:
            self._show(code, self.guide)
            self.guide.show_guide(sheet, question)

    def end(self) -> None:
        """Close the interview that was looked over; it counts as held from now on."""
        engagement = self._engagement()
        self._desk.write(lambda: end_interview(engagement, self._code))
        self._leave()

    def _start(self, start: InterviewStart) -> None:
        engagement = self._engagement()
        interview = self._desk.write(
            lambda: start_interview(
                engagement,
                person=start.person,
                role=start.role,
                level=start.level,
                guide=start.guide,
                language=start.language,
                consent=start.consent.state,
                scopes=start.consent.scopes,
                method=start.consent.method,
                planned=start.planned,
            )
        )
        if interview is not None:
            self._back(interview.code)

    def _record(self, person: str, answer: ConsentAnswer) -> None:
        engagement = self._engagement()
        interview = engagement.get(Interview, self._code)
        self._desk.write(
            lambda: record_consent(
                engagement,
                person=person,
                interview=self._code,
                state=answer.state,
                scopes=answer.scopes,
                language=interview.language,
                method=answer.method,
            )
        )
        self._leave()

    def _withdraw(self, person: str) -> None:
        engagement = self._engagement()
        self._desk.write(lambda: withdraw(engagement, person=person, interview=self._code))
        self._leave()

    def _change_question(self, question: GuideQuestion) -> None:
        engagement = self._engagement()
        self._desk.write(lambda: change_question(engagement, question))

    def _change_guide(self, code: str, what: str) -> None:
        engagement = self._engagement()
        guide = engagement.get(Interview, self._code).guide or ""
        sheet = guide_of(engagement, guide)
        question = next((it for it in sheet.questions if it.code == code), None) if sheet else None
        if what == "add":
            added = self._desk.write(
                lambda: add_question(engagement, guide, _("New question"), _("What do you ask?"))
            )
            code = added.code if added else code
        elif question is not None and what == "remove":
            self._desk.write(lambda: remove_question(engagement, question))
        elif question is not None:
            step = -1 if what == "up" else 1
            self._desk.write(lambda: move_question(engagement, question, step))
        self.edit_guide(self._code, code)

    def _show(
        self, code: str, form: InterviewForm | ConsentForm | ReviewCard | GuideEditor
    ) -> None:
        self._code = code
        self._stack.setCurrentWidget(form)

    def _leave(self) -> None:
        self._back(self._code)

    def _engagement(self) -> OpenEngagement:
        engagement = self._desk.engagement
        if engagement is None:
            raise RuntimeError("no engagement is open")
        return engagement
