"""The card of a person shows one part at a time and asks through its buttons."""

from cxo_desktop.app.people import standings
from cxo_desktop.ui.person_panel import PersonPanel


def test_parts_and_questions(window, qtbot):
    panel = PersonPanel(window.desk)
    qtbot.addWidget(panel)
    dossier = window.desk.engagement.dossier()
    standing = {it.person.code: it for it in standings(dossier)}
    panel.show_person(dossier, standing["P08"])
    panel.show()
    assert panel.name.text() == "IT and admin officer"
    assert panel.nothing.text() == "Nothing noted of this person yet."
    panel.show_part("talks")
    assert panel.list.keys == ["interview:I12"]
    asked = []
    panel.interview_asked.connect(asked.append)
    panel.parting_asked.connect(asked.append)
    panel.begin.click()
    panel.parting.click()
    assert asked == ["P08", "P08"]
    panel.show_person(dossier, None)
    assert panel.name.text() == "Nobody chosen"
    assert not panel.begin.isEnabled()
