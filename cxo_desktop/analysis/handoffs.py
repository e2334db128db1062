"""Who stands between the others, and where work goes back and forth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cxo_desktop.analysis.figures import Figure
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.processes import Step, Transition
from cxo_desktop.domain.records import Json


@dataclass(frozen=True, slots=True)
class PingPong:
    """Work that goes from a lane to another and straight back; steps of one map."""

    map: str
    steps: tuple[str, str, str]
    lanes: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoffsFigure(Figure):
    """Hand-offs between lanes over all maps, brokers (0..1, the largest first), back and forth."""

    between: Mapping[tuple[str, str], int]
    brokers: tuple[tuple[str, float], ...]
    ping_pong: tuple[PingPong, ...]

    def as_json(self) -> Json:
        """Return the three, shares with 4 decimals."""
        return {
            "between": [
                {"from": pair[0], "to": pair[1], "count": count}
                for pair, count in self.between.items()
            ],
            "brokers": {lane: round(part, 4) for lane, part in self.brokers},
            "ping_pong": [
                {"map": it.map, "steps": list(it.steps), "lanes": list(it.lanes)}
                for it in self.ping_pong
            ],
        }


def handoffs(dossier: Dossier) -> HandoffsFigure:
    """Return who stands between the others: betweenness over lanes (docs: indicators, maps)."""
    lanes = {(it.map, it.code): it.lane for it in dossier.all(Step) if it.lane}
    arrows = sorted(
        {
            (it.map, it.source, it.target)
            for it in dossier.all(Transition)
            if _lane(lanes, it.map, it.source) and _lane(lanes, it.map, it.target)
        }
    )
    counts: Counter[tuple[str, str]] = Counter()
    for map_code, source, target in arrows:
        pair = (_lane(lanes, map_code, source), _lane(lanes, map_code, target))
        if pair[0] != pair[1]:
            counts[pair] += 1
    between = dict(sorted(counts.items(), key=lambda it: (-it[1], it[0])))
    return HandoffsFigure(
        inputs={"maps": tuple(sorted({map_code for map_code, _, _ in arrows}))},
        between=between,
        brokers=_brokers(between),
        ping_pong=_ping_pong(arrows, lanes),
    )


def _lane(lanes: Mapping[tuple[str, str], str], map_code: str, step: str) -> str:
    return lanes.get((map_code, step), "")


def _brokers(between: Mapping[tuple[str, str], int]) -> tuple[tuple[str, float], ...]:
    import networkx as nx

    graph: Any = nx.DiGraph()
    for (source, target), count in sorted(between.items()):
        graph.add_edge(source, target, distance=1 / count)
    central: dict[str, float] = nx.betweenness_centrality(graph, weight="distance")
    found = [(lane, part) for lane, part in central.items() if part > 0]
    return tuple(sorted(found, key=lambda it: (-round(it[1], 9), it[0])))


def _ping_pong(
    arrows: list[tuple[str, str, str]], lanes: Mapping[tuple[str, str], str]
) -> tuple[PingPong, ...]:
    onward: dict[tuple[str, str], list[str]] = {}
    for map_code, source, target in arrows:
        onward.setdefault((map_code, source), []).append(target)
    return tuple(
        PingPong(map_code, (first, second, third), (there, back))
        for map_code, first, second in arrows
        for there, back in [(_lane(lanes, map_code, first), _lane(lanes, map_code, second))]
        for third in onward.get((map_code, second), ())
        if there != back and _lane(lanes, map_code, third) == there
    )
