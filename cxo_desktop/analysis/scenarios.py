"""What-if: the same figures on an edited list of flows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cxo_desktop.analysis.chain import ChainFigure, chain
from cxo_desktop.analysis.figures import Figure, Remark
from cxo_desktop.domain.datachain import DataFlow, Scenario
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.plain import from_plain, to_plain
from cxo_desktop.domain.records import Json


@dataclass(frozen=True, slots=True)
class Edited:
    """The flows of a scenario, and what of it could not be carried out."""

    flows: tuple[DataFlow, ...]
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenariosFigure(Figure):
    """The chain's figures under each scenario, by the scenario's code, in list order."""

    chains: Mapping[str, ChainFigure]

    def as_json(self) -> Json:
        """Return the figures by scenario."""
        return {code: figure.as_json() for code, figure in self.chains.items()}


def is_about_flows(scenario: Scenario) -> bool:
    """Tell whether a scenario edits the data chain, and not only a process map."""
    return scenario.map is None or bool(scenario.remove or scenario.change or scenario.add)


def edited_flows(dossier: Dossier, scenario: Scenario) -> Edited:
    """Return the flows after a scenario: first remove, then change, then add.

    A flow that is added under a code already there takes its place.
    """
    removed, added = set(scenario.remove), {flow.code for flow in scenario.add}
    remarks: list[Remark] = []
    kept: list[DataFlow] = []
    for flow in dossier.all(DataFlow):
        if flow.code in removed or flow.code in added:
            continue
        changed = _changed(flow, scenario.change.get(flow.code))
        remarks += [Remark.BAD_CHANGE] if changed is None else []
        kept.append(changed or flow)
    known = dossier.by_code(DataFlow)
    if any(code not in known for code in (*scenario.remove, *scenario.change)):
        remarks.append(Remark.UNKNOWN_CODE)
    return Edited((*kept, *scenario.add), tuple(dict.fromkeys(remarks)))


def _changed(flow: DataFlow, change: Json) -> DataFlow | None:
    """Return the flow with the fields of a change, or None when they cannot be what they say."""
    if change is None:
        return flow
    if not isinstance(change, dict):
        return None
    try:
        return from_plain(DataFlow, {**to_plain(flow), **change, "id": flow.code})
    except InputRefused:
        return None


def scenarios(dossier: Dossier) -> ScenariosFigure:
    """Return what each scenario over data flows does to the chain (docs: indicators, chain)."""
    chains: dict[str, ChainFigure] = {}
    remarks: list[Remark] = []
    for scenario in dossier.all(Scenario):
        if is_about_flows(scenario):
            edited = edited_flows(dossier, scenario)
            chains[scenario.code] = chain(dossier, edited.flows)
            remarks += edited.remarks
    return ScenariosFigure(
        inputs={"scenarios": tuple(chains)}, remarks=tuple(dict.fromkeys(remarks)), chains=chains
    )
