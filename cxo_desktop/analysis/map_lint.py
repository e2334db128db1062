"""What a map leaves open, ranked, each with what would mend it: advice, never a refusal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.enums import NodeKind, StepKind, WaitModel
from cxo_desktop.domain.processes import Step, Transition

_FEWEST_LEVELS = 2
_WAYS = 2


class Rule(StrEnum):
    """What may be open on a map; those of BPMN's own linters are marked so in map_advice."""

    LOOSE_ARROW = "loose_arrow"
    ENDLESS_CYCLE = "endless_cycle"
    DEAD_END = "dead_end"
    NO_LANE = "no_lane"
    NO_OWNER = "no_owner"
    ONE_WAY_DECISION = "one_way_decision"
    NO_FREQUENCY = "no_frequency"
    UNNAMED_HAND_OFF = "unnamed_hand_off"
    ONE_LEVEL = "one_level"
    NO_EVIDENCE = "no_evidence"
    NO_LABEL = "no_label"
    NOT_REACHED = "not_reached"
    DISCONNECTED = "disconnected"
    NO_START = "no_start"
    NO_END = "no_end"
    IMPLICIT_SPLIT = "implicit_split"
    UNNAMED_WAY = "unnamed_way"
    SUPERFLUOUS_DECISION = "superfluous_decision"
    DUPLICATE_ARROW = "duplicate_arrow"
    SHARES = "shares"
    EMPTY_LANE = "empty_lane"


