"""Pages are there before they are asked for, but never in the way."""

from cxo_desktop.ui.pages_ahead import PagesAhead


def test_one_by_one_once_nothing_else_goes_on(window, qtbot):
    ahead = PagesAhead(window.desk, window.stack)
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=20_000)
    ahead.step()
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=20_000)
    ahead.step()
    made = list(window.pages.made)
    assert made[:2] == ["home", "capture"]
    while not ahead.done:
        ahead.step()
    assert set(window.pages.made) == set(window.pages)
    assert window.stack.key == "home"


def test_none_while_the_workspace_is_locked_and_again_after(window, sample, qtbot):
    ahead = PagesAhead(window.desk, window.stack)
    window.parts.locking.lock()
    ahead.step()
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=20_000)
    ahead.step()
    assert ahead.done
    assert not window.pages.made
    sample.workspace.vault.unlock("one two three")
    window._let_in()
    assert not ahead.done
