"""A table of people: nothing comes in that was not shown."""

from cxo_desktop.app.import_people import Table
from cxo_desktop.domain.people import Person
from cxo_desktop.ui.dialogs.people_import import PeopleImportDialog


def test_without_a_role_nothing_can_be_taken_in(window):
    table = Table("people.csv", ("Name", "Does what"), (("Meena", "Cook"),))
    dialog = PeopleImportDialog(window.desk, window.desk.engagement, table, window)
    assert not dialog.take.isEnabled()
    assert "Without a role and left out: row 1." in dialog.report.toPlainText()
    dialog.meanings[1].setCurrentIndex(dialog.meanings[1].findData("role"))
    assert dialog.take.isEnabled()
    assert len(window.desk.engagement.find(Person)) == 15
    dialog.take.click()
    assert window.desk.engagement.find(Person)[-1].role == "Cook"
    assert window.parts.toast.text == "1 person came in."
    dialog.deleteLater()
