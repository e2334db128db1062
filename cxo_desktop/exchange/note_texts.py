"""Plain text and Markdown interview notes: one note a paragraph, list entry or speaker's turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import regex

from cxo_desktop.exchange.front_matter import FrontMatter, front_matter, read_date
from cxo_desktop.exchange.languages import guess_language
from cxo_desktop.exchange.speakers import Part, Turn, key_of, speakers, turn_of
from cxo_desktop.exchange.text_bytes import decode_text, refuse_file
from cxo_desktop.exchange.text_lines import Kind, Line, blocks, classified
from cxo_desktop.i18n import _

_DAY_IN_NAME = regex.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")
_SPOKEN_KINDS = (Kind.WORDS, Kind.LISTED)


@dataclass(frozen=True, slots=True)
class TextNote:
    """One note of a text: lines ``line`` to ``last_line``, counted from 1.

    ``speaker`` is the label as written; ``question`` what the interviewer said just before;
    ``headings`` those above it, outermost first; ``asked`` a question that nobody answered.
    """

    text: str
    line: int
    last_line: int
    speaker: str | None = None
    question: str | None = None
    headings: tuple[str, ...] = ()
    language: str | None = None
    asked: bool = False


@dataclass(frozen=True, slots=True)
class TextSpeaker:
    """Somebody who speaks in a text, or is named in its head; never one who asks."""

    label: str
    part: Part
    role: str | None = None


@dataclass(frozen=True, slots=True)
class TextInterview:
    """What one file holds.

    ``questions`` and ``headings`` are lines that came in as context of the notes below them;
    ``unused`` are lines of the head that could not be understood. ``role`` is that of the one
    who was heard.
    """

    source: str
    notes: tuple[TextNote, ...]
    speakers: tuple[TextSpeaker, ...] = ()
    on: date | None = None
    place: str | None = None
    language: str | None = None
    role: str | None = None
    questions: tuple[int, ...] = ()
    headings: tuple[int, ...] = ()
    unused: tuple[int, ...] = ()


def read_texts(files: Sequence[tuple[str, bytes]]) -> tuple[TextInterview, ...]:
    """Return an interview for each file, given as its name and content.

    Raises InputRefused, naming the file, when one of them is no text or holds no note.
    """
    return tuple(read_text(name, decode_text(name, content)) for name, content in files)


def read_text(name: str, text: str) -> TextInterview:
    """Return the interview that one text holds. Raises InputRefused when no note is in it."""
    lines = text.split("\n")
    head = front_matter(lines)
    kept = ["" if n in head.lines else line for n, line in enumerate(lines, 1)]
    parts = list(blocks(classified(kept)))
    spoken = sum(part[0].kind in _SPOKEN_KINDS for part in parts)
    known = speakers(list(_turns(parts)), spoken, [key_of(name) for name in head.participants])
    writer = _Writer(known, head.title)
    for part in _split_turns(parts, known):
        writer.take(part)
    writer.finish()
    if not writer.notes:
        refuse_file(
            name, _("There are no words in it."), _("Leave it out, or write the notes into it.")
        )
    return _interview(name, head, writer)


def _turns(parts: Iterable[Sequence[Line]]) -> Iterator[Turn]:
    for part in parts:
        for line in part:
            turn = turn_of(line.text) if line.kind in _SPOKEN_KINDS else None
            if turn:
                yield turn


def _split_turns(
    parts: Iterable[Sequence[Line]], known: Mapping[str, Part]
) -> Iterator[Sequence[Line]]:
    """Cut each block where a known speaker begins to speak."""
    for part in parts:
        begins = [n for n, line in enumerate(part) if n == 0 or _known_turn(line, known)]
        for start, stop in zip(begins, [*begins[1:], len(part)], strict=True):
            yield part[start:stop]


def _known_turn(line: Line, known: Mapping[str, Part]) -> Turn | None:
    turn = turn_of(line.text) if line.kind in _SPOKEN_KINDS else None
    return turn if turn and turn.key in known else None


@dataclass(slots=True)
class _Writer:
    """Turns blocks into notes, with the speaker, question and headings that stand above them."""

    known: Mapping[str, Part]
    title: str | None
    notes: list[TextNote] = field(default_factory=list)
    questions: list[int] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    speaker: str | None = None
    heard: dict[str, str] = field(default_factory=dict)
    _silent: Line | None = None
    _asked: list[TextNote] = field(default_factory=list)
    _above: list[Line] = field(default_factory=list)
    _bare: list[Line] = field(default_factory=list)

    def take(self, block: Sequence[Line]) -> None:
        """Take the next block."""
        head = block[0]
        if head.kind is Kind.RULE:
            return
        if head.kind is Kind.HEADING:
            self._heading(head)
            return
        turn = _known_turn(head, self.known)
        if turn:
            self._begin(turn)
        words = [turn.words if turn else head.text, *(line.mark + line.text for line in block[1:])]
        text = "\n".join(words).strip()
        first = self._silent.number if self._silent and not turn else head.number
        self._silent = head if turn and not text else None
        if text:
            self._say(text, first, block[-1].number, asks=bool(turn) and self.speaker is None)

    def finish(self) -> None:
        """Keep what nothing followed: unanswered questions and headings without notes."""
        self._close(0)
        self._unanswered()
        self.notes.sort(key=lambda note: note.line)

    def _begin(self, turn: Turn) -> None:
        asks = self.known[turn.key] is Part.ASKS
        self.speaker = None if asks else self.heard.setdefault(turn.key, turn.label)

    def _say(self, text: str, first: int, last: int, *, asks: bool) -> None:
        note = TextNote(text, first, last, self.speaker, language=guess_language(text))
        above = tuple(line.text for line in self._above)
        note = replace(note, headings=(self.title, *above) if self.title else above)
        if asks:
            self._asked.append(note)
            return
        question = "\n".join(asked.text for asked in self._asked)
        self.questions += [asked.line for asked in self._asked]
        self._asked.clear()
        self._bare.clear()
        self.notes.append(replace(note, question=question or None))

    def _heading(self, line: Line) -> None:
        self._unanswered()
        self._close(line.depth)
        self.speaker = self._silent = None
        self._above.append(line)
        self._bare.append(line)
        self.headings.append(line.number)

    def _close(self, depth: int) -> None:
        """Leave the headings of this depth or deeper; one without a note becomes a note."""
        while self._above and self._above[-1].depth >= depth:
            line = self._above.pop()
            if line in self._bare:
                self._bare.remove(line)
                self.headings.remove(line.number)
                language = guess_language(line.text)
                self.notes.append(TextNote(line.text, line.number, line.number, language=language))

    def _unanswered(self) -> None:
        self.notes += [replace(asked, asked=True) for asked in self._asked]
        if self._asked:
            self._bare.clear()
        self._asked.clear()


def _interview(name: str, head: FrontMatter, writer: _Writer) -> TextInterview:
    cast = _cast(head, writer)
    role_left = head.role_line and len(cast) > 1 and not any(one.role for one in cast)
    day = _DAY_IN_NAME.search(name)
    return TextInterview(
        source=name,
        notes=tuple(writer.notes),
        speakers=cast,
        on=head.on or (read_date(day[0]) if day else None),
        place=head.place,
        language=head.language or _commonest(note.language for note in writer.notes),
        role=None if cast else head.role,
        questions=tuple(sorted(writer.questions)),
        headings=tuple(writer.headings),
        unused=tuple(sorted((*head.unused, head.role_line))) if role_left else head.unused,
    )


def _cast(head: FrontMatter, writer: _Writer) -> tuple[TextSpeaker, ...]:
    """Return who speaks, then who is only named in the head; a role goes to the one it means."""
    labels = dict(writer.heard)
    for label in head.participants:
        labels.setdefault(key_of(label), label)
    parts = {key: writer.known.get(key) or _part_of(label) for key, label in labels.items()}
    heard = [key for key, part in parts.items() if part is not Part.ASKS]
    named = [key_of(label) for label in head.participants]
    meant = named if len(named) == 1 else heard if len(heard) == 1 else []
    return tuple(
        TextSpeaker(labels[key], parts[key], head.role if key in meant else None) for key in heard
    )


def _part_of(label: str) -> Part:
    turn = turn_of(label + ":")
    return turn.part if turn else Part.NAMED


def _commonest(languages: Iterable[str | None]) -> str | None:
    known = [language for language in languages if language]
    return max(sorted(set(known)), key=known.count) if known else None
