"""The exchange format: one engagement as one JSON document, out as it came in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.entities import ENTITIES, Entity
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.findings import Finding
from cxo_desktop.domain.people import PersonName
from cxo_desktop.domain.plain import decode, encode, from_plain, specs, to_plain
from cxo_desktop.domain.privacy import SelfCheck
from cxo_desktop.domain.processes import ProcessMap
from cxo_desktop.domain.records import Json, Record
from cxo_desktop.domain.skills import Skill
from cxo_desktop.domain.tools import Pilot
from cxo_desktop.exchange import composed
from cxo_desktop.exchange.json_text import json_object
from cxo_desktop.exchange.rows import Rows, as_object, refuse, rows_of
from cxo_desktop.i18n import _

SCHEMA = 1
_NAMES_KEY = "person_names"
_IGNORED = frozenset({"schema", "notice", "expected_indicators"})
_SINGLES: dict[type[Record], str] = {SelfCheck: "privacy_self_checks", Pilot: "pilots"}
_OUTSIDE = (Engagement, Skill, Finding, ProcessMap, *_SINGLES)
_LISTS = tuple(entity for entity in ENTITIES if entity.key and entity.cls not in _OUTSIDE)
_TOP_FIELDS = tuple(spec for spec in specs(Engagement) if spec.top_level)


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What a document held: the dossier, keys this version does not know, rows by list."""

    dossier: Dossier
    unknown_keys: tuple[str, ...]
    counts: Mapping[str, int]


def read_dossier(text: str) -> ReadResult:
    """Return the engagement that a document describes.

    Raises InputRefused, naming the place, when anything in it cannot be taken.
    """
    document = json_object(text)
    _check_schema(document)
    given: dict[str, Json] = {}
    records: dict[type[Record], tuple[Record, ...]] = {}
    for entity in _LISTS:
        rows = rows_of(document, entity.key, given)
        records[entity.cls] = _plain_rows(entity, rows)
    records[Skill] = composed.read_skills(rows_of(document, "skills", given))
    for cls, more in _SINGLES.items():
        records[cls] = _read_single(cls, more, document, given)
    names = rows_of(document, _NAMES_KEY, given)
    records[PersonName] = tuple(
        from_plain(PersonName, as_object(raw, where), where=where, code_key=None)
        for where, raw in names.items
    )
    records |= composed.read_findings(rows_of(document, "findings", given))
    records |= composed.read_maps(rows_of(document, "process_maps", given))
    dossier = Dossier(
        engagement=_read_engagement(document, given),
        records=MappingProxyType({cls: found for cls, found in records.items() if found}),
        extra=MappingProxyType({k: v for k, v in document.items() if k not in _KNOWN}),
    )
    return ReadResult(dossier, _unknown_keys(dossier), _counts(dossier))


def _check_schema(document: Mapping[str, Json]) -> None:
    schema = document.get("schema")
    if isinstance(schema, int) and not isinstance(schema, bool) and schema == SCHEMA:
        return
    if isinstance(schema, int) and schema > SCHEMA:
        raise InputRefused(
            _("The file was written by a newer version of this program."),
            _("It says schema {schema}; this version reads schema 1.").format(schema=schema),
            _("Install the newer version and import again; nothing was written."),
        )
    raise InputRefused(
        _("The file cannot be read as an engagement."),
        _("It must say “schema”: 1 at the top."),
        _("Choose a file that was exported as an engagement; nothing was written."),
    )


def _plain_rows(entity: Entity, rows: Rows) -> tuple[Record, ...]:
    if entity.coded:
        rows.check_ids()
    code_key = "id" if entity.coded else None
    return tuple(
        from_plain(entity.cls, as_object(raw, where), where=where, code_key=code_key)
        for where, raw in rows.items
    )


def _read_single(
    cls: type[Record], more: str, document: Mapping[str, Json], given: dict[str, Json]
) -> tuple[Record, ...]:
    key = _KEYS[cls]
    further = rows_of(document, more, given)
    raw = document.get(key)
    if raw is None:
        if key in document:
            given[key] = None
        if further.items:
            refuse(f"“{more}”", _("There is none under “{key}”.").format(key=key))
        return ()
    found = [(f"“{key}”", raw), *further.items]
    return tuple(
        from_plain(cls, as_object(raw, where), where=where, code_key=None) for where, raw in found
    )


