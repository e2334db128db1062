"""Records: whatever the engagement holds can be listed, found, added, changed and removed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxo_desktop.domain.actions import Action
from cxo_desktop.domain.entities import ENTITIES
from cxo_desktop.domain.tools import Tool
from cxo_desktop.ui.widgets.record_fields import ChoiceField


@pytest.fixture
def page(window):
    window.go_to("records")
    return window.pages["records"]


@pytest.fixture
def actions(window):
    window.go_to("actions")
    return window.pages["actions"]


def codes(page):
    rows = page.table.rows
    return [rows.data(rows.index(number, 0)) for number in range(rows.rowCount())]


def test_every_kind_can_be_shown_with_its_form(page):
    for entity in ENTITIES:
        page.show_kind(entity.table)
        expected = 1 if entity.table == "engagement" else page.desk.engagement.find(entity.cls)
        count = expected if isinstance(expected, int) else len(expected)
        assert page.table.rows.rowCount() == count, entity.table
        assert page.card.form.isVisible() == bool(count), entity.table


def test_the_search_and_the_headings_ask_the_database(actions):
    actions.search.setText("done_on:-")
    assert codes(actions) == ["A10", "A11"]
    assert actions.count.text() == "2 records"
    actions.search.clear()
    due = [one.field for one in actions.table.rows.headings].index("due_on")
    actions.table.sortByColumn(due, Qt.SortOrder.DescendingOrder)
    found = [actions.desk.engagement.get(Action, code).due_on for code in codes(actions)]
    known = [day for day in found if day]
    assert known == sorted(known, reverse=True)
    assert found[: len(known)] == known


def test_ready_searches(actions):
    late = next(button for button in actions.presets if button.text() == "Late")
    late.click()
    assert codes(actions) == ["A10"]


def test_links_are_said_in_the_words_of_what_they_name(actions):
    owner = [one.field for one in actions.table.rows.headings].index("owner")
    rows = actions.table.rows
    assert rows.data(rows.index(0, owner)) == "M&E lead"
    assert actions.card.form.fields["owner"].text() == "P05 · M&E lead"


def test_a_record_is_added_filled_and_undone_by_keys_alone(actions, window, qtbot):
    actions.add.setFocus()
    QTest.keyClick(actions.add, Qt.Key.Key_Space)
    title = actions.card.form.fields["title"]
    qtbot.waitUntil(title.hasFocus)
    QTest.keyClicks(title, "Call the vendor")
    QTest.keyClick(title, Qt.Key.Key_Tab)
    kept = actions.desk.engagement.find(Action)[-1]
    assert (kept.title, kept.due_on, kept.side) == ("Call the vendor", None, None)
    window.actions_by_key["undo"].trigger()
    assert actions.desk.engagement.find(Action)[-1].title == ""
    assert title.text() == ""
    window.actions_by_key["undo"].trigger()
    assert len(actions.desk.engagement.find(Action)) == 14


def test_what_cannot_be_taken_is_said_and_stays_to_be_corrected(page):
    page.show_record("tool", "TL1")
    users = page.card.form.fields["users"]
    users.setFocus()
    QTest.keyClicks(users, "many")
    QTest.keyClick(users, Qt.Key.Key_Return)
    assert "whole number" in page.card.trouble.text()
    assert page.card.trouble.isVisible()
    assert users.text() == "many"
    assert page.desk.engagement.get(Tool, "TL1").users is None
    users.selectAll()
    QTest.keyClicks(users, "40")
    QTest.keyClick(users, Qt.Key.Key_Return)
    assert not page.card.trouble.isVisible()
    assert page.desk.engagement.get(Tool, "TL1").users == 40


def test_nothing_known_stays_nothing(page):
    page.show_record("tool", "TL1")
    form = page.card.form
    assert form.fields["users"].text() == ""
    mandated = form.fields["mandated_by_funder"]
    assert isinstance(mandated, ChoiceField)
    assert mandated.currentText() == "not known"
    page.card.keep("cash_per_year_inr", "")
    assert page.desk.engagement.get(Tool, "TL1").cash_per_year_inr is None


def test_removed_with_a_toast_that_brings_back(page, window):
    page.show_record("tool", "TL1")
    page.card.remove.click()
    assert not page.desk.engagement.find(Tool, code="TL1")
    assert window.parts.toast.text == "Tool removed"
    window.parts.toast.undo.click()
    assert page.desk.engagement.find(Tool, code="TL1")


def test_a_record_found_elsewhere_is_shown_here(window):
    window.desk.record_asked.emit("finding:FN8")
    page = window.pages["records"]
    assert window.stack.key == "records"
    assert page.current_record().code == "FN8"
    window.desk.record_asked.emit("action:A11")
    assert window.stack.key == "actions"
    assert window.pages["actions"].current_record().code == "A11"
    window.actions_by_key["back"].trigger()
    assert page.current_record().code == "FN8"


def test_only_what_is_on_the_screen_is_read(page, window):
    page.desk.engagement.add_all([Action(title=f"Do {n}") for n in range(3_000)])
    page.show_kind("action")
    window.repaint()
    assert page.table.rows.rowCount() == 3_014
    assert page.table.rows.read <= 200
    page.table.scrollToBottom()
    last = page.table.rows.index(3_013, 1)
    assert page.table.rows.data(last) == "Do 2999"
    assert page.table.rows.read <= 400
