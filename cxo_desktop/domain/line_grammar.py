"""How a typed line begins says what it is: ``! totals typed twice`` is a pain point.

A prefix is a run of marks at column 0: at most one mark of a kind or form and each flag at most
once, in any order, then at most one space. Nothing is ever lost: prefix and text together are the
line as it was typed. A line that must begin with a mark literally begins with a space.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from cxo_desktop.domain.enums import NoteKind


class LineForm(StrEnum):
    """What a line makes beside a note: nothing, flows of data, a cost, an action."""

    NOTE = "note"
    FLOW = "flow"
    COST = "cost"
    ACTION = "action"


KIND_MARKS: dict[str, NoteKind] = {
    "!!": NoteKind.RISK,
    "??": NoteKind.ASSUMPTION,
    "<>": NoteKind.CONTRADICTION,
    ":=": NoteKind.DECISION,
    "!": NoteKind.PAIN_POINT,
    "*": NoteKind.ASK,
    "^": NoteKind.NEED,
    "~": NoteKind.WORKAROUND,
    ".": NoteKind.OBSERVATION,
    "&": NoteKind.IDEA,
    "?": NoteKind.OPEN_QUESTION,
}
FORM_MARKS: dict[str, LineForm] = {
    "[]": LineForm.ACTION,
    ">": LineForm.FLOW,
    "=": LineForm.COST,
}
VERBATIM_MARK = '"'
OFF_RECORD_MARK = "%"
OWN_READING_MARK = "_"

_MARK_OF = {kind: mark for mark, kind in KIND_MARKS.items()}
_MARK_OF_FORM = {form: mark for mark, form in FORM_MARKS.items()}
_TYPES = {**KIND_MARKS, **FORM_MARKS}
_FLAGS = (VERBATIM_MARK, OFF_RECORD_MARK, OWN_READING_MARK)
_NOT_AFTER_A_DOT = ".0123456789"


@dataclass(frozen=True, slots=True)
class TypedLine:
    """A line as understood; ``prefix`` are the marks at its start as they were typed."""

    prefix: str
    text: str
    kind: NoteKind = NoteKind.FACT
    verbatim: bool = False
    off_record: bool = False
    own_reading: bool = False
    form: LineForm = LineForm.NOTE

    @property
    def raw(self) -> str:
        """Return the line exactly as it was typed."""
        return self.prefix + self.text

    @property
    def is_plain(self) -> bool:
        """Tell whether no mark at all was understood."""
        return not self.prefix


@lru_cache(maxsize=8192)
def parse_line(raw: str) -> TypedLine:
    """Read the marks at the start of a line; everything else is its text."""
    marks = _leading_marks(raw)
    end = len("".join(marks))
    if marks and raw[end : end + 1] == " ":
        end += 1
    kinds = [KIND_MARKS[mark] for mark in marks if mark in KIND_MARKS]
    forms = [FORM_MARKS[mark] for mark in marks if mark in FORM_MARKS]
    return TypedLine(
        prefix=raw[:end],
        text=raw[end:],
        kind=kinds[0] if kinds else NoteKind.FACT,
        verbatim=VERBATIM_MARK in marks,
        off_record=OFF_RECORD_MARK in marks,
        own_reading=OWN_READING_MARK in marks,
        form=forms[0] if forms else LineForm.NOTE,
    )


def to_keep(line: TypedLine) -> str:
    """Return the raw text to keep of a line, which reads back as the line is understood."""
    return line.raw if parse_line(line.raw) == line else f" {line.raw}"


def literal(raw: str) -> TypedLine:
    """Take a line as it stands: a fact whose text may begin with a mark."""
    return TypedLine(prefix="", text=raw)


def retyped(line: TypedLine, kind: NoteKind) -> TypedLine:
    """Return the same words as another kind, with the prefix one would have typed for it."""
    return _with_own_prefix(replace(line, kind=kind, form=LineForm.NOTE))


def reformed(line: TypedLine, form: LineForm) -> TypedLine:
    """Return the same words in another form, with the prefix one would have typed for it."""
    return _with_own_prefix(replace(line, kind=NoteKind.FACT, form=form))


def with_flags(
    line: TypedLine,
    *,
    verbatim: bool | None = None,
    off_record: bool | None = None,
    own_reading: bool | None = None,
) -> TypedLine:
    """Return the line with other flags; None leaves one as it is."""
    return _with_own_prefix(
        replace(
            line,
            verbatim=line.verbatim if verbatim is None else verbatim,
            off_record=line.off_record if off_record is None else off_record,
            own_reading=line.own_reading if own_reading is None else own_reading,
        )
    )


def mark_of(kind: NoteKind) -> str:
    """Return the mark that begins a line of this kind; a fact has none."""
    return _MARK_OF.get(kind, "")


def _with_own_prefix(line: TypedLine) -> TypedLine:
    marks = _MARK_OF_FORM.get(line.form) or mark_of(line.kind)
    marks += VERBATIM_MARK if line.verbatim else ""
    marks += OFF_RECORD_MARK if line.off_record else ""
    marks += OWN_READING_MARK if line.own_reading else ""
    return replace(line, prefix=f"{marks} " if marks else "")


def _leading_marks(raw: str) -> list[str]:
    marks: list[str] = []
    position = 0
    while mark := _mark_at(raw, position, marks):
        marks.append(mark)
        position += len(mark)
    return marks


def _mark_at(raw: str, position: int, seen: list[str]) -> str:
    """Return the mark at ``position``, or "" where the text begins."""
    flag = raw[position : position + 1]
    if flag and flag in _FLAGS:
        return "" if flag in seen else flag
    if any(mark in _TYPES for mark in seen):
        return ""
    mark = next((mark for mark in _TYPES if raw.startswith(mark, position)), "")
    if mark == "." and raw[position + 1 : position + 2] in tuple(_NOT_AFTER_A_DOT):
        return ""
    return mark
