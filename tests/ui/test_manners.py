"""The window comes back where it was, where one can see it, at the place it was left."""

import pytest
from PySide6.QtCore import QRect

from cxo_desktop.ui.manners import come_back, seen_on

SCREENS = [QRect(0, 0, 1366, 768), QRect(1366, 0, 1920, 1080)]


@pytest.mark.parametrize(
    "frame", [QRect(10, 10, 800, 600), QRect(1400, 50, 900, 700), QRect(1200, 700, 400, 400)]
)
def test_where_it_can_be_seen_it_stays(frame):
    assert seen_on(frame, SCREENS) == frame


@pytest.mark.parametrize(
    "frame", [QRect(4000, 0, 800, 600), QRect(100, -400, 800, 600), QRect(1366 - 50, 0, 900, 70)]
)
def test_where_it_cannot_it_comes_to_the_first_screen(frame):
    screens = SCREENS[:1]
    moved = seen_on(frame, screens)
    assert screens[0].contains(moved)
    assert moved.size() == frame.size()


def test_one_that_is_too_large_is_made_to_fit():
    assert seen_on(QRect(5000, 0, 3000, 2000), SCREENS[:1]).size() == SCREENS[0].size()
    assert seen_on(QRect(1, 2, 3, 4), []) == QRect(1, 2, 3, 4)


def test_size_and_place_come_back(window, sample, open_window):
    window.resize(910, 640)
    window.go_to("maps")
    window.close()
    assert sample.settings.now.place == "maps"
    again = open_window(sample)
    come_back(again, sample.settings)
    assert (again.width(), again.height()) == (910, 640)
    assert again.stack.key == "maps"


def test_the_engagement_that_was_open_comes_back(window, sample, open_window):
    window.desk.create("Second")
    window.desk.open("ENG-001")
    window.close()
    assert open_window(sample).desk.engagement.code == "ENG-001"
