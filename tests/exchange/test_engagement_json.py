from __future__ import annotations

import copy
import json
from datetime import date

import pytest

from cxo_desktop import assets
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.enums import Stance
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.findings import Evidence
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.people import PersonName
from cxo_desktop.domain.privacy import SelfCheck
from cxo_desktop.domain.processes import Step, Transition
from cxo_desktop.domain.skills import Skill
from cxo_desktop.domain.tools import Pilot
from cxo_desktop.exchange.engagement_json import read_dossier, to_text, write_dossier

SMALL = {"schema": 1, "engagement": {"id": "E", "organisation": "Invented"}}


def sample() -> dict:
    text = (assets.resource("samples") / "nandini.json").read_text(encoding="utf-8")
    return json.loads(text)


def exactly(value):
    """Return the value with its types beside it: 1, 1.0 and True differ, key order does not."""
    if isinstance(value, dict):
        return {key: exactly(part) for key, part in value.items()}
    if isinstance(value, list):
        return [exactly(part) for part in value]
    return type(value).__name__, value


def there_and_back(document: dict) -> dict:
    read = read_dossier(json.dumps(document))
    return json.loads(to_text(write_dossier(read.dossier, with_names=True)))


def small(**more) -> dict:
    return {**copy.deepcopy(SMALL), **more}


def test_the_sample_comes_back_key_for_key():
    document = sample()
    back = there_and_back(document)
    del document["notice"], document["expected_indicators"]
    assert exactly(back) == exactly(document)


def test_the_sample_is_known_to_the_last_key():
    read = read_dossier(json.dumps(sample()))
    assert read.unknown_keys == ()
    assert read.counts["notes"] == 78
    assert read.counts["steps"] == 34
    assert read.counts["evidence"] == 76
    assert "incidents" not in read.counts


def test_parts_become_records_that_name_their_whole():
    dossier = read_dossier(json.dumps(sample())).dossier
    assert dossier.by_code(Note)["N001"].person == "P01"
    assert {step.map for step in dossier.all(Step)} == {"PM1", "PM2", "PM3"}
    assert dossier.all(Transition)[0].source == "s1"
    contested = [e for e in dossier.all(Evidence) if e.stance is Stance.CONTRADICTS]
    assert {e.finding for e in contested} >= {"FN8"}
    assert dossier.engagement.data_team[0] == "P05"
    assert dossier.engagement.as_of == date(2026, 10, 30)
    assert dossier.all(SelfCheck)[0].answers[0] == 1
    assert dossier.all(Pilot)[0].required_capabilities[0].capability == "offline_capture"


@pytest.mark.parametrize(
    "more",
    [
        {
            "notes": [
                {"id": "N1", "text": "", "themes": []},
                {"id": "N2", "text": None},
                {"id": "N3"},
            ]
        },
        {"notes": [], "raid": None, "skills": [], "findings": None, "process_maps": []},
        {"manual_methods": [], "data_team": None},
        {"manual_methods": ["fax"], "data_team": [""]},
        {"interviews": [{"id": "I", "on": "", "minutes": ""}]},
        {"pilot": None, "privacy_self_check": None, "pilots": []},
        {"pilot": {}, "pilots": [{"name": "second"}], "privacy_self_check": {"answers": [None, 0]}},
        {"engagement": {"id": "E", "settings": {}}},
        {"engagement": {"id": "E", "settings": {"attribution_k": 3, "loaded_factor": 2.0}}},
        {"engagement": {"id": "E", "settings": {"weeks_per_month": 4, "hours_per_month": 730.0}}},
        {"engagement": {"id": "E", "settings": None, "staff": 0, "fictional": False}},
        {"skills": ["SQL", {"id": "K2", "name": "Excel"}, {"id": "R", "name": "R"}]},
        {"skills": [{"id": "K2", "name": "", "mood": 1}, {"id": "K3"}]},
        {"scenarios": [{"id": "S", "change": {"F": {"method": "api"}}, "add": [{"from": "a"}]}]},
        {"scenarios": [{"id": "S", "change": {}, "add": [{"id": None, "to": "", "x": [{}]}]}]},
        {"person_names": [{"person": "P1", "full_name": "Invented Name"}]},
        {"consents": [{"person": "P", "id": "kept"}, {"person": "P"}]},
        {
            "process_maps": [
                {"id": "A", "steps": [{"id": "s"}]},
                {"id": "B", "steps": [{"id": "s"}]},
            ]
        },
        {"process_maps": [{"id": "A", "steps": [], "transitions": None, "map": 1}]},
    ],
)
def test_absent_null_and_empty_stay_apart(more):
    document = small(**more)
    assert exactly(there_and_back(document)) == exactly(document)


