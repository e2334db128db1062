"""What must hold of the figures of any engagement, however odd or incomplete."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import fields, replace

from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from cxo_desktop.analysis.bus_factor import bus_factor
from cxo_desktop.analysis.chain import chain
from cxo_desktop.analysis.consent import blocked_notes
from cxo_desktop.analysis.costs import true_cost
from cxo_desktop.analysis.coverage import coverage
from cxo_desktop.analysis.latency import latency
from cxo_desktop.analysis.report import INDICATORS, MORE, full, indicators
from cxo_desktop.analysis.triangulation import Grade, triangulation
from cxo_desktop.app.catalogue import shipped
from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement, RoleBand
from cxo_desktop.domain.enums import InterviewStatus, Stance
from cxo_desktop.domain.findings import Evidence, Finding
from cxo_desktop.domain.ids import IdFactory
from cxo_desktop.domain.interviews import Consent, Interview, Note
from cxo_desktop.domain.people import Person
from cxo_desktop.domain.records import Record
from cxo_desktop.domain.skills import PersonSkill, SkillRequirement
from cxo_desktop.domain.themes import Theme
from cxo_desktop.domain.tools import Tool
from cxo_desktop.store.engagement_store import open_store

EMPTY = Dossier(engagement=Engagement(code="E"))
SHARES = {
    "coverage", "completeness", "contradiction_share", "ed_attendance", "ngo_on_time",
    "staff_share", "flow_efficiency", "rolled_complete_accurate", "low", "high", "overlap",
    "divergence", "overall", "lowest", "again",
}  # fmt: skip


def numbers(told, name=""):
    """Every number of a JSON value with the key under which it stands."""
    if isinstance(told, dict):
        for key, inner in told.items():
            yield from numbers(inner, key)
    elif isinstance(told, list):
        for inner in told:
            yield from numbers(inner, name)
    elif isinstance(told, int | float) and not isinstance(told, bool):
        yield name, told


def test_the_empty_engagement_has_every_figure():
    check_all(EMPTY)


@given(data=st.data())
def test_what_holds_of_every_figure(engagement_with, data):
    """Nothing raises, everything can be written, and each figure is what it can be."""
    check_all(data.draw(engagement_with()))


# Whole engagements take minutes to shrink.
@settings(max_examples=25, phases=[Phase.explicit, Phase.generate])
@given(data=st.data())
def test_what_the_store_gives_back_has_the_same_figures(engagement_with, data):
    """A whole engagement goes through a real store, which gives a code to what has none."""
    dossier = data.draw(engagement_with())
    store = open_store(None, b"k" * 32, device="test", ids=IdFactory())
    try:
        store.records.fill(dossier)
        kept = store.records.dossier()
    finally:
        store.close()
    before, after = indicators(dossier, shipped()), indicators(kept, shipped())
    for name in ("coverage", "divergence", "consent", "chain_as_is", "scenarios", "hotspots",
                 "true_cost", "bus_factor", "upskilling", "process_maps"):  # fmt: skip
        assert after[name] == before[name], name
    check_all(kept)


def check_all(dossier):
    told = full(dossier, shipped())
    assert json.loads(json.dumps(told, allow_nan=False)) is not None
    assert list(indicators(dossier, shipped())) == [item.name for item in INDICATORS]
    check_numbers(told)
    figures = {item.name: item.reckon(dossier, shipped()) for item in (*INDICATORS, *MORE)}
    named = repr(dossier) + repr(shipped())
    for name, figure in figures.items():
        check_completeness(figure)
        used = [code for codes in figure.inputs.values() for code in codes]
        assert all(code in named for code in used), name
    check_blocked(dossier, figures)
    check_distributions(figures["divergence"])
    check_intervals(figures["platform_fit"])
    for cost in figures["true_cost"].tools:
        parts = sum(cost.by_certainty.values())
        assert math.isclose(parts, cost.per_year, rel_tol=1e-9, abs_tol=1e-6)
    consents = figures["consent"]
    assert consents.complete + len(consents.missing) == consents.participants


def check_numbers(told):
    wrong = [(name, it) for name, it in numbers(told) if name in SHARES and not 0 <= it <= 1]
    assert wrong == []
    assert all(math.isfinite(it) for _, it in numbers(told))


def check_completeness(figure):
    for known in figure.completeness:
        assert 0 <= known.known <= known.of
        assert len(known.missing) == known.of - known.known


def check_blocked(dossier, figures):
    blocked = set(blocked_notes(dossier))
    for name in ("triangulation_in_brief", "divergence_in_brief", "suggestions"):
        assert not blocked & set(figures[name].inputs.get("notes", ()))


def check_distributions(figure):
    for shares in (figure.ask, figure.need, *figure.by_level.values()):
        assert not shares or math.isclose(sum(shares.values()), 1)


def check_intervals(figure):
    for it in figure.fits:
        assert it.low <= it.high
        assert (it.low == it.high) == (not it.unknown)


@given(data=st.data())
def test_one_interview_more_never_lowers_coverage(engagement_with, data):
    dossier = data.draw(engagement_with(Interview, Person))
    people = data.draw(st.lists(st.sampled_from(["P0", "P1", "P5", "nobody"]), max_size=3))
    more = Interview(code="I-new", status=InterviewStatus.DONE, participants=tuple(people))
    after = coverage(dossier.with_records(Interview, [*dossier.all(Interview), more]))
    before = coverage(dossier)
    assert (after.overall or 0) >= (before.overall or 0)
    for old, new in zip(before.per_level, after.per_level, strict=True):
        assert new.coverage >= old.coverage
    assert set(after.blind_spots) <= set(before.blind_spots)


@given(data=st.data())
def test_one_flow_less_never_raises_a_total(engagement_with, data):
    dossier = data.draw(engagement_with(DataFlow, DataNode, Tool, RoleBand))
    flows = dossier.all(DataFlow)
    assume(flows)
    gone = data.draw(st.sampled_from(flows))
    fewer = dossier.with_records(DataFlow, [it for it in flows if it is not gone])
    before, after = chain(dossier), chain(fewer)
    assert after.staff_hours_per_month <= before.staff_hours_per_month
    assert after.staff_hours_moving_per_month <= before.staff_hours_moving_per_month
    assert (after.typical_hours or 0) <= (before.typical_hours or 0) + 1e-9
    for name in ("re_entries", "manual", "flows", "places", "competing", "unprotected"):
        assert len(getattr(after, name)) <= len(getattr(before, name))
    costs = zip(true_cost(fewer).tools, true_cost(dossier).tools, strict=True)
    assert all(less.per_year <= more.per_year + 1e-6 for less, more in costs)


@given(data=st.data())
def test_doubling_every_duration_doubles_the_latency(engagement_with, data):
    dossier = data.draw(engagement_with(DataFlow, DataNode))
    timed = ("period_hours", "handling_typical_hours", "handling_worst_hours", "min_hours",
             "max_hours")  # fmt: skip

    def doubled(flow):
        known = {name: getattr(flow, name) for name in timed}
        return replace(flow, **{name: it if it is None else it * 2 for name, it in known.items()})

    twice = dossier.with_records(DataFlow, map(doubled, dossier.all(DataFlow)))
    before, after = chain(dossier), chain(twice)
    assert after.critical_flows == before.critical_flows
    if before.typical_hours is not None:
        assert math.isclose(after.typical_hours, 2 * before.typical_hours)
        assert math.isclose(after.worst_hours, 2 * before.worst_hours)
        assert math.isclose(latency(twice).p90_hours, 2 * latency(dossier).p90_hours)


@given(data=st.data())
def test_the_order_of_records_changes_nothing_but_the_order(engagement_with, data):
    dossier = data.draw(
        engagement_with(
            Note,
            Person,
            Interview,
            Consent,
            Theme,
            Finding,
            Evidence,
            DataFlow,
            PersonSkill,
            SkillRequirement,
        )
    )
    random = data.draw(st.randoms(use_true_random=False))
    mixed = Dossier(
        engagement=dossier.engagement,
        records={
            cls: tuple(random.sample(found, len(found))) if cls in _UNORDERED else found
            for cls, found in dossier.records.items()
        },
    )
    for name in ("coverage", "divergence", "consent", "triangulation", "chain_as_is", "hotspots",
                 "bus_factor"):  # fmt: skip
        item = next(it for it in INDICATORS if it.name == name)
        one = item.reckon(dossier, shipped()).as_json()
        other = item.reckon(mixed, shipped()).as_json()
        assert unordered(one) == unordered(other), name


_UNORDERED = {Person, Note, Evidence, DataFlow, PersonSkill, Tool, Interview}


def unordered(told):
    """The same value with lists of codes sorted."""
    if isinstance(told, dict):
        return {key: unordered(inner) for key, inner in told.items()}
    if isinstance(told, list) and all(isinstance(it, str) for it in told):
        return sorted(told)
    return told


@given(data=st.data())
def test_other_codes_for_notes_and_flows_change_no_number(engagement_with, data):
    """Reversing which code sorts first may only turn ties round."""
    dossier = data.draw(
        engagement_with(
            Note, Person, Interview, Consent, Theme, Finding, Evidence, DataFlow, RoleBand, Tool
        )
    )
    new = {f"N{n}": f"Z{9 - n}" for n in range(8)}
    notes = [replace(it, code=new[it.code]) for it in dossier.all(Note)]
    evidence = [replace(it, target=new.get(it.target, it.target)) for it in dossier.all(Evidence)]
    flows = [replace(it, code=f"Z{9 - int(it.code[1:])}") for it in dossier.all(DataFlow)]
    renamed = dossier.with_records(Note, notes).with_records(Evidence, evidence)
    renamed = renamed.with_records(DataFlow, flows)
    for name in ("divergence", "triangulation", "triangulation_in_brief", "true_cost"):
        item = next(it for it in INDICATORS if it.name == name)
        assert (
            item.reckon(dossier, shipped()).as_json() == item.reckon(renamed, shipped()).as_json()
        )
    one, other = chain(dossier), chain(renamed)
    assert len(one.critical_flows) == 0 or math.isclose(one.typical_hours, other.typical_hours)
    assert len(one.manual) == len(other.manual)


NEW_CODES = {
    f"{kind}{n}": f"{kind}-{9 - n}"
    for kind in ("P", "I", "TH", "D", "F", "T", "N", "FN", "RB", "PR")
    for n in range(10)
}
OF_THE_PATH = {  # of ways equally slow another may come first
    "worst_days", "manual_hops_on_path", "hops_on_path", "p50_hours", "p50_days", "p90_hours",
    "p90_days", "single_points", "change", "scenario", "as_is",
}  # fmt: skip


def recoded(value):
    """The same value with every code replaced by another, so that they sort the other way."""
    if isinstance(value, str):
        return NEW_CODES.get(value, value)
    if isinstance(value, tuple):
        return tuple(map(recoded, value))
    if isinstance(value, Mapping):
        return {recoded(key): recoded(inner) for key, inner in value.items()}
    if isinstance(value, Record):
        told = {it.name: recoded(getattr(value, it.name)) for it in fields(value)}
        return replace(value, **told)
    return value


@settings(max_examples=40, phases=[Phase.explicit, Phase.generate])
@given(data=st.data())
def test_other_codes_for_everything_change_no_number(engagement_with, data):
    dossier = data.draw(engagement_with())
    other = Dossier(
        engagement=recoded(dossier.engagement),
        records={cls: tuple(map(recoded, found)) for cls, found in dossier.records.items()},
    )
    for item in (*INDICATORS, *MORE):
        one, two = (
            sorted(
                (name, round(it, 6))
                for name, it in numbers(item.reckon(it_is, shipped()).as_json())
                if name not in OF_THE_PATH
            )
            for it_is in (dossier, other)
        )
        assert sorted(it for _, it in one) == sorted(it for _, it in two), item.name


@given(data=st.data())
def test_a_contradiction_never_makes_a_finding_stand_better(engagement_with, data):
    dossier = data.draw(engagement_with(Note, Person, Interview, Finding, Evidence))
    ranks = [Grade.CONTESTED, Grade.WEAK, Grade.MODERATE, Grade.STRONG]
    against = [Evidence(finding="FN0", target=f"N{n}", stance=Stance.CONTRADICTS) for n in range(8)]
    worse = triangulation(dossier.with_records(Evidence, [*dossier.all(Evidence), *against]))
    for before, after in zip(triangulation(dossier).findings, worse.findings, strict=True):
        assert after.score <= before.score + 1e-9
        assert ranks.index(after.grade) <= ranks.index(before.grade)
        assert 0 <= after.score <= 100 + 1e-9


@given(data=st.data())
def test_one_able_person_more_never_lowers_a_bus_factor(engagement_with, data):
    dossier = data.draw(engagement_with(Person, PersonSkill, SkillRequirement))
    able = [PersonSkill(person="new", skill=skill, level=3) for skill in ("SQL", "GIS", "gone")]
    more = dossier.with_records(PersonSkill, [*dossier.all(PersonSkill), *able])
    pairs = zip(bus_factor(dossier).processes, bus_factor(more).processes, strict=True)
    assert all(after.bus_factor >= before.bus_factor for before, after in pairs)
