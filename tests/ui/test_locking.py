"""The lock: what is typed is kept, and afterwards no widget, model or clipboard has a word."""

import gc

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
)
from shiboken6 import isValid

from cxo_desktop.app import aside
from cxo_desktop.app.drafts import unfinished
from cxo_desktop.domain.errors import DiskFull
from cxo_desktop.domain.interviews import Note
from cxo_desktop.store import places
from cxo_desktop.ui.gate import Gate
from cxo_desktop.ui.locking import Locking

CANARY = "the ledger of the eastern block is kept twice"
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.UserRole)


class Clocks:
    def __init__(self):
        self.wall = self.steady = 1000.0

    def pass_by(self, seconds, *, asleep=False):
        self.wall += seconds
        self.steady += 0 if asleep else seconds


def notes_in_memory():
    gc.collect()
    return [one for one in gc.get_objects() if isinstance(one, Note)]


@pytest.fixture
def of_others():
    """The notes that other tests of this process hold on to."""
    return notes_in_memory()


@pytest.fixture
def canary(of_others, window, qtbot):
    """A window in which a line was kept, seen, copied and is being typed once more."""
    interview = window.capture
    window.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is not None)
    window.go_to("capture")
    engagement = window.desk.engagement
    engagement.add(Note(code="N900", interview="I07", text=CANARY))
    interview.show_note("N900")
    window.go_to("search")
    window.pages["search"].field.setText("eastern")
    window.open_palette()
    window.palette_box.field.setText("eastern")
    window.palette_box.leave()
    window.desk.said.emit(CANARY, None)
    QApplication.clipboard().setText(CANARY)
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=20_000)
    assert CANARY in "\n".join(everything_shown())
    return window


def texts_of(widget):
    yield from (widget.windowTitle(), widget.accessibleName(), widget.toolTip())
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        yield widget.text()
    if isinstance(widget, QPlainTextEdit):
        yield widget.toPlainText()


def everything_shown():
    for widget in QApplication.allWidgets():
        yield from texts_of(widget)
    models = [one for one in gc.get_objects() if isinstance(one, QAbstractItemModel)]
    for model in filter(isValid, models):
        for row in range(model.rowCount(QModelIndex())):
            for role in ROLES:
                yield str(model.data(model.index(row, 0), role))
    yield QApplication.clipboard().text()


def test_after_the_lock_no_word_is_left(of_others, canary, qtbot):
    canary.parts.locking.lock()
    QApplication.sendPostedEvents(None, 52)
    assert canary.desk.workspace.vault.locked
    assert canary.desk.engagement is None
    assert canary.findChild(Gate).isVisible()
    assert QApplication.clipboard().text() == ""
    left = [text for text in everything_shown() if "eastern" in text or "Nandini" in text]
    assert left == []
    known = {id(one) for one in of_others}
    assert [one for one in notes_in_memory() if id(one) not in known] == []


def test_a_key_locks_and_the_passphrase_opens_the_same_place(canary, qtbot):
    canary.go_to("capture")
    QTest.keyClick(canary, Qt.Key.Key_F12)
    gate = canary.findChild(Gate)
    assert gate.isVisible()
    assert not canary.actions_by_key["search"].isEnabled()
    gate.passphrase.setText("one two three")
    QTest.keyClick(gate.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: canary.desk.engagement is not None, timeout=20_000)
    assert canary.stack.key == "capture"
    assert canary.pages["capture"].isVisible()
    assert "Nandini" in canary.windowTitle()


def test_what_is_being_typed_is_saved_before(window, monkeypatch):
    saved = []
    page = window.pages["capture"]
    monkeypatch.setattr(
        page, "before_lock", lambda: saved.append(window.desk.workspace.vault.locked)
    )
    window.parts.locking.lock()
    assert saved == [False]


