"""People, tools and themes that a line names: ``@Sunita`` types totals into ``+CommCare``.

A mention is a mark at the start of a word and the longest known name after it, in any case of
letters; where no name is known, the one word that follows. ``~6 hours`` says that something is
not sure. Kept lines never hold a person's name: it is kept as the person's code and shown as the
name again, in the window only.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.domain.themes import Theme
from cxo_desktop.domain.tools import Tool

_SHORTEST, _MOST_READ = 3, 20_000
_START = re.compile(r"(?<![^\s(\[“\"'])([@+#])(?=[^\W\d_])")
_ONE_WORD = re.compile(r"[^\s,;:!?()\[\]“”\"]+")
_UNSURE = re.compile(r"(?<!\S)~(?=\S)")
_WORD_ENDS = r"(?![\w\u0900-\u0963])"


class MentionKind(StrEnum):
    """What a mention is of; the value is the mark it begins with."""

    PERSON = "@"
    TOOL = "+"
    THEME = "#"


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text that names something; ``code`` is "" for what is not known yet."""

    kind: MentionKind
    start: int
    end: int
    name: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """A person, tool or theme by its code, the name to write, and all it is called."""

    kind: MentionKind
    code: str
    name: str
    names: tuple[str, ...]
    secret: bool = False


def said_name(name: str) -> str:
    """Return the part of a tool's name that people say: "CommCare" of "CommCare (cloud)"."""
    return re.split(r"\s+\(|\s+on\s+", name, maxsplit=1)[0]


def is_named(text: str, tool: str) -> bool:
    """Tell whether a text names a tool, as a word of its own and in any case of letters."""
    name, text = said_name(tool).casefold(), text.casefold()
    if len(name) < _SHORTEST or name not in text:
        return False
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All that can be named; ``by_name`` holds codes by kind and lower-case name.

    ``read`` remembers the texts it looked through, as the lines of an interview come again.
    """

    known: tuple[Known, ...] = ()
    by_name: Mapping[MentionKind, Mapping[str, str]] = field(default_factory=dict, hash=False)
    patterns: Mapping[MentionKind, re.Pattern[str]] = field(default_factory=dict, hash=False)
    secrets: Mapping[str, str] = field(default_factory=dict, hash=False)
    read: dict[str, tuple[Mention, ...]] = field(default_factory=dict, compare=False, repr=False)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Return what a text names, from its start; mentions never overlap."""
        found = self.read.get(text)
        if found is None:
            if len(self.read) >= _MOST_READ:
                self.read.clear()
            found = self.read[text] = tuple(self._found(text))
        return found

    def codes(self, text: str, kind: MentionKind) -> tuple[str, ...]:
        """Return the codes of what a text names of one kind, each once, in order."""
        found = (it.code for it in self.mentions(text) if it.kind is kind and it.code)
        return tuple(dict.fromkeys(found))

    def coded(self, text: str) -> str:
        """Return a text in which people called by their name are named by their code."""
        return self._rewritten(text, {code: code for code in self.secrets})

    def named(self, text: str) -> str:
        """Return a text in which people named by their code are called by their name."""
        return self._rewritten(text, self.secrets)

    def _rewritten(self, text: str, words: Mapping[str, str]) -> str:
        parts, place = [], 0
        for mention in self.mentions(text):
            word = words.get(mention.code)
            if mention.kind is MentionKind.PERSON and word and not self._is_role(mention):
                parts += [text[place : mention.start], f"@{word}"]
                place = mention.end
        return "".join((*parts, text[place:]))

    def _is_role(self, mention: Mention) -> bool:
        one = next(it for it in self.known if it.code == mention.code)
        said = mention.name.lower()
        return said != one.code.lower() and said not in {name.lower() for name in one.names[1:]}

    def _found(self, text: str) -> Iterator[Mention]:
        end = 0
        for start in _START.finditer(text):
            if start.start() < end:
                continue
            kind = MentionKind(start[1])
            pattern = self.patterns.get(kind)
            found = pattern.match(text, start.end()) if pattern else None
            code = self.by_name[kind].get(found[0].lower(), "") if found else ""
            word = found or _ONE_WORD.match(text, start.end())
            if word is None:
                continue
            name = word[0] if found else word[0].rstrip(".")
            end = start.end() + len(name)
            yield Mention(kind, start.start(), end, name, code)


def vocabulary(
    people: Iterable[Person],
    names: Iterable[PersonName],
    tools: Iterable[Tool],
    themes: Iterable[Theme],
) -> Vocabulary:
    """Return what can be named; a role that several people share names nobody of them."""
    known = [*_people(people, names), *map(_tool, tools), *map(_theme, themes)]
    by_name: dict[MentionKind, dict[str, str]] = {kind: {} for kind in MentionKind}
    for one in known:
        for name in (one.code, *one.names):
            if name:
                by_name[one.kind].setdefault(name.lower(), one.code)
    return Vocabulary(
        tuple(known),
        by_name,
        {kind: _pattern(found) for kind, found in by_name.items() if found},
        {one.code: one.name for one in known if one.secret},
    )


def unsure_places(text: str) -> tuple[int, ...]:
    """Return where a text says that something is not sure."""
    return tuple(found.start() for found in _UNSURE.finditer(text))


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(f"(?:{'|'.join(map(re.escape, longest_first))}){_WORD_ENDS}", re.IGNORECASE)


def _people(people: Iterable[Person], names: Iterable[PersonName]) -> Iterator[Known]:
    """Yield the people; their first name is the role, if it is theirs alone, else ""."""
    everybody = tuple(people)
    named = {name.person: name for name in names}
    shared = Counter(person.role.lower() for person in everybody)
    for person in everybody:
        role = person.role if shared[person.role.lower()] == 1 else ""
        called = named.get(person.code)
        own = (called.full_name, *called.aliases) if called and called.full_name else ()
        shown = own[0] if own else role or person.code
        yield Known(MentionKind.PERSON, person.code, shown, (role, *own), secret=bool(own))


def _tool(tool: Tool) -> Known:
    said = said_name(tool.name)
    return Known(MentionKind.TOOL, tool.code, said, (said, tool.name))


def _theme(theme: Theme) -> Known:
    label = theme.label or theme.code
    return Known(MentionKind.THEME, theme.code, label, (label, theme.label_hi or ""))
