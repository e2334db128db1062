"""BPMN 2.0 to process maps: everything drawn becomes a row, everything else is named as a loss."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace

from cxo_desktop.domain.enums import StepKind
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.map_sheets import Loss, ReadMap, ReadMaps
from cxo_desktop.domain.plain import from_plain
from cxo_desktop.domain.processes import ProcessMap, Step, Transition
from cxo_desktop.domain.records import Json
from cxo_desktop.exchange.bpmn_losses import left_aside
from cxo_desktop.exchange.bpmn_scopes import Lane, Scope, inside, scopes, tidy
from cxo_desktop.exchange.bpmn_words import KINDS, STORES
from cxo_desktop.exchange.xml_tree import Element, parse
from cxo_desktop.exchange.xml_tree import write as write_tree
from cxo_desktop.i18n import _

KEY = "bpmn"


def read(name: str, content: bytes) -> ReadMaps:
    """Return the maps of a BPMN file, the first with the whole document for a later export.

    Raises InputRefused for what is no BPMN 2.0, is damaged, or is hostile.
    """
    root = parse(name, content)
    found = list(read_scopes(root))
    if root.local != "definitions" or not found:
        raise InputRefused(
            _("{file} was not imported, and nothing was written.").format(file=name),
            _("It holds no process in BPMN 2.0."),
            _("Export it as BPMN 2.0 once more, or choose another file."),
        )
    maps = [one.rows for one in found]
    title = name.rpartition(".")[0] or name
    maps = [replace(it, map=replace(it.map, name=it.map.name or title)) for it in maps]
    source: dict[str, Json] = {**_marks(maps[0]), "source": write_tree(root)}
    maps[0] = replace(maps[0], map=replace(maps[0].map, extra={KEY: source}))
    stores = {code: store for one in found for code, store in one.stores.items()}
    losses = [*(loss for one in found for loss in one.losses), *left_aside(root)]
    return ReadMaps(tuple(maps), tuple(dict.fromkeys(losses)), stores)


def _marks(rows: ReadMap) -> dict[str, Json]:
    marks = rows.map.extra.get(KEY)
    return dict(marks) if isinstance(marks, dict) else {}


@dataclass(slots=True)
class Found:
    """A map that was read, with its scope and the element behind each step and arrow."""

    scope: Scope
    rows: ReadMap
    steps: dict[str, Element] = field(default_factory=dict)
    flows: dict[str, Element] = field(default_factory=dict)
    stores: dict[str, tuple[str, str]] = field(default_factory=dict)
    losses: list[Loss] = field(default_factory=list)


def read_scopes(root: Element) -> Iterator[Found]:
    """Yield the maps of a document."""
    used = Counter[str]()
    for number, scope in enumerate(scopes(root)):
        yield _Reader(scope, number, used).found()


class _Reader:
    """Reads one scope into rows; codes are the ids of the file, made unique where they are not."""

    def __init__(self, scope: Scope, number: int, used: Counter[str]) -> None:
        self._scope = scope
        self._number = number
        self._used = used
        self._by_id: dict[str, str] = {}
        empty = ReadMap(ProcessMap(), (), ())
        self._found = Found(scope, empty)

    def found(self) -> Found:
        """Return everything that the scope holds."""
        steps = [step for lane in self._scope.lanes for step in self._steps(lane)]
        lanes = tuple(lane.name for lane in self._scope.lanes)
        moves = [*self._boundaries(), *self._flows()]
        steps = self._with_data(steps)
        name = self._scope.name
        marks: dict[str, Json] = {"scope": self._number}
        row = ProcessMap(name=name, lanes=lanes, extra={KEY: marks})
        self._found.rows = ReadMap(row, tuple(steps), tuple(moves))
        return self._found

    def _steps(self, lane: Lane) -> Iterator[Step]:
        if lane.pool.process is None:
            if lane.pool.participant is not None:
                code = self._code(lane.pool.participant)
                self._found.steps[code] = lane.pool.participant
                yield Step(code=code, kind=StepKind.HAND_OFF, lane=lane.name, label=lane.pool.name)
            return
        others = {
            code for other in self._scope.lanes if other.element is not None for code in other.nodes
        }
        for node in inside(lane.pool.process):
            code = node.attributes.get("id", "")
            mine = code in lane.nodes if lane.element is not None else code not in others
            if node.local in KINDS and mine and id(node) not in self._seen():
                yield self._step(node, lane)

    def _seen(self) -> set[int]:
        return {id(element) for element in self._found.steps.values()}

    def _step(self, node: Element, lane: Lane) -> Step:
        code = self._code(node)
        self._found.steps[code] = node
        kind = KINDS[node.local]
        step = Step(
            code=code, kind=kind, lane=lane.name, label=tidy(node.attributes.get("name", ""))
        )
        told = _our_attributes(node)
        if told:
            plain: dict[str, Json] = {"kind": kind.value, "lane": lane.name, "label": step.label}
            with suppress(InputRefused):  # attributes that another program changed
                return replace(from_plain(Step, plain | told), code=code)
        elif node.local not in {"startEvent", "endEvent", "task"}:
            reason = _("It is shown as “{kind}”; what it is stays in the file for export.")
            self._found.losses.append(Loss(node.local, reason.format(kind=kind.value)))
        return step

    def _code(self, element: Element) -> str:
        given = element.attributes.get("id", "").strip()
        self._used[given] += 1
        code = given if given and self._used[given] == 1 else f"{given}~{self._used[given]}"
        if given and self._used[given] > 1:
            self._found.losses.append(
                Loss(
                    given, _("The id is used twice; the second is called {code}.").format(code=code)
                )
            )
        self._by_id.setdefault(given, code)
        return code

    def _boundaries(self) -> Iterator[Transition]:
        """Yield an arrow from each activity to the events at its edge."""
        for code, node in self._found.steps.items():
            host = self._by_id.get(node.attributes.get("attachedToRef", ""))
            if node.local == "boundaryEvent" and host:
                marks: dict[str, Json] = {"attached": node.attributes.get("id", "")}
                yield Transition(source=host, target=code, extra={KEY: marks})

    def _flows(self) -> Iterator[Transition]:
        inner = [
            part
            for pool in self._scope.pools
            if pool.process is not None
            for part in inside(pool.process)
            if part.local == "sequenceFlow"
        ]
        for number, flow in enumerate([*inner, *self._scope.messages]):
            ends = [self._end(flow, key) for key in ("sourceRef", "targetRef")]
            name = tidy(flow.attributes.get("name", ""))
            mark = f"{flow.attributes.get('id', '')}#{number}"
            self._found.flows[mark] = flow
            share = _our_attributes(flow).get("share")
            yield Transition(
                source=ends[0],
                target=ends[1],
                condition=name or None,
                share=share if isinstance(share, (int, float)) else None,
                extra={KEY: {"flow": mark}},
            )

    def _end(self, flow: Element, key: str) -> str:
        code = self._by_id.get(flow.attributes.get(key, "").strip(), "")
        if not code:
            reason = _("It starts or ends at nothing that a map shows; it is kept and not drawn.")
            self._found.losses.append(Loss(flow.attributes.get("id") or flow.local, reason))
        return code

    def _with_data(self, steps: list[Step]) -> list[Step]:
        """Return the steps with the data they read and write."""
        for pool in self._scope.pools:
            for part in inside(pool.process) if pool.process is not None else ():
                if part.local in STORES:
                    code = part.attributes.get("id", "")
                    name = tidy(part.attributes.get("name", "")) or code
                    self._found.stores[code] = (name, STORES[part.local])
        return [self._reading(step) for step in steps]

    def _reading(self, step: Step) -> Step:
        node = self._found.steps[step.code]
        reads = self._ends_of(node, "dataInputAssociation", "sourceRef")
        writes = self._ends_of(node, "dataOutputAssociation", "targetRef")
        return replace(step, reads=reads, writes=writes) if reads or writes else step

    def _ends_of(self, node: Element, kind: str, end: str) -> tuple[str, ...]:
        refs = (tidy(ref.text()) for part in node.elements(kind) for ref in part.elements(end))
        return tuple(dict.fromkeys(ref for ref in refs if ref in self._found.stores))


def _our_attributes(element: Element) -> dict[str, Json]:
    """Return the figures that an export of ours wrote beside an element, each as JSON."""
    told: dict[str, Json] = {}
    for key, value in element.attributes.items():
        prefix, _colon, local = key.partition(":")
        if prefix == "cxo" and local:
            with suppress(ValueError):  # attributes that another program changed
                told[local] = json.loads(value)
    return told
