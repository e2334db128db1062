"""Lines, arcs and path data become cubic curves that run where they should."""

import math

import pytest

from cxo_desktop.domain.drawing import Point
from cxo_desktop.render import curves


def spots(curve, steps=8):
    """Points along a chain of cubic curves."""
    for index in range(0, len(curve) - 1, 3):
        a, b, c, d = curve[index : index + 4]
        for step in range(steps + 1):
            u = step / steps
            w = ((1 - u) ** 3, 3 * (1 - u) ** 2 * u, 3 * (1 - u) * u * u, u**3)
            yield (
                sum(k * p.x for k, p in zip(w, (a, b, c, d), strict=True)),
                sum(k * p.y for k, p in zip(w, (a, b, c, d), strict=True)),
            )


def test_an_ellipse_keeps_its_distance() -> None:
    for x, y in spots(curves.ellipse(10, 20, 4, 2)):
        assert math.hypot((x - 10) / 4, (y - 20) / 2) == pytest.approx(1, abs=0.001)


@pytest.mark.parametrize("flags", ["0 0", "0 1", "1 0", "1 1"])
def test_an_arc_runs_on_a_circle_of_its_radius(flags: str) -> None:
    (curve,) = curves.from_path(f"M0 0A5 5 0 {flags} 6 2")
    assert (curve[0], curve[-1]) == (Point(0, 0), Point(6, 2))
    xs = list(spots(curve))
    large, sweep = flags.split()
    centre = _centre(1 if large != sweep else -1)
    assert all(math.dist(spot, centre) == pytest.approx(5, abs=0.01) for spot in xs)
    reach = max(math.dist(spot, (3, 1)) for spot in xs)
    assert (reach > 5) is (large == "1")


def _centre(side: int) -> tuple[float, float]:
    """Of the two circles through (0, 0) and (6, 2), the one on the side that the flags choose."""
    away = math.sqrt(25 - 10) / math.sqrt(10)
    return (3 + side * away * -1, 1 + side * away * 3)


def test_arc_flags_may_be_written_without_spaces() -> None:
    (loose,) = curves.from_path("M1 1a2 2 0 0 1 3 .5")
    (tight,) = curves.from_path("M1 1a2 2 0 013 .5")
    assert loose == tight


def test_commands_repeat_close_and_follow_each_other() -> None:
    first, second = curves.from_path("m2 2 3 0v4h-1zM9 9l1 1")
    assert [first[0], first[3], first[6], first[9], first[-1]] == [
        Point(2, 2),
        Point(5, 2),
        Point(5, 6),
        Point(4, 6),
        Point(2, 2),
    ]
    assert (second[0], second[-1]) == (Point(9, 9), Point(10, 10))


def test_a_smooth_curve_goes_on_in_the_same_direction() -> None:
    (curve,) = curves.from_path("M0 0C1 2 2 2 3 0S5 -2 6 0")
    assert curve[4] == Point(4, -2)


def test_what_is_no_path_is_refused() -> None:
    with pytest.raises(ValueError, match="not path data"):
        list(curves.from_path("M0 0L?"))


def test_rounded_lines_stay_within_their_corners_and_keep_their_ends() -> None:
    corners = [Point(0, 0), Point(10, 0), Point(10, 3), Point(30, 3)]
    curve = curves.rounded(corners, 6)
    assert (curve[0], curve[-1]) == (corners[0], corners[-1])
    assert len(curve) % 3 == 1
    assert all(0 <= p.x <= 30 and 0 <= p.y <= 3 for p in curve)
    assert Point(10, 0) not in curve[1:-1:3]
