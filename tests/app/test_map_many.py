"""Several parts of a map at once: one operation, and copies are as what they were copied from."""

import pytest

from cxo_desktop.app.history import undo
from cxo_desktop.app.map_many import copied, paste, remove_parts
from cxo_desktop.app.map_places import keep_places
from cxo_desktop.app.maps import CHAIN, draw_map
from cxo_desktop.domain.datachain import DataFlow
from cxo_desktop.domain.errors import InputRefused, NotFound
from cxo_desktop.domain.map_places import places_of
from cxo_desktop.domain.processes import Step


def steps(opened, code="PM1"):
    return {step.code: step for step in opened.dossier().all(Step) if step.map == code}


def arrows(opened, code="PM1"):
    return {(arrow.tail, arrow.head) for arrow in draw_map(opened.dossier(), code).arrows}


def test_boxes_and_arrows_go_at_once_and_come_back_at_once(sample):
    before, known = arrows(sample), steps(sample)
    remove_parts(sample, "PM1", ("s8", "s9", "s1>s2"))
    assert known.keys() - steps(sample).keys() == {"s8", "s9"}
    assert arrows(sample) == {
        pair for pair in before if not {"s8", "s9"} & {*pair} and pair != ("s1", "s2")
    }
    undo(sample)
    assert (arrows(sample), steps(sample)) == (before, known)


def test_places_of_the_chain_go_with_their_flows(sample):
    remove_parts(sample, CHAIN, ("D02",))
    assert not [f for f in sample.dossier().all(DataFlow) if "D02" in {f.source, f.target}]


def test_what_is_gone_already_takes_nothing_with_it(sample):
    with pytest.raises(NotFound):
        remove_parts(sample, "PM1", ("s8", "none"))
    assert "s8" in steps(sample)


def test_copies_keep_what_is_known_their_arrows_and_how_they_stand(sample):
    keep_places(sample, "PM1")
    what = copied(sample.dossier(), "PM1", ("s8", "s9", "s10"))
    inside = {(it.source, it.target) for it in what.arrows}
    made = dict(zip(("s8", "s9", "s10"), paste(sample, what, "PM1"), strict=True))
    assert steps(sample)[made["s9"]].touch_minutes == steps(sample)["s9"].touch_minutes
    assert inside
    assert {(made[a], made[b]) for a, b in inside} <= arrows(sample)
    places = places_of(sample.dossier(), "PM1")
    by = {
        (places[new].spot.x - places[old].spot.x, places[new].spot.y - places[old].spot.y)
        for old, new in made.items()
    }
    assert len(by) == 1
    assert by != {(0, 0)}
    undo(sample)
    assert not steps(sample).keys() & {*made.values()}


def test_they_go_to_another_map_even_when_what_was_copied_is_gone(sample):
    what = copied(sample.dossier(), "PM1", ("s9",))
    remove_parts(sample, "PM1", ("s9",))
    (there,) = paste(sample, what, "PM2")
    assert steps(sample, "PM2")[there].label == "Export CommCare forms"
    with pytest.raises(InputRefused, match="data chain"):
        paste(sample, what, CHAIN)


def test_arrows_alone_are_nothing_to_copy(sample):
    assert copied(sample.dossier(), "PM1", ("s1>s2",)) is None
