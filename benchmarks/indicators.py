"""How long the indicators take: the sample, a large engagement, and ratios to bare networkx.

python -m benchmarks.indicators
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import networkx as nx

from cxo_desktop.analysis.chain import chain, ends
from cxo_desktop.analysis.graphs import flow_graph, node, with_start
from cxo_desktop.analysis.handoffs import handoffs
from cxo_desktop.analysis.passage import impact, passage
from cxo_desktop.analysis.remembered import Remembered
from cxo_desktop.analysis.report import INDICATORS, MORE, full, indicators
from cxo_desktop.app.catalogue import shipped
from cxo_desktop.assets import resource
from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement, Level, RoleBand
from cxo_desktop.domain.enums import (
    ConsentScope,
    ConsentState,
    FlowMethod,
    InterviewStatus,
    NodeKind,
    NoteKind,
    PiiClass,
    StepKind,
    WaitModel,
)
from cxo_desktop.domain.findings import Evidence, Finding
from cxo_desktop.domain.interviews import Consent, Interview, Note
from cxo_desktop.domain.people import Person
from cxo_desktop.domain.processes import ProcessMap, Step, Transition
from cxo_desktop.domain.skills import PersonSkill, SkillRequirement
from cxo_desktop.domain.themes import Theme
from cxo_desktop.exchange.engagement_json import read_dossier

PEOPLE, NOTES, NODES, FLOWS, STEPS = 300, 5000, 300, 1000, 200
LEVELS = ("L0", "L1", "L2", "L3", "L4", "L5")


def large(seed: int = 1, *, cycles: bool = False) -> Dossier:
    """Return an engagement with 5,000 notes, 300 people, 1,000 flows and 200 steps."""
    chance = random.Random(seed)  # noqa: S311 - a repeatable engagement, nothing secret
    return Dossier(
        engagement=Engagement(
            code="E", as_of=date(2026, 11, 24), chain_source="D0", chain_decision=f"D{NODES - 1}"
        ),
        records={**_talks(chance), **_chain(chance, cycles=cycles), **_processes(chance)},
    )


def _talks(chance: random.Random) -> dict[type, tuple[object, ...]]:
    people = [
        Person(code=f"P{n}", level=chance.choice(LEVELS), role_band=f"RB{n % 10}")
        for n in range(PEOPLE)
    ]
    talks = [
        Interview(code=f"I{n}", status=InterviewStatus.DONE, participants=(f"P{n}",))
        for n in range(PEOPLE)
    ]
    notes = [
        Note(
            code=f"N{n}",
            interview=f"I{n % PEOPLE}",
            person=f"P{n % PEOPLE}",
            kind=chance.choice(list(NoteKind)),
            themes=tuple(chance.sample([f"TH{t}" for t in range(15)], 2)),
            text="as it was said " * 10,
        )
        for n in range(NOTES)
    ]
    return {
        Person: tuple(people),
        Interview: tuple(talks),
        Note: tuple(notes),
        Level: tuple(Level(code=code, target=5) for code in LEVELS),
        Theme: tuple(Theme(code=f"TH{t}", need_area=f"area {t % 8}") for t in range(15)),
        Finding: tuple(Finding(code=f"FN{n}", need_area=f"area {n % 8}") for n in range(40)),
        Evidence: tuple(
            Evidence(finding=f"FN{n % 40}", target=f"N{chance.randrange(NOTES)}")
            for n in range(800)
        ),
        Consent: tuple(
            Consent(
                person=f"P{n}",
                interview=f"I{n}",
                state=ConsentState.GIVEN,
                scopes=(ConsentScope.NOTES,),
            )
            for n in range(PEOPLE)
        ),
    }


def _chain(chance: random.Random, *, cycles: bool) -> dict[type, tuple[object, ...]]:
    nodes = [
        DataNode(
            code=f"D{n}",
            kind=chance.choice(list(NodeKind)),
            tool=f"T{n % 20}",
            pii_classes=(chance.choice(list(PiiClass)),),
        )
        for n in range(NODES)
    ]
    flows = []
    for number in range(FLOWS):
        start = number % (NODES - 1)
        end = min(NODES - 1, start + chance.randint(1, 20))
        back = cycles and chance.random() < 0.1  # noqa: PLR2004 - a tenth of the flows lead back
        flows.append(
            DataFlow(
                code=f"F{number}",
                source=f"D{end if back else start}",
                target=f"D{start if back else end}",
                method=chance.choice(list(FlowMethod)),
                wait_model=chance.choice(list(WaitModel)),
                period_hours=chance.choice([24, 168, 365, 730]),
                handling_typical_hours=chance.randint(0, 20),
                handling_worst_hours=chance.randint(20, 60),
                role_band=f"RB{number % 10}",
                staff_hours_per_month=chance.randint(0, 40),
                pii=chance.random() < 0.5,  # noqa: PLR2004 - half of them
            )
        )
    return {DataNode: tuple(nodes), DataFlow: tuple(flows)}


def _processes(chance: random.Random) -> dict[type, tuple[object, ...]]:
    steps = [
        Step(
            map="M",
            code=f"s{n}",
            kind=StepKind.DECISION if n % 5 == 0 else StepKind.TASK,
            lane=f"lane {n % 8}",
            wait_hours=chance.randint(0, 9),
            touch_minutes=chance.randint(0, 90),
            skills=(f"skill {n % 12}",),
        )
        for n in range(STEPS)
    ]
    arrows = [Transition(map="M", source=f"s{n}", target=f"s{n + 1}") for n in range(STEPS - 1)]
    arrows += [
        Transition(map="M", source=f"s{n}", target=f"s{max(0, n - 7)}", share=0.2)
        for n in range(0, STEPS, 5)
    ]
    return {
        ProcessMap: (ProcessMap(code="M", process="PR"),),
        Step: tuple(steps),
        Transition: tuple(arrows),
        RoleBand: tuple(
            RoleBand(code=f"RB{n}", headcount=30, monthly_ctc_inr=20_000) for n in range(10)
        ),
        PersonSkill: tuple(
            PersonSkill(person=f"P{n}", skill=f"skill {n % 12}", level=2) for n in range(PEOPLE)
        ),
        SkillRequirement: tuple(
            SkillRequirement(process="PR", skill=f"skill {n}", min_level=2) for n in range(12)
        ),
    }


def seconds(work: Callable[[], object], times: int = 5) -> float:
    """Return the least processor time of a few runs, in seconds."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def show(what: str, work: Callable[[], object], bare: Callable[[], object] | None = None) -> None:
    """Print the time of some work, and its ratio to the bare call that does the graph part."""
    taken = seconds(work)
    ratio = f"   {taken / seconds(bare):6.1f} times the bare networkx call" if bare else ""
    print(f"{what:<52}{taken * 1000:9.1f} ms{ratio}")


