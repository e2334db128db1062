"""Moving a part moves all of it, and the extent holds all of it."""

import pytest

from cxo_desktop.domain.datachain import DataNode
from cxo_desktop.domain.drawing import Arrow, Drawing, Line, Orientation, Point
from cxo_desktop.render import shifting
from cxo_desktop.render.chain_boxes import draw_box
from cxo_desktop.render.chain_style import FULL

BOX = draw_box(DataNode(code="D1", name="Register"), {}, FULL[Orientation.TB], evidence=3, pains=1)
ARROW = Arrow(
    "F1",
    "A",
    "B",
    tuple(Point(x, 0) for x in range(4)),
    Point(5, 0),
    label=(Line("daily", 1, 2, 20, 8),),
    label_box=(0, -4, 30, 12),
)


def test_a_box_moves_with_all_that_is_on_it() -> None:
    moved = shifting.box(BOX, 10, 20)
    assert (moved.x, moved.y, moved.icon.x) == (10, 20, BOX.icon.x + 10)
    assert [line.y for line in moved.lines] == pytest.approx([ln.y + 20 for ln in BOX.lines], 0.01)
    assert [badge.line.x for badge in moved.badges] == [
        round(badge.line.x + 10, 2) for badge in BOX.badges
    ]
    back = shifting.box(moved, -10, -20)
    assert (back.lines, back.badges, back.icon) == shifting_free(BOX)


def shifting_free(box):
    still = shifting.box(box, 0, 0)
    return still.lines, still.badges, still.icon


def test_an_arrow_moves_with_its_label() -> None:
    moved = shifting.arrow(ARROW, 1, 2)
    assert moved.points[0] == Point(1, 2)
    assert moved.tip == Point(6, 2)
    assert moved.label_box == (1, -2, 30, 12)
    assert (moved.label[0].x, moved.label[0].y) == (2, 4)


def test_the_extent_counts_labels_and_badges() -> None:
    left, top, right, bottom = shifting.extent([BOX], [ARROW])
    assert (left, top) == (0, -4)
    assert right == BOX.width
    assert bottom == max(badge.y + badge.height for badge in BOX.badges)
    assert shifting.extent([], []) == (0, 0, 0, 0)


def test_the_smallest_words_are_found_wherever_they_stand() -> None:
    drawing = Drawing("", 9, 9, Orientation.TB, (BOX,), (ARROW,))
    assert shifting.smallest_text(drawing, 99) == 8
    assert shifting.smallest_text(Drawing("", 9, 9, Orientation.TB, (), ()), 99) == 99
