"""The first change of a map leaves every box where it is seen, though no place was stored."""

import pytest

from cxo_desktop.app.map_edit import rename
from cxo_desktop.app.map_places import centres
from cxo_desktop.domain.map_places import places_of


@pytest.fixture
def page(qtbot, window):
    window.resize(1366, 768)
    window.go_to("maps")
    page = window.stack.pages["maps"]
    qtbot.waitUntil(lambda: page.drawing is not None, timeout=20_000)
    yield page
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=20_000)


def test_what_is_seen_is_what_is_stored(page):
    seen = centres(page.drawing)
    page.state.do("change data_node", lambda opened, code: rename(opened, code, "D07", "Sheet"))
    stored = places_of(page.desk.engagement.dossier(), "chain")
    assert {code: place.spot for code, place in stored.items()} == seen


def test_words_are_those_that_were_written(page):
    assert page.state.words_of("D07") == page.state.labels()["D07"]
    assert page.state.words_of("F07").startswith(page.state.labels()[page.drawing.arrows[6].tail])
