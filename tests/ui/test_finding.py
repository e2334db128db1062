"""The palette reaches every action and every record, what was used last at the front."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from cxo_desktop.domain.enums import NoteKind


def keys(window):
    return window.palette_box.list.keys


def test_no_action_is_out_of_its_reach(window, qtbot):
    """Every action with a name, of the window and of the page that is shown, has an entry."""
    for page in window.pages:
        window.go_to(page)
        window.open_palette()
        offered = {entry.row.title for entry in window.palette_box._entries}
        window.palette_box.leave()
        missing = {
            action.text()
            for action in window.findChildren(QAction)
            if action.text() and action.isEnabled() and is_there(action)
        } - offered
        assert missing == set(), page
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=20_000)


def is_there(action):
    owner = action.parent()
    while owner is not None and not owner.isWidgetType():
        owner = owner.parent()
    while owner is not None and type(owner).__name__ == "QMenu":
        owner = owner.parentWidget()
    return owner is not None and owner.isVisible()


def test_what_was_used_last_comes_first(window, sample, open_window):
    window.open_palette()
    window.palette_box.field.setText("all keys")
    QTest.keyClick(window.palette_box.field, Qt.Key.Key_Return)
    window.open_palette()
    assert keys(window)[0] == "do:keys"
    window.palette_box.leave()
    assert sample.settings.now.recent == ("do:keys",)


def test_records_alone(window):
    window.actions_by_key["objects"].trigger()
    kinds = {key.partition(":")[0] for key in keys(window)}
    assert "do" not in kinds
    window.palette_box.field.setText("commcare")
    assert any(key.startswith("tool:") for key in keys(window))
    window.palette_box.leave()


def test_a_record_that_was_used_is_first_but_not_kept_in_the_settings(window, sample):
    window.actions_by_key["objects"].trigger()
    window.palette_box.field.setText("N055")
    QTest.keyClick(window.palette_box.field, Qt.Key.Key_Return)
    window.actions_by_key["objects"].trigger()
    assert keys(window)[0] == "note:N055"
    assert sample.settings.now.recent == ()


def test_an_action_of_the_page_is_done(window):
    window.go_to("capture")
    window.capture.show_interview("I07")
    window.open_palette()
    window.palette_box.field.setText("workaround")
    chosen = next(key for key in keys(window) if key.startswith("do:#"))
    window.palette_box.list.select(chosen)
    window.capture.view.composer.field.show_text("x")
    QTest.keyClick(window.palette_box.field, Qt.Key.Key_Return)
    assert window.capture.view.composer.line.kind is NoteKind.WORKAROUND
