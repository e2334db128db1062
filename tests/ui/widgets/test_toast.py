"""A toast offers a way back for a few seconds and keeps no words afterwards."""

from PySide6.QtWidgets import QWidget

from cxo_desktop.ui.widgets.toast import SECONDS, Toast


def make(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(600, 400)
    parent.show()
    return Toast(parent), parent


def test_it_offers_undo_when_there_is_one(app, qtbot):
    toast, _parent = make(qtbot)
    taken = []
    toast.say("Note removed", lambda: taken.append(True))
    assert toast.isVisible()
    assert toast.accessibleName() == "Note removed"
    toast.undo.click()
    assert taken == [True]
    assert not toast.isVisible()
    toast.say("There is a fresh backup.")
    assert not toast.undo.isVisible()


def test_it_stays_eight_seconds(app, qtbot):
    toast, _parent = make(qtbot)
    toast.say("Note removed")
    assert SECONDS == 8
    assert toast._timer.isActive()
    assert toast._timer.interval() == 8000
    toast._timer.timeout.emit()
    assert not toast.isVisible()


def test_it_stays_at_the_foot_in_the_middle(app, qtbot):
    toast, parent = make(qtbot)
    toast.say("Note removed")
    parent.resize(900, 300)
    app.processEvents()
    assert abs(toast.geometry().center().x() - 450) <= 1
    assert 250 < toast.geometry().bottom() < 300


def test_nothing_is_kept(app, qtbot):
    toast, _parent = make(qtbot)
    toast.say("a word", lambda: None)
    toast.forget()
    assert (toast.text, toast.accessibleName(), toast._take_back) == ("", "", None)
