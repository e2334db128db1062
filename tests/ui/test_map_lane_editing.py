"""Lanes by keys and mouse: moved, made higher, folded to one box and opened again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxo_desktop.app.map_fold import folded_code


@pytest.fixture
def page(qtbot, window):
    window.go_to("maps")
    page = window.stack.pages["maps"]
    page.open_map("PM1")
    qtbot.waitUntil(lambda: page.title.text().startswith("Home visit"), timeout=20_000)
    yield page
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=20_000)


def bands(page):
    return {lane.name: lane.height for lane in page.drawing.lanes}


def test_a_lane_is_moved_and_made_higher(qtbot, page):
    first, second = list(bands(page))[:2]
    page.view.lane_moved.emit(first, 1)
    qtbot.waitUntil(lambda: list(bands(page))[:2] == [second, first], timeout=20_000)
    before = bands(page)[first]
    page.view.lane_sized.emit(first, before + 50)
    qtbot.waitUntil(lambda: bands(page)[first] > before + 30, timeout=20_000)
    page.view.choose("s9")
    lane = page.state.lane_at("s9")
    before = bands(page)[lane]
    QTest.keyClick(page.view, Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: bands(page)[lane] > before + 5, timeout=20_000)


def test_h_folds_a_lane_and_what_stands_for_it_is_not_changed(qtbot, page, window):
    whole = len(page.drawing.boxes)
    page.view.choose("s1")
    lane = page.state.lane_at("s1")
    QTest.keyClick(page.view, Qt.Key.Key_H)
    code = folded_code(lane)
    qtbot.waitUntil(lambda: code in page.view.shapes, timeout=20_000)
    assert len(page.drawing.boxes) < whole
    page.view.choose(code)
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    assert "folded" in window.parts.notice.text
    QTest.keyClick(page.view, Qt.Key.Key_H)
    qtbot.waitUntil(lambda: len(page.drawing.boxes) == whole, timeout=20_000)
