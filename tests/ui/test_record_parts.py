"""A record within a record is read and changed as lines of words."""

import json

from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.engagement import Engagement, Settings
from cxo_desktop.domain.findings import ProcessGate, Recommendation
from cxo_desktop.domain.plain import encode, specs
from cxo_desktop.ui.record_parts import parts_given, parts_text

GATE = next(spec for spec in specs(Recommendation) if spec.name == "process_gate")
SETTINGS = next(spec for spec in specs(Engagement) if spec.name == "settings")
WORDS = st.text("abc :\n").map(lambda text: " ".join(text.split()))


@given(who=WORDS, how=WORDS, integration=WORDS)
def test_what_is_shown_is_what_is_kept(who, how, integration):
    gate = ProcessGate(who=who, how=how, integration=integration)
    kept = parts_given(GATE, parts_text(GATE, gate))
    assert json.loads(kept or "{}") == encode(gate)


def test_numbers_stay_numbers_and_defaults_are_not_written_down():
    text = parts_text(SETTINGS, Settings(weeks_per_month=4))
    assert "Weeks a month: 4" in text
    assert json.loads(parts_given(SETTINGS, text)) == {"weeks_per_month": 4}


def test_a_line_without_a_field_goes_on_with_the_one_before():
    typed = "Who: the clerk\nand the driver\nHow:\n"
    assert json.loads(parts_given(GATE, typed)) == {"who": "the clerk\nand the driver"}
    assert parts_given(GATE, parts_text(GATE, None)) == ""
