"""A drawing is marked where people disagree, and left as it is where nobody does."""

from cxo_desktop.domain.drawing import Box, Drawing, Orientation, Shape
from cxo_desktop.render.disputes import mark


def test_a_badge_hangs_over_the_box_and_nothing_else_moves():
    box = Box("a", 10, 40, 120, 30, Shape.BOX, ())
    drawing = Drawing("T", 200, 100, Orientation.LR, (box,), ())
    assert mark(drawing, {"b"}) is drawing
    (marked,) = mark(drawing, {"a"}).boxes
    (badge,) = marked.badges
    assert (marked.x, marked.width) == (10, 120)
    assert badge.y < 40 < badge.y + badge.height
    assert badge.x >= 10
    assert badge.x + badge.width <= 130
