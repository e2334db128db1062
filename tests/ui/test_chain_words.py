"""Every kind of node, way of moving and rhythm has a word; what is unknown has none."""

from cxo_desktop.domain.enums import FlowMethod, FlowState, Frequency, NodeKind, PiiClass, StepKind
from cxo_desktop.ui import chain_words


def test_every_value_has_a_word():
    assert all(chain_words.node_kind_word(kind) for kind in NodeKind)
    assert all(chain_words.method_word(method) for method in FlowMethod)
    assert all(chain_words.frequency_word(frequency) for frequency in Frequency)
    assert all(chain_words.state_word(state) for state in FlowState)
    assert all(chain_words.step_kind_word(kind) for kind in StepKind)


def test_the_unknown_has_no_word():
    assert chain_words.node_kind_word(None) == chain_words.method_word(None) == ""
    assert chain_words.frequency_word(None) == chain_words.state_word(None) == ""


def test_a_step_without_a_kind_has_no_word():
    assert chain_words.step_kind_word(None) == ""


def test_personal_data_is_listed_and_none_of_it_is_nothing():
    assert chain_words.pii_words((PiiClass.NAME, PiiClass.HEALTH)) == "names, health"
    assert chain_words.pii_words((PiiClass.NONE,)) == ""
    assert all(chain_words.pii_words((one,)) for one in PiiClass if one is not PiiClass.NONE)
