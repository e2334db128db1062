"""An imported BPMN document with what was changed since: the rest stays as it came, verbatim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest

from cxo_desktop.domain.drawing import Drawing
from cxo_desktop.domain.enums import StepKind
from cxo_desktop.domain.map_sheets import ReadMap
from cxo_desktop.domain.processes import Step, Transition
from cxo_desktop.exchange.bpmn_read import KEY, Found, read_scopes
from cxo_desktop.exchange.bpmn_scopes import Lane
from cxo_desktop.exchange.bpmn_words import DI, KINDS, TAGS
from cxo_desktop.exchange.bpmn_write import corners, edge, shape
from cxo_desktop.exchange.xml_tree import Element, parse
from cxo_desktop.exchange.xml_tree import write as write_tree

Now = tuple[ReadMap, Drawing]


def patch(source: str, maps: Mapping[int, Now]) -> str:
    """Return the document with each map as it is now, by the number of its scope.

    What no map shows is not touched; an unchanged import comes out with every element, name,
    lane and connection that it came with.
    """
    root = parse("", source.encode())
    for number, found in enumerate(read_scopes(root)):
        if number in maps:
            _Patch(root, found, *maps[number]).apply()
    return write_tree(root)


def mark(move: Transition, key: str) -> str:
    """Return what the import noted of an arrow under ``key``, or ""."""
    marks = move.extra.get(KEY)
    noted = marks.get(key) if isinstance(marks, dict) else None
    return noted if isinstance(noted, str) else ""


class _Patch:
    """Brings one scope of a document to what its map is now."""

    def __init__(self, root: Element, found: Found, rows: ReadMap, drawing: Drawing) -> None:
        self._root = root
        self._found = found
        self._rows = rows
        self._drawing = drawing
        self._prefix = root.name.rpartition(":")[0]
        self._lanes = dict(_renamed(found, rows))

    def apply(self) -> None:
        """Carry out every difference."""
        before = {step.code: step for step in self._found.rows.steps}
        now = {step.code: step for step in self._rows.steps}
        self._names()
        for code in before.keys() - now.keys():
            self._drop(self._found.steps[code])
        for code, step in now.items():
            if code in before:
                self._change(before[code], step)
            else:
                self._add(step)
        self._moves()

    def _names(self) -> None:
        old, new = self._found.rows.map.name, self._rows.map.name
        scope = self._found.scope
        if old and new != old:
            pool = scope.pools[0]
            holder = scope.element if len(scope.pools) > 1 else pool.participant or scope.element
            holder.attributes["name"] = new
        for name, lane in self._lanes.items():
            if lane.element is not None and name != lane.name:
                lane.element.attributes["name"] = name.rpartition(" / ")[2]

    def _change(self, before: Step, step: Step) -> None:
        element = self._found.steps[step.code]
        if step.label != before.label:
            element.attributes["name"] = step.label
        if step.kind is not before.kind and element.local in KINDS:
            self._retag(element, step.kind or StepKind.TASK)
        target = self._lanes.get(step.lane or "")
        if target is not None and target.name != before.lane:
            code = element.attributes.get("id", "")
            self._unref(code)
            self._refer(target, code)

    def _retag(self, element: Element, kind: StepKind) -> None:
        element.name = self._tag(TAGS[kind])

    def _tag(self, local: str) -> str:
        return f"{self._prefix}:{local}" if self._prefix else local

    def _container(self, step: Step) -> Element:
        lane = self._lanes.get(step.lane or "")
        pools = [lane.pool] if lane is not None else []
        for pool in (*pools, *self._found.scope.pools):
            if pool.process is not None:
                return pool.process
        return self._found.scope.element

    def _add(self, step: Step) -> None:
        node = Element(
            self._tag(TAGS[step.kind or StepKind.TASK]), {"id": step.code, "name": step.label}
        )
        self._container(step).inside.append(node)
        self._found.steps[step.code] = node
        lane = self._lanes.get(step.lane or "")
        if lane is not None:
            self._refer(lane, step.code)
        for box in self._drawing.boxes:
            if box.code == step.code:
                frame = (box.x, box.y, box.width, box.height)
                self._picture(shape(step.code, frame))

    def _refer(self, lane: Lane, code: str) -> None:
        if lane.element is not None:
            lane.element.inside.append(Element(self._tag("flowNodeRef"), {}, [code]))

    def _unref(self, code: str) -> None:
        for lane in self._lanes.values():
            if lane.element is not None:
                lane.element.inside = [
                    part
                    for part in lane.element.inside
                    if not (isinstance(part, Element) and part.local == "flowNodeRef")
                    or part.text().strip() != code
                ]

    def _moves(self) -> None:
        kept = {mark(move, "flow") for move in self._rows.transitions}
        known = {mark(move, "flow"): move for move in self._found.rows.transitions}
        for noted, flow in self._found.flows.items():
            if noted not in kept:
                self._drop(flow)
        for number, move in enumerate(self._rows.transitions, 1):
            noted = mark(move, "flow")
            if noted in self._found.flows:
                self._change_move(known[noted], move, self._found.flows[noted])
            elif not mark(move, "attached"):
                self._add_move(move, number)

    def _change_move(self, before: Transition, move: Transition, flow: Element) -> None:
        if move.condition != before.condition:
            flow.attributes["name"] = move.condition or ""
        for key, old, new in (
            ("sourceRef", before.source, move.source),
            ("targetRef", before.target, move.target),
        ):
            if old != new and new in self._found.steps:
                flow.attributes[key] = self._found.steps[new].attributes.get("id", new)

    def _add_move(self, move: Transition, number: int) -> None:
        steps = {step.code: step for step in self._rows.steps}
        if not {move.source, move.target} <= steps.keys():
            return
        homes = [self._container(steps[code]) for code in (move.source, move.target)]
        ends = [
            self._found.steps[code].attributes.get("id", code)
            for code in (move.source, move.target)
        ]
        crossing = homes[0] is not homes[1]
        code = f"Flow_cxo_{self._found.scope.element.attributes.get('id', '')}_{number}"
        flow = Element(
            self._tag("messageFlow" if crossing else "sequenceFlow"),
            {"id": code, "sourceRef": ends[0], "targetRef": ends[1]},
        )
        if move.condition:
            flow.attributes["name"] = move.condition
        (self._found.scope.element if crossing else homes[0]).inside.append(flow)
        for arrow in self._drawing.arrows:
            if (arrow.tail, arrow.head) == (move.source, move.target):
                self._picture(edge(code, list(corners(arrow))))
                break

    def _picture(self, part: Element) -> None:
        """Put a shape or edge on the plane, under the prefixes of the document."""
        plane = next((e for e in self._root.walk() if e.local == "BPMNPlane"), None)
        if plane is not None:
            for element in part.walk():
                space = {"BPMNShape": DI, "BPMNEdge": DI}.get(element.local)
                if space:
                    prefix = plane.name.rpartition(":")[0]
                    element.name = f"{prefix}:{element.local}" if prefix else element.local
            plane.inside.append(part)

    def _drop(self, dropped: Element) -> None:
        """Take an element out, with its picture and what refers to it."""
        code = dropped.attributes.get("id", "")
        self._unref(code)
        for element in list(self._root.walk()):
            element.inside = [part for part in element.inside if not _is(part, dropped, code)]


def _is(part: Element | str, dropped: Element, code: str) -> bool:
    if not isinstance(part, Element):
        return False
    if part is dropped:
        return True
    pictured = part.attributes.get("bpmnElement", "").rpartition(":")[2]
    named = part.text().strip() if part.local in {"incoming", "outgoing"} else ""
    return bool(code) and code in {pictured, named}


def _renamed(found: Found, rows: ReadMap) -> Iterator[tuple[str, Lane]]:
    """Yield the lanes of the document by the names that they have now, matched in order."""
    old, new = found.rows.map.lanes, rows.map.lanes
    same = set(old) & set(new)
    fresh = [name for name in new if name not in same]
    gone = [lane for lane in found.scope.lanes if lane.name not in same]
    for lane in found.scope.lanes:
        if lane.name in same:
            yield lane.name, lane
    for name, renamed in zip_longest(fresh, gone):
        if name is not None and renamed is not None:
            yield name, renamed
