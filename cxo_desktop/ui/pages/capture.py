"""Capture: choose or start an interview, type a line, Enter keeps it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from cxo_desktop.app.drafts import unfinished
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.events import Changed
from cxo_desktop.app.interviews import notes_of, pause_interview
from cxo_desktop.app.unfiled import missing_interviews
from cxo_desktop.domain.enums import ConsentScope, ConsentState, InterviewStatus
from cxo_desktop.domain.interviews import Consent, Interview, Note
from cxo_desktop.i18n import _
from cxo_desktop.ui import words
from cxo_desktop.ui.actions import install
from cxo_desktop.ui.capture_actions import capture_actions
from cxo_desktop.ui.capture_forms import CaptureForms
from cxo_desktop.ui.capture_rows import interview_rows, subtitle_of, title_of
from cxo_desktop.ui.capture_session import CaptureSession
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.page import Page
from cxo_desktop.ui.widgets.capture_header import CaptureHeader
from cxo_desktop.ui.widgets.cards import EmptyState
from cxo_desktop.ui.widgets.cover import Cover
from cxo_desktop.ui.widgets.interview_view import InterviewView
from cxo_desktop.ui.widgets.layouts import column
from cxo_desktop.ui.widgets.read_back import ReadBack
from cxo_desktop.ui.widgets.three_panels import NARROW

NEW_INTERVIEW_KEY = "Ctrl+I"
_MARGIN = 16
_LINE_TABLES = frozenset({"note", "data_flow", "data_node", "cost_item", "action", "attachment"})
_NAME_TABLES = frozenset({"person", "person_name", "tool", "theme"})


class CapturePage(Page):
    """One interview at a time, and the steps around it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.code = ""
        self.header, self.view, self.read_back_page = CaptureHeader(), InterviewView(), ReadBack()
        self._stack = QStackedWidget()
        self._stack.setMinimumSize(1, 1)
        self.nothing = EmptyState(
            "notebook-pen",
            _("No interview yet"),
            _("Choose who you talk to, then type. Each line is kept when you press Enter."),
            _("New interview"),
            NEW_INTERVIEW_KEY,
        )
        for part in (self.nothing, self.view, self.read_back_page):
            self._stack.addWidget(part)
        self.session = CaptureSession(desk, self.view)
        self.savers.append(lambda: save_typing(self))
        self.selected = lambda: selected_line(self)
        self.forms = CaptureForms(desk, self._stack, self._back)
        self.sheet = Cover(self.view.middle)
        self.handlers = handlers_of(self)
        self.specs = capture_actions(self.handlers)
        self.actions_by_key = install(self.specs, self)
        page = column(self.header, self._stack, spacing=10, margins=(_MARGIN, 10, _MARGIN, 14))
        page.setStretch(1, 1)
        self.setLayout(page)
        self.setFocusProxy(self.view.composer)
        connect(self)
        self._stack.currentChanged.connect(lambda _number: show_acts(self))

    def refresh(self) -> None:
        """Show the interviews, and the lines of the one that is open."""
        engagement = self.desk.engagement
        known = interviews_of(engagement) if engagement else {}
        if engagement is None or not known:
            self.code = ""
            self._stack.setCurrentWidget(self.nothing)
            show_header(self, None)
            return
        rows = interview_rows(engagement.dossier())
        with QSignalBlocker(self.view.interviews):
            self.view.interviews.show_rows(rows)
        if self.code not in known:
            typed = [
                *self.desk.aside.interviews(engagement),
                *(draft.interview for draft in unfinished(engagement)),
            ]
            self.code = next((it for it in typed if it in known), rows[0].key)
        interview = known[self.code]
        with QSignalBlocker(self.view.interviews):
            self.view.interviews.select(self.code)
        self._stack.setCurrentWidget(self.view)
        show_header(self, interview)
        self.session.open(engagement, interview)

    def refresh_after(self, changed: Changed) -> None:
        """Show a kept line at once; anything else may have changed more."""
        if self.forms.shown:
            return
        if self.code and changed.kinds <= _LINE_TABLES | _NAME_TABLES:
            self.session.show_lines(learn=bool(changed.kinds & _NAME_TABLES))
        else:
            self.refresh()

    def new_interview(self, person: str = "") -> None:
        """Ask who the interview is with; ``person`` is a code to begin with."""
        if self.desk.engagement is None:
            self.desk.asked.emit("engagement.new")
            return
        self.session.drafts.flush()
        self.forms.ask_to_start(self.code, person)
        show_header(self, None)

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
            self.view.notes.filter(0)
            self.view.notes.list.select(note.id)

    def end_interview(self) -> None:
        """Look over the interview that is shown, then close it."""
        if self.desk.engagement is not None and self.code and self.header.end.isVisibleTo(self):
            self.session.drafts.flush()
            self.forms.look_before_end(self.code)

    def cover(self) -> None:
        """Hide all but this interview at once, or show the rest again."""
        on = not self.sheet.isVisible()
        if on:
            self.view.panels.close_drawer()
            self.sheet.put_on()
        else:
            self.sheet.hide()
        self.view.notes.cover(on=on)

    def where(self) -> str:
        """Return the code of the interview that is shown."""
        return self.code

    def go_back_to(self, where: str) -> None:
        """Show the interview of this code."""
        self.show_interview(where)

    def read_back(self) -> None:
        """Show the lines in large type, or the notes again."""
        if self._stack.currentWidget() is self.read_back_page:
            self._back(self.code)
        elif self.code:
            self._stack.setCurrentWidget(self.read_back_page)
            self.read_back_page.show_lines(self.view.notes.all_rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.header.show_parts(interview=bool(self.code), narrow=is_narrow(self))
        show_acts(self)

    def _back(self, code: str) -> None:
        """Show an interview again after a form."""
        self.code = code or self.code
        self.refresh()
        self.view.composer.field.setFocus()


def is_narrow(page: CapturePage) -> bool:
    """Tell whether there is no room for three panels side by side."""
    return page.width() - 2 * _MARGIN < NARROW


def handlers_of(page: CapturePage) -> Mapping[str, Callable[[], object]]:
    """Return what can be done here, on a page, by the key of its action."""
    return {
        "cover": page.cover,
        "read_back": page.read_back,
        "consent": lambda: page.forms.ask_consent(page.code),
        "pause": lambda: pause(page),
        "place": lambda: place_on_map(page),
        "guide": lambda: page.forms.edit_guide(page.code),
        "who": page.session.say_who,
        "capture.next": page.session.next_question,
        "capture.previous": lambda: page.session.next_question(-1),
        "capture.later": page.session.next_open_question,
    }


def connect(page: CapturePage) -> None:
    """Let the parts of a page hear of each other."""
    view, panels = page.view, page.view.panels
    acts: dict[str, Callable[[], object]] = {
        "new": page.new_interview,
        "end": page.end_interview,
        "start": lambda: start_planned(page),
        "consent": page.handlers["consent"],
        "pause": page.handlers["pause"],
        "guide": lambda: panels.toggle(view.left),
        "captured": lambda: panels.toggle(view.summary),
    }
    page.nothing.button.clicked.connect(lambda _c=False: page.new_interview())
    page.header.asked.connect(lambda what: acts[what]())
    view.interviews.picked.connect(page.show_interview)
    view.guide.edit_asked.connect(page.handlers["guide"])
    view.summary.place_asked.connect(page.handlers["place"])
    page.read_back_page.left.connect(page.read_back)
    page.session.ticked.connect(page.header.show_clock)
    page.forms.review.chosen.connect(lambda key: go_to_gap(page, key))


def interviews_of(engagement: OpenEngagement) -> dict[str, Interview]:
    """Return the interviews by code, also those that only notes know of."""
    dossier = engagement.dossier()
    return dossier.by_code(Interview) | missing_interviews(dossier)


def show_header(page: CapturePage, interview: Interview | None) -> None:
    """Show over the page whose interview it is, or that there is none."""
    engagement, header = page.desk.engagement, page.header
    shown = interview is not None and engagement is not None
    header.show_parts(interview=shown, narrow=is_narrow(page))
    header.title.setText(_("Capture"))
    show_acts(page)
    if interview is None or engagement is None:
        header.show_clock("")
        return
    header.title.setText(title_of(engagement.dossier(), interview))
    header.subtitle.setText(subtitle_of(interview))
    header.language.show_text(words.language_word(interview.language))
    consents = engagement.find(Consent, interview=interview.code)
    state, scopes = _weakest(consents, interview)
    header.show_consent(*words.consent_look(state, scopes))
    page.view.take_lines(allowed=state is not ConsentState.REFUSED)
    if interview.code in missing_interviews(engagement.dossier()):
        page.view.composer.hide()


def show_acts(page: CapturePage) -> None:
    """Offer over the page what can be done now: nothing beside a form, less where it is narrow."""
    engagement, header = page.desk.engagement, page.header
    found = engagement.find(Interview, code=page.code) if engagement and page.code else ()
    status = found[0].status if found else None
    free = engagement is not None and not page.forms.shown
    is_open = free and status is InterviewStatus.OPEN
    header.end.setVisible(is_open)
    header.show_pause(can=is_open, rests=bool(found and found[0].paused_at))
    header.start.setVisible(free and status is InterviewStatus.PLANNED)
    header.new.setVisible(free and not (found and is_narrow(page)))


def save_typing(page: CapturePage) -> None:
    """Keep the line in the field as a draft, once more if the last attempt was refused."""
    composer = page.view.composer
    if page.code and composer.line.raw:
        caret = len(composer.line.prefix) + composer.field.caret
        page.session.drafts.note(composer.line.raw, caret)
    page.session.drafts.flush()
    engagement, aside = page.desk.engagement, page.desk.aside
    if engagement is not None and not aside.is_empty:
        page.desk.write(lambda: aside.keep_all(engagement, page.code))


def selected_line(page: CapturePage) -> Note | None:
    """Return the line that is current in the list."""
    engagement, key = page.desk.engagement, page.view.notes.list.current
    found = engagement.find(Note, id=key) if engagement and key else ()
    return found[0] if found else None


def pause(page: CapturePage) -> None:
    """Let the clock of the interview that is shown rest, or go on."""
    engagement = page.desk.engagement
    if engagement is not None and page.code:
        page.desk.write(lambda: pause_interview(engagement, page.code))


def place_on_map(page: CapturePage) -> None:
    """Go to Maps, to the line in hand or the first one to place."""
    note = line_in_hand(page)
    page.desk.tray_asked.emit(page.code, note.code if note else "")


def line_in_hand(page: CapturePage) -> Note | None:
    """Return the line that is current in the list, else the one that was kept last."""
    engagement = page.desk.engagement
    kept = notes_of(engagement, page.code) if engagement is not None and page.code else ()
    return selected_line(page) or (kept[-1] if kept else None)


def start_planned(page: CapturePage) -> None:
    """Ask for consent and begin the interview that was planned and is shown."""
    engagement = page.desk.engagement
    if engagement is not None:
        participants = engagement.get(Interview, page.code).participants
        page.forms.ask_to_start(page.code, participants[0] if participants else "", page.code)


def go_to_gap(page: CapturePage, key: str) -> None:
    """Go where a gap of the review is: to the consent, or to the line, ready to be edited."""
    gap, _colon, code = key.partition(":")
    if gap == "consent":
        page.forms.ask_consent(page.code)
        return
    page.refresh()
    page.show_note(code)
    listed = page.view.notes.list
    listed.setFocus()
    listed.edit(listed.currentIndex())


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
