"""One, several or none is chosen; the last one is foremost, and each choice is told once."""

import pytest

from cxo_desktop.ui.widgets.map_surface import MapSurface
from tests.ui.widgets.small_map import drawing


@pytest.fixture
def surface(app, qtbot):
    surface = MapSurface()
    qtbot.addWidget(surface)
    surface.show_drawing(drawing())
    return surface


def test_several_are_chosen_and_the_last_is_foremost(surface):
    told = []
    surface.picked.connect(told.append)
    surface.choose("c", "a")
    assert set(surface.chosen_all) == {"a", "c"}
    assert (surface.chosen, told) == ("a", ["a"])
    surface.choose_also("c")
    assert set(surface.chosen_all) == {"a", "c"}
    surface.choose_also("b")
    assert surface.chosen_all == ("b",)
    surface.choose("gone")
    assert surface.chosen == "b"
    surface.scene().clearSelection()
    assert (surface.chosen, told[-1]) == ("", "")
