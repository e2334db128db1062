"""From interviews, consents and notes to what the Capture page lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence

from cxo_desktop.app.lines import line_of
from cxo_desktop.app.unfiled import NO_INTERVIEW, missing_interviews, unfiled_word
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Settings
from cxo_desktop.domain.enums import ConsentScope, InterviewStatus, NoteKind
from cxo_desktop.domain.guides import GuideSheet
from cxo_desktop.domain.interviews import Consent, Interview, Note
from cxo_desktop.domain.line_grammar import TypedLine, to_keep
from cxo_desktop.domain.mentions import Vocabulary
from cxo_desktop.i18n import _
from cxo_desktop.ui import words
from cxo_desktop.ui.line_looks import ShownLine, look, shown_line
from cxo_desktop.ui.shown import ListRow, NoteRow, QuestionRow

_STATUS_LOOK = {
    InterviewStatus.OPEN: ("mic", "accent"),
    InterviewStatus.DONE: ("check", "ok"),
    InterviewStatus.POSTPONED: ("clock", "warn"),
    InterviewStatus.CANCELLED: ("circle-x", "text3"),
}
_ORDER = (InterviewStatus.OPEN, InterviewStatus.PLANNED, InterviewStatus.POSTPONED, None)


def interview_rows(dossier: Dossier) -> list[ListRow]:
    """Return a row for each interview: open ones first, then planned, then held, newest first."""
    counts = Counter(note.interview for note in dossier.all(Note))
    newest_first = sorted(
        dossier.all(Interview), key=lambda i: (i.on is None, i.on or 0, i.id), reverse=True
    )
    newest_first.sort(key=lambda i: _ORDER.index(i.status) if i.status in _ORDER else len(_ORDER))
    rows = [_interview_row(dossier, interview, counts) for interview in newest_first]
    return [*rows, *_unfiled_rows(dossier, counts)]


def title_of(dossier: Dossier, interview: Interview) -> str:
    """Return who an interview is with."""
    if interview.code in missing_interviews(dossier):
        return _("Unfiled notes")
    return ", ".join(words.who(dossier, code) for code in interview.participants) or _("Nobody yet")


def subtitle_of(interview: Interview) -> str:
    """Return when and where an interview is."""
    return " · ".join(part for part in (words.day(interview.on), interview.place or "") if part)


class LineRows:
    """Turns notes into rows, each only once while nothing about it changes."""

    def __init__(self, known: Vocabulary, settings: Settings) -> None:
        self._known = known
        self._settings = settings
        self._lines: dict[tuple[str, str, str, bool], tuple[TypedLine, ShownLine]] = {}
        self._made: dict[str, tuple[Note, tuple[object, ...], NoteRow]] = {}

    def rows(
        self,
        notes: Sequence[Note],
        consents: Sequence[Consent],
        names: Mapping[str, str],
        photos: Mapping[str, tuple[str, ...]],
    ) -> list[NoteRow]:
        """Return the notes of one interview as rows; ``names`` says who, where several spoke."""
        allowed = {c.person for c in consents if c.allows(ConsentScope.NOTES)}
        return [
            self._row(note, names, photos.get(note.code, ()), blocked=note.person not in allowed)
            for note in notes
        ]

    def _row(
        self, note: Note, names: Mapping[str, str], photos: tuple[str, ...], *, blocked: bool
    ) -> NoteRow:
        about = (names.get(note.person or "", ""), photos, blocked)
        made = self._made.get(note.id)
        if made is None or made[0] is not note or made[1] != about:
            made = note, about, self._fresh(note, about[0], photos, blocked=blocked)
            self._made[note.id] = made
        return made[2]

    def _fresh(self, note: Note, who: str, photos: tuple[str, ...], *, blocked: bool) -> NoteRow:
        line, shown = self._line(note)
        return NoteRow(
            key=note.id,
            code=note.code,
            time=words.clock(note.written_at) or note.code,
            look=look(note.kind, line.form, verbatim=bool(note.verbatim)),
            line=shown,
            raw=self._known.named(to_keep(line)),
            kind=note.kind or NoteKind.FACT,
            who=who,
            verbatim=bool(note.verbatim),
            off_record=bool(note.off_record),
            mine=bool(note.own_reading),
            blocked=blocked,
            question=note.guide_question or "",
            photos=photos,
        )

    def _line(self, note: Note) -> tuple[TypedLine, ShownLine]:
        kind = (note.kind or NoteKind.FACT).value
        key = (note.raw_text or "", note.text, kind, bool(note.verbatim))
        if key not in self._lines:
            line = line_of(note)
            self._lines[key] = line, shown_line(line, self._known, self._settings)
        return self._lines[key]


def question_rows(
    sheet: GuideSheet, answered: Container[str], asked: Container[str], language: str | None
) -> list[QuestionRow]:
    """Return the questions of a guide as they are listed beside the notes."""
    rows = []
    for question in sheet.questions:
        short, text, probes = question.in_language(language)
        done = question.code in answered
        state = "answered" if done else "asked" if question.code in asked else "open"
        rows.append(
            QuestionRow(question.code, short or text, text, probes, state, bool(question.must))
        )
    return rows


def _unfiled_rows(dossier: Dossier, counts: Counter[str | None]) -> Iterator[ListRow]:
    """Yield a row for the notes of each interview that is not there, and for those of none."""
    for code in missing_interviews(dossier):
        none = code == NO_INTERVIEW
        yield ListRow(
            key=code,
            title=_("Unfiled notes"),
            below=_("of no interview") if none else unfiled_word(code),
            icon="circle-question-mark",
            ink="warn",
            aside=str(counts[None] + counts[""] if none else counts[code]),
        )


def _interview_row(dossier: Dossier, interview: Interview, counts: Counter[str | None]) -> ListRow:
    icon, ink = _STATUS_LOOK.get(interview.status or InterviewStatus.PLANNED, ("calendar", "text3"))
    count = counts[interview.code]
    when = words.short_day(interview.on)
    return ListRow(
        key=interview.code,
        title=title_of(dossier, interview),
        below=" · ".join(part for part in (when, words.status_word(interview.status)) if part),
        icon=icon,
        ink=ink,
        aside=str(count) if count else "",
    )
