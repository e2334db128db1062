"""Cards open what they rest on; asked for when they open, not before."""

from PySide6.QtWidgets import QFrame

from cxo_desktop.ui.dialogs.rests_on import RestsOnDialog
from cxo_desktop.ui.opening import Openings


def test_a_card_opens_the_inputs_as_they_are_then(window, qtbot):
    page = window.pages["settings"]
    openings, card = Openings(window.desk, page), QFrame(page)
    card.setAccessibleName("People heard: 12 of 16.")
    openings.of_indicator(card, "coverage", "People heard")
    openings.of_indicator(None, "coverage", "nothing to open")
    interview = window.desk.engagement.find(_interview())[0]
    window.desk.engagement.remove(interview)
    openings._show_indicator(card, "coverage", "People heard")
    dialog = page.findChild(RestsOnDialog)
    assert f"interview:{interview.code}" not in dialog.list.keys
    dialog.reject()
    qtbot.waitUntil(lambda: page.findChild(RestsOnDialog) is None)
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=20_000)


def _interview():
    from cxo_desktop.domain.interviews import Interview

    return Interview
