"""From interviews, consents and notes to what the Capture page lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.enums import ConsentScope, InterviewStatus, NoteKind
from cxo_desktop.domain.interviews import Consent, Interview, Note
from cxo_desktop.domain.tools import Tool
from cxo_desktop.i18n import _, ngettext
from cxo_desktop.ui import words
from cxo_desktop.ui.mentions import names, said_name
from cxo_desktop.ui.shown import Bar, InterviewSummary, ListRow, NoteRow, Segment

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
    return [_interview_row(dossier, interview, counts) for interview in newest_first]


def title_of(dossier: Dossier, interview: Interview) -> str:
    """Return who an interview is with."""
    return ", ".join(words.who(dossier, code) for code in interview.participants) or _("Nobody yet")


def subtitle_of(interview: Interview) -> str:
    """Return when and where an interview is."""
    return " · ".join(part for part in (words.day(interview.on), interview.place or "") if part)


def note_rows(
    notes: Sequence[Note], consents: Sequence[Consent], names: Mapping[str, str]
) -> list[NoteRow]:
    """Return the notes of one interview as rows; ``names`` says who, where several spoke."""
    allowed = {c.person for c in consents if c.allows(ConsentScope.NOTES)}
    return [
        NoteRow(
            key=note.id,
            time=words.clock(note.written_at) or note.code,
            kind=note.kind or NoteKind.FACT,
            text=note.text,
            who=names.get(note.person or "", ""),
            verbatim=bool(note.verbatim),
            off_record=bool(note.off_record),
            blocked=note.person not in allowed,
        )
        for note in notes
    ]


def summary_of(rows: Sequence[NoteRow], tools: Sequence[Tool]) -> InterviewSummary:
    """Return what the notes of an interview add up to."""
    return InterviewSummary(
        kinds=tuple(kind_bars(rows)),
        tools=tuple(tools_named(rows, tools)),
        quoted=quoted_words(rows),
        stays=what_stays(rows),
    )


def kind_bars(rows: Sequence[NoteRow]) -> list[Bar]:
    """Return how many notes there are of each kind, most first."""
    counts = Counter(row.kind for row in rows)
    return [
        Bar(words.kind_word(kind), str(count), (Segment(count, words.KIND_LOOK[kind][1]),))
        for kind, count in counts.most_common()
    ]


def tools_named(rows: Sequence[NoteRow], tools: Sequence[Tool]) -> list[str]:
    """Return the tools whose name the notes mention, in the order of the register."""
    said = " ".join(row.text for row in rows)
    return [said_name(tool.name) for tool in tools if names(said, tool.name)]


def quoted_words(rows: Sequence[NoteRow]) -> str:
    """Return in words how many notes are word for word."""
    count = sum(row.verbatim for row in rows)
    return _("{count} of {all} word for word").format(count=count, all=len(rows))


def what_stays(rows: Sequence[NoteRow]) -> str:
    """Return in words how many notes never leave the laptop, or "" for none."""
    count = sum(row.blocked or row.off_record for row in rows)
    if not count:
        return ""
    return ngettext(
        "{count} note stays on this laptop: no consent, or off the record.",
        "{count} notes stay on this laptop: no consent, or off the record.",
        count,
    ).format(count=count)


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
