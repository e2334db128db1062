"""The choice of questions follows the map and keeps what was chosen where it can."""

from cxo_desktop.app.map_overlays import Overlay
from cxo_desktop.app.maps import MapCard, MapKind
from cxo_desktop.ui.widgets.map_overlays import MapOverlays

CHAIN = MapCard("chain", "Data chain", MapKind.CHAIN, "chain")
PROCESS = MapCard("PM1", "Visit", MapKind.PROCESS, "PM1")


def test_questions_are_those_of_the_map(qtbot):
    choice = MapOverlays()
    qtbot.addWidget(choice)
    assert choice.overlay is None
    choice.show_for(CHAIN)
    choice.setCurrentIndex(2)
    assert choice.overlay is Overlay.HOURS
    choice.show_for(PROCESS)
    assert choice.overlay is Overlay.HOURS
    choice.show_for(CHAIN)
    choice.setCurrentIndex(1)
    choice.show_for(PROCESS)
    assert choice.overlay is None
