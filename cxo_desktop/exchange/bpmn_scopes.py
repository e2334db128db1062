"""Where things are in a BPMN document: which maps it holds, their pools, lanes and nodes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from cxo_desktop.exchange.bpmn_words import CONTAINERS, KINDS, MODEL
from cxo_desktop.exchange.xml_tree import Element

_JOINED = " / "


@dataclass(slots=True)
class Pool:
    """A participant with its process; one of the two may be missing."""

    participant: Element | None
    process: Element | None

    @property
    def name(self) -> str:
        """Return what the pool is called, or else its process."""
        for element in (self.participant, self.process):
            if element is not None and element.attributes.get("name", "").strip():
                return tidy(element.attributes["name"])
        return ""


@dataclass(slots=True)
class Lane:
    """A lane that has no lanes inside, or the whole of a pool without lanes (no ``element``)."""

    name: str
    pool: Pool
    element: Element | None = None
    nodes: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Scope:
    """What one map shows: a collaboration, a process without one, or the inside of a process."""

    element: Element
    name: str
    pools: list[Pool]
    messages: list[Element] = field(default_factory=list)
    lanes: list[Lane] = field(default_factory=list)


def tidy(text: str) -> str:
    """Return words in one line."""
    return " ".join(text.split())


def of_model(element: Element) -> bool:
    """Tell whether an element is BPMN's own; files without a namespace are taken at their word."""
    return element.space in {MODEL, ""}


def inside(container: Element) -> Iterator[Element]:
    """Yield what a process or sub-process holds of BPMN itself."""
    return (part for part in container.elements() if of_model(part))


def nodes(container: Element) -> Iterator[Element]:
    """Yield the flow nodes right inside a process or sub-process."""
    return (part for part in inside(container) if part.local in KINDS)


def scopes(root: Element) -> list[Scope]:
    """Return the maps of a document in its order, each before the sub-processes inside it."""
    processes = {
        part.attributes.get("id", ""): part for part in root.elements("process") if of_model(part)
    }
    shared: set[int] = set()
    found: list[Scope] = []
    for collaboration in root.elements("collaboration"):
        pools = []
        for participant in collaboration.elements("participant"):
            process = processes.get(participant.attributes.get("processRef", ""))
            shared |= {id(process)} if process is not None else set()
            pools.append(Pool(participant, process))
        if pools:
            messages = list(collaboration.elements("messageFlow"))
            found.append(Scope(collaboration, _title(collaboration, pools), pools, messages))
    found += [
        Scope(process, Pool(None, process).name, [Pool(None, process)])
        for process in root.elements("process")
        if of_model(process) and id(process) not in shared
    ]
    return [scope for outer in found for scope in _with_inner(outer) if _holds_something(scope)]


def _title(collaboration: Element, pools: list[Pool]) -> str:
    own = tidy(collaboration.attributes.get("name", ""))
    names = [pool.name for pool in pools if pool.name]
    return own or ", ".join(names)


def _holds_something(scope: Scope) -> bool:
    return any(pool.process is None or any(nodes(pool.process)) for pool in scope.pools)


def _with_inner(scope: Scope) -> Iterator[Scope]:
    scope.lanes = list(_named_lanes(scope))
    yield scope
    for pool in scope.pools:
        for node in nodes(pool.process) if pool.process is not None else ():
            if node.local in CONTAINERS and any(nodes(node)):
                name = tidy(node.attributes.get("name", "")) or node.attributes.get("id", "")
                yield from _with_inner(Scope(node, name, [Pool(None, node)]))


def _named_lanes(scope: Scope) -> Iterator[Lane]:
    """Yield the lanes, each under a name of its own."""
    used = Counter[str]()
    several = len(scope.pools) > 1
    for pool in scope.pools:
        for lane in _lanes(pool):
            parts = [pool.name, lane.name] if several and lane.element is not None else [lane.name]
            name = _JOINED.join(part for part in parts if part) or pool.name or scope.name or "1"
            used[name] += 1
            lane.name = name if used[name] == 1 else f"{name} ({used[name]})"
            yield lane


def _lanes(pool: Pool) -> list[Lane]:
    if pool.process is None:
        return [Lane(pool.name, pool)]
    leaves = [
        leaf
        for lane_set in pool.process.elements("laneSet")
        for lane in lane_set.elements("lane")
        for leaf in _leaves(lane, (), pool)
    ]
    placed = {code for lane in leaves for code in lane.nodes}
    rest = [node for node in nodes(pool.process) if node.attributes.get("id", "") not in placed]
    if not leaves or rest:
        leaves.append(Lane(pool.name, pool))
    return leaves


def _leaves(lane: Element, above: tuple[str, ...], pool: Pool) -> Iterator[Lane]:
    """Yield the innermost lanes; what only an outer lane names is in its first inner one."""
    path = (*above, tidy(lane.attributes.get("name", "")))
    inner = [part for child in lane.elements("childLaneSet") for part in child.elements("lane")]
    own = {tidy(ref.text()) for ref in lane.elements("flowNodeRef")}
    if not inner:
        yield Lane(_JOINED.join(part for part in path if part), pool, lane, own)
        return
    leaves = [leaf for part in inner for leaf in _leaves(part, path, pool)]
    taken = {code for leaf in leaves for code in leaf.nodes}
    leaves[0].nodes |= own - taken
    yield from leaves
