"""From interviews, consents and notes to what the Capture page lists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence

from cxo_desktop.app.lines import line_of
from cxo_desktop.domain.cost_lines import parse_cost
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Settings
from cxo_desktop.domain.enums import ConsentScope, InterviewStatus, NoteKind
from cxo_desktop.domain.guides import GuideSheet
from cxo_desktop.domain.interviews import Consent, Interview, Note
from cxo_desktop.domain.line_grammar import LineForm, TypedLine, to_keep
from cxo_desktop.domain.mentions import MentionKind, Vocabulary, is_named
from cxo_desktop.i18n import _, ngettext
from cxo_desktop.ui import words
from cxo_desktop.ui.line_looks import ShownLine, look, month_words, shown_line
from cxo_desktop.ui.shown import InterviewSummary, ListRow, NoteRow, QuestionRow

_CHIP = 27
_MARK = re.compile(r"(?<!\S)[@+#](?=\w)")
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


def summary_of(
    rows: Sequence[NoteRow], notes: Sequence[Note], known: Vocabulary, settings: Settings
) -> InterviewSummary:
    """Return what the lines of an interview add up to; ``rows`` and ``notes`` go together."""
    lines = [line_of(note) for note in notes]
    text = " ".join(line.text for line in lines)
    return InterviewSummary(
        tools=tuple(_named(text, lines, known, MentionKind.TOOL)),
        people=tuple(_named(text, lines, known, MentionKind.PERSON)),
        flows=tuple(row.shown for row, line in _both(rows, lines) if line.form is LineForm.FLOW),
        pains=tuple(_short(row.shown) for row in rows if row.kind is NoteKind.PAIN_POINT),
        costs=_costs(lines, settings),
        actions=sum(line.form is LineForm.ACTION for line in lines),
        quoted=quoted_words(rows),
        stays=what_stays(rows),
    )


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


def _named(
    text: str, lines: Sequence[TypedLine], known: Vocabulary, kind: MentionKind
) -> Iterator[str]:
    """Yield each name once; a tool of the register counts without its mark, too."""
    seen: dict[str, str] = {}
    for line in lines:
        for mention in known.mentions(line.text):
            if mention.kind is kind:
                seen.setdefault(mention.code or mention.name.lower(), mention.name)
    names = {one.code: one.name for one in known.known if one.kind is kind}
    for code, name in names.items():
        if kind is MentionKind.TOOL and code not in seen and is_named(text, name):
            seen[code] = name
    for code, name in seen.items():
        yield names.get(code, name)


def _costs(lines: Sequence[TypedLine], settings: Settings) -> tuple[str, str]:
    """Return the cost so far in words, and how many lines it is the sum of."""
    costs = [parse_cost(line.text) for line in lines if line.form is LineForm.COST]
    hours = [it for cost in costs if (it := cost.hours_per_month(settings)) is not None]
    money = [it for cost in costs if (it := cost.rupees_per_month(settings)) is not None]
    said = month_words(sum(hours) if hours else None, sum(money) if money else None)
    return said, str(len(costs)) if costs else ""


def _both(
    rows: Sequence[NoteRow], lines: Sequence[TypedLine]
) -> Iterator[tuple[NoteRow, TypedLine]]:
    return zip(rows, lines, strict=True)


def _short(text: str) -> str:
    """Return the first words of a line, as many as a chip holds, without the marks of names."""
    text = _MARK.sub("", text)
    if len(text) <= _CHIP:
        return text
    return f"{text[:_CHIP].rsplit(' ', 1)[0].rstrip(' ,;:')}…"


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
