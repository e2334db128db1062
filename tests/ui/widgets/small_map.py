"""A map of three nodes, one arrow and one lane."""

from cxo_desktop.domain.drawing import (
    Arrow,
    Badge,
    Box,
    Drawing,
    Icon,
    Ink,
    LaneBand,
    Line,
    Orientation,
    Point,
    Shape,
)


def box(code, x, y, shape=Shape.BOX):
    line = Line("A node", x + 30, y + 20, 40, 10)
    badge = Badge(x + 70, y + 25, 20, 12, Ink.BAD_SOFT, Line("2", x + 76, y + 34, 5, 8))
    icon = Icon("database", x + 6, y + 8, 20)
    return Box(code, x, y, 100, 36, shape, (line,), icon=icon, badges=(badge,))


def drawing():
    points = (Point(50, 36), Point(50, 60), Point(50, 80), Point(50, 100))
    label = (Line("weekly", 55, 70, 30, 8),)
    arrow = Arrow("F1", "a", "b", points, Point(50, 110), Ink.BAD, 2, (4, 2), label=label)
    return Drawing(
        title="A map",
        width=300,
        height=200,
        orientation=Orientation.TB,
        boxes=(box("a", 0, 0), box("b", 0, 110, Shape.PILL), box("c", 190, 110, Shape.DIAMOND)),
        arrows=(arrow,),
        lanes=(LaneBand("Field", 0, 0, 300, 60, Line("Field", 4, 12, 30, 8)),),
        description="a goes to b",
    )
