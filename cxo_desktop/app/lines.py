"""The lines of an interview: kept, changed, split, merged, moved and removed.

A line is a note with its raw text. What it makes beside the note (flows, a cost, an action) is
made, changed and removed in the same operation, so that one undo takes all of it back.
"""

from __future__ import annotations

from dataclasses import replace

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.interviews import has_refused, keep_note, notes_of
from cxo_desktop.app.line_entities import settle, unsettle
from cxo_desktop.domain.enums import NoteKind, Sensitivity
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.line_grammar import LineForm, TypedLine, literal, parse_line, to_keep
from cxo_desktop.domain.mentions import MentionKind, Vocabulary, unsure_places, vocabulary
from cxo_desktop.domain.ordering import between
from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.domain.records import Record
from cxo_desktop.domain.themes import Theme
from cxo_desktop.domain.tools import Tool
from cxo_desktop.i18n import _

NAMED = (Person, PersonName, Tool, Theme)
"""The records that a line can name."""


def known_names(engagement: OpenEngagement) -> Vocabulary:
    """Return all that a line can name now."""
    dossier = engagement.dossier()
    return vocabulary(
        dossier.all(Person), dossier.all(PersonName), dossier.all(Tool), dossier.all(Theme)
    )


def keep_line(  # noqa: PLR0913 - what a line of an interview consists of
    engagement: OpenEngagement,
    *,
    interview: str,
    line: str,
    person: str | None = None,
    kind: NoteKind | None = None,
    written_at: str | None = None,
    guide_question: str | None = None,
) -> Note:
    """Keep a line as it was typed: its first marks tell what it is unless ``kind`` does.

    Names of people are kept as codes. Raises as keep_note does.
    """
    known = known_names(engagement)
    typed = coded_line(line, known, kind)
    with engagement.operation("add note"):
        note = keep_note(
            engagement,
            interview=interview,
            person=person,
            kind=typed.kind,
            text=typed.text,
            raw_text=to_keep(typed),
            verbatim=typed.verbatim,
            off_record=typed.off_record,
            own_reading=typed.own_reading,
            unsure=bool(unsure_places(typed.text)),
            written_at=written_at,
            themes=known.codes(typed.text, MentionKind.THEME),
            guide_question=guide_question,
        )
        refs = _refs(engagement, note, typed, known, ())
        if refs:
            note = replace(note, refs=refs)
            engagement.put(note)
    return note


def coded_line(raw: str, known: Vocabulary, kind: NoteKind | None = None) -> TypedLine:
    """Return a typed line, with codes for names of people; ``kind`` wins over its marks."""
    typed = parse_line(known.coded(raw))
    return replace(typed, kind=kind, form=LineForm.NOTE) if kind else typed


def line_of(note: Note) -> TypedLine:
    """Return a note as the line it was typed as."""
    if note.raw_text is not None:
        return parse_line(note.raw_text)
    return replace(
        literal(note.text),
        kind=note.kind or NoteKind.FACT,
        verbatim=bool(note.verbatim),
        off_record=bool(note.off_record),
        own_reading=bool(note.own_reading),
    )


def change_line(engagement: OpenEngagement, note: Note, line: TypedLine) -> Note:
    """Make a kept line say something else, and what it made with it; return the note.

    Raises InputRefused for a line without words, NotFound when the note is gone.
    """
    known = known_names(engagement)
    typed = replace(line, text=known.coded(line.text))
    if not typed.text.strip():
        raise InputRefused(
            _("The line was not changed."),
            _("It has no words left."),
            _("Remove the line instead; undo brings it back."),
        )
    with engagement.operation("change line"):
        changed = replace(
            note,
            kind=typed.kind,
            text=typed.text.strip(),
            raw_text=to_keep(typed),
            verbatim=typed.verbatim,
            off_record=typed.off_record or None,
            own_reading=typed.own_reading or None,
            unsure=bool(unsure_places(typed.text)) or None,
            sensitivity=_sensitivity(note, typed),
            themes=_themes(note, typed, known),
            refs=_refs(engagement, note, typed, known, note.refs),
        )
        engagement.put(changed)
    return changed


