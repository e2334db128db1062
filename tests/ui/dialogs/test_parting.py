"""Withdraw and forget: what goes is told before it goes."""

from cxo_desktop.domain.people import PersonName
from cxo_desktop.ui.dialogs.parting import PartingDialog


def test_all_that_goes_is_told_in_words(window):
    engagement = window.desk.engagement
    engagement.add(PersonName(person="P05", full_name="Asha Rao"))
    dialog = PartingDialog(window.desk, engagement, "P05", window)
    told = dialog.goes.toPlainText()
    assert "Note: 8" in told
    assert "_" not in told
    assert "Briefs and files that were given out" in told
    dialog.forget.click()
    assert "cannot be undone" in dialog.warned.text()
    assert engagement.find(PersonName)
    dialog.forget.click()
    assert engagement.find(PersonName) == ()
    dialog.deleteLater()
