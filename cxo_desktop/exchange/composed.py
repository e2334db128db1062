"""Parts of the exchange format that are records of their own inside: evidence, steps, skills."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.enums import Stance
from cxo_desktop.domain.findings import Evidence, Finding
from cxo_desktop.domain.plain import from_plain, to_plain
from cxo_desktop.domain.processes import ProcessMap, Step, Transition
from cxo_desktop.domain.records import Json, Record
from cxo_desktop.domain.skills import Skill
from cxo_desktop.exchange.rows import Rows, as_object, refuse, rows_of
from cxo_desktop.i18n import _

R = TypeVar("R", bound=Record)
Part = TypeVar("Part", Step, Transition)
Read = dict[type[Record], tuple[Record, ...]]

PART_NAMES: dict[type[Record], str] = {
    Evidence: "evidence",
    Step: "steps",
    Transition: "transitions",
}
_SUPPORTS, _CONTRADICTS, _OTHER = _EVIDENCE_KEYS = ("supports", "contradicts", "other_evidence")
_LISTED = "listed"
_MAP_KEYS = ("steps", "transitions")


def read_skills(rows: Rows) -> tuple[Record, ...]:
    """Return the skills of a list of bare names; an object says more of one."""
    skills = tuple(_read_skill(raw, where) for where, raw in rows.items)
    seen: set[str] = set()
    for (where, _raw), skill in zip(rows.items, skills, strict=True):
        if skill.code in seen:
            refuse(where, _("The same skill stands twice in the list."))
        seen.add(skill.code)
    return skills


def _read_skill(raw: Json, where: str) -> Skill:
    if isinstance(raw, str):
        return Skill(code=_named(raw, where), name=raw)
    plain = as_object(raw, where)
    _named(plain.get("id"), where)
    skill = from_plain(Skill, plain, where=where)
    return replace(skill, given={**skill.given, "id": skill.code})


def _named(raw: Json, where: str) -> str:
    if not isinstance(raw, str) or not raw:
        refuse(where, _("It must be a text that is not empty."))
    return raw


def write_skills(dossier: Dossier) -> list[Json]:
    """Return the list of skills: bare names where a name is all there is."""
    return [
        skill.name if _is_bare(skill, name=skill.code) else to_plain(skill)
        for skill in dossier.all(Skill)
    ]


def _is_bare(skill: Skill, name: str) -> bool:
    return skill.name == name and not skill.extra and "id" not in skill.given


def read_findings(rows: Rows) -> Read:
    """Return findings and, as records of their own, what speaks for and against them."""
    rows.check_ids()
    findings: list[Finding] = []
    evidence: list[Evidence] = []
    for where, raw in rows.items:
        plain = dict(as_object(raw, where))
        given: dict[str, Json] = {}
        for key in _EVIDENCE_KEYS:
            for place, entry in rows_of(plain, key, given, where).items:
                evidence.append(_read_evidence(entry, key, str(plain["id"]), place))
            plain.pop(key, None)
        findings.append(_with_given(from_plain(Finding, plain, where=where), given))
    return {Finding: tuple(findings), Evidence: tuple(evidence)}


def _with_given(record: R, given: dict[str, Json]) -> R:
    return replace(record, given={**record.given, **given}) if given else record


def _read_evidence(raw: Json, key: str, finding: str, where: str) -> Evidence:
    stance = Stance.CONTRADICTS if key == _CONTRADICTS else Stance.SUPPORTS
    if isinstance(raw, str):
        found = Evidence(finding=finding, target=_named(raw, where), stance=stance)
    else:
        plain = as_object(raw, where)
        _named(plain.get("target"), where)
        if "finding" in plain or "stance" in plain:
            refuse(where, _("Its finding and stance are said by the list it stands in."))
        found = from_plain(Evidence, plain, where=where, code_key=None)
        found = replace(found, finding=finding, stance=stance)
        found = _with_given(found, {**found.given, "target": found.target})
    if _list_of(found) != key:
        found = _with_given(found, {_LISTED: key})
    return found


def _list_of(evidence: Evidence) -> str:
    if evidence.stance is Stance.CONTRADICTS:
        return _CONTRADICTS
    listed = evidence.given.get(_LISTED)
    if isinstance(listed, str):
        return listed
    return _SUPPORTS if evidence.is_note else _OTHER


def _write_evidence(evidence: Evidence) -> Json:
    alone = replace(evidence, finding="", stance=Stance.SUPPORTS)
    plain = to_plain(alone, code_key=None)
    bare = len(plain) == 1 and "target" not in evidence.given
    return evidence.target if bare else plain


def write_findings(dossier: Dossier) -> list[Json]:
    """Return the list of findings with their evidence in its three lists."""
    by_finding: dict[str, dict[str, list[Json]]] = defaultdict(lambda: defaultdict(list))
    for evidence in dossier.all(Evidence):
        by_finding[evidence.finding][_list_of(evidence)].append(_write_evidence(evidence))
    return [
        _write_with(finding, _EVIDENCE_KEYS, by_finding[finding.code])
        for finding in dossier.all(Finding)
    ]


def _write_with(record: Record, keys: Iterable[str], lists: dict[str, list[Json]]) -> Json:
    plain = to_plain(record)
    for key in keys:
        if lists[key]:
            plain[key] = lists[key]
        elif key in record.given:
            plain[key] = record.given[key]
    return plain


def read_maps(rows: Rows) -> Read:
    """Return process maps and, as records of their own, their steps and transitions."""
    rows.check_ids()
    maps: list[ProcessMap] = []
    steps: list[Step] = []
    transitions: list[Transition] = []
    for where, raw in rows.items:
        plain = dict(as_object(raw, where))
        code = str(plain["id"])
        given: dict[str, Json] = {}
        step_rows, transition_rows = (rows_of(plain, key, given, where) for key in _MAP_KEYS)
        step_rows.check_ids()
        steps += _parts(Step, step_rows, code, "id")
        transitions += _parts(Transition, transition_rows, code, None)
        for key in _MAP_KEYS:
            plain.pop(key, None)
        maps.append(_with_given(from_plain(ProcessMap, plain, where=where), given))
    return {ProcessMap: tuple(maps), Step: tuple(steps), Transition: tuple(transitions)}


def _parts(cls: type[Part], rows: Rows, map_code: str, code_key: str | None) -> list[Part]:
    found = (
        from_plain(cls, as_object(raw, where), where=where, code_key=code_key)
        for where, raw in rows.items
    )
    return [replace(part, map=map_code) for part in found]


def write_maps(dossier: Dossier) -> list[Json]:
    """Return the list of process maps with their steps and transitions inside."""
    by_map: dict[str, dict[str, list[Json]]] = defaultdict(lambda: defaultdict(list))
    for step in dossier.all(Step):
        by_map[step.map]["steps"].append(to_plain(step))
    for transition in dossier.all(Transition):
        by_map[transition.map]["transitions"].append(to_plain(transition, code_key=None))
    return [
        _write_with(process_map, _MAP_KEYS, by_map[process_map.code])
        for process_map in dossier.all(ProcessMap)
    ]
