"""Whatever an engagement's document holds comes back exactly, or is refused in words."""

from __future__ import annotations

import copy
import json
from datetime import date
from enum import StrEnum
from types import NoneType, UnionType
from typing import get_args, get_origin

from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop import assets
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.entities import ENTITIES
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.findings import Evidence
from cxo_desktop.domain.plain import specs
from cxo_desktop.domain.processes import Step, Transition
from cxo_desktop.domain.records import Record
from cxo_desktop.exchange.engagement_json import read_dossier, to_text, write_dossier

SAMPLE = json.loads((assets.resource("samples") / "nandini.json").read_text(encoding="utf-8"))
SAMPLE_TEXT = json.dumps(SAMPLE)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 5)
    | st.floats(allow_nan=False, allow_infinity=False, width=16)
    | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=5,
)
SCALARS = {
    str: TEXT,
    int: st.integers(-(10**18), 10**18),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    date: st.dates().map(str),
}
NAMES = st.text("abcé़क:", min_size=1, max_size=4)
SINGLES = ("pilot", "privacy_self_check")
NOT_ROWS = {"engagement", "skills", *SINGLES, "findings", "process_maps", ""}
PLAIN = [entity for entity in ENTITIES if entity.key not in NOT_ROWS]
CODED = {entity.cls: entity.coded for entity in ENTITIES}


def exactly(value):
    if isinstance(value, dict):
        return {key: exactly(part) for key, part in value.items()}
    if isinstance(value, list):
        return [exactly(part) for part in value]
    return type(value).__name__, repr(value)


def value_of(option):
    origin = get_origin(option)
    if origin is UnionType:
        return st.one_of([value_of(choice) for choice in get_args(option)])
    if origin is tuple:
        return st.lists(value_of(get_args(option)[0]), max_size=3)
    if origin is not None:
        return st.dictionaries(TEXT, JSON, max_size=2)
    if option is NoneType:
        return st.none()
    if issubclass(option, StrEnum):
        return st.sampled_from([member.value for member in option])
    return object_of(option) if issubclass(option, Record) else SCALARS[option]


def field_of(spec):
    nothing = [st.none(), st.just("")]
    if any(get_origin(option) is tuple for option in spec.types):
        nothing.append(st.just([]))
    return st.one_of([value_of(option) for option in spec.types] + nothing)


def object_of(cls, **more):
    own = {s.key: field_of(s) for s in specs(cls) if not s.parent and not s.top_level}
    keys = TEXT.filter(lambda key: key not in {"id", "stance", "finding", *own, *more})
    unknown = st.dictionaries(keys, JSON, max_size=2)
    known = st.fixed_dictionaries({}, optional={**own, **more})
    return st.builds(lambda some, rest: {**rest, **some}, known, unknown)


def rows_of(cls, **more):
    rows = st.lists(object_of(cls, **more), max_size=3)
    if not CODED[cls]:
        return rows
    codes = st.lists(NAMES, min_size=3, max_size=3, unique=True)
    return st.builds(
        lambda found, ids: [{**r, "id": i} for r, i in zip(found, ids, strict=False)], rows, codes
    )


def or_nothing(rows):
    return st.one_of(rows, st.none(), st.just([]))


def evidence_lists():
    weighed = st.fixed_dictionaries(
        {"target": NAMES}, optional={"weight": st.integers(1, 3), "page": JSON}
    )
    each = or_nothing(st.lists(NAMES | weighed, max_size=3))
    return dict.fromkeys(("supports", "contradicts", "other_evidence"), each)


def documents():
    by_key = {entity.key: entity.cls for entity in ENTITIES}
    lists = {entity.key: or_nothing(rows_of(entity.cls)) for entity in PLAIN}
    skill = NAMES | st.builds(
        lambda row, code: {**row, "id": code}, object_of(by_key["skills"]), NAMES
    )
    lists["skills"] = or_nothing(
        st.lists(skill, max_size=3, unique_by=lambda s: s if isinstance(s, str) else s["id"])
    )
    lists["findings"] = or_nothing(rows_of(by_key["findings"], **evidence_lists()))
    parts = {"steps": or_nothing(rows_of(Step)), "transitions": or_nothing(rows_of(Transition))}
    lists["process_maps"] = or_nothing(rows_of(by_key["process_maps"], **parts))
    lists["manual_methods"] = lists["data_team"] = or_nothing(st.lists(TEXT, max_size=2))
    for key in SINGLES:
        lists[key] = st.none() | object_of(by_key[key])
    engagement = st.builds(lambda row, code: {**row, "id": code}, object_of(Engagement), NAMES)
    chosen = st.lists(st.sampled_from(sorted(lists)), max_size=3, unique=True)
    filled = chosen.flatmap(lambda keys: st.fixed_dictionaries({key: lists[key] for key in keys}))
    extra = st.dictionaries(TEXT.map("x".__add__), JSON, max_size=2)
    return st.builds(
        lambda e, some, rest: {**rest, **some, "schema": 1, "engagement": e},
        engagement,
        filled,
        extra,
    )


def there_and_back(text: str) -> dict:
    return json.loads(to_text(write_dossier(read_dossier(text).dossier, with_names=True)))


@given(documents())
def test_every_document_of_the_format_comes_back_exactly(document):
    assert exactly(there_and_back(json.dumps(document))) == exactly(document)


def places(value, path=()):
    yield path
    parts = value.items() if isinstance(value, dict) else enumerate(value)
    for key, part in parts:
        if isinstance(part, (dict, list)):
            yield from places(part, (*path, key))
        else:
            yield (*path, key)


PLACES = [
    path for path in places(SAMPLE) if path and path[0] not in ("notice", "expected_indicators")
]


def changed(path, how, value) -> dict:
    document = copy.deepcopy(SAMPLE)
    inside = document
    for key in path[:-1]:
        inside = inside[key]
    if how == "replace":
        inside[path[-1]] = value
    elif how == "delete":
        del inside[path[-1]]
    elif isinstance(inside, list):
        inside.append(copy.deepcopy(inside[path[-1]]))
    else:
        inside["unheard of"] = value
    return document


def returns_or_is_refused(text: str) -> None:
    try:
        back = there_and_back(text)
    except InputRefused:
        return
    document = json.loads(text)
    document.pop("notice", None)
    document.pop("expected_indicators", None)
    assert exactly(back) == exactly(document)


@given(st.sampled_from(PLACES), st.sampled_from(["replace", "delete", "add"]), JSON)
def test_a_changed_sample_is_refused_or_comes_back(path, how, value):
    returns_or_is_refused(json.dumps(changed(path, how, value)))


@given(st.integers(0, len(SAMPLE_TEXT)), st.integers(0, 3), st.text('{}[]",:01e-\\x😀', max_size=2))
def test_a_mangled_sample_is_refused_or_comes_back(start, length, put):
    returns_or_is_refused(SAMPLE_TEXT[:start] + put + SAMPLE_TEXT[start + length :])


def test_every_entity_has_its_place_in_the_generated_documents():
    covered = {entity.cls for entity in PLAIN} | {Engagement, Step, Transition, Evidence}
    rest = {entity.key for entity in ENTITIES if entity.cls not in covered}
    assert rest == {"", "skills", "findings", "process_maps", *SINGLES}
