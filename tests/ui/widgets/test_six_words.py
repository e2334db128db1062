"""Six words in their order, for the eye and for a screen reader."""

from cxo_desktop.ui.widgets.six_words import SixWords


def test_the_words_are_said_in_order(app, qtbot):
    shown = SixWords()
    qtbot.addWidget(shown)
    shown.show_words("circle sunset tailor kangaroo ivory raven")
    assert shown.text == "circle sunset tailor kangaroo ivory raven"
    assert "circle sunset" in shown.accessibleName()
