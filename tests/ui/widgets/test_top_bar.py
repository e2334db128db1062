"""The top bar names the engagement and says what is on the disk."""

from datetime import UTC, datetime
from pathlib import Path

from cxo_desktop.app.workspace import EngagementCard
from cxo_desktop.ui.widgets.top_bar import TopBar


def test_saved_is_said_with_its_time(app, qtbot):
    bar = TopBar()
    qtbot.addWidget(bar)
    assert bar.saved.text == "No changes yet"
    bar.show_saved(datetime(2026, 11, 24, 10, 42, 7, tzinfo=UTC))
    assert bar.saved.text == "Saved 10:42:07"
    bar.show_unsaved()
    assert bar.saved.text == "Not saved"


def test_engagements_are_offered_by_name(app, qtbot):
    bar = TopBar()
    qtbot.addWidget(bar)
    cards = [EngagementCard(f"E{n}", f"Trust {n}", Path()) for n in (1, 2)]
    bar.offer(cards)
    bar.offer(cards)
    names = [action.text() for action in bar.engagement.menu().actions()]
    assert names == ["Trust 1", "Trust 2", "", "New engagement…"]
    with qtbot.waitSignal(bar.chosen) as chosen:
        bar.engagement.menu().actions()[1].trigger()
    assert chosen.args == ["E2"]
    with qtbot.waitSignal(bar.new_asked):
        bar.engagement.menu().actions()[-1].trigger()


def test_without_an_engagement_it_says_so(app, qtbot):
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.show_engagement("", "")
    assert bar.engagement.text() == "No engagement open"
    with qtbot.waitSignal(bar.search_asked):
        bar.search.click()


def test_in_a_narrow_window_it_takes_less_room(app, qtbot):
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.show_engagement("Nandini Aarogya Manch", "Recommendations and road map")
    wide = bar.minimumSizeHint().width()
    bar.set_narrow(narrow=True)
    assert bar.minimumSizeHint().width() < wide - 150
    assert bar.search.accessibleName()
