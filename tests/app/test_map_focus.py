"""Only what leads to a box, or follows from it, keeps its colours."""

from cxo_desktop.app.map_focus import focused
from cxo_desktop.app.maps import draw_map
from cxo_desktop.domain.drawing import Ink


def kept(drawing):
    return {box.code for box in drawing.boxes if box.fill is not Ink.SURFACE2}


def test_upstream_and_downstream_meet_in_the_box(sample):
    plain = draw_map(sample.dossier(), "PM1")
    up, down = (kept(focused(plain, "s9", downstream=way)) for way in (False, True))
    assert {"s1", "s5", "s6"} <= up
    assert "s8" not in up | down
    assert {"s10", "s13", "s14"} <= down
    assert up & down == {"s9"}


def test_an_arrow_stands_for_its_far_end_and_nothing_changes_nothing(sample):
    plain = draw_map(sample.dossier(), "PM1")
    assert kept(focused(plain, "s8>s10", downstream=True)) == kept(
        focused(plain, "s10", downstream=True)
    )
    assert focused(plain, "none", downstream=True) == plain
    grey = [one for one in focused(plain, "s9", downstream=True).arrows if one.ink is Ink.BORDER]
    assert grey
