"""Arrow keys follow arrows first, and else go to what is nearest that way."""

from PySide6.QtCore import QPointF

from cxo_desktop.domain.drawing import Arrow, Box, Drawing, Orientation, Point, Shape
from cxo_desktop.ui.widgets.map_walk import along_arrows, nearest

RIGHT, LEFT, DOWN = QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1)


def box(code, x, y):
    return Box(code, x, y, 40, 20, Shape.BOX, ())


def arrow(tail, head):
    return Arrow(f"{tail}>{head}", tail, head, (Point(0, 0), Point(1, 1)), Point(1, 1))


MAP = Drawing(
    "",
    400,
    200,
    Orientation.LR,
    (box("a", 0, 0), box("b", 60, 0), box("c", 300, 60), box("d", 0, 100)),
    (arrow("a", "c"), arrow("c", "d")),
)


def test_a_joined_box_comes_before_a_nearer_one():
    assert along_arrows(MAP, "a", RIGHT) == "c"
    assert nearest(MAP, "a", RIGHT) == "b"


def test_without_an_arrow_that_way_the_nearest_is_taken():
    assert along_arrows(MAP, "a", DOWN) in {"c", "d"}
    assert along_arrows(MAP, "b", LEFT) == "a"


def test_from_an_arrow_it_leads_to_its_ends_and_from_nothing_nowhere():
    assert along_arrows(MAP, "a>c", RIGHT) == "c"
    assert along_arrows(MAP, "a>c", LEFT) == "a"
    assert along_arrows(MAP, "none", LEFT) == ""
    assert nearest(MAP, "none", LEFT) == ""
