"""The gate through which words leave the laptop: people become roles, numbers of people go."""

from __future__ import annotations

import html
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import replace
from typing import Any

import regex

from cxo_desktop.domain.datachain import DataFlow, DataNode, Scenario
from cxo_desktop.domain.decisions import Decision
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Consultant, Level
from cxo_desktop.domain.enums import Sensitivity
from cxo_desktop.domain.findings import Finding, Recommendation
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.domain.records import Record
from cxo_desktop.domain.tools import Tool
from cxo_desktop.i18n import _

# The fields of records whose words may be printed; no other text of a record ever is.
PRINTED: Mapping[type[Record], tuple[str, ...]] = {
    Consultant: ("role",),
    DataNode: ("name",),
    Decision: ("statement", "cost_of_waiting"),
    Finding: ("statement",),
    Level: ("name",),
    Note: ("text",),
    Person: ("role",),
    Recommendation: ("statement", "cost_of_waiting"),
    Scenario: ("name",),
    Tool: ("name",),
}
_SHORTEST_PART = 3
_TITLES = frozenset({"Shri", "Smt", "Miss", "Prof", "Kumari", "श्री", "श्रीमती", "कुमारी", "सौ"})
_BEFORE, _AFTER = r"(?<![\p{L}\p{M}\p{N}])", r"(?![\p{L}\p{M}\p{N}])"
_SPACE = r"(?:\s|&#0*(?:9|10|13|32|160);|&#[xX]0*(?:9|[aA]|[dD]|20|[aA]0);|&nbsp;)+"
_LATIN = regex.compile(r"[\p{Latin}]")
_PHONE = regex.compile(r"(?<!\d)(?:\+?91[\s-]?|0)?[6-9]\d{4}[\s-]?\d{5}(?!\d)")
_IDENTITY = regex.compile(r"(?<!\d)\d{4}[\s-]?\d{4}[\s-]?\d{4}(?!\d)")
_ADDRESS = regex.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")


class Redactor:
    """Takes the names of the dossier's people out of a text and puts their roles in."""

    def __init__(self, dossier: Dossier) -> None:
        people = dossier.by_code(Person)
        self._kept = dossier.engagement.organisation
        self._roles: dict[str, str] = {}
        for named in dossier.all(PersonName):
            person = people.get(named.person)
            for name in spellings(named):
                self._roles[name.casefold()] = person.role if person else ""
        self._pattern = finder([spellings(named) for named in dossier.all(PersonName)])

    def __call__(self, text: str) -> str:
        """Return the text with roles for names, and without phone and identity numbers.

        The name of the organisation stays, even where it holds the name of a person.
        """
        if self._kept and self._kept in text:
            return self._kept.join(self._without(part) for part in text.split(self._kept))
        return self._without(text)

    def _without(self, text: str) -> str:
        if self._pattern is not None:
            text = self._pattern.sub(self._role, text)
        for pattern in (_ADDRESS, _IDENTITY, _PHONE):
            text = pattern.sub(_("[left out]"), text)
        return text

    def _role(self, found: Any) -> str:
        role = self._roles.get(" ".join(found[0].split()).casefold(), "")
        if not role or (self._pattern and self._pattern.search(role)):
            return _("[left out]")
        return role


def finder(people: Iterable[Mapping[str, str]]) -> Any:
    """Return what finds these spellings of people in a text, longest first; None without any."""
    patterns = [it for spelled in people for it in spelled.items()]
    longest_first = [pattern for _, pattern in sorted(patterns, key=lambda it: -len(it[0]))]
    return regex.compile("|".join(longest_first)) if longest_first else None


def spellings(named: PersonName) -> dict[str, str]:
    """Return every way to name a person, with the pattern that finds it.

    A part of a name alone counts as it is written and in small letters, so that "Asha" does not
    take "ASHA" with it.
    """
    found = names(named)
    for word in " ".join((named.full_name, *named.aliases)).split():
        part = word.strip(".,")
        if len(part) >= _SHORTEST_PART and part not in _TITLES:
            found.setdefault(part, f"(?:{_pattern(part)}|{_pattern(part.lower())})")
    return found


def names(named: PersonName) -> dict[str, str]:
    """Return the whole names, number and address of a person, with the pattern of each."""
    told = (named.full_name, *named.aliases, named.phone or "", named.email or "")
    folded = [" ".join(name.split()) for name in told]
    return {name: f"(?i:{_pattern(name)})" for name in folded if name}


def in_markup(spelled: Iterable[str], whole: Container[str]) -> dict[str, str]:
    """Return spellings with the patterns that find them in XML or HTML, whatever is escaped.

    Whole names are found in capitals and small letters alike, parts as they are written.
    """
    return {name: f"(?{'i' * (name in whole)}:{_marked_up(name)})" for name in spelled}


def _marked_up(name: str) -> str:
    words = ("".join(map(_any_form, word)) for word in name.split())
    return _BEFORE + _SPACE.join(words) + (_AFTER if _LATIN.search(name) else "")


def _any_form(letter: str) -> str:
    number = "".join(f"[{it}{it.upper()}]" for it in f"{ord(letter):x}")
    named = [html.escape(letter), "&apos;"] if letter in "&<>\"'" else []
    forms = [regex.escape(letter), f"&#0*{ord(letter)};", f"&#[xX]0*{number};", *named]
    return f"(?:{'|'.join(forms)})"


def _pattern(name: str) -> str:
    """Return the pattern of a name: any white space between its words, no letters around it.

    In Indic scripts an ending may follow the name without a space.
    """
    spaced = r"\s+".join(regex.escape(word) for word in name.split())
    return f"{_BEFORE}{spaced}{_AFTER if _LATIN.search(name) else ''}"


def redacted(dossier: Dossier, also: Callable[[str], str]) -> Dossier:
    """Return the dossier as it may be printed: no names, each printed text passed to ``also``."""
    redactor = Redactor(dossier)

    def clean(text: str) -> str:
        return redactor(also(text))

    for cls, fields in PRINTED.items():
        records = [_cleaned(record, fields, clean) for record in dossier.all(cls)]
        dossier = dossier.with_records(cls, records)
    engagement = dossier.engagement
    engagement = replace(
        engagement,
        organisation=also(engagement.organisation),
        first_ask=clean(engagement.first_ask or ""),
    )
    return replace(dossier.with_records(PersonName, ()), engagement=engagement)


def kept_back(dossier: Dossier) -> frozenset[str]:
    """Return the codes of notes that never leave: blocked, off the record or confidential."""
    from cxo_desktop.analysis.consent import blocked_notes

    closed = {
        note.code
        for note in dossier.all(Note)
        if note.off_record or note.sensitivity is Sensitivity.CONFIDENTIAL
    }
    return frozenset(closed.union(blocked_notes(dossier)))


def without_parts(dossier: Dossier, notes: Container[str]) -> Dossier:
    """Return the dossier without the places and flows that only these notes speak of.

    A place stays that a flow which stays begins or ends at.
    """
    flows = [flow for flow in dossier.all(DataFlow) if flow.noted_in not in notes]
    used = {end for flow in flows for end in (flow.source, flow.target)}
    nodes = [it for it in dossier.all(DataNode) if it.noted_in not in notes or it.code in used]
    return dossier.with_records(DataFlow, flows).with_records(DataNode, nodes)


def _cleaned(record: Record, fields: tuple[str, ...], clean: Callable[[str], str]) -> Record:
    texts = {name: getattr(record, name) for name in fields}
    changed: dict[str, Any] = {name: clean(text) for name, text in texts.items() if text}
    return replace(record, **changed)
