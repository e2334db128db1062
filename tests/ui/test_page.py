"""A page asks again when something changed, but only once it is seen."""

import pytest
from PySide6.QtWidgets import QStackedWidget

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.people import Person
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.page import Page


class Counting(Page):
    """Counts how often it is asked to show everything."""

    def __init__(self, desk):
        super().__init__(desk)
        self.times = 0

    def refresh(self):
        self.times += 1


@pytest.fixture
def desk(app, sample):
    desk = Desk(sample)
    desk.open_wanted()
    yield desk
    desk.close()


def test_hidden_pages_wait_until_they_are_seen(desk, qtbot):
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    first, second = Counting(desk), Counting(desk)
    stack.addWidget(first)
    stack.addWidget(second)
    stack.show()
    assert (first.times, second.times) == (1, 0)
    desk.engagement.add(Person(role="Clerk"))
    desk.engagement.add(Person(role="Clerk"))
    assert (first.times, second.times) == (3, 0)
    stack.setCurrentWidget(second)
    assert second.times == 1
    stack.setCurrentWidget(first)
    stack.setCurrentWidget(second)
    assert (first.times, second.times) == (3, 1)


def test_another_engagement_is_shown_at_once_where_one_looks(desk, qtbot):
    page = Counting(desk)
    qtbot.addWidget(page)
    page.show()
    desk.create("Second")
    assert page.times == 2


def test_what_a_saver_cannot_write_is_raised(window):
    def refuse():
        raise InputRefused("It was not saved.", "The disk is full.", "Make room.")

    page = window.pages["home"]
    saved = []
    page.savers.append(lambda: window.desk.write(lambda: saved.append(True)))
    page.before_lock()
    assert saved == [True]
    page.savers.append(lambda: window.desk.write(refuse))
    with pytest.raises(InputRefused, match="disk is full"):
        page.before_lock()
    page.savers.pop()
    page.before_lock()
