"""Lanes: which step is in which, their order, and their height, which is kept."""

import pytest

from cxo_desktop.app.history import undo
from cxo_desktop.app.map_lanes import move_lane, put_lane, set_lanes, size_lane, to_lane
from cxo_desktop.app.map_places import keep_places, tidy
from cxo_desktop.app.maps import draw_map
from cxo_desktop.domain.processes import ProcessMap, Step


def bands(opened):
    return {lane.name: lane.height for lane in draw_map(opened.dossier(), "PM1").lanes}


def test_steps_change_lanes_and_lanes_their_order(sample):
    to_lane(sample, "PM1", "s9", "Supervisor")
    steps = {step.code: step for step in sample.dossier().all(Step) if step.map == "PM1"}
    assert steps["s9"].lane == "Supervisor"
    lanes = sample.get(ProcessMap, "PM1").lanes
    keep_places(sample, "PM1")
    set_lanes(sample, "PM1", (lanes[1], lanes[0], *lanes[2:]))
    assert list(bands(sample))[:2] == [lanes[1], lanes[0]]


def test_a_lane_moves_up_and_down_and_stops_at_the_ends(sample):
    lanes = sample.get(ProcessMap, "PM1").lanes
    move_lane(sample, "PM1", lanes[1], -1)
    assert sample.get(ProcessMap, "PM1").lanes[:2] == (lanes[1], lanes[0])
    move_lane(sample, "PM1", lanes[1], -1)
    assert sample.get(ProcessMap, "PM1").lanes[0] == lanes[1]
    assert draw_map(sample.dossier(), "PM1").lanes[0].name == lanes[1]


def test_a_lane_goes_to_any_place_as_one_step(sample):
    lanes = sample.get(ProcessMap, "PM1").lanes
    put_lane(sample, "PM1", lanes[0], len(lanes) - 1)
    assert list(bands(sample))[-1] == lanes[0]
    undo(sample)
    assert sample.get(ProcessMap, "PM1").lanes == lanes


@pytest.mark.parametrize("laid_out_anew", [False, True])
def test_a_height_is_kept_until_everything_is_tidied(sample, laid_out_anew):
    lane, before = next(iter(bands(sample).items()))
    size_lane(sample, "PM1", lane, before + 60)
    if laid_out_anew:
        tidy(sample, "PM1")
    assert bands(sample)[lane] == pytest.approx(before + 60, abs=12)
    size_lane(sample, "PM1", lane, 10)
    assert bands(sample)[lane] == pytest.approx(before, abs=12)
    size_lane(sample, "PM1", lane, before + 60)
    tidy(sample, "PM1", pinned_too=True)
    assert bands(sample)[lane] < before + 20
