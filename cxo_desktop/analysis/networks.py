"""The networks of an engagement in which something may be missing: its chain, its processes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from cxo_desktop.analysis.bus_factor import LEAST_LEVEL, leaving, skill_levels
from cxo_desktop.analysis.chain import ends
from cxo_desktop.analysis.fragility import Need, Network, Resource, ResourceKind, ways_of
from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import RoleBand
from cxo_desktop.domain.enums import StepKind
from cxo_desktop.domain.people import Person
from cxo_desktop.domain.processes import ProcessMap, Step, Transition
from cxo_desktop.domain.skills import SkillRequirement

_ENOUGH_POSTS = 4


def chain_network(dossier: Dossier, flows: Sequence[DataFlow] | None = None) -> Network:
    """Return the data chain: a place needs its tool, a flow somebody of its role band."""
    taken = dossier.all(DataFlow) if flows is None else flows
    where = ends(dossier)
    bands = band_people(dossier)
    needs: dict[str, tuple[Need, ...]] = {}
    for node in dossier.all(DataNode):
        needs[_node(node.code)] = _tool_need(node.tool)
    pairs = []
    for number, flow in enumerate(taken):
        place = f"flow:{flow.code}:{number}"
        who = bands.get(flow.role_band or "")
        needs[place] = () if who is None else (who,)
        pairs += [(_node(flow.source), place), (place, _node(flow.target))]
    return Network(
        ways=ways_of(pairs),
        needs=needs,
        sources=tuple(map(_node, where.sources)),
        outcomes=tuple(map(_node, where.decisions)),
    )


def _node(code: str) -> str:
    return f"node:{code}"


def _tool_need(tool: str | None) -> tuple[Need, ...]:
    return (frozenset({Resource(ResourceKind.TOOL, tool)}),) if tool else ()


def band_people(dossier: Dossier) -> Mapping[str, Need]:
    """Return who can do the work of each role band: its people, then its posts without a person.

    More than a few posts are never the weak point, so no more are listed. A band of which
    neither people nor headcount are known is left out.
    """
    gone = leaving(dossier)
    people: dict[str, set[Resource]] = {}
    known: dict[str, int] = {}
    for person in dossier.all(Person):
        if person.role_band:
            known[person.role_band] = known.get(person.role_band, 0) + 1
            if person.code not in gone:
                one = Resource(ResourceKind.PERSON, person.code)
                people.setdefault(person.role_band, set()).add(one)
    for band in dossier.all(RoleBand):
        more = min(_ENOUGH_POSTS, max(0, (band.headcount or 0) - known.get(band.code, 0)))
        posts = {Resource(ResourceKind.POST, f"{band.code}#{n + 1}") for n in range(more)}
        if posts or band.code in known:
            people[band.code] = people.get(band.code, set()) | posts
    return {band: frozenset(able) for band, able in people.items()}


def process_network(
    dossier: Dossier,
    process_map: ProcessMap,
    steps: Sequence[Step],
    transitions: Sequence[Transition],
) -> Network:
    """Return one process: a step needs its tool and somebody for each of its skills.

    What the whole process cannot do without is needed where it ends.
    """
    levels = skill_levels(dossier)
    needs = {it.code: (*_tool_need(it.tool), *_able(levels, it.skills)) for it in steps}
    starts, finishes = process_ends(steps, transitions)
    for code in finishes:
        needs[code] += _required(dossier, process_map.process, levels)
    known = set(needs)
    pairs = [(it.source, it.target) for it in transitions if {it.source, it.target} <= known]
    return Network(ways=ways_of(pairs), needs=needs, sources=starts, outcomes=finishes)


def _able(levels: Mapping[str, Mapping[str, int]], skills: Iterable[str]) -> tuple[Need, ...]:
    return tuple(_who(levels, skill, LEAST_LEVEL) for skill in skills)


def _who(levels: Mapping[str, Mapping[str, int]], skill: str, least: int) -> Need:
    able = (who for who, level in levels.get(skill, {}).items() if level >= least)
    return frozenset(Resource(ResourceKind.PERSON, who) for who in able)


def _required(
    dossier: Dossier, process: str | None, levels: Mapping[str, Mapping[str, int]]
) -> tuple[Need, ...]:
    return tuple(
        _who(levels, it.skill, LEAST_LEVEL if it.min_level is None else it.min_level)
        for it in dossier.all(SkillRequirement)
        if process and it.process == process and it.critical is not False
    )


def process_ends(
    steps: Sequence[Step], transitions: Sequence[Transition]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return where a process starts and ends: so drawn, else where no arrow enters or leaves."""
    entered = {it.target for it in transitions}
    left = {it.source for it in transitions}
    starts = [it.code for it in steps if it.kind is StepKind.START]
    finishes = [it.code for it in steps if it.kind is StepKind.END]
    return (
        tuple(dict.fromkeys(starts or [it.code for it in steps if it.code not in entered])),
        tuple(dict.fromkeys(finishes or [it.code for it in steps if it.code not in left])),
    )