ORDER = tuple(Rule)


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing to look at: the rule and the codes of the boxes, arrows or lanes it is about."""

    rule: Rule
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Net:
    """Who is joined to whom, whatever the kind of map."""

    codes: tuple[str, ...]
    links: tuple[tuple[str, str, str], ...]
    into: Mapping[str, int] = field(default_factory=dict)
    out: Mapping[str, int] = field(default_factory=dict)


def lint_process(
    steps: Sequence[Step],
    transitions: Sequence[Transition],
    lanes: Sequence[str],
    levels: Mapping[str, Collection[str]],
) -> tuple[Advice, ...]:
    """Return advice on a process map, the gravest first.

    ``levels`` holds the levels of the people whose notes point at each step.
    """
    net = _net(
        [step.code for step in steps],
        [(_move_code(move), move.source, move.target) for move in transitions],
    )
    found = [
        *_shape(net, {it.code for it in steps if it.kind is StepKind.END}),
        *_named(steps),
        *_laned(steps, lanes),
        *_decisions(steps, transitions, net),
        *_hand_offs(steps, transitions),
        *_begins_and_ends(steps, net),
        *_heard([step.code for step in steps], levels),
    ]
    return _ranked(found)


def lint_chain(
    nodes: Sequence[DataNode], flows: Sequence[DataFlow], levels: Mapping[str, Collection[str]]
) -> tuple[Advice, ...]:
    """Return advice on a data chain, the gravest first; ``levels`` by node as in lint_process."""
    net = _net(
        [node.code for node in nodes], [(flow.code, flow.source, flow.target) for flow in flows]
    )
    ends = {NodeKind.DECISION_POINT, NodeKind.REPORT, NodeKind.EXTERNAL}
    found = [
        *_shape(net, {node.code for node in nodes if node.kind in ends}),
        *_each(Rule.NO_LABEL, nodes, lambda node: not node.name.strip()),
        *_each(
            Rule.NO_OWNER,
            nodes,
            lambda node: not node.owner_level and node.kind is not NodeKind.EXTERNAL,
        ),
        *_each(Rule.NO_FREQUENCY, flows, _without_frequency),
        *_heard([node.code for node in nodes], levels),
    ]
    return _ranked(found)


def _without_frequency(flow: DataFlow) -> bool:
    known = flow.frequency or flow.period_hours is not None
    return not known and flow.wait_model is not WaitModel.FOLLOWS


def _ranked(found: Sequence[Advice]) -> tuple[Advice, ...]:
    return tuple(sorted(found, key=lambda it: (ORDER.index(it.rule), it.codes)))


def _move_code(move: Transition) -> str:
    return f"{move.source}>{move.target}"


def _net(codes: Sequence[str], links: Sequence[tuple[str, str, str]]) -> _Net:
    known = set(codes)
    whole = [link for link in links if {link[1], link[2]} <= known]
    return _Net(
        tuple(sorted(known)),
        tuple(links),
        Counter(target for _code, source, target in whole if source != target),
        Counter(source for _code, source, target in whole if source != target),
    )


def _each(rule: Rule, rows: Sequence[Any], open_: Callable[[Any], bool]) -> Iterator[Advice]:
    for row in rows:
        if open_(row):
            yield Advice(rule, (row.code,))


def _shape(net: _Net, ends: Collection[str]) -> Iterator[Advice]:
    """Yield what is wrong with how boxes are joined."""
    known = set(net.codes)
    for code, source, target in net.links:
        if not {source, target} <= known:
            yield Advice(Rule.LOOSE_ARROW, (code,))
    for (source, target), count in Counter(link[1:] for link in net.links).items():
        if count > 1 and {source, target} <= known:
            yield Advice(Rule.DUPLICATE_ARROW, (source, target))
    for code in net.codes:
        if not net.out.get(code) and not net.into.get(code) and len(net.codes) > 1:
            yield Advice(Rule.DISCONNECTED, (code,))
        elif not net.out.get(code) and code not in ends:
            yield Advice(Rule.DEAD_END, (code,))
    yield from _cycles(net)


def _cycles(net: _Net) -> Iterator[Advice]:
    """Yield the circles that nothing leads out of."""
    import networkx as nx

    graph: Any = nx.DiGraph((source, target) for _code, source, target in net.links)
    for circle in nx.strongly_connected_components(graph):
        goes_round = len(circle) > 1 or any(graph.has_edge(one, one) for one in circle)
        leads_on = any(target not in circle for one in circle for target in graph.successors(one))
        if goes_round and not leads_on:
            yield Advice(Rule.ENDLESS_CYCLE, tuple(sorted(circle)))


def _named(steps: Sequence[Step]) -> Iterator[Advice]:
    quiet = {StepKind.START, StepKind.END}
    yield from _each(
        Rule.NO_LABEL, steps, lambda step: step.kind not in quiet and not step.label.strip()
    )


def _laned(steps: Sequence[Step], lanes: Sequence[str]) -> Iterator[Advice]:
    yield from _each(Rule.NO_LANE, steps, lambda step: not (step.lane or "").strip())
    used = {step.lane for step in steps}
    for lane in lanes:
        if lane not in used:
            yield Advice(Rule.EMPTY_LANE, (lane,))


def _decisions(
    steps: Sequence[Step], transitions: Sequence[Transition], net: _Net
) -> Iterator[Advice]:
    leaving: dict[str, list[Transition]] = {}
    for move in transitions:
        leaving.setdefault(move.source, []).append(move)
    for step in steps:
        ways = leaving.get(step.code, [])
        if step.kind is StepKind.DECISION:
            yield from _decision(step, ways, net)
        elif len(ways) >= _WAYS and not all(move.condition for move in ways):
            yield Advice(Rule.IMPLICIT_SPLIT, (step.code,))


def _decision(step: Step, ways: Sequence[Transition], net: _Net) -> Iterator[Advice]:
    if len(ways) == 1:
        merges = net.into.get(step.code, 0) >= _WAYS
        rule = Rule.SUPERFLUOUS_DECISION if merges else Rule.ONE_WAY_DECISION
        yield Advice(rule, (step.code,))
        return
    for move in ways:
        if not (move.condition or "").strip():
            yield Advice(Rule.UNNAMED_WAY, (_move_code(move),))
    shares = [move.share for move in ways if move.share is not None]
    if shares and len(shares) == len(ways) and abs(sum(shares) - 1) > 1 / 100:
        yield Advice(Rule.SHARES, (step.code,))


def _hand_offs(steps: Sequence[Step], transitions: Sequence[Transition]) -> Iterator[Advice]:
    """Yield arrows that change hands without a word on what is handed over, or how."""
    known = {step.code: step for step in steps}
    for move in transitions:
        source, target = known.get(move.source), known.get(move.target)
        if source is None or target is None or source.lane == target.lane:
            continue
        told = move.condition or source.tool or target.tool or source.writes or target.reads
        if not told and source.kind is not StepKind.HAND_OFF:
            yield Advice(Rule.UNNAMED_HAND_OFF, (_move_code(move),))


def _begins_and_ends(steps: Sequence[Step], net: _Net) -> Iterator[Advice]:
    kinds = {step.kind for step in steps}
    if steps and StepKind.START not in kinds:
        yield Advice(Rule.NO_START, ())
    if steps and StepKind.END not in kinds:
        yield Advice(Rule.NO_END, ())
    for step in steps:
        joined = net.out.get(step.code) or len(steps) == 1
        if step.kind is not StepKind.START and joined and not net.into.get(step.code):
            yield Advice(Rule.NOT_REACHED, (step.code,))


def _heard(codes: Sequence[str], levels: Mapping[str, Collection[str]]) -> Iterator[Advice]:
    """Yield what only one level spoke of, and, once anything is backed by notes, what nobody did.

    A map without any note says so once.
    """
    backed = [code for code in codes if levels.get(code)]
    if not backed:
        if codes:
            yield Advice(Rule.NO_EVIDENCE, ())
        return
    for code in codes:
        if code not in backed:
            yield Advice(Rule.NO_EVIDENCE, (code,))
        elif len(set(levels[code])) < _FEWEST_LEVELS:
            yield Advice(Rule.ONE_LEVEL, (code,))
