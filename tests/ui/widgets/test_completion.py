"""The popup: Tab takes what fits best, Enter the new name, arrows choose."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from cxo_desktop.ui.shown import ListRow
from cxo_desktop.ui.widgets.completion import Completion

ROWS = [ListRow("T1", "Google Sheets"), ListRow("T2", "Google Drive"), ListRow("new:", "New")]


@pytest.fixture
def popup(app, qtbot):
    owner = QWidget()
    owner.resize(600, 400)
    owner.show()
    qtbot.addWidget(owner)
    popup = Completion()
    popup.offer(ROWS, owner, owner.mapToGlobal(QPoint(580, 300)))
    yield popup
    owner.close()


def test_it_stands_above_the_caret_within_the_window(popup):
    assert popup.isVisible()
    assert popup.geometry().bottom() < 300
    assert popup.geometry().right() <= 600


def test_tab_takes_the_first_and_enter_the_new(popup, qtbot):
    with qtbot.waitSignal(popup.chosen) as chosen:
        assert popup.enter()
    assert chosen.args == ["new:"]
    with qtbot.waitSignal(popup.chosen) as chosen:
        popup.take()
    assert chosen.args == ["T1"]
    assert not popup.isVisible()


def test_enter_takes_the_row_one_has_gone_to(popup, qtbot):
    popup.step(1)
    with qtbot.waitSignal(popup.chosen) as chosen:
        popup.enter()
    assert chosen.args == ["T2"]


def test_with_nothing_new_enter_is_not_for_the_popup(popup):
    popup.offer(ROWS[:1], popup.parentWidget(), QPoint(0, 0))
    assert not popup.enter()
    popup.offer([], popup.parentWidget(), QPoint(0, 0))
    assert not popup.isVisible()
