"""The sample engagement, and a short way to write small ones."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import strategies as st

from cxo_desktop.assets import resource
from cxo_desktop.domain.actions import Action, CheckIn, Dispatch
from cxo_desktop.domain.datachain import DataFlow, DataNode, Discrepancy, Scenario
from cxo_desktop.domain.decisions import Decision
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement, Level, RoleBand, Settings
from cxo_desktop.domain.enums import (
    Certainty,
    ConsentMethod,
    ConsentScope,
    ConsentState,
    CostKind,
    Dimension,
    FlowMethod,
    FunderRole,
    InterviewStatus,
    NodeKind,
    NoteKind,
    PiiClass,
    Priority,
    Stance,
    StepKind,
    ToolStatus,
    TrainingState,
    WaitModel,
)
from cxo_desktop.domain.findings import Evidence, Finding, ProcessGate, Recommendation
from cxo_desktop.domain.interviews import Consent, Interview, Note
from cxo_desktop.domain.people import Person
from cxo_desktop.domain.privacy import SelfCheck
from cxo_desktop.domain.processes import ProcessMap, Step, Transition
from cxo_desktop.domain.records import Json, Record
from cxo_desktop.domain.skills import PersonSkill, SkillRequirement, Training
from cxo_desktop.domain.themes import Theme
from cxo_desktop.domain.tools import CostItem, Pilot, RequiredCapability, Tool
from cxo_desktop.exchange.engagement_json import read_dossier

Make = Callable[..., Dossier]


@pytest.fixture(scope="session")
def sample_text() -> str:
    return resource("samples/nandini.json").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def sample(sample_text: str) -> Dossier:
    return read_dossier(sample_text).dossier


@pytest.fixture(scope="session")
def expected(sample_text: str) -> dict[str, Json]:
    return json.loads(sample_text)["expected_indicators"]


@pytest.fixture(scope="session")
def make() -> Make:
    def build(*records: Record, **engagement: object) -> Dossier:
        by_class: dict[type[Record], tuple[Record, ...]] = {}
        for record in records:
            by_class[type(record)] = (*by_class.get(type(record), ()), record)
        named = {"code": "E", "as_of": date(2026, 6, 30), **engagement}
        return Dossier(engagement=Engagement(**named), records=by_class)

    return build


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


CODES = {
    "P": [f"P{n}" for n in range(6)],
    "I": [f"I{n}" for n in range(4)],
    "TH": [f"TH{n}" for n in range(3)],
    "D": [f"D{n}" for n in range(5)],
    "F": [f"F{n}" for n in range(7)],
    "T": [f"T{n}" for n in range(3)],
    "M": [f"M{n}" for n in range(2)],
    "s": [f"s{n}" for n in range(5)],
    "N": [f"N{n}" for n in range(8)],
    "FN": [f"FN{n}" for n in range(3)],
    "RB": [f"RB{n}" for n in range(3)],
    "PR": [f"PR{n}" for n in range(2)],
    "SK": ["SQL", "GIS", "law"],
}
LEVELS = [f"L{n}" for n in range(6)]


def one_of(kind: str) -> st.SearchStrategy[str]:
    """A code of that kind, or now and then one that does not exist."""
    return st.sampled_from([*CODES[kind], "gone"])


def some(values: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, max_size=most).map(tuple)


HOURS = maybe(st.sampled_from([0, 1, 2.5, 24, 730, -3, 10_000, 10**16, 1e308, 1e-320]))
SHARES = maybe(st.sampled_from([0, 0.2, 0.5, 1, 1.5, -1]))
COUNTS = maybe(st.sampled_from([0, 1, 3, 250, -1]))
FLAG = maybe(st.booleans())
DAYS = maybe(st.dates(date(2025, 1, 1), date(2027, 12, 31)))


def rows(
    cls: type[Record], kind: str | None, most: int, /, **fields: st.SearchStrategy[Any]
) -> st.SearchStrategy[tuple[Record, ...]]:
    """Lists of one class; with a kind each row has a code of its own, and some are left out."""
    row = st.builds(cls, **fields)
    if kind is None:
        return st.lists(row, max_size=most).map(tuple)
    coded = st.lists(row, max_size=most)
    return coded.map(
        lambda made: tuple(
            replace(it, code=code) for it, code in zip(made, CODES[kind], strict=False)
        )
    )


def flow_fields() -> dict[str, st.SearchStrategy[Any]]:
    return {
        "source": one_of("D"),
        "target": one_of("D"),
        "method": maybe(st.sampled_from(FlowMethod)),
        "wait_model": maybe(st.sampled_from(WaitModel)),
        "period_hours": HOURS,
        "handling_typical_hours": HOURS,
        "handling_worst_hours": HOURS,
        "min_hours": HOURS,
        "max_hours": HOURS,
        "role_band": maybe(one_of("RB")),
        "staff_hours_per_month": HOURS,
        "records_per_month": COUNTS,
        "pii": FLAG,
        "protected": FLAG,
        "gate": maybe(st.just("asked")),
        "attributed_tool": maybe(one_of("T")),
        "discrepancies_last_quarter": COUNTS,
        "per_visit": FLAG,
    }


def step_fields() -> dict[str, st.SearchStrategy[Any]]:
    return {
        "kind": maybe(st.sampled_from(StepKind)),
        "lane": maybe(st.sampled_from(["Field", "Office", ""])),
        "tool": maybe(one_of("T")),
        "touch_minutes": HOURS,
        "min_minutes": HOURS,
        "max_minutes": HOURS,
        "wait_hours": HOURS,
        "complete_accurate": SHARES,
        "reads": some(one_of("D"), 2),
        "writes": some(one_of("D"), 2),
        "skills": some(one_of("SK"), 2),
    }


def arrow_fields() -> dict[str, st.SearchStrategy[Any]]:
    return {
        "source": one_of("s"),
        "target": one_of("s"),
        "share": SHARES,
        "condition": maybe(st.sampled_from(["", "yes, 35%", "250 %", "again"])),
    }


CHANGES = st.dictionaries(
    one_of("F"),
    st.sampled_from(
        [{}, {"period_hours": 24}, {"method": "api"}, {"method": 7}, {"to": "D0"}, None, "no", []]
    ),
    max_size=2,
)
STEP_CHANGES = st.dictionaries(
    one_of("s"),
    st.sampled_from([{"wait_hours": 1}, {"lane": "Office"}, {"kind": 3}, 1]),
    max_size=2,
)


A_STEP = st.builds(Step, **step_fields())


@st.composite
def steps_of_maps(draw: st.DrawFn) -> tuple[Record, ...]:
    return tuple(
        replace(draw(A_STEP), map=map_code, code=code)
        for map_code in CODES["M"]
        for code in CODES["s"][: draw(st.integers(0, 5))]
    )


LISTS: list[tuple[type[Record], st.SearchStrategy[tuple[Record, ...]]]] = [
    (RoleBand, rows(RoleBand, "RB", 3, name=st.sampled_from(["Field", "office"]),
                    headcount=COUNTS, monthly_ctc_inr=HOURS)),
    (Person, rows(Person, "P", 6, level=maybe(st.sampled_from([*LEVELS, "L9"])),
                  role_band=maybe(one_of("RB")), leaving_on=DAYS)),
    (Interview, rows(Interview, "I", 4, participants=some(one_of("P")),
                     status=maybe(st.sampled_from(InterviewStatus)))),
    (Consent, rows(Consent, None, 6, person=one_of("P"), interview=one_of("I"),
                   state=maybe(st.sampled_from(ConsentState)),
                   scopes=some(st.sampled_from(ConsentScope)),
                   language=maybe(st.just("hi")), method=maybe(st.sampled_from(ConsentMethod)),
                   notice_version=maybe(st.just("v1")), given_at=maybe(st.just("2026-06-03")),
                   recorded_by=maybe(st.just("C1")))),
    (Theme, rows(Theme, "TH", 3, need_area=maybe(st.sampled_from(["chain", "skills"])))),
    (Note, rows(Note, "N", 8, interview=maybe(one_of("I")), person=maybe(one_of("P")),
                kind=maybe(st.sampled_from(NoteKind)), themes=some(one_of("TH")),
                verbatim=FLAG, off_record=FLAG)),
    (DataNode, rows(DataNode, "D", 5, kind=maybe(st.sampled_from(NodeKind)),
                    tool=maybe(one_of("T")), pii_classes=some(st.sampled_from(PiiClass)),
                    owner_level=maybe(st.sampled_from(LEVELS)))),
    (DataFlow, rows(DataFlow, "F", 7, **flow_fields())),
    (Scenario, st.lists(st.builds(
        Scenario, code=st.just("S"), remove=some(one_of("F")), change=CHANGES,
        add=some(st.builds(DataFlow, code=st.sampled_from(["F1", "X1"]), **flow_fields()), 1),
        map=maybe(one_of("M")), remove_steps=some(one_of("s")), change_steps=STEP_CHANGES,
        add_steps=some(st.builds(Step, code=st.sampled_from(["s1", "x1"]), **step_fields()), 1),
        add_transitions=some(st.builds(Transition, **arrow_fields()), 1),
    ), max_size=1).map(tuple)),
    (Discrepancy, rows(Discrepancy, None, 2, flow=maybe(one_of("F")),
                       cause=maybe(st.just("cut-off")))),
    (Tool, rows(Tool, "T", 3, platform=maybe(st.sampled_from(["commcare", "none"])),
                status=maybe(st.sampled_from(ToolStatus)), cash_per_year_inr=HOURS,
                one_off_inr=HOURS, training_per_year_inr=HOURS)),
    (CostItem, rows(CostItem, None, 3, tool=maybe(one_of("T")),
                    kind=maybe(st.sampled_from(CostKind)), amount_inr=HOURS, hours=HOURS,
                    role_band=maybe(one_of("RB")), certainty=maybe(st.sampled_from(Certainty)),
                    period=maybe(st.sampled_from(["monthly", "one_off", "now and then"])))),
    (ProcessMap, rows(ProcessMap, "M", 2, process=maybe(one_of("PR")))),
    (Step, steps_of_maps()),
    (Transition, rows(Transition, None, 9, map=one_of("M"), **arrow_fields())),
    (PersonSkill, rows(PersonSkill, None, 5, person=one_of("P"), skill=one_of("SK"),
                       level=maybe(st.integers(0, 3)))),
    (SkillRequirement, rows(SkillRequirement, None, 4, process=one_of("PR"),
                            skill=one_of("SK"), min_level=maybe(st.integers(0, 3)),
                            critical=FLAG)),
    (Training, rows(Training, None, 3, person=one_of("P"), hours=HOURS, on=DAYS,
                    state=maybe(st.sampled_from(TrainingState)))),
    (Finding, rows(Finding, "FN", 3, need_area=maybe(st.sampled_from(["chain", "skills"])))),
    (Evidence, rows(Evidence, None, 8, finding=one_of("FN"), stance=st.sampled_from(Stance),
                    target=one_of("N") | st.sampled_from(["metric:x", "document:y", ":"]))),
    (Recommendation, rows(Recommendation, None, 3, dimension=maybe(st.sampled_from(Dimension)),
                          process_gate=maybe(st.builds(
                              ProcessGate, who=st.sampled_from(["", "x"]))))),
    (Decision, rows(Decision, None, 3, funder_role=maybe(st.sampled_from(FunderRole)),
                    grant_end=DAYS)),
    (Action, rows(Action, None, 4, side=maybe(st.sampled_from(["NGO", "Consultant"])),
                  due_on=DAYS, done_on=DAYS)),
    (Dispatch, rows(Dispatch, None, 4, sent_on=DAYS, first_response_on=DAYS)),
    (CheckIn, rows(CheckIn, None, 4, ed_invited=FLAG, ed_attended=FLAG)),
    (SelfCheck, rows(SelfCheck, None, 1, answers=some(maybe(st.integers(-1, 3)), 27))),
    (Pilot, rows(Pilot, None, 2, tool=maybe(one_of("T")), hypothesis=maybe(st.just("h")),
                 required_capabilities=some(st.builds(
                     RequiredCapability,
                     capability=st.sampled_from(["scheduling", "encryption", "", "flying"]),
                     priority=maybe(st.sampled_from(Priority)),
                     level_needed=maybe(st.integers(-1, 4)))))),
]  # fmt: skip


AN_ENGAGEMENT = st.builds(
    Engagement,
    code=st.just("E"),
    as_of=DAYS,
    chain_source=maybe(one_of("D")),
    chain_decision=maybe(one_of("D")),
    data_team=some(one_of("P")),
    manual_methods=some(st.sampled_from([*FlowMethod, "by pigeon"])),
    settings=st.builds(
        Settings,
        productive_hours_per_month=st.sampled_from([136, 136, 0, -1, 1e-320]),
        loaded_factor=st.sampled_from([1.15, 0, 1e308]),
        upskill_hours_low=st.sampled_from([40, 40, 0, 1e-320]),
        attribution_k=st.sampled_from([3, 1, 0]),
    ),
)


@st.composite
def engagements(draw: st.DrawFn, only: frozenset[type[Record]]) -> Dossier:
    """Whole engagements as the store takes them, in which anything may be missing or odd.

    People without a level, interviews without or with several participants, notes of nobody, of
    no theme or of several, flows without hours, cycles, loops, several sources and decisions,
    parts that do not hang together, tools of no known cost, targets of zero, codes that lead
    nowhere, numbers below zero.
    """
    engagement = draw(AN_ENGAGEMENT)
    records: dict[type[Record], tuple[Record, ...]] = {
        Level: tuple(
            Level(code=code, target=draw(maybe(st.integers(0, 4))))
            for code in LEVELS
            if draw(st.booleans())
        )
    }
    for cls, strategy in LISTS:
        if not only or cls in only:
            records[cls] = draw(strategy)
    return Dossier(engagement=engagement, records=records)


@pytest.fixture(scope="session")
def engagement_with() -> Callable[..., st.SearchStrategy[Dossier]]:
    """Whole engagements, or with the named classes only where the others do not matter."""
    return lambda *classes: engagements(frozenset(classes))
