"""Maps: laid out off the window's thread, zoomed, walked, and asked what they rest on."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.interviews import Note


@pytest.fixture
def page(qtbot, window):
    window.resize(1366, 768)
    window.go_to("maps")
    page = window.pages["maps"]
    qtbot.waitUntil(lambda: page.drawing is not None, timeout=20_000)
    yield page
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=20_000)


def test_the_chain_and_its_scenarios_are_listed(page):
    assert page.maps.keys == ["chain", "S1", "S2", "PM1", "PM2", "PM3"]
    assert page.title.text() == "Data chain"
    assert page.extent.text == "14 nodes, 17 flows"
    assert "Home visit" in page.view.accessibleDescription()


def test_the_outline_lists_everything_the_map_shows(page):
    codes = {box.code for box in page.drawing.boxes} | {arrow.code for arrow in page.drawing.arrows}
    assert set(page.outline.keys) == codes
    assert page.outline.keys[0] == "D01"


def test_another_map_is_drawn(qtbot, page):
    page.maps.select("S2")
    qtbot.waitUntil(lambda: page.title.text().startswith("Fix the chain"), timeout=20_000)
    assert len(page.drawing.arrows) == 6


def test_the_whole_map_is_seen_at_first(page):
    port = page.view.viewport().rect()
    for x, y in ((0, 0), (page.drawing.width, page.drawing.height)):
        assert port.contains(page.view.mapFromScene(QPointF(x, y)))


def test_zoom_by_key_and_wheel_then_fit(page):
    view = page.view
    whole = view.transform().m11()
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.transform().m11() > whole
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.transform().m11() == pytest.approx(whole)
    middle = QPointF(view.viewport().rect().center())
    turn = QWheelEvent(
        middle,
        middle,
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), turn)
    assert view.transform().m11() > whole
    QTest.keyClick(view, Qt.Key.Key_F)
    assert view.transform().m11() == pytest.approx(whole)


def test_arrows_move_the_map(page):
    view = page.view
    for _time in range(4):
        QTest.keyClick(view, Qt.Key.Key_Plus)
    before = view.mapToScene(view.viewport().rect().center())
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Down)
    after = view.mapToScene(view.viewport().rect().center())
    assert after.x() > before.x()
    assert after.y() > before.y()


def test_ctrl_and_arrows_walk_from_node_to_node(page):
    page.view.choose("D02")
    QTest.keyClick(page.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    second = page.view.chosen
    QTest.keyClick(page.view, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert second.startswith("D")
    assert second != "D02"
    boxes = {box.code: box for box in page.drawing.boxes}
    assert boxes[second].y > boxes["D02"].y
    assert boxes[page.view.chosen].y < boxes[second].y


def test_a_click_shows_what_a_node_rests_on(page):
    box = next(box for box in page.drawing.boxes if box.code == "D03")
    middle = page.view.mapFromScene(QPointF(box.x + box.width / 2, box.y + box.height / 2))
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert page.view.chosen == "D03"
    assert page.facts.title == "CommCare case"
    assert page.outline.current == "D03"
    notes = page.desk.engagement.dossier().by_code(Note)
    assert page.facts.notes.keys
    assert all("commcare" in notes[code].text.casefold() for code in page.facts.notes.keys)


def test_the_outline_chooses_on_the_map(page):
    page.outline.select("F07")
    assert page.view.chosen == "F07"
    assert ("Staff time", "56 h a month") in page.facts.facts


def test_a_change_is_drawn(qtbot, page):
    engagement = page.desk.engagement
    engagement.add(DataNode(name="A new sheet"))
    qtbot.waitUntil(lambda: len(page.drawing.boxes) == 15, timeout=20_000)


def test_both_looks_paint_the_map_in_their_own_colours(qtbot, page, window):
    found = {}
    for look in ("light", "dark"):
        window.actions_by_key[f"look.{look}"].trigger()
        picture = page.view.grab().toImage()
        found[look] = {
            picture.pixelColor(x, y).name()
            for x in range(0, picture.width(), 3)
            for y in range(0, picture.height(), 3)
        }
    assert "#ffffff" in found["light"]
    assert "#1a2029" in found["dark"]
    assert "#ffffff" not in found["dark"]


def test_an_engagement_without_a_chain_says_so(qtbot, open_window, services):
    services.workspace.create("Empty one").close()
    window = open_window(services)
    window.go_to("maps")
    page = window.pages["maps"]
    qtbot.waitUntil(lambda: page.drawing is not None, timeout=20_000)
    assert page.drawing.boxes == ()
    assert page.extent.text == "0 nodes, 0 flows"


def test_a_what_if_is_changed_on_its_map_with_the_difference_beside_it(qtbot, page):
    action = next(it for it in page.menu.menu.actions() if it.text() == "What if, on this map")
    action.trigger()
    qtbot.waitUntil(lambda: page.title.text() == "What if", timeout=20_000)
    assert len(page.drawing.arrows) == 17
    page.view.choose("F07")
    QTest.keyClick(page.view, Qt.Key.Key_E)
    form = page.notes.form
    form.becomes.setCurrentText("Staff time")
    form.amount.setText("6")
    QTest.keyClick(form.amount, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ("Staff time", "6 h a month") in page.facts.facts, timeout=20_000)
    assert "Hours a month" in page.facts.remark
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(page.drawing.arrows) == 16, timeout=20_000)
    assert page.desk.engagement.get(DataFlow, "F07").staff_hours_per_month == 56
