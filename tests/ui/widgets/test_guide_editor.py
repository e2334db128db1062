"""A guide is changed question by question; what was edited is handed over before one leaves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxo_desktop.app.guides import shipped
from cxo_desktop.ui.widgets.guide_editor import GuideEditor


@pytest.fixture
def editor(app, qtbot):
    editor = GuideEditor()
    qtbot.addWidget(editor)
    editor.show()
    editor.show_guide(shipped()[0], "G-LEAD.02")
    return editor


def test_an_edit_is_handed_over_on_the_way_to_the_next(editor, qtbot):
    editor.text.setText("Which number did you decide by?")
    editor.probes.setPlainText("Which?\n\n How old? ")
    with qtbot.waitSignal(editor.changed) as changed:
        editor.list.select("G-LEAD.03")
    question = changed.args[0]
    assert (question.code, question.text) == ("G-LEAD.02", "Which number did you decide by?")
    assert question.probes == ("Which?", "How old?")
    assert editor.short.text() == "Decision without the number"


def test_looking_changes_nothing(editor, qtbot):
    with qtbot.assertNotEmitted(editor.changed):
        for code in editor.list.keys:
            editor.list.select(code)
        QTest.keyClick(editor, Qt.Key.Key_Escape)
