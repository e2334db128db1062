"""A process map as BPMN 2.0 with its picture (DI), figures beside each element."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from cxo_desktop.domain.drawing import Arrow, Drawing, Point
from cxo_desktop.domain.enums import StepKind
from cxo_desktop.domain.map_sheets import ReadMap
from cxo_desktop.domain.plain import to_plain
from cxo_desktop.domain.processes import Step, Transition
from cxo_desktop.exchange.bpmn_words import DC, DD, DI, MODEL, OURS, TAGS
from cxo_desktop.exchange.xml_tree import Element
from cxo_desktop.exchange.xml_tree import write as write_tree

_NAME = re.compile(r"[A-Za-z_][\w.\-]*", re.ASCII)
_SPOKEN = frozenset({"label", "lane", "reads", "writes", "id"})
_TURN = 0.5


def write(rows: ReadMap, drawing: Drawing, stores: Mapping[str, str]) -> str:
    """Return a BPMN document: one pool, its lanes, steps, arrows, data and picture.

    ``stores`` are names of data places by code, for what steps read and write.
    """
    return write_tree(_Writer(rows, drawing, stores).document())


def figures(step: Step) -> dict[str, str]:
    """Return what is known of a step beside its words, as attributes of ours."""
    plain = to_plain(step, code_key=None)
    return {
        f"cxo:{key}": json.dumps(value, ensure_ascii=False)
        for key, value in plain.items()
        if key not in _SPOKEN and key not in step.extra
    }


def corners(arrow: Arrow) -> Iterator[Point]:
    """Yield where an arrow begins, bends and ends."""
    spots = [*arrow.points[::3], arrow.tip]
    yield spots[0]
    for before, spot, after in zip(spots, spots[1:], spots[2:], strict=False):
        one, other = (spot.x - before.x, spot.y - before.y), (after.x - spot.x, after.y - spot.y)
        if abs(one[0] * other[1] - one[1] * other[0]) > _TURN:
            yield spot
    yield spots[-1]


class _Writer:
    """Writes one map; ids are the codes where XML allows that."""

    def __init__(self, rows: ReadMap, drawing: Drawing, stores: Mapping[str, str]) -> None:
        self._rows = rows
        self._drawing = drawing
        self._stores = stores
        codes = [step.code for step in rows.steps]
        self._ids = {code: _id(code, number) for number, code in enumerate(codes, 1)}
        self._lane_ids = {lane: f"Lane_{n}" for n, lane in enumerate(self._lanes(), 1)}

    def document(self) -> Element:
        """Return the whole document."""
        spaces = {"xmlns:bpmn": MODEL, "xmlns:bpmndi": DI, "xmlns:dc": DC, "xmlns:di": DD}
        root = Element("bpmn:definitions", {**spaces, "xmlns:cxo": OURS})
        root.attributes |= {"id": "Definitions_1", "targetNamespace": OURS}
        name = self._rows.map.name
        pool = {"id": "Participant_1", "name": name, "processRef": "Process_1"}
        collaboration = Element("bpmn:collaboration", {"id": "Collaboration_1"})
        collaboration.inside.append(Element("bpmn:participant", pool))
        process = Element(
            "bpmn:process", {"id": "Process_1", "name": name, "isExecutable": "false"}
        )
        process.inside += [self._lane_set(), *self._steps(), *self._flows(), *self._data()]
        root.inside += [collaboration, process, self._picture()]
        return root

    def _lanes(self) -> list[str]:
        used = [step.lane or "" for step in self._rows.steps]
        return list(dict.fromkeys([*self._rows.map.lanes, *sorted({*used} - {""}), *_none(used)]))

    def _lane_set(self) -> Element:
        lanes = Element("bpmn:laneSet", {"id": "LaneSet_1"})
        for lane, code in self._lane_ids.items():
            part = Element("bpmn:lane", {"id": code, "name": lane})
            part.inside += [
                Element("bpmn:flowNodeRef", {}, [self._ids[step.code]])
                for step in self._rows.steps
                if (step.lane or "") == lane
            ]
            lanes.inside.append(part)
        return lanes

    def _joined(self) -> Iterator[tuple[str, Transition]]:
        for number, move in enumerate(self._rows.transitions, 1):
            if {move.source, move.target} <= self._ids.keys():
                yield f"Flow_{number}", move

    def _steps(self) -> Iterator[Element]:
        for step in self._rows.steps:
            kind = step.kind or StepKind.TASK
            code = self._ids[step.code]
            node = Element(f"bpmn:{TAGS[kind]}", {"id": code, "name": step.label, **figures(step)})
            node.inside += [
                Element(f"bpmn:{side}", {}, [flow])
                for side, end in (("incoming", "target"), ("outgoing", "source"))
                for flow, move in self._joined()
                if getattr(move, end) == step.code
            ]
            node.inside += self._associations(step, code)
            if kind is StepKind.WAIT:
                event = Element("bpmn:timerEventDefinition", {"id": f"{code}_timer"})
                node.inside.append(event)
            yield node

    def _associations(self, step: Step, code: str) -> Iterator[Element]:
        for number, store in enumerate(step.reads, 1):
            part = Element("bpmn:dataInputAssociation", {"id": f"{code}_in{number}"})
            part.inside.append(Element("bpmn:sourceRef", {}, [_id(store, number, "Data")]))
            part.inside.append(Element("bpmn:targetRef", {}, [code]))
            yield part
        for number, store in enumerate(step.writes, 1):
            part = Element("bpmn:dataOutputAssociation", {"id": f"{code}_out{number}"})
            part.inside.append(Element("bpmn:targetRef", {}, [_id(store, number, "Data")]))
            yield part

    def _flows(self) -> Iterator[Element]:
        for code, move in self._joined():
            ends = {"sourceRef": self._ids[move.source], "targetRef": self._ids[move.target]}
            attributes = {"id": code, **ends}
            if move.condition:
                attributes["name"] = move.condition
            if move.share is not None:
                attributes["cxo:share"] = json.dumps(move.share)
            yield Element("bpmn:sequenceFlow", attributes)

    def _data(self) -> Iterator[Element]:
        used = {code for step in self._rows.steps for code in (*step.reads, *step.writes)}
        for number, code in enumerate(sorted(used), 1):
            name = self._stores.get(code, code)
            attributes = {"id": _id(code, number, "Data"), "name": name}
            yield Element("bpmn:dataStoreReference", attributes)

    def _picture(self) -> Element:
        plane = Element("bpmndi:BPMNPlane", {"id": "Plane_1", "bpmnElement": "Collaboration_1"})
        drawing = self._drawing
        whole = (0.0, 0.0, drawing.width, drawing.height)
        plane.inside.append(shape("Participant_1", whole, level=True))
        for lane in drawing.lanes:
            code = self._lane_ids.get(lane.name)
            if code:
                frame = (lane.x, lane.y, lane.width, lane.height)
                plane.inside.append(shape(code, frame, level=True))
        for box in drawing.boxes:
            if box.code in self._ids:
                frame = (box.x, box.y, box.width, box.height)
                plane.inside.append(shape(self._ids[box.code], frame))
        plane.inside += self._edges()
        return Element("bpmndi:BPMNDiagram", {"id": "Diagram_1"}, [plane])

    def _edges(self) -> Iterator[Element]:
        drawn: dict[tuple[str, str], list[Arrow]] = {}
        for arrow in self._drawing.arrows:
            drawn.setdefault((arrow.tail, arrow.head), []).append(arrow)
        for code, move in self._joined():
            arrows = drawn.get((move.source, move.target))
            if arrows:
                yield edge(code, list(corners(arrows.pop(0))))


def _none(used: Sequence[str]) -> list[str]:
    return [""] if "" in used else []


def _id(code: str, number: int, kind: str = "Step") -> str:
    if _NAME.fullmatch(code):
        return code
    letters = re.sub(r"[^A-Za-z0-9]", "", code)
    return f"{kind}_{letters}_{number if kind == 'Step' else ''}"


def shape(code: str, frame: tuple[float, float, float, float], *, level: bool = False) -> Element:
    """Return the picture of a box (x, y, width, height)."""
    keys = ("x", "y", "width", "height")
    bounds = {key: f"{number:g}" for key, number in zip(keys, frame, strict=True)}
    attributes = {"id": f"{code}_di", "bpmnElement": code}
    if level:
        attributes["isHorizontal"] = "true"
    return Element("bpmndi:BPMNShape", attributes, [Element("dc:Bounds", bounds)])


def edge(code: str, spots: Sequence[Point]) -> Element:
    """Return the picture of an arrow."""
    points: list[Element | str] = [
        Element("di:waypoint", {"x": f"{spot.x:g}", "y": f"{spot.y:g}"}) for spot in spots
    ]
    return Element("bpmndi:BPMNEdge", {"id": f"{code}_di", "bpmnElement": code}, points)
