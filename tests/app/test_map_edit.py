"""Each change of a map is one step to undo, and nothing else on the map moves."""

import pytest

from cxo_desktop.app import map_edit
from cxo_desktop.app.history import undo
from cxo_desktop.app.map_places import centres, keep_places
from cxo_desktop.app.maps import CHAIN, draw_map
from cxo_desktop.domain.datachain import DataNode
from cxo_desktop.domain.errors import InputRefused, NotFound
from cxo_desktop.domain.processes import Step


def steps(opened):
    return {step.code: step for step in opened.dossier().all(Step) if step.map == "PM1"}


def arrows(opened):
    return {(arrow.tail, arrow.head) for arrow in draw_map(opened.dossier(), "PM1").arrows}


def moved(before, after):
    one, other = centres(before), centres(after)
    return {
        (round(other[k].x - one[k].x, 1), round(other[k].y - one[k].y, 1))
        for k in one.keys() & other.keys()
    }


def test_a_step_is_added_behind_another_in_its_lane_and_undone_at_once(sample):
    keep_places(sample, "PM1")
    before, known = draw_map(sample.dossier(), "PM1"), steps(sample)
    new = map_edit.add_box(sample, "PM1", "Check twice", "s9")
    after = draw_map(sample.dossier(), "PM1")
    assert steps(sample)[new].lane == "MIS officer"
    assert ("s9", new) in arrows(sample)
    assert len(moved(before, after)) == 1
    undo(sample)
    assert steps(sample) == known
    assert draw_map(sample.dossier(), "PM1") == before


def test_a_step_is_inserted_on_an_arrow(sample):
    new = map_edit.add_box(sample, "PM1", "Count", "s2>s3")
    assert {("s2", new), (new, "s3")} <= arrows(sample)
    assert ("s2", "s3") not in arrows(sample)


def test_boxes_are_joined_by_how_their_words_begin(sample):
    map_edit.connect(sample, "PM1", "s5", "review")
    labels = {code: step.label for code, step in steps(sample).items()}
    heads = {head for tail, head in arrows(sample) if tail == "s5"}
    assert "Review meeting on the 10th" in {labels[head] for head in heads}
    with pytest.raises(InputRefused, match="More than one"):
        map_edit.connect(sample, "PM1", "s5", "re")
    with pytest.raises(NotFound, match="nowhere"):
        map_edit.connect(sample, "PM1", "s5", "nowhere")


def test_words_are_changed_of_steps_arrows_and_places(sample):
    map_edit.rename(sample, "PM1", "s9", "Export")
    map_edit.rename(sample, "PM1", "s9>s10", "on the 25th")
    map_edit.rename(sample, CHAIN, "D07", "Big sheet")
    assert steps(sample)["s9"].label == "Export"
    drawn = {arrow.code: arrow for arrow in draw_map(sample.dossier(), "PM1").arrows}
    assert " ".join(line.text for line in drawn["s9>s10"].label) == "on the 25th"
    assert sample.get(DataNode, "D07").name == "Big sheet"
    with pytest.raises(InputRefused, match="no name"):
        map_edit.rename(sample, CHAIN, "F01", "x")
    with pytest.raises(NotFound):
        map_edit.rename(sample, "PM1", "none", "x")


def test_an_arrow_that_makes_no_sense_is_refused_in_words(sample):
    for source, target, why in (
        ("s1", "s2", "already"),
        ("s5", "s1", "before the start"),
        ("s16", "s5", "follows the end"),
    ):
        with pytest.raises(InputRefused, match=why):
            map_edit.connect(sample, "PM1", source, target)
    assert "itself" in map_edit.why_apart(sample.dossier(), CHAIN, "D02", "D02")
    assert map_edit.why_apart(sample.dossier(), CHAIN, "D02", "D03") == ""
    assert map_edit.why_apart(sample.dossier(), "S1", "D02", "D03") == ""


def test_a_scenario_adds_no_place_to_the_chain(sample):
    with pytest.raises(InputRefused, match="what-if"):
        map_edit.add_box(sample, "S1", "x")
