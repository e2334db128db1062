"""The lines of a plain text or Markdown file, each with what it is: heading, list, table, words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

import regex

_HEADING = regex.compile(r"^ {0,3}(#{1,6})\s+(\S.*)$")
_RULE = regex.compile(r"^\s*([-=_*~^+#])(?:\s?\1){2,}\s*$")
_LISTED = regex.compile(
    r"^(?P<indent>\s*)(?P<mark>[-*+•‣◦\u2013]|\d{1,3}[.)])(?P<gap>\s+)(?P<words>\S.*)$"
)
_FENCE = regex.compile(r"^ {0,3}(```+|~~~+)")
_UNDERLINES = {"=": 1, "-": 2, "~": 3, "^": 3}
_LONGEST_TITLE = 120
_SENTENCE_ENDS = (".", "?", "!", "।", ":")


class Kind(Enum):
    """What a line is."""

    BLANK = auto()
    HEADING = auto()
    RULE = auto()
    LISTED = auto()
    TABLE = auto()
    CODE = auto()
    WORDS = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One line, ``text`` without the marks of a heading or bullet.

    ``depth`` is the level of a heading, or the indent of a list's line, whose ``mark`` it is.
    """

    number: int
    kind: Kind
    text: str
    depth: int = 0
    mark: str = ""


def classified(lines: Sequence[str], first: int = 1) -> list[Line]:
    """Return every line with its kind; ``first`` is the number of the first one."""
    found: list[Line] = []
    closing = 0
    for number, raw in enumerate(lines, first):
        if number > closing:
            closing = _closing_fence(lines, number - first) + first
        if number <= closing:
            found.append(Line(number, Kind.CODE, raw.rstrip()))
        else:
            _add(found, _line(number, raw))
    return found


def _closing_fence(lines: Sequence[str], at: int) -> int:
    """Return the index of the line that closes the fence opened at ``at``, or -1."""
    opening = _FENCE.match(lines[at])
    if not opening:
        return -1
    closings = (n for n in range(at + 1, len(lines)) if lines[n].strip().startswith(opening[1]))
    return next(closings, -1)


def _line(number: int, raw: str) -> Line:
    text = raw.rstrip()
    if not text.strip():
        return Line(number, Kind.BLANK, "")
    heading, listed = _HEADING.match(text), _LISTED.match(text)
    if _RULE.match(text):
        return Line(number, Kind.RULE, text.strip())
    if heading:
        title = heading[2].rstrip("#").rstrip() or heading[2]
        return Line(number, Kind.HEADING, title, len(heading[1]))
    if listed:
        mark, words = listed["mark"] + listed["gap"], listed["words"]
        if mark[0].isdigit():
            mark, words = "", mark + words
        indent = listed["indent"].expandtabs(4)
        return Line(number, Kind.LISTED, words, len(indent), indent + mark)
    if text.lstrip().startswith("|"):
        return Line(number, Kind.TABLE, text)
    return Line(number, Kind.WORDS, text)


def _add(found: list[Line], line: Line) -> None:
    if line.kind is Kind.RULE and found and _is_title(found, line.text):
        depth = _UNDERLINES[line.text[0]]
        found[-1] = replace(found[-1], kind=Kind.HEADING, depth=depth, text=found[-1].text.strip())
    found.append(line)


def _is_title(found: Sequence[Line], underline: str) -> bool:
    title = found[-1]
    alone = len(found) == 1 or found[-2].kind in (Kind.BLANK, Kind.HEADING, Kind.RULE)
    return (
        alone
        and title.kind is Kind.WORDS
        and underline[0] in _UNDERLINES
        and len(title.text) <= min(_LONGEST_TITLE, 2 * len(underline))
        and not title.text.endswith(_SENTENCE_ENDS)
    )


def blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Return paragraphs, list entries, tables and fenced code as lists of lines, blanks left out.

    A heading and a rule stand alone; a list's entry has its continued and deeper lines with it.
    """
    block: list[Line] = []
    for line in lines:
        if block and _begins(line, block):
            yield block
            block = []
        if line.kind is not Kind.BLANK:
            block.append(line)
    if block:
        yield block


def _begins(line: Line, block: Sequence[Line]) -> bool:
    head, last = block[0], block[-1]
    if Kind.BLANK is line.kind or line.kind in _ALONE or head.kind in _ALONE:
        return True
    if line.kind is Kind.LISTED:
        return head.kind is not Kind.LISTED or line.depth <= head.depth
    return (line.kind in _SOLID or last.kind in _SOLID) and line.kind is not last.kind


_ALONE = (Kind.HEADING, Kind.RULE)
_SOLID = (Kind.TABLE, Kind.CODE)
