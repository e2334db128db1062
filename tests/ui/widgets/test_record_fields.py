"""Fields give what was typed once one leaves them, and nothing before."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxo_desktop.ui.widgets.record_fields import ChoiceField, LineField, LinesField, LinkField

PEOPLE = (("P01", "Director"), ("P02", "Cook"))


def watched(qtbot, field):
    qtbot.addWidget(field)
    field.show()
    told = []
    field.left.connect(lambda: told.append(field.value()))
    return told


def test_a_line_is_kept_only_when_it_was_changed(app, qtbot):
    field = LineField("Title")
    told = watched(qtbot, field)
    field.show_value("Send it")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told == []
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, " now ")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told == ["Send it now"]


def test_several_lines_are_kept_when_the_focus_goes(app, qtbot):
    field, other = LinesField("Text"), LineField("Other")
    told = watched(qtbot, field)
    qtbot.addWidget(other)
    field.show_value("one")
    QTest.keyClicks(field, "No ")
    field.focusOutEvent(_focus_out())
    assert told == ["No one"]


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_a_link_offers_what_there_is_and_gives_the_code(app, qtbot):
    field = LinkField("Owner", lambda: PEOPLE)
    told = watched(qtbot, field)
    field._fill()
    QTest.keyClicks(field, "coo")
    field._take("P02 · Cook")
    assert told == ["P02"]
    field.setModified(False)
    field.show_words({"P02": "Cook"})
    assert field.text() == "P02 · Cook"
    assert field.value() == "P02"


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_several_links_with_commas(app, qtbot):
    field = LinkField("Participants", lambda: PEOPLE, several=True)
    told = watched(qtbot, field)
    field.show_value("P01")
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, ", co")
    field._take("P02 · Cook")
    assert told == ["P01, P02"]


def test_a_choice_can_be_nothing(app, qtbot):
    field = ChoiceField("Critical", (("true", "yes"), ("false", "no")))
    watched(qtbot, field)
    field.show_value("")
    assert (field.currentText(), field.value()) == ("not known", "")
    field.show_value("false")
    assert field.value() == "false"


def _focus_out():
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent

    return QFocusEvent(QEvent.Type.FocusOut)
