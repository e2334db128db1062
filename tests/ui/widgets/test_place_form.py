"""The form asks for a number only where there is one, with its unit."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxo_desktop.app.placings import Becomes
from cxo_desktop.ui.widgets.place_form import PlaceForm


def test_what_is_chosen_decides_what_is_asked_and_enter_tells_it(qtbot):
    form, told, left = PlaceForm(), [], []
    qtbot.addWidget(form)
    choices = (Becomes.EVIDENCE, Becomes.WORK, Becomes.WAIT)
    form.ask(
        choices,
        Becomes.EVIDENCE,
        "Merge",
        "",
        ["Merge", "Sign"],
        lambda *answer: told.append(answer),
        lambda: left.append(True),
    )
    assert form.amount.isHidden()
    QTest.keyClick(form.becomes, Qt.Key.Key_Down)
    assert not form.amount.isHidden()
    QTest.keyClicks(form.amount, "20")
    QTest.keyClick(form.amount, Qt.Key.Key_Return)
    assert told == [(Becomes.WORK, "Merge", "20")]
    assert form.isHidden()
    assert left
