"""The line being typed: its kind shows at once, and Backspace gives every mark back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.ui import words
from cxo_desktop.ui.widgets.composer import Composer, kind_shortcut


@pytest.fixture
def composer(app, qtbot):
    composer = Composer()
    qtbot.addWidget(composer)
    composer.show()
    composer.activateWindow()
    composer.field.setFocus()
    return composer


@given(typed=st.text(alphabet='!?<>:=*^~.&"%_ ab1', max_size=14))
def test_what_was_typed_can_always_be_had_back(app, typed):
    composer = Composer()
    QTest.keyClicks(composer.field, typed)
    assert composer.line.raw == typed
    QTest.keyClick(composer.field, Qt.Key.Key_Home)
    QTest.keyClick(composer.field, Qt.Key.Key_Backspace)
    assert composer.line.raw == typed
    composer.deleteLater()


def test_the_kind_shows_as_soon_as_its_mark_is_typed(composer):
    QTest.keyClicks(composer.field, '!"')
    assert "Pain · word for word" in composer.kind_button.text()
    assert composer.kind_button.accessibleName() == "Kind of line: Pain, word for word"


def test_enter_hands_over_the_line_with_the_time_of_its_first_key(composer, qtbot):
    QTest.keyClicks(composer.field, "! late")
    with qtbot.waitSignal(composer.kept) as kept:
        QTest.keyClick(composer.field, Qt.Key.Key_Return)
    line, since = kept.args
    assert (line.kind, line.text, line.raw) == (NoteKind.PAIN_POINT, "late", "! late")
    assert since.endswith("+00:00")
    assert composer.field.text() == "late"
    composer.clear()
    assert composer.line.raw == ""


def test_every_kind_can_be_chosen_from_the_menu(composer):
    QTest.keyClicks(composer.field, "x")
    for action, kind in zip(composer.kind_button.menu().actions(), words.KIND_LOOK, strict=True):
        action.trigger()
        assert composer.line.kind is kind
        assert composer.line.text == "x"


def test_a_fact_chosen_on_purpose_stays_one(composer):
    QTest.keyClicks(composer.field, "x")
    composer.choose_kind(NoteKind.FACT)
    QTest.keyClick(composer.field, Qt.Key.Key_Home)
    QTest.keyClicks(composer.field, "!")
    assert composer.line.kind is NoteKind.FACT
    assert composer.field.text() == "!x"


def test_with_no_line_the_last_one_is_meant(composer, qtbot):
    with qtbot.waitSignal(composer.retype_asked) as asked:
        composer.choose_kind(NoteKind.RISK)
    assert asked.args == [NoteKind.RISK]


def test_number_keys_belong_to_the_first_ten_kinds():
    keys = [kind_shortcut(number) for number in range(len(words.KIND_LOOK))]
    assert keys[0] == "Ctrl+1"
    assert keys[9] == "Ctrl+0"
    assert keys[10:] == ["", ""]


def test_a_pasted_page_is_not_cut(composer):
    composer.field.insert("word " * 20_000)
    assert len(composer.field.text()) == 100_000
