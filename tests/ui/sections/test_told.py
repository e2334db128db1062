"""A list that tells, or says that there is nothing to tell."""

from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.sections.told import ToldSection
from cxo_desktop.ui.shown import ListRow


def test_it_asks_again_and_says_when_there_is_nothing(app, services, qtbot):
    rows = [ListRow("a", "One")]
    desk = Desk(services)
    section = ToldSection(desk, "Came in", "Words", lambda: rows, ("Nothing", "Words"))
    qtbot.addWidget(section)
    section.show()
    section.refresh()
    assert section.list.keys == ["a"]
    assert section.list.isVisible()
    rows.clear()
    section.refresh()
    assert not section.list.isVisible()
    desk.close()
