"""That there is nothing to do is said in words, not by an empty space."""

from PySide6.QtWidgets import QLabel

from cxo_desktop.ui.widgets.quiet import Quiet


def test_it_says_what_would_show_up(app, qtbot):
    quiet = Quiet("Nothing here", "It would show up")
    qtbot.addWidget(quiet)
    texts = [label.text() for label in quiet.findChildren(QLabel)]
    assert {"Nothing here", "It would show up"} <= set(texts)
