"""The interview that is open: its lines, its guide and what is being typed, kept together."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from cxo_desktop.app.drafts import draft_of
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.lines import say_who
from cxo_desktop.app.map_notes import notes_to_place
from cxo_desktop.app.maps import CHAIN
from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.interviews import Interview
from cxo_desktop.domain.line_grammar import TypedLine
from cxo_desktop.domain.mentions import MentionKind
from cxo_desktop.i18n import _
from cxo_desktop.ui import words
from cxo_desktop.ui.completions import counts_of
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.draft_keeper import DraftKeeper
from cxo_desktop.ui.guide_work import GuideWork
from cxo_desktop.ui.line_choices import BY_ALT_DIGIT
from cxo_desktop.ui.line_work import LineWork
from cxo_desktop.ui.widgets.interview_view import InterviewView

_SECOND, _SOON = 1000, 250


class CaptureSession(QObject):
    """``ticked``: time passed in the interview, in words."""

    ticked = Signal(str)

    def __init__(self, desk: Desk, view: InterviewView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self.lines, self.guide = LineWork(desk), GuideWork(view.guide)
        self.drafts = DraftKeeper(
            lambda raw, caret: self.lines.keep_draft(raw, caret, view.composer.since), self
        )
        self._names: dict[str, str] = {}
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND)
        self._clock.timeout.connect(self.tick)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_SOON)
        self._counting.timeout.connect(lambda: count_to_place(desk, view, self.lines.code))
        view.composer.maker = self._make
        self._connect()

    def open(self, engagement: OpenEngagement, interview: Interview) -> None:
        """Show an interview; what was typed into the one before is kept first."""
        another = interview.code != self.lines.code
        if another:
            self.drafts.flush()
        self.lines.code = interview.code
        dossier = engagement.dossier()
        people = [(code, words.who(dossier, code)) for code in interview.participants]
        self._names = dict(people) if len(people) > 1 else {}
        self._view.offer_speakers(people)
        self.lines.learn()
        self.show_lines()
        self.guide.open(engagement, interview, self.lines.notes)
        self.guide.show(self.lines.notes)
        if another:
            self._view.show_side(0 if self.guide.has_guide else 1)
            self._bring_back(engagement)
        self.tick()

    def show_lines(self, *, learn: bool = False) -> None:
        """Show the lines as they are on the disk."""
        known = self.lines.learn() if learn else self.lines.known
        rows = self.lines.read(self._names)
        counts = counts_of(known, [note.text for note in self.lines.notes])
        self._view.composer.know(known, counts)
        self._view.notes.list.know(known, self.lines.picture)
        self._view.notes.show_notes(rows)
        self._view.summary.show_summary(self.lines.summary)
        self.guide.show(self.lines.notes)
        self._counting.start()

    def next_question(self, step: int = 1) -> None:
        """Go one question on or back."""
        self.guide.step(step)
        self.guide.show(self.lines.notes)

    def next_open_question(self) -> None:
        """Go to the next line that is to be asked later, from the current one on."""
        rows = self._view.notes.list.rows
        later = [row.key for row in rows if row.kind is NoteKind.OPEN_QUESTION]
        if later:
            now = self._view.notes.list.current
            place = later.index(now) + 1 if now in later else 0
            self._view.notes.list.select(later[place % len(later)])
            self._view.notes.list.setFocus()

    def say_who(self) -> None:
        """Lay the line that is typed, else the current or last one, to the next participant."""
        speaker, listed = self._view.speaker, self._view.notes.list
        people = list(self._names)
        if not people:
            self._desk.said.emit(_("Only one person takes part in this interview."), None)
        elif self._view.composer.line.text.strip():
            speaker.setCurrentIndex((speaker.currentIndex() + 1) % speaker.count())
        else:
            self.lines.on(
                listed.current if listed.hasFocus() else "",
                lambda engagement, note: say_who(engagement, note, _after(people, note.person)),
            )

    def tick(self) -> None:
        """Show the time; the clock runs only while there is one and it can be seen."""
        passed = self.guide.show_time()
        self.ticked.emit(passed)
        running = bool(passed) and self._view.isVisible() and not self.guide.rests
        if running != self._clock.isActive():
            (self._clock.start if running else self._clock.stop)()

    def _keep(self, line: TypedLine, since: str, on: bool) -> None:  # noqa: FBT001 - a slot
        self.drafts.drop()
        if line.text.strip():
            person = self._view.speaker.currentData()
            kept = self.lines.keep(line, since, person, self.guide.current)
            if kept is None:
                return
            self._view.composer.clear()
            self._view.show_recovered("")
        if on:
            self.next_question()

    def _bring_back(self, engagement: OpenEngagement) -> None:
        """Offer what was being typed and never kept."""
        held = self._desk.aside.draft_of(engagement, self.lines.code)
        draft = held or draft_of(engagement, self.lines.code)
        self._view.composer.clear()
        self._view.show_recovered("")
        self.drafts.drop()
        if draft is not None:
            raw = self.lines.known.named(draft.text)
            caret = len(self.lines.known.named(draft.text[: draft.caret]))
            self._view.composer.show_draft(raw, draft.started_at, caret)
            said = _("Brought back: typed at {time}, not kept yet. Enter keeps it.")
            if held is not None:
                said = _(
                    "Brought back: typed at {time}, not saved. Copy it before the window closes."
                )
            self._view.show_recovered(said.format(time=words.clock(draft.started_at)))

    def _drop_draft(self) -> None:
        self.drafts.drop()
        self.lines.keep_draft("", 0, "")
        self._view.composer.clear()
        self._view.show_recovered("")
        self._view.composer.field.setFocus()

    def _act(self, key: str, what: str) -> None:
        self.lines.act(key, what)
        self._view.notes.list.select(key)

    def _make(self, kind: MentionKind, name: str, as_role: bool) -> str | None:  # noqa: FBT001 - a Maker
        made = self.lines.make(kind, name, as_role)
        self._view.composer.know(self.lines.known, {})
        return made

    def _connect(self) -> None:
        view, lines = self._view, self.lines
        composer, listed = view.composer, view.notes.list
        composer.kept.connect(self._keep)
        composer.typed.connect(self.drafts.note)
        composer.retype_asked.connect(lambda choice: lines.retype("", choice))
        composer.went_up.connect(self._to_last_line)
        composer.field.image_given.connect(lambda image: lines.attach_image("", image))
        composer.field.files_given.connect(lambda paths: self._attach("", paths))
        listed.asked.connect(self._act)
        listed.retype_asked.connect(lambda key, digit: lines.retype(key, BY_ALT_DIGIT[digit]))
        listed.files_dropped.connect(self._attach)
        listed.left.connect(composer.field.setFocus)
        listed.editor.edited.connect(lines.edit)
        listed.editor.split.connect(lines.split)
        view.draft_left.connect(self._drop_draft)
        view.guide.gone_to.connect(self.guide.go_and_show)

    def _to_last_line(self) -> None:
        self._view.notes.list.select("")
        self._view.notes.list.setFocus()

    def _attach(self, key: str, paths: list[str]) -> None:
        for path in paths:
            self.lines.attach(key, Path(path))


def count_to_place(desk: Desk, view: InterviewView, interview: str) -> None:
    """Say how many lines of an interview are to be placed on the data chain."""
    if desk.engagement is not None:
        found = notes_to_place(desk.engagement.dossier(), CHAIN, interview)
        view.summary.show_to_place(len(found))


def _after(people: list[str], person: str | None) -> str:
    """Return who takes part next after a person, the first one after nobody."""
    place = people.index(person) + 1 if person in people else 0
    return people[place % len(people)]
