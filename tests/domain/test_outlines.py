"""Every shape has a closed outline that fills its box and stays inside it."""

import pytest

from cxo_desktop.domain.drawing import Box, Shape
from cxo_desktop.domain.outlines import outline


def box(shape: Shape) -> Box:
    return Box("D1", 10, 20, 120, 40, shape, ())


@pytest.mark.parametrize("shape", Shape)
def test_the_outline_is_closed_and_made_of_cubic_curves(shape: Shape) -> None:
    first, *inner = outline(box(shape))
    assert first[0] == first[-1]
    assert all(len(curve) % 3 == 1 for curve in (first, *inner))


@pytest.mark.parametrize("shape", Shape)
def test_the_outline_touches_all_four_sides_and_never_leaves_the_box(shape: Shape) -> None:
    points = [point for curve in outline(box(shape)) for point in curve]
    assert (min(p.x for p in points), max(p.x for p in points)) == (10, 130)
    assert (min(p.y for p in points), max(p.y for p in points)) == (20, 60)


@pytest.mark.parametrize("shape", Shape)
def test_a_flat_box_keeps_its_outline_inside(shape: Shape) -> None:
    flat = Box("D1", 0, 0, 60, 12, shape, ())
    xs = [point.x for curve in outline(flat) for point in curve]
    ys = [point.y for curve in outline(flat) for point in curve]
    assert (min(xs), max(xs)) == (0, 60)
    assert (min(ys), max(ys)) == (0, 12)


def test_no_two_shapes_look_the_same() -> None:
    assert len({outline(box(shape)) for shape in Shape}) == len(Shape)
