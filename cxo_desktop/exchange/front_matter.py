"""What stands above the notes of an interview: its date, place and who took part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

import regex

_KEYS = {
    "on": "date|interview date|date of interview|on|दिनांक|तारीख",
    "place": "place|location|venue|ward|village|स्थान|जगह|ठिकाण|गाँव|गाव",
    "participants": "participant|participants|interviewee|interviewees|respondent|respondents|"
    "stakeholder|present|attendees|उपस्थित|प्रतिभागी|सहभागी|उत्तरदाता",
    "role": "role|designation|post|position|पद|भूमिका|हुद्दा",
    "language": "language|lang|भाषा",
    "asked_by": "interviewer|interviewers|note taker|note-taker|notetaker|notes by|taken by|author|"
    "facilitator|moderator|साक्षात्कारकर्ता|मुलाखतकार",
    "title": "title|subject|topic|विषय|शीर्षक",
}
_FIELD_OF = {word: field for field, words in _KEYS.items() for word in words.split("|")}
_PAIR = regex.compile(
    r"^(?:[-*+]\s+)?(?:\*\*|__)?(?P<key>[\p{L}\p{M}][\p{L}\p{M}\p{N}_ -]{0,30}?)(?:\*\*|__)?\s?"
    r"[:\uff1a](?:\*\*|__)?(?:\s+(?P<value>.*))?$"
)
_LISTED = regex.compile(r"^\s*-\s+(?P<value>.+)$")
_DAY_FIRST = regex.compile(r"^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$")
_IN_WORDS = regex.compile(r"^(\d{1,2})(?:st|nd|rd|th)?\s+([\p{L}\p{M}]{2,})\.?,?\s+(\d{4})$")
_MONTHS = (
    ("jan", "जन", "जान"),
    ("feb", "फ़र", "फर", "फेब"),
    ("mar", "मार्च"),
    ("apr", "अप्र", "एप्र"),
    ("may", "मई", "मे"),
    ("jun", "जून"),
    ("jul", "जुल"),
    ("aug", "अग", "ऑग"),
    ("sep", "सित", "सप्ट"),
    ("oct", "अक्", "ऑक्"),
    ("nov", "नव", "नोव्ह"),
    ("dec", "दिस", "डिस"),
)
_LANGUAGES = {
    "en": "en", "english": "en", "अंग्रेज़ी": "en",
    "hi": "hi", "hindi": "hi", "हिन्दी": "hi", "हिंदी": "hi",
    "mr": "mr", "marathi": "mr", "मराठी": "mr",
}  # fmt: skip
_LONGEST_MATTER = 60
_FEWEST_SAID = 2
_SAID = frozenset({"on", "place", "participants", "asked_by", "role"})
Values = dict[str, list[tuple[int, str]]]
_LONGEST_NAME = 5


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The head of a text: the ``lines`` it takes, of which ``unused`` were not understood.

    ``role`` is that of the one participant; ``role_line`` says where it stands.
    """

    lines: frozenset[int] = frozenset()
    on: date | None = None
    place: str | None = None
    language: str | None = None
    title: str | None = None
    role: str | None = None
    role_line: int = 0
    participants: tuple[str, ...] = ()
    unused: tuple[int, ...] = ()


def front_matter(lines: Sequence[str]) -> FrontMatter:
    """Return the head of a text: a block between ``---`` lines, or known words with colons."""
    if lines and lines[0].rstrip() == "---":
        return _fenced(lines)
    return _open(lines)


def _fenced(lines: Sequence[str]) -> FrontMatter:
    window = [line.rstrip() for line in lines[1:_LONGEST_MATTER]]
    closing = next((n for n, line in enumerate(window) if line in ("---", "...")), None)
    if closing is None:
        return FrontMatter()
    inner = window[:closing]
    understood = all(
        not s or s.startswith("#") or _PAIR.match(s) or _LISTED.match(s) for s in inner
    )
    values, unknown = _gathered(enumerate(inner, 2))
    if not understood or not values.keys() - {"asked_by"}:
        return FrontMatter()
    return _understood(values, unknown, frozenset(range(1, closing + 3)))


