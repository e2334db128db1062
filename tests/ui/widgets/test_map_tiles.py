"""Only the tiles whose parts changed are made anew."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QGraphicsScene

from cxo_desktop.ui.widgets.map_tiles import MapTiles
from tests.ui.widgets.small_map import box, drawing


@pytest.fixture
def scene(app):
    return QGraphicsScene()


def test_a_change_far_away_leaves_a_tile_as_it_is(scene):
    tiles = MapTiles(scene)
    near, far = box("a", 0, 0), box("b", 2000, 0)
    map_ = replace(drawing(), boxes=(near, far), arrows=(), lanes=())
    tiles.show(map_)
    kept, other = sorted(scene.items(), key=lambda item: item.boundingRect().x())
    tiles.show(replace(map_, boxes=(near, replace(far, bold=True))))
    assert kept in scene.items()
    assert other not in scene.items()
    tiles.show(map_, lifted={"b"})
    assert scene.items() == [kept]
    tiles.show(replace(map_, boxes=()))
    assert scene.items() == []
