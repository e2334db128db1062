"""T6 and T7: from a captured line to the map, and a step between two, each within its acts.

An act is a key going down, modifiers counted; words that any tool would need are not counted.
"""

import pytest
from PySide6.QtCore import Qt

from cxo_desktop.app.interviews import notes_of
from cxo_desktop.domain.datachain import DataFlow
from cxo_desktop.domain.interviews import Note
from tests.ui.hands import Hands

CONTROL = Qt.KeyboardModifier.ControlModifier
MOST = {"T6": 3, "T7": 2}


@pytest.fixture
def talking(window, qtbot):
    """An interview that goes on, with the caret in the line that is typed."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go_to("capture")
    yield window
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=20_000)


def typed(window, words):
    window.capture.show_interview("I07")
    window.capture.view.composer.field.setFocus()
    hands = Hands()
    hands.words(words)
    hands.key(Qt.Key.Key_Return)
    return notes_of(window.desk.engagement, "I07")[-1]


def test_t6_a_captured_line_becomes_evidence_on_its_arrow(talking):
    note = typed(talking, "! CommCare export goes to the SQL database and numbers are lost")
    hands = Hands()
    hands.key(Qt.Key.Key_M, CONTROL)
    hands.key(Qt.Key.Key_Return)
    refs = talking.desk.engagement.get(Note, note.code).refs
    assert refs
    assert hands.acts <= MOST["T6"]


def test_t6_a_captured_flow_is_on_the_map_already_with_its_evidence(talking, qtbot):
    note = typed(talking, "> Home visit > Funder report : weekly")
    hands = Hands()
    hands.key(Qt.Key.Key_M, CONTROL)
    page = talking.stack.pages["maps"]
    (flow,) = talking.desk.engagement.find(DataFlow, noted_in=note.code)
    qtbot.waitUntil(lambda: page.view.chosen == flow.code, timeout=20_000)
    assert page.facts.notes.keys == [note.code]
    assert hands.acts <= MOST["T6"]


def test_t7_a_step_between_two(talking, qtbot):
    talking.go_to("maps")
    page = talking.stack.pages["maps"]
    page.open_map("PM1")
    qtbot.waitUntil(lambda: "s2>s3" in page.view.shapes, timeout=20_000)
    page.view.choose("s2>s3")
    page.view.setFocus()
    hands = Hands()
    hands.key(Qt.Key.Key_N)
    hands.words("Weigh the child")
    hands.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.facts.title == "Weigh the child", timeout=20_000)
    new = page.view.chosen
    ends = {(arrow.tail, arrow.head) for arrow in page.drawing.arrows}
    assert {("s2", new), (new, "s3")} <= ends
    assert ("s2", "s3") not in ends
    assert hands.acts <= MOST["T7"]
