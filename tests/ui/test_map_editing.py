"""A map is changed by keys alone, from the canvas and from the outline, and each change undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxo_desktop.app.history import undo
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.map_places import places_of
from cxo_desktop.domain.processes import Step, Transition


@pytest.fixture
def page(qtbot, window):
    window.resize(1366, 768)
    window.go_to("maps")
    page = window.stack.pages["maps"]
    qtbot.waitUntil(lambda: page.drawing is not None, timeout=20_000)
    page.maps.select("PM1")
    qtbot.waitUntil(lambda: page.title.text().startswith("Home visit"), timeout=20_000)
    yield page
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=20_000)


def boxes(page):
    return {box.code: box for box in page.drawing.boxes}


def arrows(page):
    return {(arrow.tail, arrow.head) for arrow in page.drawing.arrows}


def answer(page, words):
    page.prompt.field.clear()
    QTest.keyClicks(page.prompt.field, words)
    QTest.keyClick(page.prompt.field, Qt.Key.Key_Return)


def test_n_adds_behind_what_is_chosen_and_the_new_step_is_chosen(qtbot, page):
    page.view.choose("s9")
    QTest.keyClick(page.view, Qt.Key.Key_N)
    answer(page, "Check twice")
    qtbot.waitUntil(lambda: len(boxes(page)) == 17, timeout=20_000)
    new = page.view.chosen
    assert page.facts.title == "Check twice"
    assert ("s9", new) in arrows(page)
    undo(page.desk.engagement)
    qtbot.waitUntil(lambda: len(boxes(page)) == 16, timeout=20_000)


def test_n_on_an_arrow_inserts_a_step(qtbot, page):
    page.view.choose("s2>s3")
    QTest.keyClick(page.view, Qt.Key.Key_N)
    answer(page, "Weigh")
    qtbot.waitUntil(lambda: len(boxes(page)) == 17, timeout=20_000)
    assert ("s2", "s3") not in arrows(page)


def test_c_connects_by_typing_and_e_changes_words(qtbot, page):
    page.view.choose("s5")
    QTest.keyClick(page.view, Qt.Key.Key_C)
    answer(page, "review meet")
    qtbot.waitUntil(lambda: len(arrows(page)) == 19, timeout=20_000)
    page.view.choose("s5")
    QTest.keyClick(page.view, Qt.Key.Key_E)
    assert page.prompt.field.text() == "Fill CommCare form at the door"
    answer(page, "Fill the form")
    qtbot.waitUntil(lambda: page.facts.title == "Fill the form", timeout=20_000)


def test_del_takes_off_and_l_tidies_in_one_step(qtbot, page):
    page.view.choose("s7")
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "s7" not in boxes(page), timeout=20_000)
    opened = page.desk.engagement
    kept = places_of(opened.dossier(), "PM1")
    QTest.keyClick(page.view, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: places_of(opened.dossier(), "PM1") != kept, timeout=20_000)
    undo(opened)
    assert places_of(opened.dossier(), "PM1") == kept


def test_the_outline_changes_the_map_by_the_same_keys(qtbot, page):
    page.outline.select("s9")
    page.outline.setFocus()
    QTest.keyClick(page.outline, Qt.Key.Key_E)
    answer(page, "Export at month end")
    qtbot.waitUntil(lambda: page.facts.title == "Export at month end", timeout=20_000)
    assert "Export at month end" in page.outline.titles


def test_a_dragged_step_is_pinned_and_takes_the_lane_it_lands_in(qtbot, page):
    box = boxes(page)["s9"]
    lane = page.drawing.lanes[1]
    down = lane.y + lane.height / 2 - box.y - box.height / 2
    page.view.dragged.emit({"s9": (0.0, down)})
    opened = page.desk.engagement
    steps = {step.code: step for step in opened.dossier().all(Step) if step.map == "PM1"}
    assert steps["s9"].lane == "Supervisor"
    assert places_of(opened.dossier(), "PM1")["s9"].pinned


def test_enter_places_a_note_on_what_it_names(qtbot, page):
    opened = page.desk.engagement
    note = opened.add(Note(text="We load into database twice a month"))
    qtbot.waitUntil(lambda: note.code in page.tray.keys, timeout=20_000)
    page.tray.select(note.code)
    QTest.keyClick(page.tray, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: note.code not in page.tray.keys, timeout=20_000)
    assert opened.get(Note, note.code).refs == ("PM1/s11",)


def test_nothing_happens_without_an_answer(page):
    count = len(page.desk.engagement.dossier().all(Transition))
    page.view.choose("s9")
    for key in (Qt.Key.Key_N, Qt.Key.Key_C):
        QTest.keyClick(page.view, key)
        QTest.keyClick(page.prompt.field, Qt.Key.Key_Escape)
    assert len(page.desk.engagement.dossier().all(Transition)) == count


def test_ctrl_m_and_enter_place_the_first_note(qtbot, page, window):
    qtbot.waitUntil(lambda: bool(page.tray.keys), timeout=20_000)
    first = page.tray.keys[0]
    window.actions_by_key["map.notes"].trigger()
    assert page.tray.current == first
    QTest.keyClick(page.tray, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: first not in page.tray.keys, timeout=20_000)
    assert page.desk.engagement.get(Note, first).refs


def test_slash_finds_and_z_shows_it_at_its_size(page):
    QTest.keyClick(page.view, Qt.Key.Key_Slash)
    answer(page, "merge")
    assert page.facts.title == "Merge exports and sheets"
    QTest.keyClick(page.view, Qt.Key.Key_Z)
    assert page.view.transform().m11() == pytest.approx(1.4)


def test_d_keeps_only_what_follows(page):
    page.view.choose("s9")
    QTest.keyClick(page.view, Qt.Key.Key_D)
    assert page.view.chosen == "s9"
    page.view.choose("s1")
    QTest.keyClick(page.view, Qt.Key.Key_U)
    assert page.view.chosen == "s1"


def test_a_step_is_copied_and_a_lane_moved_by_keys(qtbot, page):
    page.view.choose("s9")
    QTest.keyClick(page.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(boxes(page)) == 17, timeout=20_000)
    page.view.choose("s9")
    QTest.keyClick(page.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: page.drawing.lanes[1].name == "MIS officer", timeout=20_000)


def test_what_is_chosen_goes_as_one_step_and_its_copy_comes_as_one(qtbot, page):
    before = boxes(page)
    page.view.choose("s8", "s9")
    QTest.keyClick(page.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(boxes(page)) == 14, timeout=20_000)
    undo(page.desk.engagement)
    qtbot.waitUntil(lambda: boxes(page).keys() == before.keys(), timeout=20_000)
    QTest.keyClick(page.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(boxes(page)) == 18, timeout=20_000)
    assert set(page.view.chosen_all) == boxes(page).keys() - before.keys()


def test_an_arrow_is_drawn_by_mouse_or_refused_in_words(qtbot, page, window):
    page.view.joined.emit("s5", "s10")
    qtbot.waitUntil(lambda: ("s5", "s10") in arrows(page), timeout=20_000)
    assert "start" in page.view.hands.refuses("s5", "s1")
    page.view.joined.emit("s5", "s1")
    assert "before the start" in window.parts.notice.text
    page.view.joined.emit("s9", "")
    answer(page, "Check twice")
    qtbot.waitUntil(lambda: ("s9", page.view.chosen) in arrows(page), timeout=20_000)
    assert page.facts.title == "Check twice"


def test_w_writes_a_comment_that_is_evidence(qtbot, page):
    page.view.choose("s9")
    QTest.keyClick(page.view, Qt.Key.Key_W)
    answer(page, "Ask why twice")
    opened = page.desk.engagement
    (note,) = [it for it in opened.dossier().all(Note) if it.text == "Ask why twice"]
    qtbot.waitUntil(lambda: note.code in page.facts.notes.keys, timeout=20_000)
