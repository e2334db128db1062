"""Interview guides: what to ask, how to ask further, and how far one has come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.records import Number, Record

HINDI = "hi"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide(Record):
    """A list of questions for people of some levels; ``minutes`` is how long it usually takes."""

    name: str = ""
    name_hi: str | None = None
    minutes: Number | None = None
    levels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideQuestion(Record):
    """One question of a guide; ``short`` is what the list beside the notes calls it.

    ``position`` sorts it in its guide; ``must`` are those to keep when time is short; ``levels``
    are the only levels it is asked of, all when empty; ``serves`` names learnings of the field.
    """

    guide: str = ""
    position: str = ""
    short: str = ""
    short_hi: str | None = None
    text: str = ""
    text_hi: str | None = None
    purpose: str | None = None
    probes: tuple[str, ...] = ()
    probes_hi: tuple[str, ...] = ()
    must: bool | None = None
    kinds: tuple[NoteKind, ...] = ()
    serves: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()

    def in_language(self, language: str | None) -> tuple[str, str, tuple[str, ...]]:
        """Return short name, text and probes in a language, in English where it has none."""
        if language == HINDI and self.text_hi:
            return self.short_hi or self.short, self.text_hi, self.probes_hi or self.probes
        return self.short, self.text, self.probes


@dataclass(frozen=True, slots=True)
class GuideSheet:
    """A guide with its questions in order."""

    guide: Guide
    questions: tuple[GuideQuestion, ...]

    def for_levels(self, levels: Iterable[str]) -> GuideSheet:
        """Return the sheet with only the questions that are asked of one of these levels."""
        heard = set(levels)
        return GuideSheet(
            self.guide, tuple(q for q in self.questions if not q.levels or heard & set(q.levels))
        )

    def next_to(self, code: str, step: int) -> str:
        """Return the code of the question ``step`` further on; the ends stay where they are."""
        codes = [question.code for question in self.questions]
        if not codes:
            return ""
        if code not in codes:
            return codes[0]
        return codes[max(0, min(len(codes) - 1, codes.index(code) + step))]


def answered(notes: Sequence[Note]) -> frozenset[str]:
    """Return the codes of the questions that at least one line answers."""
    return frozenset(note.guide_question for note in notes if note.guide_question)


def where_we_are(sheet: GuideSheet, notes: Sequence[Note]) -> str:
    """Return the question of the last line that answers one of the sheet, else its first."""
    codes = [question.code for question in sheet.questions]
    last = next((n.guide_question for n in reversed(notes) if n.guide_question in codes), None)
    return last or (codes[0] if codes else "")
