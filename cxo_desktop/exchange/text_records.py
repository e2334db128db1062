"""Interviews read from texts to records: people by code, their names in the sealed table only."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import regex

from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.enums import (
    ConsentScope,
    ConsentState,
    InterviewStatus,
    NoteKind,
    Sensitivity,
)
from cxo_desktop.domain.interviews import Consent, Interview, Note
from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.domain.records import Record
from cxo_desktop.exchange.note_texts import TextInterview, TextNote, TextSpeaker
from cxo_desktop.exchange.speakers import Part, key_of
from cxo_desktop.exchange.words import words
from cxo_desktop.i18n import _

_BEHIND = regex.compile(r"^(?P<name>[^()]+?)\s*\((?P<role>[^()]+)\)$")
_CONSENTED = (ConsentState.GIVEN, ConsentState.GIVEN_LIMITED)
_BETWEEN = " \u203a "
_SHORTEST_NAME = 3
_JOINT = r"[\s._-]+"


@dataclass(frozen=True, slots=True)
class TextRecords:
    """The records of one text, in the order in which they are to be kept."""

    interview: Interview
    people: tuple[Person, ...]
    names: tuple[PersonName, ...]
    consents: tuple[Consent, ...]
    notes: tuple[Note, ...]

    def all(self) -> tuple[Record, ...]:
        """Return every record, what others refer to first."""
        return (*self.people, *self.names, self.interview, *self.consents, *self.notes)

    def is_in(self, dossier: Dossier) -> bool:
        """Tell whether most of these notes are there already, from a file of this name."""
        codes = {
            interview.code
            for interview in dossier.all(Interview)
            if interview.source_file == self.interview.source_file
        }
        there = {(n.source_line, n.text) for n in dossier.all(Note) if n.interview in codes}
        same = sum((note.source_line, note.text) in there for note in self.notes)
        return 2 * same > len(self.notes)


@dataclass(slots=True)
class Cast:
    """Who is known by which name, and new codes for those who are not known yet."""

    new_code: Callable[[type[Record]], str]
    codes: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, dossier: Dossier, new_code: Callable[[type[Record]], str]) -> Cast:
        """Return the people of an engagement: by their names, aliases and codes."""
        codes = {key_of(person.code): person.code for person in dossier.all(Person)}
        for name in dossier.all(PersonName):
            for called in (name.full_name, *name.aliases):
                codes.setdefault(key_of(called), name.person)
        return cls(new_code, codes)


def records_of(text: TextInterview, cast: Cast, consent: ConsentState) -> TextRecords:
    """Return the records of one text.

    Somebody with the name of a known person is that person; everybody else is a new one, whose
    role is what the text says it is, else not known yet. Names go to person names only: in the
    file's name, headings and questions codes stand for them.
    """
    people: list[Person] = []
    names: list[PersonName] = []
    by_label = {one.label: _person(one, cast, people, names) for one in text.speakers}
    if not by_label:
        people.append(Person(code=cast.new_code(Person), role=text.role or _unknown_role()))
    participants = tuple(dict.fromkeys(by_label.values())) or (people[0].code,)
    hidden = _Hidden(text.speakers, by_label)
    interview = Interview(
        code=cast.new_code(Interview),
        on=text.on,
        place=text.place,
        language=text.language,
        participants=participants,
        status=InterviewStatus.DONE,
        source_file=hidden.without_names(text.source),
    )
    return TextRecords(
        interview=interview,
        people=tuple(people),
        names=tuple(names),
        consents=tuple(_consent(code, interview, consent) for code in participants),
        notes=tuple(_note(note, interview, by_label, hidden, cast) for note in text.notes),
    )


def _person(speaker: TextSpeaker, cast: Cast, people: list[Person], names: list[PersonName]) -> str:
    known = cast.codes.get(key_of(speaker.label))
    if known:
        return known
    code = cast.new_code(Person)
    behind = _BEHIND.match(speaker.label)
    role = speaker.role or (behind["role"] if behind else None)
    if speaker.part is Part.POST:
        role = role or speaker.label
    elif speaker.part is Part.NAMED:
        name = behind["name"] if behind else speaker.label
        names.append(PersonName(person=code, full_name=name))
        cast.codes[key_of(speaker.label)] = cast.codes[key_of(name)] = code
    people.append(Person(code=code, role=role or _unknown_role()))
    return code


def _unknown_role() -> str:
    return _("not known yet")


class _Hidden:
    """Puts a person's code where the person's name, or a part of it, stands."""

    def __init__(self, speakers: Iterable[TextSpeaker], by_label: dict[str, str]) -> None:
        self._code_of: dict[str, str] = {}
        for speaker in speakers:
            if speaker.part is Part.NAMED:
                name = speaker.label.split("(")[0].strip()
                for called in (name, *name.split()):
                    self._add(_plain(called), by_label[speaker.label])
        longest_first = sorted(self._code_of, key=len, reverse=True)
        either = "|".join(_JOINT.join(map(regex.escape, key.split())) for key in longest_first)
        self._names = regex.compile(
            rf"(?<![\p{{L}}\p{{M}}])(?:{either})(?![\p{{L}}\p{{M}}])", regex.IGNORECASE
        )

    def _add(self, key: str, code: str) -> None:
        if len(key) >= _SHORTEST_NAME and key not in words("speakers", "honorifics"):
            self._code_of.setdefault(key, code)

    def without_names(self, text: str) -> str:
        return str(self._names.sub(self._code, text)) if self._code_of else text

    def _code(self, found: regex.Match[str]) -> str:
        return self._code_of[_plain(found[0])]


def _plain(called: str) -> str:
    """Return a name's words alone, however they are joined."""
    return " ".join(filter(None, regex.split(_JOINT, called.casefold())))


def _consent(person: str, interview: Interview, state: ConsentState) -> Consent:
    scopes = (ConsentScope.NOTES,) if state in _CONSENTED else ()
    return Consent(person=person, interview=interview.code, state=state, scopes=scopes)


def _note(
    note: TextNote, interview: Interview, by_label: dict[str, str], hidden: _Hidden, cast: Cast
) -> Note:
    person = by_label.get(note.speaker or "")
    if person is None and len(interview.participants) == 1 and not note.asked:
        person = interview.participants[0]
    above = _BETWEEN.join([*note.headings, *([note.question] if note.question else [])])
    return Note(
        code=cast.new_code(Note),
        interview=interview.code,
        person=person,
        kind=NoteKind.OPEN_QUESTION if note.asked else NoteKind.FACT,
        text=note.text,
        language=note.language,
        own_reading=True if note.asked else None,
        sensitivity=Sensitivity.INTERNAL,
        guide_question=hidden.without_names(above) or None,
        source_line=note.line,
    )
