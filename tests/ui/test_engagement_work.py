"""Engagements begin from the window."""

from cxo_desktop.ui.engagement_work import take_sample


def test_the_sample_is_taken_in_and_opened_as_a_copy_when_it_is_here(qtbot, window):
    first = window.desk.engagement.code
    take_sample(window.desk)
    assert window.desk.engagement.code != first
    assert window.desk.engagement.organisation == "Nandini Aarogya Manch (fictional)"
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=20_000)
