"""How a typed line begins says what it is: ``! totals typed twice`` is a pain point.

A prefix is a run of marks at column 0: at most one mark of a kind and each flag at most once, in
any order, then at most one space. Nothing is ever lost: prefix and text together are the line as
it was typed. A line that must begin with a mark literally begins with a space.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from cxo_desktop.domain.enums import NoteKind

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
VERBATIM_MARK = '"'
OFF_RECORD_MARK = "%"
OWN_READING_MARK = "_"

_MARK_OF = {kind: mark for mark, kind in KIND_MARKS.items()}
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

    @property
    def raw(self) -> str:
        """Return the line exactly as it was typed."""
        return self.prefix + self.text

    @property
    def is_plain(self) -> bool:
        """Tell whether no mark at all was understood."""
        return not self.prefix


def parse_line(raw: str) -> TypedLine:
    """Read the marks at the start of a line; everything else is its text."""
    marks = _leading_marks(raw)
    end = len("".join(marks))
    if marks and raw[end : end + 1] == " ":
        end += 1
    kinds = [KIND_MARKS[mark] for mark in marks if mark in KIND_MARKS]
    return TypedLine(
        prefix=raw[:end],
        text=raw[end:],
        kind=kinds[0] if kinds else NoteKind.FACT,
        verbatim=VERBATIM_MARK in marks,
        off_record=OFF_RECORD_MARK in marks,
        own_reading=OWN_READING_MARK in marks,
    )


def literal(raw: str) -> TypedLine:
    """Take a line as it stands: a fact whose text may begin with a mark."""
    return TypedLine(prefix="", text=raw)


def retyped(line: TypedLine, kind: NoteKind) -> TypedLine:
    """Return the same words as another kind, with the prefix one would have typed for it."""
    return _with_own_prefix(replace(line, kind=kind))


def with_verbatim(line: TypedLine, *, verbatim: bool) -> TypedLine:
    """Return the line marked as word for word, or not."""
    return _with_own_prefix(replace(line, verbatim=verbatim))


def mark_of(kind: NoteKind) -> str:
    """Return the mark that begins a line of this kind; a fact has none."""
    return _MARK_OF.get(kind, "")


def _with_own_prefix(line: TypedLine) -> TypedLine:
    marks = mark_of(line.kind)
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
    if any(mark in KIND_MARKS for mark in seen):
        return ""
    mark = next((mark for mark in KIND_MARKS if raw.startswith(mark, position)), "")
    if mark == "." and raw[position + 1 : position + 2] in tuple(_NOT_AFTER_A_DOT):
        return ""
    return mark
