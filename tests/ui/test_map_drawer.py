"""An edit is drawn at once and then properly; what is shown in the end does not depend on it."""

import pytest
from PySide6.QtCore import QSizeF

from cxo_desktop.app.map_edit import add_box
from cxo_desktop.app.map_places import keep_places
from cxo_desktop.app.maps import draw_map, map_card
from cxo_desktop.ui.map_drawer import MapDrawer, Wanted


@pytest.fixture
def desk(window, qtbot):
    yield window.desk
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=20_000)


def test_a_quick_drawing_goes_before_the_whole_one_after_an_edit(qtbot, desk):
    opened = desk.engagement
    keep_places(opened, "PM1")
    drawer, seen = MapDrawer(desk), []
    drawer.drawn.connect(seen.append)

    def ask():
        dossier = opened.dossier()
        drawer.draw(Wanted(dossier, map_card(dossier, "PM1"), None, frozenset(), QSizeF(900, 600)))

    ask()
    qtbot.waitUntil(lambda: [it.whole for it in seen] == [True], timeout=20_000)
    add_box(opened, "PM1", "Check twice", "s9")
    ask()
    qtbot.waitUntil(lambda: [it.whole for it in seen] == [True, False, True], timeout=20_000)
    assert seen[1].plain.boxes == seen[2].plain.boxes
    assert seen[2].plain == draw_map(opened.dossier(), "PM1", fit=(675, 450))