def _read_engagement(document: Mapping[str, Json], given: dict[str, Json]) -> Engagement:
    raw = document.get("engagement")
    where = "“engagement”"
    if raw is None:
        refuse(where, _("There is none in the file."))
    plain = as_object(raw, where)
    if not plain.get("id"):
        refuse(where, _("It has no “id”."))
    engagement = from_plain(Engagement, plain, where=where)
    lists = {}
    for spec in _TOP_FIELDS:
        if spec.key not in document:
            continue
        lists[spec.name] = decode(spec, document[spec.key], f"“{spec.key}”")
        if lists[spec.name] == spec.default:
            given[spec.key] = document[spec.key]
    return replace(engagement, given={**engagement.given, **given}, **lists)


_KEYS = {entity.cls: entity.key for entity in ENTITIES}
_KNOWN = _IGNORED.union(
    (entity.key for entity in ENTITIES),
    _SINGLES.values(),
    (spec.key for spec in _TOP_FIELDS),
    (_NAMES_KEY,),
)


def _unknown_keys(dossier: Dossier) -> tuple[str, ...]:
    found = dict.fromkeys(dossier.extra)
    everything: dict[type[Record], tuple[Record, ...]] = {
        Engagement: (dossier.engagement,),
        **dossier.records,
    }
    for cls, records in everything.items():
        name = _KEYS[cls] or composed.PART_NAMES.get(cls, _NAMES_KEY)
        for record in records:
            found |= dict.fromkeys(_extras(record, name))
    return tuple(found)


def _extras(record: Record, name: str) -> list[str]:
    found = [f"{name}.{key}" for key in record.extra]
    for spec in specs(type(record)):
        value = getattr(record, spec.name)
        parts = value if isinstance(value, tuple) else (value,)
        for part in parts:
            if isinstance(part, Record):
                found += _extras(part, f"{name}.{spec.key}")
    return found


def _counts(dossier: Dossier) -> Mapping[str, int]:
    named = ((_KEYS[cls] or composed.PART_NAMES.get(cls, _NAMES_KEY), cls) for cls in _ORDER)
    counted = {name: len(dossier.all(cls)) for name, cls in named}
    return MappingProxyType({name: count for name, count in counted.items() if count})


_ORDER = tuple(entity.cls for entity in ENTITIES if entity.cls is not Engagement)


def write_dossier(dossier: Dossier, *, with_names: bool = False) -> dict[str, Json]:
    """Return the document of an engagement; names of people only ``with_names``."""
    given = dossier.engagement.given
    plain: dict[str, Json] = {
        "schema": SCHEMA,
        "engagement": to_plain(replace(dossier.engagement, given=_own(dossier.engagement))),
    }
    for spec in _TOP_FIELDS:
        value = getattr(dossier.engagement, spec.name)
        _put(plain, spec.key, encode(value) if value != spec.default else None, given)
    for entity in ENTITIES:
        if entity.key and entity.cls is not Engagement:
            _put_list(plain, entity, dossier)
    if with_names:
        names = [to_plain(name, code_key=None) for name in dossier.all(PersonName)]
        _put(plain, _NAMES_KEY, list(names), given)
    return plain | dict(dossier.extra)


def _own(engagement: Engagement) -> Mapping[str, Json]:
    keys = {spec.key for spec in specs(Engagement)} | {"id"}
    return {key: value for key, value in engagement.given.items() if key in keys}


def _put_list(plain: dict[str, Json], entity: Entity, dossier: Dossier) -> None:
    given = dossier.engagement.given
    written = _write_list(entity, dossier)
    if entity.cls in _SINGLES:
        _put(plain, entity.key, written[0] if written else None, given)
        _put(plain, _SINGLES[entity.cls], list(written[1:]), given)
    else:
        _put(plain, entity.key, list(written), given)


def _write_list(entity: Entity, dossier: Dossier) -> list[Json]:
    if entity.cls is Skill:
        return composed.write_skills(dossier)
    if entity.cls is Finding:
        return composed.write_findings(dossier)
    if entity.cls is ProcessMap:
        return composed.write_maps(dossier)
    code_key = "id" if entity.coded else None
    return [to_plain(record, code_key=code_key) for record in dossier.all(entity.cls)]


def _put(plain: dict[str, Json], key: str, value: Json, given: Mapping[str, Json]) -> None:
    if value is not None and value != []:
        plain[key] = value
    elif key in given:
        plain[key] = given[key]


def to_text(document: Mapping[str, Json]) -> str:
    """Return a document as JSON text, in UTF-8's own letters, with a newline at its end."""
    return json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1) + "\n"
