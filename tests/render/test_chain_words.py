"""Every kind, way and rhythm has words, and time reads as a person would say it."""

import pytest

from cxo_desktop.domain.datachain import DataFlow
from cxo_desktop.domain.enums import FlowMethod, FlowState, Frequency, NodeKind
from cxo_desktop.render import chain_words


def test_every_value_has_words_of_its_own() -> None:
    assert len({chain_words.kind_word(kind) for kind in (None, *NodeKind)}) == len(NodeKind) + 1
    ways = {chain_words.method_word(method, manual=None) for method in (None, *FlowMethod)}
    assert len(ways) == len(FlowMethod) + 1
    rhythms = {chain_words.frequency_word(rhythm) for rhythm in (None, *Frequency)}
    assert len(rhythms) == len(Frequency) + 1


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (0, ""),
        (0.01, "1 min"),
        (0.5, "30 min"),
        (4, "4 h"),
        (14.25, "14.2 h"),
        (24, "1 day"),
        (36, "1.5 days"),
        (87, "3.6 days"),
        (449, "19 days"),
        (620, "26 days"),
    ],
)
def test_durations(hours: float, words: str) -> None:
    assert chain_words.duration(hours) == words


def test_ways_join_what_is_known() -> None:
    assert chain_words.way_words(DataFlow()) == ""
    assert chain_words.way_words(DataFlow(manual=True)) == "by hand"
    assert chain_words.way_words(DataFlow(frequency=Frequency.DAILY)) == "daily"
    both = DataFlow(frequency=Frequency.WEEKLY, method=FlowMethod.RE_ENTRY)
    assert chain_words.way_words(both) == "weekly, typed again"


def test_only_states_that_are_trouble_are_named() -> None:
    assert [chain_words.state_word(state) for state in (None, *FlowState)] == [
        "",
        "",
        "fragile",
        "broken",
    ]
