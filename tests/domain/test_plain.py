from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cxo_desktop.domain.datachain import DataFlow, Scenario
from cxo_desktop.domain.engagement import Engagement, Settings
from cxo_desktop.domain.enums import FlowMethod, NoteKind, PiiClass
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.findings import ProcessGate, Recommendation
from cxo_desktop.domain.interviews import Interview, Note
from cxo_desktop.domain.plain import decode, encode, from_plain, specs, to_plain
from cxo_desktop.domain.privacy import PrivacyItem, SelfCheck
from cxo_desktop.domain.processes import Step


def kinds(plain: dict) -> dict:
    return {key: (type(value), value) for key, value in plain.items()}


@pytest.mark.parametrize(
    ("cls", "plain"),
    [
        (Note, {"id": "N", "text": "", "themes": [], "kind": None, "person": ""}),
        (Note, {"id": "N", "kind": "pain_point", "verbatim": False, "refs": ["s:1"]}),
        (Interview, {"id": "I", "on": "", "minutes": 60.0}),
        (Interview, {"id": "I", "on": "2026-06-03", "minutes": 60}),
        (
            DataFlow,
            {"id": "F", "from": "D1", "to": "", "method": "api", "staff_hours_per_month": 0},
        ),
        (SelfCheck, {"answers": [0, None, 2]}),
        (PrivacyItem, {"pii_classes": ["name", "health"]}),
        (Recommendation, {"id": "R", "process_gate": {"who": "", "mood": [1]}}),
        (Recommendation, {"id": "R", "process_gate": None}),
        (Engagement, {"id": "E", "settings": {"hours_per_month": 730.0, "attribution_k": 5}}),
        (Scenario, {"id": "S", "change": {"F": {"x": [None]}}, "add": [{"id": None, "from": "a"}]}),
    ],
)
def test_an_object_comes_back_with_its_types(cls, plain):
    assert kinds(to_plain(from_plain(cls, plain))) == kinds(plain)


def test_values_become_what_the_field_means():
    flow = from_plain(DataFlow, {"id": "F", "from": "D1", "to": "D2", "method": "re_entry"})
    assert (flow.code, flow.source, flow.target) == ("F", "D1", "D2")
    assert flow.method is FlowMethod.RE_ENTRY
    assert flow.period_hours is None
    item = from_plain(PrivacyItem, {"pii_classes": ["child"], "retention_until": "2027-03-31"})
    assert item.pii_classes == (PiiClass.CHILD,)
    assert item.retention_until == date(2027, 3, 31)
    gated = from_plain(Recommendation, {"process_gate": {"who": "MIS officer"}})
    assert gated.process_gate == ProcessGate(who="MIS officer")


def test_a_changed_field_wins_over_what_the_file_said():
    note = from_plain(Note, {"id": "N", "text": "", "kind": None})
    changed = replace(note, text="now known", kind=NoteKind.FACT)
    assert to_plain(changed) == {"id": "N", "text": "now known", "kind": "fact"}
    assert to_plain(replace(changed, text="", kind=None)) == {"id": "N", "text": "", "kind": None}


def test_a_field_nobody_spoke_of_is_left_out():
    assert to_plain(Note(code="N")) == {"id": "N"}
    assert to_plain(Note()) == {}
    assert to_plain(Engagement(code="E", settings=Settings())) == {"id": "E"}


def test_unknown_keys_are_kept_beside():
    note = from_plain(Note, {"id": "N", "mood": {"a": 1}, "code": "other"})
    assert note.code == "N"
    assert note.extra == {"mood": {"a": 1}, "code": "other"}


def test_parents_and_top_level_lists_are_not_part_of_the_object():
    assert "map" not in to_plain(Step(code="s", map="PM1"))
    assert "data_team" not in to_plain(Engagement(code="E", data_team=("P1",)))
    assert {spec.key for spec in specs(Step) if spec.parent} == {"map"}


@pytest.mark.parametrize(
    ("cls", "plain", "words"),
    [
        (Note, {"id": ""}, "not empty"),
        (Note, {"id": 4}, "not empty"),
        (Note, {"kind": "gossip"}, "one of ask, need"),
        (Note, {"text": 4}, "a text"),
        (Note, {"verbatim": 1}, "true or false"),
        (Note, {"themes": "VIS"}, "a list"),
        (Note, {"themes": ["VIS", None]}, "item 2"),
        (Interview, {"on": "20260603"}, "a date such as"),
        (Interview, {"on": "2026-02-30"}, "a date such as"),
        (Interview, {"minutes": True}, "a whole number"),
        (Interview, {"minutes": 10**18 + 1}, "18 digits"),
        (SelfCheck, {"answers": [1.5]}, "a whole number"),
        (Engagement, {"settings": []}, "an object"),
        (Engagement, {"settings": {"loaded_factor": "1.15"}}, "a number"),
        (Scenario, {"add": [{"method": "pigeon"}]}, "“add”, item 1"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(cls, plain, words):
    with pytest.raises(InputRefused) as caught:
        from_plain(cls, plain, where="row 3:")
    assert words in str(caught.value)
    assert "row 3:" in caught.value.what


def test_a_long_wrong_value_is_not_repeated_whole():
    with pytest.raises(InputRefused) as caught:
        from_plain(Note, {"kind": "long " * 100})
    assert len(caught.value.why) < 350


def test_one_field_alone():
    on = next(spec for spec in specs(Interview) if spec.name == "on")
    assert decode(on, "2026-06-03", "here") == date(2026, 6, 3)
    assert decode(on, None, "here") is None
    assert encode(date(2026, 6, 3)) == "2026-06-03"
    assert encode((NoteKind.ASK, None)) == ["ask", None]
