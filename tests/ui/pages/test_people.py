"""People: who is there, who was heard, where the gaps are; all by keys."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxo_desktop.domain.enums import ConsentState, InterviewStatus
from cxo_desktop.domain.interviews import Consent, Interview
from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.ui.dialogs.parting import PartingDialog
from cxo_desktop.ui.dialogs.people_import import PeopleImportDialog
from cxo_desktop.ui.dialogs.person import PersonDialog
from cxo_desktop.ui.dialogs.plan import PlanDialog


@pytest.fixture
def page(window):
    window.go_to("people")
    return window.pages["people"]


def test_the_grid_shows_who_was_heard_and_the_gaps(page):
    shown = {row.key: row for row in page.grid.shown}
    assert shown["L5"].sum == "3 of 6"
    assert shown["L5"].gap == "GAP: 3 to go"
    assert shown["L1"].gap == ""
    assert shown["L2"].cells[0] == "●"
    assert shown["L2"].spoken[4] == "nobody, 1 planned" or "planned" in shown["L2"].spoken[4]


def test_a_square_of_the_grid_opens_who_it_rests_on(page):
    page.grid.setCurrentIndex(page.grid.model().index(5, 4))
    assert page.tree.codes == ["P13", "P14"]
    assert page.all.isVisible()
    page.all.click()
    assert len(page.tree.codes) == 15


def test_the_tree_groups_and_the_table_sorts(page):
    assert page.tree.codes[:3] == ["X01", "P01", "P02"]
    page.grouped.click()
    page.tree.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    assert page.tree.codes[0] in ("P13", "P14")
    page.tree.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert page.tree.codes[0] == "P11"


def test_people_are_found_by_what_is_known_of_them(page):
    page.search.setText("unheard l2")
    assert page.tree.codes == ["P04"]
    page.search.setText("only one")
    assert set(page.tree.codes) == {"P06", "P07"}
    page.desk.engagement.add(PersonName(person="P07", full_name="Imran Shaikh"))
    page.search.setText("imran")
    assert page.tree.codes == ["P07"]
    assert page.panel.name.text() == "Imran Shaikh"


def test_the_card_says_what_is_known_and_leads_there(page, window):
    page.show_person("P07")
    card = page.panel
    assert card.single.isVisible()
    card.show_part("alone")
    assert card.list.keys == ["skill_requirement:PR1 CommCare app building"] or card.list.keys
    card.show_part("skills")
    assert len(card.list.keys) == 5
    card.show_part("said")
    first = card.list.keys[0]
    card.list.select(first)
    QTest.keyClick(card.list, Qt.Key.Key_Return)
    assert window.stack.key == "capture"


def test_an_interview_begins_with_the_person(page, window):
    page.show_person("P13")
    page.panel.begin.setFocus()
    QTest.keyClick(page.panel.begin, Qt.Key.Key_Space)
    assert window.stack.key == "capture"


def test_an_interview_is_planned_by_keys(page, qtbot):
    page.show_person("P13")
    page.panel.plan.click()
    dialog = page.findChild(PlanDialog)
    QTest.keyClicks(dialog.day, "soonish")
    QTest.keyClick(dialog.day, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.day.selectAll()
    QTest.keyClicks(dialog.day, "2026-11-03")
    QTest.keyClick(dialog.day, Qt.Key.Key_Return)
    planned = page.desk.engagement.find(Interview)[-1]
    assert (planned.participants, planned.on) == (("P13",), date(2026, 11, 3))
    assert planned.status is InterviewStatus.PLANNED
    assert "○" in page.grid.shown[5].cells


def test_a_person_is_added_and_changed(page, window):
    page.asks.add()
    dialog = page.findChild(PersonDialog)
    QTest.keyClicks(dialog.name, "Meena Kale")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.trouble.isVisible()
    QTest.keyClicks(dialog.fields["role"], "Cook")
    QTest.keyClick(dialog.fields["role"], Qt.Key.Key_Return)
    added = page.desk.engagement.find(Person)[-1]
    assert added.role == "Cook"
    assert added.influence is None
    assert page.tree.current == added.code
    assert page.panel.name.text() == "Meena Kale"
    window.actions_by_key["undo"].trigger()
    assert len(page.desk.engagement.find(Person)) == 15


def test_a_withdrawal_says_first_what_is_blocked(page):
    page.asks.part("P05")
    dialog = page.findChild(PartingDialog)
    assert "8 notes stay here but are blocked" in dialog.blocked.text()
    dialog.withdraw.click()
    state = page.desk.engagement.find(Consent, person="P05")[0].state
    assert state is ConsentState.WITHDRAWN
    page.show_person("P05")
    assert page.panel.consent.text == "Consent withdrawn"


def test_forgetting_shows_what_goes_and_is_asked_twice(page):
    page.asks.part("P05")
    dialog = page.findChild(PartingDialog)
    assert "Note: 8" in dialog.goes.toPlainText()
    dialog.forget.click()
    assert page.desk.engagement.find(Person, code="P05")
    dialog.forget.click()
    assert not page.desk.engagement.find(Person, code="P05")
    assert "P05" not in page.tree.codes


def test_a_table_is_mapped_shown_and_taken_in(page, window, tmp_path):
    file = tmp_path / "people.csv"
    file.write_text("Who,Post\nImran Shaikh,MIS lead\nAsha Rao,Cook\n", encoding="utf-8")
    page.asks.take_table(file)
    dialog = page.findChild(PeopleImportDialog)
    assert "2 people would come in; nothing was written." in dialog.report.toPlainText()
    assert "Columns not taken: Who." in dialog.report.toPlainText()
    dialog.meanings[0].setCurrentIndex(dialog.meanings[0].findData("name"))
    assert "Columns" not in dialog.report.toPlainText()
    dialog.take.click()
    names = {it.full_name for it in page.desk.engagement.find(PersonName)}
    assert names == {"Imran Shaikh", "Asha Rao"}
    window.actions_by_key["undo"].trigger()
    assert not page.desk.engagement.find(PersonName)


def test_a_file_that_is_no_table_says_so(page, window, tmp_path):
    file = tmp_path / "people.xlsx"
    file.write_bytes(b"PK\x03\x04 broken")
    page.asks.take_table(file)
    assert page.findChild(PeopleImportDialog) is None
    assert window.notice.isVisible()


def test_a_low_window_puts_the_grid_into_a_drawer(page, window):
    assert page.grid.isVisible()
    window.resize(910, 512)
    assert not page.grid.isVisible()
    page.across.click()
    assert page.grid.isVisible()
    window.resize(1366, 768)


def test_without_people_there_is_one_way_to_begin(open_window, services):
    services.workspace.create("Empty one").close()
    window = open_window(services)
    window.go_to("people")
    assert not window.pages["people"].tree.isVisible()
