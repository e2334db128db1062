"""The rail tells where one goes, and marks where one is."""

from PySide6.QtWidgets import QToolButton

from cxo_desktop.ui.widgets.rail import Place, Rail

PLACES = (Place("home", "Home", "house"), Place("maps", "Maps", "workflow"))


def test_places(app, qtbot):
    rail = Rail(PLACES)
    qtbot.addWidget(rail)
    buttons = {button.text(): button for button in rail.findChildren(QToolButton)}
    with qtbot.waitSignal(rail.gone_to) as gone:
        buttons["Maps"].click()
    assert gone.args == ["maps"]
    rail.go_to("home")
    assert buttons["Home"].isChecked()
    assert not buttons["Maps"].isChecked()
    assert buttons["Maps"].toolTip() == "Maps (Alt+2)"


def test_some_places_stand_at_the_foot_and_all_fold_into_icons(app, qtbot):
    rail = Rail((*PLACES, Place("settings", "Settings", "settings", foot=True)))
    qtbot.addWidget(rail)
    rail.resize(76, 600)
    rail.show()
    tops = [button.y() for button in rail.findChildren(QToolButton)]
    assert tops[2] > 500
    rail.set_narrow(narrow=True)
    assert rail.width() < 50
    assert all(button.width() < 40 for button in rail.findChildren(QToolButton))
    rail.set_narrow(narrow=False)
    assert rail.findChildren(QToolButton)[0].width() == 60


def test_a_page_without_a_button_marks_none(app, qtbot):
    rail = Rail(PLACES)
    qtbot.addWidget(rail)
    rail.go_to("home")
    rail.go_to("search")
    assert not any(button.isChecked() for button in rail.findChildren(QToolButton))
    rail.go_to("maps")
    assert [b.isChecked() for b in rail.findChildren(QToolButton)] == [False, True]
