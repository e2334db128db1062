"""The line being typed: its kind shows at once, and Backspace gives every mark back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.line_grammar import LineForm
from cxo_desktop.domain.mentions import vocabulary
from cxo_desktop.domain.tools import Tool
from cxo_desktop.ui import words
from cxo_desktop.ui.line_choices import BY_ALT_DIGIT, KINDS, Choice, kind_shortcut
from cxo_desktop.ui.widgets.composer import Composer


@pytest.fixture
def composer(app, qtbot):
    composer = Composer()
    qtbot.addWidget(composer)
    composer.show()
    composer.activateWindow()
    composer.field.setFocus()
    return composer


@given(typed=st.text(alphabet='!?<>:=*^~.&"%_[] ab1', max_size=14))
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
    assert "Pain · word for word" in composer.chip.text()
    assert composer.chip.accessibleName() == "Kind of line: Pain, word for word"


def test_enter_hands_over_the_line_with_the_time_of_its_first_key(composer, qtbot):
    QTest.keyClicks(composer.field, "! late")
    with qtbot.waitSignal(composer.kept) as kept:
        QTest.keyClick(composer.field, Qt.Key.Key_Return)
    line, since, on = kept.args
    assert not on
    assert (line.kind, line.text, line.raw) == (NoteKind.PAIN_POINT, "late", "! late")
    assert since.endswith("+00:00")
    assert composer.field.text() == "late"
    composer.clear()
    assert composer.line.raw == ""


def test_every_kind_can_be_chosen_from_the_menu(composer):
    QTest.keyClicks(composer.field, "x")
    for action, kind in zip(composer.chip.menu().actions(), words.KIND_LOOK, strict=False):
        action.trigger()
        assert composer.line.kind is kind
        assert composer.line.text == "x"


def test_a_fact_chosen_on_purpose_stays_one(composer):
    QTest.keyClicks(composer.field, "x")
    composer.choose(KINDS[0])
    QTest.keyClick(composer.field, Qt.Key.Key_Home)
    QTest.keyClicks(composer.field, "!")
    assert composer.line.kind is NoteKind.FACT
    assert composer.field.text() == "!x"


def test_with_no_line_the_last_one_is_meant(composer, qtbot):
    with qtbot.waitSignal(composer.retype_asked) as asked:
        composer.choose(Choice(kind=NoteKind.RISK))
    assert asked.args == [Choice(kind=NoteKind.RISK)]


def test_number_keys_belong_to_the_first_ten_kinds():
    keys = [kind_shortcut(number) for number in range(len(words.KIND_LOOK))]
    assert keys[0] == "Ctrl+1"
    assert keys[9] == "Ctrl+0"
    assert keys[10:] == ["", ""]


def test_a_pasted_page_is_not_cut(composer):
    composer.field.insertPlainText("word " * 20_000)
    assert len(composer.field.text()) == 100_000


def test_alt_and_a_digit_make_the_line_so(composer):
    QTest.keyClicks(composer.field, "x")
    for digit, choice in BY_ALT_DIGIT.items():
        QTest.keyClick(
            composer.field, Qt.Key(Qt.Key.Key_0 + digit), Qt.KeyboardModifier.AltModifier
        )
        line = composer.line
        assert line.text == "x"
        assert choice.kind in (None, line.kind)
        assert choice.form in (None, line.form)
        assert not choice.flag or getattr(line, choice.flag)
    assert composer.line.form is LineForm.ACTION


def test_names_are_offered_after_one_letter_and_a_known_one_needs_no_popup(composer, qtbot):
    composer.know(vocabulary((), (), (Tool(code="T", name="CommCare"),), ()), {})
    QTest.keyClicks(composer.field, "in +")
    assert not composer.popup.isVisible()
    QTest.keyClicks(composer.field, "c")
    assert composer.popup.list.keys == ["T", "new:"]
    QTest.keyClicks(composer.field, "ommcare")
    assert not composer.popup.isVisible()
    with qtbot.waitSignal(composer.kept):
        QTest.keyClick(composer.field, Qt.Key.Key_Return)


def test_function_keys_put_in_the_marks_a_layout_lacks(composer):
    QTest.keyClicks(composer.field, "in")
    QTest.keyClick(composer.field, Qt.Key.Key_F7)
    assert composer.field.text() == "in +"
    QTest.keyClick(composer.field, Qt.Key.Key_F6)
    assert composer.field.text() == "in + @"


def test_a_draft_goes_on_where_it_was_left(composer):
    composer.show_draft("! typed twice", "2026-11-25T10:00:00+00:00", 7)
    assert (composer.line.kind, composer.field.text(), composer.field.caret) == (
        NoteKind.PAIN_POINT,
        "typed twice",
        5,
    )
    assert composer.since == "2026-11-25T10:00:00+00:00"