def _open(lines: Sequence[str]) -> FrontMatter:
    above = takewhile(lambda line: not line.strip() or line.startswith(("# ", "---")), lines)
    start = len(list(above))
    pairs: list[tuple[int, str]] = []
    for number, line in enumerate(lines[start : start + _LONGEST_MATTER], start + 1):
        found = _PAIR.match(line.strip())
        if not found or not found["value"] or found["value"].endswith("?"):
            break
        pairs.append((number, line.strip()))
    values, unknown = _gathered(pairs)
    if not values.keys() & {"on", "place"} or len(values.keys() & _SAID) < _FEWEST_SAID:
        return FrontMatter()
    return _understood(values, [], frozenset(number for number, _line in pairs) - set(unknown))


def _gathered(lines: Iterable[tuple[int, str]]) -> tuple[Values, list[int]]:
    """Return what the lines say by field, and the numbers of those that say nothing known."""
    values: Values = {}
    unknown: list[int] = []
    field = None
    for number, line in lines:
        listed = _LISTED.match(line)
        pair = _PAIR.match(line)
        if pair:
            field = _FIELD_OF.get(pair["key"].casefold())
        value = (pair["value"] or "") if pair else listed["value"] if listed else ""
        if field is None and line.strip():
            unknown.append(number)
        elif value.strip():
            values.setdefault(str(field), []).append((number, value.strip().strip("'\"")))
    return values, unknown


def _understood(values: Values, unknown: list[int], lines: frozenset[int]) -> FrontMatter:
    said = {field: found[0][1] for field, found in values.items()}
    on = read_date(said.get("on", ""))
    language = _LANGUAGES.get(said.get("language", "").casefold())
    unused = unknown + [number for number, _value in values.get("asked_by", [])]
    for field, value in (("on", on), ("language", language)):
        if field in values and value is None:
            unused.append(values[field][0][0])
    for field in ("on", "language", "place", "title", "role"):
        unused += [number for number, _value in values.get(field, [])[1:]]
    names, unnamed = _names(values.get("participants", []))
    return FrontMatter(
        lines=lines,
        on=on,
        place=said.get("place"),
        language=language,
        title=said.get("title"),
        role=said.get("role"),
        role_line=values["role"][0][0] if "role" in values else 0,
        participants=names,
        unused=tuple(sorted(unused + unnamed)),
    )


def _names(rows: list[tuple[int, str]]) -> tuple[tuple[str, ...], list[int]]:
    names: list[str] = []
    unused: list[int] = []
    for number, value in rows:
        parts = [
            part.strip(" []'\"") for part in regex.split(r"[,;]|\band\b|\sऔर\s|\sआणि\s", value)
        ]
        parts = [part for part in parts if part]
        if all(len(part.split()) <= _LONGEST_NAME for part in parts) and not value[:1].isdigit():
            names += parts
        else:
            unused.append(number)
    return tuple(dict.fromkeys(names)), unused


def read_date(text: str) -> date | None:
    """Return the day that a text names: 2026-06-03, 3/6/2026 (day first) or 3 June 2026."""
    text = text.strip()
    day_first, in_words = _DAY_FIRST.match(text), _IN_WORDS.match(text)
    try:
        if day_first:
            return date(int(day_first[3]), int(day_first[2]), int(day_first[1]))
        if in_words:
            return date(int(in_words[3]), _month(in_words[2]), int(in_words[1]))
        return date.fromisoformat(text)
    except ValueError:
        return None


def _month(word: str) -> int:
    """Return 1..12 for the name of a month, 0 for any other word."""
    named = (n for n, starts in enumerate(_MONTHS, 1) if word.casefold().startswith(starts))
    return next(named, 0)