def main() -> None:
    """Print the times."""
    sample = read_dossier(resource("samples/nandini.json").read_text(encoding="utf-8")).dossier
    big, round_about, catalogue = large(), large(cycles=True), shipped()
    show("sample, all indicators (budget 300 ms)", lambda: indicators(sample, catalogue))
    show("sample, everything", lambda: full(sample, catalogue))
    show("large, all indicators (budget 2000 ms)", lambda: indicators(big, catalogue))
    show("large, everything", lambda: full(big, catalogue))
    show("large with cycles, all indicators", lambda: indicators(round_about, catalogue))
    show("large with cycles, everything", lambda: full(round_about, catalogue))
    _after_one_note(big)
    flows, where = big.all(DataFlow), ends(big)
    graph = with_start(flow_graph(flows), where.sources)
    dag = nx.DiGraph((it.source, it.target) for it in flows)
    start = next(place for place in graph if place.kind == "start")
    show("large, chain", lambda: chain(big), lambda: nx.dag_longest_path(dag))
    show("large, passage", lambda: passage(big), lambda: nx.immediate_dominators(graph, start))
    show(
        "large, impact of one place",
        lambda: impact(big, node("D5")),
        lambda: nx.single_source_shortest_path(graph, node("D5")),
    )
    lanes = nx.DiGraph([(f"lane {n % 8}", f"lane {(n + 1) % 8}") for n in range(STEPS)])
    show("large, hand-offs", lambda: handoffs(big), lambda: nx.betweenness_centrality(lanes))


def _after_one_note(dossier: Dossier) -> None:
    """Print what one changed note costs once everything is known."""
    catalogue, remembered = shipped(), Remembered()
    names = [item.name for item in (*INDICATORS, *MORE)]

    def ask(now: Dossier) -> None:
        for name in names:
            remembered.figure(name, now, catalogue)

    ask(dossier)
    first, *rest = dossier.all(Note)
    versions = iter(range(1000))

    def change() -> None:
        note = replace(first, text=f"version {next(versions)}")
        ask(dossier.with_records(Note, [note, *rest]))

    show("large, everything again after one note", change)


if __name__ == "__main__":
    main()
