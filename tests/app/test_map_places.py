"""Places are stored at the first edit; moved boxes are pinned; tidying is one step to undo."""

from cxo_desktop.app.history import undo
from cxo_desktop.app.map_places import centres, keep_places, move_boxes, tidy
from cxo_desktop.app.maps import CHAIN, draw_map
from cxo_desktop.domain.map_places import MapPlace, places_of
from cxo_desktop.domain.processes import Step, Transition


def offsets(before, after, but=()):
    """Return by what the boxes that both drawings have moved, other than ``but``."""
    one, other = centres(before), centres(after)
    return {
        (round(other[k].x - one[k].x, 1), round(other[k].y - one[k].y, 1))
        for k in one.keys() & other.keys()
        if k not in but
    }


def test_keeping_changes_nothing_that_is_seen(sample):
    for code in (CHAIN, "PM1"):
        before = draw_map(sample.dossier(), code)
        keep_places(sample, code)
        assert len(offsets(before, draw_map(sample.dossier(), code))) == 1
        count = len(sample.dossier().all(MapPlace))
        keep_places(sample, code)
        assert len(sample.dossier().all(MapPlace)) == count


def test_a_moved_box_is_pinned_and_the_others_stay(sample):
    before = draw_map(sample.dossier(), "PM1")
    move_boxes(sample, "PM1", {"s9": (37, 4)})
    after = draw_map(sample.dossier(), "PM1")
    assert len(offsets(before, after, but={"s9"})) == 1
    ((dx, dy),) = offsets(before, after, but={"s9"})
    one, other = centres(before)["s9"], centres(after)["s9"]
    assert (round(other.x - one.x - dx, 1), round(other.y - one.y - dy, 1)) == (37, 4)
    pinned = {node for node, place in places_of(sample.dossier(), "PM1").items() if place.pinned}
    assert pinned == {"s9"}


def test_a_new_step_moves_no_other(sample):
    keep_places(sample, "PM1")
    before = draw_map(sample.dossier(), "PM1")
    sample.add(Step(map="PM1", code="new", lane="MIS officer", label="Check"))
    sample.add(Transition(map="PM1", source="s9", target="new"))
    after = draw_map(sample.dossier(), "PM1")
    assert len(offsets(before, after)) == 1
    assert "new" in centres(after)


def test_tidying_keeps_pins_and_is_undone_at_once(sample):
    move_boxes(sample, "PM1", {"s9": (200, 3)})
    sample.add(Step(map="PM1", code="new", lane="Data analyst", label="Check"))
    sample.add(Transition(map="PM1", source="s3", target="new"))
    sample.add(Transition(map="PM1", source="new", target="s10"))
    keep_places(sample, "PM1")
    moved = draw_map(sample.dossier(), "PM1")
    pinned = places_of(sample.dossier(), "PM1")["s9"].spot
    tidy(sample, "PM1")
    assert places_of(sample.dossier(), "PM1")["s9"].spot == pinned
    assert len(offsets(moved, draw_map(sample.dossier(), "PM1"))) > 1
    undo(sample)
    assert offsets(moved, draw_map(sample.dossier(), "PM1")) == {(0.0, 0.0)}
    tidy(sample, "PM1", pinned_too=True)
    fresh = draw_map(sample.dossier(), "PM1", tidy=True)
    assert len(offsets(fresh, draw_map(sample.dossier(), "PM1"))) == 1