def test_what_cannot_be_saved_is_not_locked_away(window, monkeypatch):
    def full():
        raise DiskFull("It was not saved.", "The disk is full.", "Make room.")

    monkeypatch.setattr(window.pages["capture"], "before_lock", full)
    window.parts.locking.lock()
    assert not window.desk.workspace.vault.locked
    assert window.pages["capture"] is not None
    assert "The disk is full." in window.notice.text
    assert window.top.saved.text == "Not saved"
    monkeypatch.undo()


@pytest.mark.parametrize(
    ("seconds", "asleep", "locked"), [(299, False, False), (300, False, True), (31, True, True)]
)
def test_it_locks_by_itself(window, seconds, asleep, locked):
    clocks = Clocks()
    locking = Locking(window.desk, window.stack, lambda: clocks.wall, lambda: clocks.steady)
    clocks.pass_by(seconds, asleep=asleep)
    locking.look()
    assert window.desk.workspace.vault.locked is locked


def test_a_key_puts_the_lock_off(window):
    clocks = Clocks()
    locking = Locking(window.desk, window.stack, lambda: clocks.wall, lambda: clocks.steady)
    locking._watch(window.windowHandle())
    clocks.pass_by(290)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    clocks.pass_by(290)
    locking.look()
    assert not window.desk.workspace.vault.locked
    clocks.pass_by(20)
    locking.look()
    assert window.desk.workspace.vault.locked


def test_an_open_dialog_goes_too(window):
    window.actions_by_key["keys"].trigger()
    sheet = next(w for w in QApplication.topLevelWidgets() if w.windowTitle() == "All keys")
    assert sheet.isVisible()
    window.parts.locking.lock()
    assert not sheet.isVisible()


def test_the_line_being_typed_is_back_after_the_lock(window, qtbot):
    window.go_to("capture")
    window.capture.show_interview("I07")
    QTest.keyClicks(window.capture.view.composer.field, "the list is copied each Fri")
    window.parts.locking.lock()
    window.desk.workspace.vault.unlock("one two three")
    engagement = window.desk.workspace.open("ENG-001")
    assert [draft.text for draft in unfinished(engagement)] == ["the list is copied each Fri"]
    engagement.close()


def test_a_line_a_full_disk_refused_is_saved_by_the_next_attempt(window, monkeypatch):
    def full(*_asked, **_how):
        raise DiskFull("It was not saved.", "The disk is full.", "Make room.")

    window.go_to("capture")
    window.capture.show_interview("I07")
    monkeypatch.setattr(aside, "save_draft", full)
    QTest.keyClicks(window.capture.view.composer.field, "twice")
    window.capture.show_interview("I06")
    assert window.capture.view.composer.line.raw == ""
    window.capture.show_interview("I07")
    assert window.capture.view.composer.line.raw == "twice"
    window.parts.locking.lock()
    assert not window.desk.workspace.vault.locked
    assert window.top.saved.text == "Not saved"
    monkeypatch.undo()
    window.parts.keeping.look()
    kept = [(draft.interview, draft.text) for draft in unfinished(window.desk.engagement)]
    assert kept == [("I07", "twice")]
    assert "is saved" in window.parts.toast.text


def test_where_nothing_can_be_saved_it_locks_and_the_words_come_back(
    sample, open_window, qtbot, monkeypatch
):
    monkeypatch.setattr(places.os, "access", lambda *_asked: False)
    window = open_window(sample)
    window.go_to("capture")
    window.capture.show_interview("I07")
    QTest.keyClicks(window.capture.view.composer.field, "eastern half")
    window.parts.locking.lock()
    QApplication.sendPostedEvents(None, 52)
    gate = window.findChild(Gate)
    assert window.desk.workspace.vault.locked
    assert "could not be saved" in gate.words.text()
    assert [text for text in everything_shown() if "eastern half" in text] == []
    window.desk.workspace.vault.unlock("one two three")
    gate.opened.emit()
    view = window.capture.view
    assert view.composer.line.raw == "eastern half"
    assert "not saved" in view.brought_back.text()
