"""Add and change a person: what cannot be taken is said, the name goes to its own table."""

from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.ui.dialogs.person import PersonDialog


def test_a_change_shows_what_is_known_and_refuses_what_is_wrong(window):
    engagement = window.desk.engagement
    engagement.add(PersonName(person="P05", full_name="Asha Rao"))
    dialog = PersonDialog(window.desk, engagement, "P05", window)
    assert (dialog.name.text(), dialog.level.currentData()) == ("Asha Rao", "L3")
    dialog.fields["leaving_on"].setText("soon")
    dialog.keep.click()
    assert "leaving_on" in dialog.trouble.text()
    assert not dialog.result()
    dialog.fields["leaving_on"].setText("2026-12-31")
    dialog.name.setText("Asha R. Rao")
    dialog.keep.click()
    assert dialog.result() == PersonDialog.DialogCode.Accepted
    assert str(engagement.get(Person, "P05").leaving_on) == "2026-12-31"
    assert [it.full_name for it in engagement.find(PersonName)] == ["Asha R. Rao"]
    dialog.deleteLater()
