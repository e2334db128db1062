"""A pair is made one by one key, and two again by undo."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxo_desktop.domain.interviews import Interview, Note
from cxo_desktop.domain.people import Person, PersonName
from tests.ui.sharing import settled


def test_one_key_makes_one_and_what_lost_its_home_is_told(shared, qtbot):
    page, engagement = shared.pages["sync"], shared.desk.engagement
    settled(qtbot, page.work)
    for _number in range(2):
        person = engagement.add(Person(role="Supervisor"))
        engagement.add(PersonName(person=person.code, full_name="Sunita More"))
    page.show_matter("twice")
    section = page.sections["twice"]
    assert section.list.rows_model.row(0).below.endswith("“Sunita More”")
    shared.activateWindow()
    section.list.setFocus()
    qtbot.waitUntil(section.list.hasFocus, timeout=5_000)
    QTest.keyClick(section.list, Qt.Key.Key_1)
    assert len(engagement.find(Person)) == 1
    assert section.list.keys == []
    shared.actions_by_key["undo"].trigger()
    assert len(engagement.find(Person)) == 2
    QTest.keyClick(section.list, Qt.Key.Key_2)
    assert section.list.keys == []
    interview = engagement.add(Interview())
    note = engagement.add(Note(interview=interview.code, text="said"))
    engagement.remove(interview)
    page.show_matter("unfiled")
    assert page.sections["unfiled"].list.keys == [f"note:{note.code}"]
