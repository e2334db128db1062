"""Search finds while one types, by kind, in Devanagari too, and goes to what was found."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.people import Person, PersonName


@pytest.fixture
def page(window):
    window.actions_by_key["search"].trigger()
    return window.pages["search"]


def keys_of(page):
    return [hit.key for hit in page.list.hits]


def test_hits_come_while_one_types(page, qtbot):
    assert page.field.hasFocus() or page.focusProxy() is page.field
    QTest.keyClicks(page.field, "comm")
    assert keys_of(page)
    assert all("comm" in hit.text.casefold() for hit in page.list.hits)
    hit = page.list.hits[0]
    start, end = hit.spans[0]
    assert hit.text[start:end].casefold().startswith("comm")
    page.field.clear()
    assert keys_of(page) == []
    assert page.count.text() == ""


def test_kinds_narrow_and_tell_what_there_is(page):
    page.field.setText("commcare")
    every = keys_of(page)
    kinds = {key.partition(":")[0] for key in every}
    assert {"note", "tool"} <= kinds
    tools = page.kinds.button(5)
    tools.click()
    assert {key.partition(":")[0] for key in keys_of(page)} == {"tool"}
    assert page.count.text() == f"{len(keys_of(page))} found"
    page.field.setText("zzzzzz")
    assert not tools.isEnabled()
    assert page.count.text() == "0 found"


def test_filters_that_are_typed(page):
    page.field.setText("kind:pain level:L5")
    assert {hit.icon for hit in page.list.hits} == {"circle-alert"}
    assert all(hit.below.startswith("Pain · N") for hit in page.list.hits)
    page.field.setText('kind:pain "unbalanced')
    assert page.count.text().endswith("found")


def test_devanagari_is_found(page, window):
    window.desk.engagement.add(Note(code="N901", interview="I07", text="ज़िला की सूची दो बार"))
    page.field.setText("जिला")
    assert keys_of(page) == ["note:N901"]


def test_people_are_found_by_their_names(page, window):
    person = window.desk.engagement.add(Person(role="Driver"))
    window.desk.engagement.add(PersonName(person=person.code, full_name="Zubeida Q."))
    page.field.setText("zubei")
    assert keys_of(page) == [f"person:{person.code}"]
    assert "Zubeida Q." in page.list.hits[0].spoken


def test_enter_goes_there_and_back_comes_here_again(page, window):
    page.field.setText("merge")
    QTest.keyClick(page.field, Qt.Key.Key_Down)
    second = keys_of(page)[1]
    assert page.list.current == second
    page.field.setText("N055 merge")
    page.field.setText("kind:pain merge")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert window.stack.key == "capture"
    window.stack.go_back()
    assert window.stack.key == "search"
    assert page.field.text() == "kind:pain merge"


def test_a_change_elsewhere_is_seen(page, window):
    page.field.setText("quartermaster")
    assert keys_of(page) == []
    window.desk.engagement.add(Note(code="N902", interview="I07", text="the quartermaster knows"))
    assert keys_of(page) == ["note:N902"]
