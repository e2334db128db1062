"""Icons are drawn from the vendored files, inside their square."""

import pytest

from cxo_desktop import assets
from cxo_desktop.domain.drawing import Icon
from cxo_desktop.render import icons
from cxo_desktop.render.chain_boxes import ICONS

EVERY = sorted(file.stem for file in assets.resource("icons").glob("*.svg"))


@pytest.mark.parametrize("name", EVERY)
def test_every_vendored_icon_becomes_curves_within_its_units(name: str) -> None:
    strokes = icons.strokes(name)
    assert strokes
    for stroke in strokes:
        assert len(stroke) % 3 == 1
        assert all(-0.6 <= spot.x <= 24.6 and -0.6 <= spot.y <= 24.6 for spot in stroke)


def test_maps_use_only_icons_that_are_vendored() -> None:
    assert set(EVERY) >= ICONS


def test_a_placed_icon_stands_in_the_middle_of_its_square() -> None:
    spots = [spot for stroke in icons.placed(Icon("circle", 100, 50, 24)) for spot in stroke]
    assert (min(s.x for s in spots) + max(s.x for s in spots)) / 2 == pytest.approx(112)
    assert (min(s.y for s in spots) + max(s.y for s in spots)) / 2 == pytest.approx(62)
    assert max(s.x for s in spots) - min(s.x for s in spots) == pytest.approx(20 / 24 * 24 * 0.62)


def test_an_unknown_icon_is_simply_not_drawn() -> None:
    assert icons.strokes("no-such-icon") == ()
