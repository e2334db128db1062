"""Straight links run from rim to rim, loops stay beside their box."""

from cxo_desktop.domain.drawing import Point
from cxo_desktop.render.engines import straight
from cxo_desktop.render.engines.graph import Link, Size

BOX = Size(80, 30)


def test_lines_meet_the_rims_and_loops_come_back():
    spots = [Point(0, 0), Point(200, 0), Point(0, 300)]
    level, upright, loop = straight.routes([BOX] * 3, spots, [Link(0, 1), Link(2, 0), Link(1, 1)])
    assert (level.points[0], level.tip) == (Point(40, 0), Point(160, 0))
    assert (upright.points[0], upright.tip) == (Point(0, 285), Point(0, 15))
    assert loop.tip.x == 240
    assert max(spot.x for spot in loop.points) > 240


def test_boxes_on_one_spot_still_have_a_line():
    (line,) = straight.routes([BOX] * 2, [Point(5, 5)] * 2, [Link(0, 1)])
    assert line.tip == Point(5, 5)


def test_the_remark_is_a_sentence():
    assert straight.remark().endswith(".")
