"""What somebody typed into the search box: words, "phrases", beginnings*, and filters:x."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeVar

from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.search_text import Term, words
from cxo_desktop.domain.searched import SEARCHED

V = TypeVar("V")
LONGEST = 200
MOST_WORDS = 16

_QUOTES = str.maketrans("“”„‟«»", '""""""')
_PIECE = re.compile(r'(?:([A-Za-z]+):)?"([^"]*)("\*?)?|([A-Za-z]+):(\S*)|(\S+)')
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{1,2}))?(?:-([0-9]{1,2}))?")
_KIND_WORDS = {
    "question": NoteKind.OPEN_QUESTION,
    "problem": NoteKind.PAIN_POINT,
    "wish": NoteKind.ASK,
}
_TABLE_WORDS = {
    "flow": "data_flow",
    "node": "data_node",
    "map": "process_map",
    "people": "person",
    "role": "person",
    "risk": "raid",
    "issue": "raid",
    "dispute": "discrepancy",
    "discrepancies": "discrepancy",
}
_LANGUAGE_WORDS = {"english": "en", "hindi": "hi", "marathi": "mr"}


@dataclass(frozen=True, slots=True)
class Query:
    """All of ``terms`` are wanted, and of each filter that is set one of its values.

    ``kinds`` are kinds of note, ``tables`` kinds of record; ``by`` are words of a role, or a
    code. ``after`` is the first day wanted, ``before`` the first day no longer wanted.
    """

    terms: tuple[Term, ...] = ()
    kinds: tuple[NoteKind, ...] = ()
    tables: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    interviews: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    after: date | None = None
    before: date | None = None

    @property
    def has_filters(self) -> bool:
        """Tell whether anything but words was asked for."""
        return replace(self, terms=()) != Query()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was asked for."""
        return not self.terms and not self.has_filters


@dataclass(slots=True)
class _Typed:
    """What was understood so far."""

    terms: list[Term] = field(default_factory=list)
    filters: dict[str, Any] = field(default_factory=dict)

    def add_words(self, text: str, *, prefix: bool) -> None:
        room = MOST_WORDS - sum(len(term.words) for term in self.terms)
        found = words(text)[:room]
        if found:
            self.terms.append(Term(found, prefix=prefix))

    def add_filter(self, name: str, text: str) -> bool:
        """Take a filter; return False when its value is not understood."""
        if name in _DAYS:
            day = _day(text)
            if day:
                self.filters[name] = day
            return day is not None
        given = [value.strip() for value in text.split(",") if value.strip()]
        if name == "kind" and not all(map(_kind, given)):
            name = "in"
        target, read = _VALUES[name]
        values = [read(value) for value in given]
        if not values or not all(values):
            return False
        self.filters[target] = (*self.filters.get(target, ()), *values)
        return True


def parse_query(text: str, *, typing: bool = False) -> Query:
    """Understand any text; of long ones the first 200 characters and 16 words.

    A filter that does not exist, or whose value is not understood, is taken as words; one
    without a value is still being typed and left out. While ``typing``, the last word counts as
    the beginning of one unless a space follows it. ``kind:`` also takes kinds of record.
    """
    typed = _Typed()
    text = text[:LONGEST].translate(_QUOTES)
    pieces = list(_PIECE.finditer(text))
    for number, piece in enumerate(pieces, start=1):
        unfinished = typing and number == len(pieces) and piece.end() == len(text)
        _take(typed, piece, unfinished=unfinished)
    return replace(Query(terms=tuple(typed.terms)), **typed.filters)


def _take(typed: _Typed, piece: re.Match[str], *, unfinished: bool) -> None:
    name = (piece[1] or piece[4] or "").lower()
    value = next(part for part in (piece[2], piece[5], piece[6]) if part is not None)
    if name in (*_VALUES, *_DAYS) and (not value or typed.add_filter(name, value)):
        return
    closing = piece[3] or ""
    starred = value.endswith("*") if piece[2] is None else closing.endswith("*")
    typed.add_words(f"{name} {value}", prefix=starred or (unfinished and not closing))


def fts_expression(query: Query) -> str:
    """Return the words of a query in the language of FTS5, every one quoted; "" without words."""
    return " AND ".join(_term_expression(term) for term in query.terms)


def _term_expression(term: Term) -> str:
    star = "*" if term.prefix else ""
    quoted = [f'"{" ".join(spelling).replace(chr(34), "")}"{star}' for spelling in term.spellings]
    return quoted[0] if len(quoted) == 1 else f"({' OR '.join(quoted)})"


def _kind(value: str) -> NoteKind | None:
    wanted = value.lower().replace("-", "_")
    kinds = dict(_KIND_WORDS) | {kind.value: kind for kind in NoteKind}
    return _only(wanted, kinds) or _only(wanted.removesuffix("s"), kinds)


def _table(value: str) -> str | None:
    wanted = value.lower().replace("-", "_")
    tables = {table: table for table in SEARCHED} | _TABLE_WORDS
    return _only(wanted, tables) or _only(wanted.removesuffix("s"), tables)


def _only(wanted: str, known: Mapping[str, V]) -> V | None:
    """Return what the word, or the only one that begins like it, stands for."""
    if wanted in known:
        return known[wanted]
    fitting = {value for word, value in known.items() if word.startswith(wanted)}
    return fitting.pop() if len(fitting) == 1 else None


def _language(value: str) -> str:
    return _LANGUAGE_WORDS.get(value.lower(), value.lower())


def _level(value: str) -> str:
    return f"l{value}" if value.isdecimal() else value.lower()


def _day(text: str) -> date | None:
    found = _DAY.fullmatch(text)
    if not found:
        return None
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


_DAYS = ("after", "before")
_VALUES: dict[str, tuple[str, Callable[[str], object]]] = {
    "kind": ("kinds", _kind),
    "in": ("tables", _table),
    "level": ("levels", _level),
    "theme": ("themes", str.lower),
    "by": ("by", str.lower),
    "interview": ("interviews", str.lower),
    "lang": ("languages", _language),
}
