"""What breaks when somebody leaves or a tool is gone: the chain and every process."""

from __future__ import annotations

from dataclasses import dataclass

from cxo_desktop.analysis.figures import Figure, undated
from cxo_desktop.analysis.fragility import (
    Absence,
    Network,
    Resource,
    SinglePoint,
    reached,
    single_points,
    smallest_absence,
)
from cxo_desktop.analysis.networks import chain_network, process_network
from cxo_desktop.analysis.step_scenarios import drawn
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.processes import ProcessMap
from cxo_desktop.domain.records import Json

CHAIN = "chain"


@dataclass(frozen=True, slots=True)
class Fragile:
    """One network: single points, for each outcome the smallest absence, and what fails today."""

    name: str
    single_points: tuple[SinglePoint, ...]
    smallest: tuple[Absence, ...]
    failing: tuple[str, ...]

    def as_json(self) -> dict[str, Json]:
        """Return resources as kind and code; ``exact`` False when a smaller set may exist."""
        return {
            "single_points": [
                {**_resource(it.resource), "lost": list(it.lost)} for it in self.single_points
            ],
            "smallest_absence": {
                it.outcome: {
                    "bus_factor": len(it.resources),
                    "resources": [_resource(one) for one in it.resources],
                    "exact": it.exact,
                }
                for it in self.smallest
            },
            "fails_today": list(self.failing),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsencesFigure(Figure):
    """The data chain ("chain"), then every process map by its code."""

    networks: tuple[Fragile, ...]

    def as_json(self) -> Json:
        """Return the networks by name."""
        return {it.name: it.as_json() for it in self.networks}


def _resource(resource: Resource) -> dict[str, Json]:
    return {"kind": resource.kind.value, "code": resource.code}


def absences(dossier: Dossier) -> AbsencesFigure:
    """Return what one absence, and the fewest absences, would stop (docs: indicators, maps)."""
    found = [fragile(CHAIN, chain_network(dossier))]
    for process_map in dossier.by_code(ProcessMap).values():
        parts = drawn(dossier, process_map.code)
        network = process_network(dossier, process_map, parts.steps, parts.transitions)
        found.append(fragile(process_map.code, network))
    return AbsencesFigure(
        inputs={"maps": tuple(it.name for it in found if it.name != CHAIN)},
        remarks=undated(dossier),
        networks=tuple(found),
    )


def fragile(name: str, network: Network) -> Fragile:
    """Return how fragile one network is."""
    today = reached(network)
    smallest = (smallest_absence(network, it) for it in network.outcomes if it in today)
    return Fragile(
        name,
        single_points(network),
        tuple(it for it in smallest if it is not None),
        tuple(it for it in network.outcomes if it not in today),
    )
