"""A line being typed is kept after a pause, and on the way when there is none."""

from cxo_desktop.ui.draft_keeper import MOST_MS, PAUSE_MS, DraftKeeper


def test_after_a_pause_the_latest_is_kept_once(app, qtbot):
    kept = []
    keeper = DraftKeeper(lambda raw, caret: kept.append((raw, caret)))
    for count in range(1, 4):
        keeper.note("abc"[:count], count)
    qtbot.waitUntil(lambda: bool(kept))
    qtbot.wait(PAUSE_MS)
    assert kept == [("abc", 3)]


def test_typing_without_a_pause_is_kept_on_the_way(app, qtbot):
    kept = []
    keeper = DraftKeeper(lambda raw, _caret: kept.append(raw))
    for number in range(2 * MOST_MS // 100):
        keeper.note(str(number), 0)
        qtbot.wait(100)
        if kept:
            break
    assert kept


def test_what_was_dropped_is_not_kept(app, qtbot):
    kept = []
    keeper = DraftKeeper(lambda raw, _caret: kept.append(raw))
    keeper.note("a", 1)
    keeper.drop()
    keeper.flush()
    qtbot.wait(PAUSE_MS + 50)
    assert kept == []
