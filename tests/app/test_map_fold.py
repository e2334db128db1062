"""A folded lane is one box that tells its sums, and says what it does not know."""

from cxo_desktop.app.map_fold import FoldedMap, fold, folded_code, folded_lane
from cxo_desktop.app.maps import draw_map
from cxo_desktop.domain.drawing import Point
from cxo_desktop.domain.map_places import Place
from cxo_desktop.domain.processes import Step, Transition

FIELD = folded_code("Field")


def shown():
    steps = (
        Step(code="a", lane="Field", touch_minutes=10, wait_hours=2),
        Step(code="b", lane="Field"),
        Step(code="c", lane="Office", touch_minutes=5),
    )
    pairs = (("a", "b"), ("b", "c"), ("a", "c"), ("c", "a"))
    moves = tuple(Transition(source=a, target=b, condition="yes") for a, b in pairs)
    places = {"a": Place(Point(0, 0)), "b": Place(Point(10, 20)), "c": Place(Point(50, 50))}
    return FoldedMap(steps, moves, places, {"a": 2, "b": 1}, {"c": 1})


def test_its_steps_become_one_with_their_sums():
    found = fold(shown(), {"Field"})
    office, field = found.steps
    assert (office.code, field.code) == ("c", FIELD)
    assert (field.touch_minutes, field.wait_hours) == (10, 2)
    assert "2 steps" in field.label
    assert "known of 1" in field.label
    assert {(it.source, it.target) for it in found.transitions} == {(FIELD, "c"), ("c", FIELD)}
    assert found.places[FIELD].spot == Point(5, 10)
    assert (found.evidence, found.pains) == ({FIELD: 3}, {"c": 1})
    assert folded_lane(FIELD) == "Field"
    assert folded_lane("a") is None


def test_nothing_folded_changes_nothing():
    assert fold(shown(), ()) == shown()


def test_a_lane_of_the_sample_folds_and_the_others_stay(sample):
    plain = draw_map(sample.dossier(), "PM1")
    lane = plain.lanes[0].name
    folded = draw_map(sample.dossier(), "PM1", folded={lane})
    assert len(folded.boxes) < len(plain.boxes)
    assert folded_code(lane) in {box.code for box in folded.boxes}
    assert [it.name for it in folded.lanes] == [it.name for it in plain.lanes]