@pytest.mark.parametrize(
    "finding",
    [
        {"id": "F"},
        {"id": "F", "supports": [], "contradicts": None},
        {"id": "F", "supports": ["N2", "N1", "N2"], "other_evidence": ["metric:x"]},
        {"id": "F", "supports": ["metric:x", "N1"], "other_evidence": ["a word", "document:y"]},
        {"id": "F", "contradicts": ["metric:x", "N1"]},
        {"id": "F", "supports": [{"target": "N1", "weight": 2}, {"target": "N2"}]},
        {"id": "F", "contradicts": [{"target": "N1", "weight": None, "page": "3"}]},
    ],
)
def test_evidence_stays_in_its_list_and_order(finding):
    document = small(findings=[finding])
    assert exactly(there_and_back(document)) == exactly(document)


def test_what_the_app_adds_comes_out():
    dossier = read_dossier(json.dumps(small(findings=[{"id": "F", "supports": []}]))).dossier
    added = (
        Evidence(finding="F", target="N1"),
        Evidence(finding="F", target="metric:chain_latency", weight=3),
        Evidence(finding="F", target="N2", stance=Stance.CONTRADICTS),
    )
    document = write_dossier(
        dossier.with_records(Evidence, added).with_records(Skill, [Skill(code="SQL", name="SQL")])
    )
    assert document["findings"] == [
        {
            "id": "F",
            "supports": ["N1"],
            "contradicts": ["N2"],
            "other_evidence": [{"target": "metric:chain_latency", "weight": 3}],
        }
    ]
    assert document["skills"] == ["SQL"]


def test_unknown_keys_are_kept_and_told():
    document = small(
        weather={"sky": ["grey"]},
        notes=[{"id": "N1", "mood": None}, {"id": "N2", "mood": 2}],
        findings=[{"id": "F", "supports": [{"target": "N1", "page": 3}]}],
        process_maps=[{"id": "A", "colour": "", "steps": [{"id": "s", "x": 1}]}],
    )
    document["engagement"]["settings"] = {"moon": 1.0}
    assert exactly(there_and_back(document)) == exactly(document)
    assert set(read_dossier(json.dumps(document)).unknown_keys) == {
        "weather",
        "notes.mood",
        "evidence.page",
        "process_maps.colour",
        "steps.x",
        "engagement.settings.moon",
    }


def test_names_of_people_stay_unless_asked_for():
    dossier = Dossier(
        engagement=Engagement(code="E"),
        records={PersonName: (PersonName(person="P1", full_name="Invented Name"),)},
    )
    assert "Invented Name" not in to_text(write_dossier(dossier))
    assert "Invented Name" in to_text(write_dossier(dossier, with_names=True))


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ({"engagement": {"id": "E"}}, "schema"),
        (small(schema=2), "newer"),
        (small(schema=True), "schema"),
        (small(schema=1.0), "schema"),
        ({"schema": 1}, "engagement"),
        ({"schema": 1, "engagement": {}}, "id"),
        ({"schema": 1, "engagement": []}, "object"),
        ({"schema": 1, "engagement": {"id": 7}}, "id"),
        (small(notes={}), "“notes”"),
        (small(notes="N1"), "list"),
        (small(notes=False), "list"),
        (small(notes=[7]), "row 1"),
        (small(notes=[{"text": "x"}]), "id"),
        (small(notes=[{"id": "N1"}, {"id": "N1"}]), "row 2 (N1)"),
        (small(notes=[{"id": "N1", "kind": "gossip"}]), "pain_point"),
        (small(notes=[{"id": "N1", "verbatim": 1}]), "true or false"),
        (small(interviews=[{"id": "I", "on": "20260603"}]), "2026-06-03"),
        (small(interviews=[{"id": "I", "on": "3 June"}]), "“on”"),
        (small(tools=[{"id": "T", "users": 10**19}]), "18 digits"),
        (small(tools=[{"id": "T", "users": 1.5}]), "whole number"),
        (small(skills=["SQL", "SQL"]), "twice"),
        (small(skills=[""]), "empty"),
        (small(findings=[{"id": "F", "supports": [3]}]), "supports"),
        (small(findings=[{"id": "F", "supports": [{"target": "N", "stance": "x"}]}]), "stance"),
        (small(process_maps=[{"id": "A", "steps": [{"id": "s"}, {"id": "s"}]}]), "row 2 (s)"),
        (small(pilot=[]), "pilot"),
        (small(pilots=[{"name": "x"}]), "pilots"),
        (small(privacy_self_check={"answers": [""]}), "whole number"),
        (small(data_team=[None]), "data_team"),
    ],
)
def test_what_cannot_be_taken_is_refused_and_named(document, words):
    with pytest.raises(InputRefused) as caught:
        read_dossier(json.dumps(document))
    assert words in str(caught.value)
    assert caught.value.exit_code == 3
