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