def split_line(engagement: OpenEngagement, note: Note, first: str, second: str) -> Note:
    """Part a line in two at a place in its words; return the new second one.

    Both are of the same kind and person. Raises InputRefused when one would have no words.
    """
    line = line_of(note)
    with engagement.operation("split line"):
        change_line(engagement, note, replace(line, text=first.rstrip()))
        later = [it.place for it in notes_of(engagement, note.interview or "")]
        after = next((place for place in later if place > note.place), "")
        rest = keep_line(
            engagement,
            interview=note.interview or "",
            line=to_keep(replace(line, text=second.lstrip())),
            person=note.person,
            written_at=note.written_at,
            guide_question=note.guide_question,
        )
        placed = replace(rest, position=between(note.place, after), person=note.person)
        engagement.put(placed)
    return placed


def merge_lines(engagement: OpenEngagement, first: Note, second: Note) -> Note:
    """Put the words of the second line at the end of the first; return the first."""
    line = line_of(first)
    with engagement.operation("merge lines"):
        words = f"{line.text.rstrip()} {line_of(second).text.lstrip()}"
        merged = change_line(engagement, first, replace(line, text=words))
        remove_line(engagement, second)
    return merged


def move_line(engagement: OpenEngagement, note: Note, step: int) -> None:
    """Move a line up (-1) or down (1) among the lines of its interview, if it can."""
    lines = notes_of(engagement, note.interview or "")
    now = next(place for place, it in enumerate(lines) if it.id == note.id)
    goal = now + step
    if not 0 <= goal < len(lines):
        return
    others = [it.place for it in lines if it.id != note.id]
    before = others[goal - 1] if goal else ""
    after = others[goal] if goal < len(others) else ""
    with engagement.operation("move line"):
        engagement.put(replace(note, position=between(before, after)))


def remove_line(engagement: OpenEngagement, note: Note) -> tuple[Record, ...]:
    """Take a line away, and what it made; return all that went to the bin."""
    with engagement.operation("remove line"):
        made = unsettle(engagement, note)
        engagement.remove(note)
    return (note, *made)


def say_who(engagement: OpenEngagement, note: Note, person: str | None) -> None:
    """Lay a line to another participant, or to nobody.

    Raises InputRefused for one who refused to have anything written down.
    """
    if person and has_refused(engagement, person, note.interview or ""):
        raise InputRefused(
            _("The line was not changed."),
            _("This person refused, so nothing they say is written down."),
            _("Lay it to somebody else, or remove it."),
        )
    with engagement.operation("say who"):
        engagement.put(replace(note, person=person))


def _sensitivity(note: Note, typed: TypedLine) -> Sensitivity | None:
    if typed.off_record:
        return Sensitivity.CONFIDENTIAL
    return Sensitivity.INTERNAL if note.off_record else note.sensitivity


def _themes(note: Note, typed: TypedLine, known: Vocabulary) -> tuple[str, ...]:
    before = known.codes(note.text, MentionKind.THEME)
    kept = [code for code in note.themes if code not in before]
    return tuple(dict.fromkeys((*kept, *known.codes(typed.text, MentionKind.THEME))))


def _refs(
    engagement: OpenEngagement,
    note: Note,
    typed: TypedLine,
    known: Vocabulary,
    before: tuple[str, ...],
) -> tuple[str, ...]:
    """Return what a line refers to: what somebody laid it to, tools it names, what it makes."""
    named = known.codes(note.text, MentionKind.TOOL) if before else ()
    made = settle(engagement, note, typed, known)
    kept = [code for code in before if code not in named and code not in made.gone]
    return tuple(dict.fromkeys((*kept, *known.codes(typed.text, MentionKind.TOOL), *made.codes)))
