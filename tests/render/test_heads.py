"""Arrow heads point where the arrow arrives."""

import pytest

from cxo_desktop.domain.drawing import Arrow, Point
from cxo_desktop.render import heads


def arrow(*points: tuple[float, float], tip: tuple[float, float], bold: bool = False) -> Arrow:
    return Arrow("F1", "A", "B", tuple(Point(*p) for p in points), Point(*tip), bold=bold)


def test_the_head_points_along_the_last_piece() -> None:
    tip, one, other = heads.head(arrow((0, 0), (0, 1), (0, 2), (0, 30), tip=(0, 40)))
    assert tip == Point(0, 40)
    assert one.y == other.y == pytest.approx(40 - heads.LENGTH)
    assert {one.x, other.x} == {heads.HALF_BREADTH, -heads.HALF_BREADTH}


def test_a_bold_arrow_has_a_larger_head() -> None:
    thin = heads.head(arrow((0, 0), tip=(10, 0)))
    bold = heads.head(arrow((0, 0), tip=(10, 0), bold=True))
    assert bold[1].x < thin[1].x


def test_an_arrow_that_ends_on_its_tip_takes_the_way_before() -> None:
    _, one, other = heads.head(arrow((0, 0), (5, 0), (9, 0), (10, 0), tip=(10, 0)))
    assert one.x == other.x == pytest.approx(10 - heads.LENGTH)


def test_an_arrow_without_length_still_has_a_head() -> None:
    assert len(set(heads.head(arrow((3, 3), tip=(3, 3))))) == 3
