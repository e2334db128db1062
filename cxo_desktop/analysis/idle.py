"""What is nobody's and what nobody uses."""

from __future__ import annotations

from dataclasses import dataclass

from cxo_desktop.analysis.figures import Figure
from cxo_desktop.analysis.graphs import Place, node, whole_graph
from cxo_desktop.analysis.processes import COUNTED
from cxo_desktop.domain.datachain import DataNode
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.enums import NodeKind
from cxo_desktop.domain.processes import Step
from cxo_desktop.domain.records import Json

_USES = frozenset({NodeKind.REPORT, NodeKind.DECISION_POINT, NodeKind.EXTERNAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class IdleFigure(Figure):
    """Steps in no lane ("map/step"), and places whose data reaches nobody who uses it.

    ``unused`` have no way on at all; ``unheard`` lead on, but never to a report or decision.
    """

    nobodys: tuple[str, ...]
    unused: tuple[str, ...]
    unheard: tuple[str, ...]

    def as_json(self) -> Json:
        """Return the three lists."""
        return {
            "steps_of_nobody": list(self.nobodys),
            "data_nobody_uses": list(self.unused),
            "data_that_reaches_no_report": list(self.unheard),
        }


def idle(dossier: Dossier) -> IdleFigure:
    """Return what is nobody's and what nobody uses (docs: indicators, maps)."""
    import networkx as nx

    graph = whole_graph(dossier)
    places = dossier.all(DataNode)
    uses = [node(it.code) for it in places if it.kind in _USES]
    steps = [place for place in graph if place.kind == "step"]
    back = graph.reverse(copy=True)
    back.add_edges_from((Place("end", ""), it) for it in (*uses, *steps))
    used = set(nx.descendants(back, Place("end", ""))) if Place("end", "") in back else set()
    unheard = [it.code for it in places if node(it.code) not in used]
    ending = {it.code for it in places if not graph.succ[node(it.code)]}
    return IdleFigure(
        inputs={"nodes": tuple(it.code for it in places)},
        nobodys=tuple(
            f"{it.map}/{it.code}" for it in dossier.all(Step) if it.kind in COUNTED and not it.lane
        ),
        unused=tuple(it for it in unheard if it in ending),
        unheard=tuple(it for it in unheard if it not in ending),
    )
