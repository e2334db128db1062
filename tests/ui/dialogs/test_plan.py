"""Plan an interview: days are read as they are typed."""

from cxo_desktop.domain.interviews import Interview
from cxo_desktop.ui.dialogs.plan import PlanDialog


def test_the_day_is_read_back_and_may_be_open(window):
    engagement = window.desk.engagement
    dialog = PlanDialog(window.desk, engagement, "P13", window)
    assert dialog.person.currentData() == "P13"
    assert {dialog.guide.itemData(n) for n in range(dialog.guide.count())} >= {"", "G-FIELD"}
    dialog.day.setText("3 nov")
    assert dialog.read.text() == "3 Nov 2026"
    dialog.day.setText("3 nov or so")
    assert "no day" in dialog.read.text()
    dialog.day.clear()
    dialog.guide.setCurrentIndex(dialog.guide.findData("G-FIELD"))
    dialog.keep.click()
    planned = engagement.find(Interview)[-1]
    assert (planned.on, planned.guide, planned.participants) == (None, "G-FIELD", ("P13",))
    dialog.deleteLater()
