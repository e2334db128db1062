"""The same person or tool put down twice, on two laptops: suggested, and made one by one act."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.entities import BY_TABLE
from cxo_desktop.domain.links import LINKS
from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.domain.plain import specs
from cxo_desktop.domain.records import Record
from cxo_desktop.store.database import write
from cxo_desktop.store.share_state import ShareState

_NAMED: Mapping[str, str] = {
    "tool": "name",
    "theme": "label",
    "skill": "name",
    "level": "name",
    "role_band": "name",
    "data_node": "name",
}
_APART = "apart"
_DIGITS = 10
_OWN = frozenset({"id", "code", "given", "extra"})


@dataclass(frozen=True, slots=True)
class Twice:
    """Two records of a table that may be the same, the older first; ``alike`` is what both say."""

    table: str
    first: str
    second: str
    alike: str


def duplicates(engagement: OpenEngagement) -> tuple[Twice, ...]:
    """Return what may be there twice, without the pairs of which somebody said they are two."""
    dossier = engagement.dossier()
    apart = {tuple(pair) for pair in _apart(engagement)}
    found: dict[tuple[str, str], Twice] = {}
    for one in (*_people(dossier), *_things(dossier)):
        pair = (one.first, one.second)
        if pair not in apart:
            found.setdefault(pair, one)
    return tuple(found.values())


def keep_apart(engagement: OpenEngagement, one: Twice) -> None:
    """Suggest a pair no more on this laptop."""
    pairs = [*_apart(engagement), [one.first, one.second]]
    with write(engagement.store.db):
        ShareState(engagement.store.db).put(_APART, json.dumps(pairs))


def make_one(engagement: OpenEngagement, one: Twice) -> None:
    """Make one of two, as one operation: what pointed at the second points at the first.

    Empty fields of the first are filled from the second, lists are joined. Raises NotFound when
    one of them is gone.
    """
    cls = BY_TABLE[one.table].cls
    first, second = engagement.get(cls, one.first), engagement.get(cls, one.second)
    with engagement.operation("merge records"):
        _put_if_other(engagement, first, _filled(first, second))
        for table, fields in LINKS.items():
            names = [name for name, target in fields.items() if target == one.table]
            for record in engagement.find(BY_TABLE[table].cls) if names else ():
                _put_if_other(engagement, record, _pointed(record, names, one))
        if cls is Person:
            _one_name(engagement, one.first)
        engagement.remove(second)


def _put_if_other(engagement: OpenEngagement, before: Record, after: Record) -> None:
    if after != before:
        engagement.put(after)


def _filled(first: Record, second: Record) -> Record:
    values: dict[str, Any] = {}
    for spec in specs(type(first)):
        mine, theirs = getattr(first, spec.name), getattr(second, spec.name)
        if spec.name in _OWN:
            continue
        if isinstance(mine, tuple) and isinstance(theirs, tuple):
            values[spec.name] = tuple(dict.fromkeys((*mine, *theirs)))
        elif mine in (None, ""):
            values[spec.name] = theirs
    return replace(first, **values)


def _pointed(record: Record, names: list[str], one: Twice) -> Record:
    values: dict[str, Any] = {}
    for name in names:
        now = getattr(record, name)
        if now == one.second:
            values[name] = one.first
        elif isinstance(now, tuple) and one.second in now:
            codes = (one.first if code == one.second else code for code in now)
            values[name] = tuple(dict.fromkeys(codes))
    return replace(record, **values)


def _one_name(engagement: OpenEngagement, person: str) -> None:
    """Leave a person one record of names; what the others say becomes aliases of it."""
    named = engagement.find(PersonName, person=person)
    for other in named[1:]:
        first = engagement.find(PersonName, person=person)[0]
        aliases = (*first.aliases, other.full_name, *other.aliases)
        known = {first.full_name, ""}
        joined = replace(
            first,
            aliases=tuple(name for name in dict.fromkeys(aliases) if name not in known),
            phone=first.phone or other.phone,
            email=first.email or other.email,
        )
        _put_if_other(engagement, first, joined)
        engagement.remove(other)


def _people(dossier: Dossier) -> Iterator[Twice]:
    """Yield people who share a name, a phone number or an e-mail address."""
    there = dossier.by_code(Person)
    said: dict[str, str] = {}
    for named in dossier.all(PersonName):
        for alike, key in _signs(named):
            before = said.setdefault(key, named.person)
            if before != named.person and {before, named.person} <= there.keys():
                yield Twice("person", before, named.person, alike)


def _signs(named: PersonName) -> Iterator[tuple[str, str]]:
    for name in (named.full_name, *named.aliases):
        if len(folded(name).split()) > 1:
            yield name, f"name {folded(name)}"
    digits = "".join(one for one in named.phone or "" if one.isdecimal())
    if len(digits) >= _DIGITS:
        yield named.phone or "", f"phone {digits[-_DIGITS:]}"
    if named.email and "@" in named.email:
        yield named.email, f"email {folded(named.email)}"


def _things(dossier: Dossier) -> Iterator[Twice]:
    """Yield tools, themes, skills and the like that have the same name."""
    for table, field in _NAMED.items():
        said: dict[str, str] = {}
        for record in dossier.all(BY_TABLE[table].cls):
            name = str(getattr(record, field) or "")
            before = said.setdefault(folded(name), record.code) if folded(name) else record.code
            if before != record.code:
                yield Twice(table, before, record.code, name)


def folded(name: str) -> str:
    """Return a name so that how it is spaced and capitalised makes no difference."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _apart(engagement: OpenEngagement) -> list[list[str]]:
    kept: list[list[str]] = json.loads(ShareState(engagement.store.db).get(_APART) or "[]")
    return kept
