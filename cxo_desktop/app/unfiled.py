"""What names a record that is not there, as after a colleague removed it: unfiled, never hidden."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.entities import BY_TABLE
from cxo_desktop.domain.interviews import Interview, Note
from cxo_desktop.domain.links import LINKS, OFFERS
from cxo_desktop.domain.processes import ProcessMap, Step, Transition
from cxo_desktop.domain.records import Record
from cxo_desktop.i18n import _

R = TypeVar("R", bound=Record)
NO_INTERVIEW = "\N{EN DASH}"
"""Stands for the code of an interview where there is none."""


@dataclass(frozen=True, slots=True)
class Unfiled:
    """A record of a kind, one of whose fields names by code a ``target`` that is not there."""

    kind: str
    record: Record
    field: str
    target: str
    missing: str

    @property
    def id(self) -> str:
        """Return what the record is called by: its code, or its id where it has none."""
        return self.record.code or self.record.id


def unfiled_word(code: str) -> str:
    """Return how a code is shown whose record is not there."""
    return _("{code} · unfiled").format(code=code)


def called(records: Mapping[str, R], code: str | None, name: Callable[[R], str]) -> str:
    """Return the name of the record of a code, that it is unfiled, or "" for no code."""
    record = records.get(code or "")
    if record is not None:
        return name(record) or record.code
    return unfiled_word(code) if code else ""


def unfiled(dossier: Dossier) -> tuple[Unfiled, ...]:
    """Return every link that leads nowhere, kind by kind."""
    there = {table: set(dossier.by_code(entity.cls)) for table, entity in BY_TABLE.items()}
    found = [
        Unfiled(table, record, field, target, code)
        for table, fields in LINKS.items()
        for record in _records(dossier, table)
        for field, target in fields.items()
        if field not in OFFERS
        for code in _codes(getattr(record, field))
        if code not in there[target]
    ]
    return (*found, *_loose_arrows(dossier))


def with_missing_nodes(
    nodes: Sequence[DataNode], flows: Sequence[DataFlow]
) -> tuple[tuple[DataNode, ...], tuple[DataFlow, ...]]:
    """Return nodes and flows with a node for every end that is not there, so that all is drawn."""
    known = {node.code for node in nodes}
    ended = tuple(
        replace(flow, source=flow.source or _nowhere(), target=flow.target or _nowhere())
        for flow in flows
    )
    missing = dict.fromkeys(
        code for flow in ended for code in (flow.source, flow.target) if code not in known
    )
    return (*nodes, *(DataNode(code=it, name=unfiled_word(it)) for it in missing)), ended


def with_missing_steps(
    steps: Sequence[Step], transitions: Sequence[Transition]
) -> tuple[Step, ...]:
    """Return steps with one for every end of an arrow that is not there."""
    known = {step.code for step in steps}
    missing = dict.fromkeys(
        code for arrow in transitions for code in (arrow.source, arrow.target) if code not in known
    )
    lane = _("Unfiled")
    return (*steps, *(Step(code=it, label=unfiled_word(it), lane=lane) for it in missing))


def missing_maps(dossier: Dossier) -> tuple[ProcessMap, ...]:
    """Return a map for every code that steps or arrows name and that is no map."""
    known = dossier.by_code(ProcessMap)
    rows: Iterator[Step | Transition] = iter((*dossier.all(Step), *dossier.all(Transition)))
    codes = dict.fromkeys(row.map for row in rows if row.map and row.map not in known)
    return tuple(ProcessMap(code=it, name=unfiled_word(it)) for it in codes)


def missing_interviews(dossier: Dossier) -> dict[str, Interview]:
    """Return, by code, an interview for all that notes name and that is not there.

    Notes that name none are under NO_INTERVIEW.
    """
    known = dossier.by_code(Interview)
    codes = dict.fromkeys(note.interview or NO_INTERVIEW for note in dossier.all(Note))
    return {code: Interview(code=code) for code in codes if code not in known}


def _records(dossier: Dossier, table: str) -> Sequence[Record]:
    return (dossier.engagement,) if table == "engagement" else dossier.all(BY_TABLE[table].cls)


def _codes(value: object) -> tuple[str, ...]:
    codes = value if isinstance(value, tuple) else (value,)
    return tuple(str(code) for code in codes if code)


def _loose_arrows(dossier: Dossier) -> Iterator[Unfiled]:
    steps = {(step.map, step.code) for step in dossier.all(Step)}
    for arrow in dossier.all(Transition):
        for field, code in (("source", arrow.source), ("target", arrow.target)):
            if (arrow.map, code) not in steps:
                yield Unfiled("transition", arrow, field, "step", code)


def _nowhere() -> str:
    return _("nowhere")
