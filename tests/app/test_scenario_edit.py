"""A what-if is changed on its map; the map that it edits stays, and the difference is told."""

import pytest

from cxo_desktop.app.history import undo
from cxo_desktop.app.map_compare import compare_maps
from cxo_desktop.app.map_edit import add_box, connect
from cxo_desktop.app.map_many import remove_parts
from cxo_desktop.app.maps import draw_map
from cxo_desktop.app.placings import Becomes, Placing
from cxo_desktop.app.scenario_edit import begin_scenario, set_number
from cxo_desktop.domain.datachain import DataFlow, Scenario
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.processes import Step


def arrows(opened, code):
    return {(it.tail, it.head) for it in draw_map(opened.dossier(), code).arrows}


def figures(opened, code):
    dossier = opened.dossier()
    base = dossier.by_code(Scenario)[code].map or "chain"
    return {it.name: it.change for it in compare_maps(dossier, base, code).figures}


def test_flows_are_left_out_changed_and_added_and_the_chain_stays(sample):
    flows = sample.find(DataFlow)
    code = begin_scenario(sample, "chain")
    assert not any(figures(sample, code).values())
    set_number(sample, code, Placing(Becomes.MONTHLY, "F07", amount=6))
    assert figures(sample, code)["staff_hours_per_month"] == -50
    remove_parts(sample, code, ["F07"])
    assert figures(sample, code)["staff_hours_per_month"] == -56
    connect(sample, code, "D02", "D14")
    assert ("D02", "D14") in arrows(sample, code)
    assert ("D02", "D14") not in arrows(sample, "chain")
    added = sample.get(Scenario, code).add[0].code
    set_number(sample, code, Placing(Becomes.MONTHLY, added, amount=2))
    assert sample.get(Scenario, code).add[0].staff_hours_per_month == 2
    remove_parts(sample, code, [added])
    assert sample.get(Scenario, code).add == ()
    assert sample.find(DataFlow) == flows
    undo(sample)
    assert sample.get(Scenario, code).add


def test_steps_are_left_out_changed_and_added(sample):
    steps = sample.find(Step)
    code = begin_scenario(sample, "PM1")
    remove_parts(sample, code, ["s9"])
    fresh = add_box(sample, code, "Export by itself", "s10")
    set_number(sample, code, Placing(Becomes.WAIT, "s10", amount=1))
    set_number(sample, code, Placing(Becomes.WORK, fresh, amount=5))
    drawn = {box.code for box in draw_map(sample.dossier(), code).boxes}
    assert fresh in drawn
    assert "s9" not in drawn
    assert ("s10", fresh) in arrows(sample, code)
    row = sample.get(Scenario, code)
    assert row.change_steps == {"s10": {"wait_hours": 1}}
    assert row.add_steps[0].touch_minutes == 5
    assert sample.find(Step) == steps


def test_what_cannot_be_is_refused_in_words(sample):
    chain, process = begin_scenario(sample, "chain"), begin_scenario(sample, "PM1")
    for work in (
        lambda: add_box(sample, chain, "New", "D02"),
        lambda: remove_parts(sample, process, ["s2>s3"]),
        lambda: set_number(sample, process, Placing(Becomes.MONTHLY, "s2", amount=1)),
        lambda: set_number(sample, chain, Placing(Becomes.MONTHLY, "F07")),
    ):
        with pytest.raises(InputRefused):
            work()
