"""A flow's look tells its state twice, by ink and by dash, and the critical path by breadth."""

import pytest

from cxo_desktop.domain.datachain import DataFlow
from cxo_desktop.domain.enums import FlowMethod, FlowState
from cxo_desktop.render import chain_looks


def look(*, on_path: bool = False, **fields):
    return chain_looks.look(DataFlow(**fields), on_path=on_path)


def test_states_differ_in_ink_and_in_dash() -> None:
    looks = [look(state=state) for state in FlowState]
    assert len({each.ink for each in looks}) == len({each.dash for each in looks}) == 3


def test_a_given_state_beats_what_the_method_suggests() -> None:
    given = look(state=FlowState.WORKS, method=FlowMethod.RE_ENTRY)
    assert (given.state, given.derived) == (FlowState.WORKS, False)


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({"method": FlowMethod.RE_ENTRY}, FlowState.BROKEN),
        ({"method": FlowMethod.PHOTO_FORWARD}, FlowState.FRAGILE),
        ({"method": FlowMethod.COPY_PASTE}, FlowState.FRAGILE),
        ({"method": FlowMethod.PAPER_CAPTURE, "manual": True}, FlowState.WORKS),
        ({"method": FlowMethod.API}, FlowState.WORKS),
        ({"manual": True}, FlowState.FRAGILE),
        ({}, FlowState.WORKS),
    ],
)
def test_without_a_state_the_method_decides(fields, state) -> None:
    derived = look(**fields)
    assert (derived.state, derived.derived) == (state, True)


def test_the_critical_path_is_broader() -> None:
    assert look(on_path=True).width >= 2 * look().width


def test_the_legend_lists_each_look_once_and_the_path_last() -> None:
    looks = [look(on_path=True), look(), look(method=FlowMethod.RE_ENTRY)]
    entries = chain_looks.legend(looks)
    assert [entry.dash for entry in entries] == [(), looks[2].dash, ()]
    assert entries[-1].width == look(on_path=True).width
    assert chain_looks.legend([]) == ()
