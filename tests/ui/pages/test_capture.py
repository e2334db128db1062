"""Capture: a line is on the disk when Enter returns, and nothing typed is ever lost."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxo_desktop.app.drafts import draft_of, save_draft
from cxo_desktop.app.indicators import indicators
from cxo_desktop.app.interviews import notes_of
from cxo_desktop.compose import open_services
from cxo_desktop.domain.actions import Action
from cxo_desktop.domain.enums import ConsentScope, ConsentState, InterviewStatus, NoteKind
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.interviews import Consent, Interview, Note
from cxo_desktop.domain.people import Person, PersonName

ROOT = Path(__file__).parents[3]
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NOTES, QUOTES, ALL, LATER, NO = "12345"


@pytest.fixture
def page(window, qtbot):
    window.go_to("capture")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window.capture


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def start(page, who, consent=QUOTES):
    page.new_interview()
    QTest.keyClicks(page.forms.start.person, who)
    press(Qt.Key.Key_Return)
    QTest.keyClicks(page.forms.start.consent, consent)
    press(Qt.Key.Key_Return)


def type_line(page, text):
    QTest.keyClicks(page.view.composer.field, text)
    page.view.composer.popup.hide()
    QTest.keyClick(page.view.composer.field, Qt.Key.Key_Return)


def on_disk(page):
    """Read the notes as another process would: from the file, by a fresh connection."""
    desk = page.desk
    again = desk.workspace.open(desk.engagement.code)
    try:
        return list(notes_of(again, page.code))
    finally:
        again.close()


def rows(page):
    return page.view.notes.list.rows


def test_an_interview_with_a_known_person(page):
    start(page, "Programme head, adol")
    interview = page.desk.engagement.get(Interview, page.code)
    assert interview.participants == ("P04",)
    assert interview.status is InterviewStatus.OPEN
    assert interview.guide == "G-PROG"
    assert interview.started_at
    consent = page.desk.engagement.find(Consent, interview=interview.code)[0]
    assert consent.scopes == (ConsentScope.NOTES, ConsentScope.QUOTE_ANONYMOUS)
    assert page.header.consent.text().strip() == "Consent: notes, unnamed quotes"
    assert page.view.composer.field.hasFocus()
    assert page.view.guide.title.text() == "Guide · Programme and data"


def test_an_interview_with_somebody_new(page):
    start(page, "Cluster coordinator")
    code = page.desk.engagement.get(Interview, page.code).participants[0]
    assert page.desk.engagement.get(Person, code).role == "Cluster coordinator"
    assert page.header.title.text() == "Cluster coordinator"


def test_consent_comes_first_and_nothing_is_ticked_before(page):
    page.new_interview()
    form = page.forms.start
    assert form.consent.answer is None
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert page._stack.currentWidget() is form
    form.try_to_start()
    assert "consent first" in form.remark.text()


def test_a_line_is_on_the_disk_when_enter_returns(page, window):
    start(page, "M&E lead")
    type_line(page, "! totals typed twice")
    note = on_disk(page)[-1]
    assert (note.kind, note.text, note.raw_text, note.person) == (
        NoteKind.PAIN_POINT,
        "totals typed twice",
        "! totals typed twice",
        "P05",
    )
    assert page.view.composer.field.text() == ""
    last = rows(page)[-1]
    assert (last.kind, last.shown, last.blocked) == (
        NoteKind.PAIN_POINT,
        "totals typed twice",
        False,
    )
    assert len(last.time) == 5
    assert window.top.saved.text.startswith("Saved ")


def test_a_refused_line_stays_typed_and_is_not_called_saved(page, window, monkeypatch):
    start(page, "M&E lead")
    engagement = page.desk.engagement

    def refuse(_record):
        raise InputRefused("The note was not kept.", "The disk is full.", "Make room, then Enter.")

    monkeypatch.setattr(engagement, "add", refuse)
    type_line(page, "! totals typed twice")
    assert page.view.composer.field.text() == "totals typed twice"
    assert window.top.saved.text == "Not saved"
    assert "The disk is full." in window.notice.text
    monkeypatch.undo()
    QTest.keyClick(page.view.composer.field, Qt.Key.Key_Return)
    assert on_disk(page)[-1].text == "totals typed twice"
    assert window.top.saved.text.startswith("Saved ")


def test_an_empty_line_keeps_nothing(page):
    start(page, "M&E lead")
    type_line(page, "   ")
    assert on_disk(page) == []


def test_names_are_completed_by_tab_and_kept_as_codes(page):
    page.desk.engagement.add(PersonName(person="P05", full_name="Imran Shaikh"))
    start(page, "Supervisor")
    field = page.view.composer.field
    QTest.keyClicks(field, "! asks @imr")
    assert page.view.composer.popup.isVisible()
    press(Qt.Key.Key_Tab)
    assert field.text() == "asks @Imran Shaikh "
    QTest.keyClicks(field, "about +comm")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert on_disk(page)[-1].text == "asks @P05 about +CommCare"
    assert rows(page)[-1].shown == "asks @Imran Shaikh about +CommCare"
    assert page.view.summary.summary.people == ("Imran Shaikh",)


def test_enter_makes_a_new_tool_and_the_line_goes_on(page):
    start(page, "M&E lead")
    field = page.view.composer.field
    QTest.keyClicks(field, "then +Zoho")
    press(Qt.Key.Key_Return)
    assert field.text() == "then +Zoho "
    press(Qt.Key.Key_Return)
    note = on_disk(page)[-1]
    assert note.text == "then +Zoho"
    assert len(note.refs) == 1


def test_lines_answer_the_question_that_is_asked(page):
    start(page, "M&E lead")
    first = page.view.guide.current
    QTest.keyClicks(page.view.composer.field, "typed at noon")
    press(Qt.Key.Key_Return, CONTROL)
    assert page.view.guide.current != first
    assert on_disk(page)[-1].guide_question == first
    states = {row.code: row.state for row in page.view.guide.rows}
    assert states[first] == "answered"
    page.actions_by_key["capture.next"].trigger()
    page.actions_by_key["capture.previous"].trigger()
    assert [row.state for row in page.view.guide.rows][:3] == ["answered", "asked", "asked"]
    assert page.view.guide.count.text() == "1 of 14"


def test_any_line_is_edited_in_place_split_merged_moved_and_removed(page):
    start(page, "M&E lead")
    for text in ("! one", "two", "three"):
        type_line(page, text)
    press(Qt.Key.Key_Up)
    notes = page.view.notes.list
    assert notes.hasFocus()
    notes.select(rows(page)[0].key)
    press(Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), " and more")
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Return)
    assert [note.text for note in on_disk(page)] == ["one and more", "two", "three"]
    notes.setFocus()
    notes.select(rows(page)[0].key)
    press(Qt.Key.Key_Return)
    for _step in range(5):
        press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Return, ALT)
    assert [note.text for note in on_disk(page)] == ["one and", "more", "two", "three"]
    assert [note.kind for note in on_disk(page)][:2] == [NoteKind.PAIN_POINT] * 2
    notes.setFocus()
    notes.select(rows(page)[1].key)
    press(Qt.Key.Key_Down, ALT)
    assert [note.text for note in on_disk(page)] == ["one and", "two", "more", "three"]
    press(Qt.Key.Key_Backspace)
    assert [note.text for note in on_disk(page)] == ["one and", "two more", "three"]
    notes.select(rows(page)[2].key)
    press(Qt.Key.Key_3, ALT)
    assert on_disk(page)[2].verbatim
    press(Qt.Key.Key_Delete)
    assert [note.text for note in on_disk(page)] == ["one and", "two more"]


def test_without_consent_notes_are_kept_and_marked_as_staying(page):
    start(page, "M&E lead", LATER)
    type_line(page, "the budget is cut")
    assert page.header.consent.text().strip() == "Consent not asked: notes stay here"
    assert rows(page)[-1].blocked
    assert "1 note stays on this laptop" in page.view.summary.summary.stays


def test_consent_is_changed_later_and_a_refusal_is_asked_for_twice(page):
    start(page, "M&E lead", LATER)
    type_line(page, "the budget is cut")
    page.handlers["consent"]()
    QTest.keyClicks(page.forms.consent.panel, ALL)
    press(Qt.Key.Key_Return)
    assert not rows(page)[-1].blocked
    page.handlers["consent"]()
    QTest.keyClicks(page.forms.consent.panel, NO)
    press(Qt.Key.Key_Return)
    assert on_disk(page) != []
    press(Qt.Key.Key_Return)
    assert on_disk(page) == []
    assert not page.view.composer.isVisible()


def test_consent_is_taken_back(page):
    start(page, "M&E lead")
    type_line(page, "the budget is cut")
    page.forms.ask_consent(page.code)
    page.forms.consent.withdraw.click()
    page.forms.consent.withdraw.click()
    consent = page.desk.engagement.find(Consent, interview=page.code)[0]
    assert consent.state is ConsentState.WITHDRAWN
    assert rows(page)[-1].blocked


def test_after_a_refusal_no_line_can_be_typed(page):
    start(page, "M&E lead", NO)
    assert not page.view.composer.isVisible()
    assert page.view.refused.isVisible()
    page.show_interview("I07")
    assert page.view.composer.isVisible()


def test_the_end_is_looked_over_first(page, window):
    engagement = page.desk.engagement
    before = indicators(engagement.dossier(), engagement.today())["coverage"]["per_level"]["L2"]
    start(page, "Programme head, adol", LATER)
    type_line(page, "^ one sheet for all")
    type_line(page, "call 98765 43210")
    window.actions_by_key["interview.end"].trigger()
    keys = [key.partition(":")[0] for key in page.forms.review.list.keys]
    assert keys == ["consent", "number", "unplaced"]
    page.forms.review.list.chosen.emit(page.forms.review.list.keys[1])
    assert page.view.notes.list.current == rows(page)[1].key
    window.actions_by_key["interview.end"].trigger()
    press(Qt.Key.Key_Return)
    after = indicators(engagement.dossier(), engagement.today())["coverage"]["per_level"]["L2"]
    assert (before["done"], after["done"]) == (1, 2)
    assert not page.header.end.isVisible()


def test_who_spoke_is_asked_where_several_did(page):
    page.show_interview("I10")
    page.view.speaker.setCurrentIndex(1)
    type_line(page, "and nobody told her")
    assert on_disk(page)[-1].person == "P14"
    assert rows(page)[-1].who == "Field worker, ward K7"


def test_who_said_a_line_is_changed_by_a_key(page, window):
    page.show_interview("I10")
    first, second = page.desk.engagement.get(Interview, "I10").participants[:2]
    type_line(page, "and nobody told her")
    assert on_disk(page)[-1].person == first
    page.view.composer.field.setFocus()
    press(Qt.Key.Key_S, ALT)
    assert on_disk(page)[-1].person == second
    assert window.actions_by_key["undo"].text() == "Undo: Who said a line changed"
    QTest.keyClicks(page.view.composer.field, "he nods")
    press(Qt.Key.Key_F8, SHIFT)
    assert page.view.speaker.currentData() == second
    assert on_disk(page)[-1].text == "and nobody told her"


def test_the_clock_rests_and_is_seen_to_rest(page, window):
    start(page, "M&E lead")
    assert page.header.pause.text() == "Pause"
    page.header.pause.click()
    assert page.header.paused.isVisible()
    assert page.desk.engagement.get(Interview, page.code).paused_at
    assert not page.session._clock.isActive()
    assert window.actions_by_key["undo"].text() == "Undo: Interview paused"
    press(Qt.Key.Key_F10)
    assert not page.header.paused.isVisible()
    assert page.session._clock.isActive()


def test_lines_are_taken_to_the_map(page, window, qtbot):
    start(page, "M&E lead")
    type_line(page, "! the paper register gets wet")
    type_line(page, "nothing of it")
    qtbot.waitUntil(page.view.summary.place.isVisible)
    assert page.view.summary.place.text() == "Place 1 on the map"
    page.view.summary.place.click()
    tray = window.pages["maps"].tray
    assert window.stack.key == "maps"
    assert tray.hasFocus()
    assert tray.current == on_disk(page)[0].code


def test_every_act_of_an_interview_is_in_the_palette_with_its_key(page, window):
    page.show_interview("I07")
    window.open_palette()
    asides = {entry.row.title: entry.row.aside for entry in window.palette_box._entries}
    for words, key in (
        ("Next question", "Ctrl+Down"),
        ("Question before", "Ctrl+Up"),
        ("Next line to ask later", "Ctrl+J"),
        ("Edit the guide", "Ctrl+G"),
        ("Pause the interview, or go on", "Ctrl+Shift+P"),
        ("Read the lines back", "Ctrl+R"),
        ("Said by the next one who takes part", "Alt+S"),
        ("Place notes on a map", "Ctrl+M"),
        ("Line: Pain", "Ctrl+2"),
    ):
        assert asides[words] == key
    window.palette_box.leave()


def test_one_line_goes_with_what_it_made_by_either_key(page, window):
    start(page, "M&E lead")
    type_line(page, "[] send both counts")
    page.view.notes.list.select("")
    page.view.notes.list.setFocus()
    window.actions_by_key["record.remove"].trigger()
    assert page.desk.engagement.find(Action, title="send both counts") == ()
    window.parts.toast.undo.click()
    assert page.desk.engagement.find(Action, title="send both counts") != ()


def test_the_notes_of_the_sample(page):
    page.show_interview("I07")
    assert len(rows(page)) == 8
    assert rows(page)[0].shown.startswith("“महीने")
    page.view.notes.filter(1)
    assert [row.kind for row in rows(page)] == [NoteKind.PAIN_POINT] * 2
    assert "CommCare" in page.view.summary.summary.tools


def test_the_cover_hides_all_but_the_talk_and_what_is_ours(page, window):
    start(page, "M&E lead")
    for text in ("late", "_ she is afraid", "% she leaves"):
        type_line(page, text)
    page.handlers["cover"]()
    sheet = page.sheet
    assert sheet.isVisible()
    assert sheet.geometry() == window.rect()
    assert not sheet.mask().contains(sheet.hole.center())
    assert sheet.mask().contains(window.rail.geometry().center())
    assert [row.shown for row in rows(page)] == ["late"]
    page.handlers["cover"]()
    assert not sheet.isVisible()
    assert len(rows(page)) == 3


def test_the_cover_comes_from_every_page_by_one_key(page, window):
    page.show_interview("I07")
    window.go_to("home")
    press(Qt.Key.Key_F8)
    assert page.sheet.isVisible()
    assert page.sheet.mask().contains(window.rail.geometry().center())
    press(Qt.Key.Key_F8)
    assert not page.sheet.isVisible()


def test_lines_are_read_back_in_large_type(page):
    start(page, "M&E lead")
    for text in ('" late again', "_ she is afraid"):
        type_line(page, text)
    page.handlers["read_back"]()
    assert page.read_back_page.words.toPlainText() == "“late again”"
    press(Qt.Key.Key_Escape)
    assert page.view.isVisible()


def test_what_was_typed_and_not_kept_is_offered_again(page):
    page.desk.engagement.add(PersonName(person="P05", full_name="Imran Shaikh"))
    save_draft(page.desk.engagement, interview="I07", text="! asks @P05 tw", caret=9)
    page.show_interview("I07")
    composer = page.view.composer
    assert (composer.line.kind, composer.field.text()) == (
        NoteKind.PAIN_POINT,
        "asks @Imran Shaikh tw",
    )
    assert page.view.recovered.isVisible()
    page.view.draft_left.emit()
    assert composer.field.text() == ""
    assert draft_of(page.desk.engagement, "I07") is None


def test_typing_is_saved_while_it_goes_on(page, qtbot):
    start(page, "M&E lead")
    QTest.keyClicks(page.view.composer.field, "! half a sen")
    qtbot.waitUntil(lambda: draft_of(page.desk.engagement, page.code) is not None)
    assert draft_of(page.desk.engagement, page.code).text == "! half a sen"


def test_a_photo_is_hung_on_a_line_without_its_place(page, tmp_path):
    from PIL import Image

    path = tmp_path / "form.jpg"
    exif = Image.Exif()
    exif.get_ifd(0x8825)[2] = (18.0, 30.0, 0.0)
    Image.new("RGB", (40, 30), "red").save(path, exif=exif)
    start(page, "M&E lead")
    type_line(page, "this form")
    page.view.notes.list.files_dropped.emit("", [str(path)])
    photos = rows(page)[-1].photos
    assert len(photos) == 1
    assert page.session.lines.picture(photos[0]).width() == 40


TYPIST = """
import sys
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pathlib import Path
from cxo_desktop.compose import open_services
from cxo_desktop.ui.start import make_window
app = QApplication([])
window = make_window(app, open_services(Path(sys.argv[1]), sys.argv[2]))
window.show()
window.go_to("capture")
page = window.capture
page.show_interview("I07")
for number in range(3):
    QTest.keyClicks(page.view.composer.field, f"! line {number} of three")
    QTest.keyClick(page.view.composer.field, Qt.Key.Key_Return)
assert window.top.saved.text.startswith("Saved"), window.top.saved.text
QTest.keyClicks(page.view.composer.field, "! and half a line")
print("typed", flush=True)
app.exec()
"""


def test_kept_lines_and_half_a_line_are_there_after_a_kill(sample, tmp_path):
    script = tmp_path / "typist.py"
    script.write_text(TYPIST, encoding="utf-8")
    workspace = sample.workspace.path
    typist = subprocess.Popen(
        [sys.executable, str(script), str(workspace), "one two three"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert typist.stdout.readline().strip() == "typed"
        time.sleep(1)
    finally:
        typist.send_signal(signal.SIGKILL)
        typist.wait()
        typist.stdout.close()
    again = open_services(workspace, "one two three").workspace.open()
    try:
        texts = [note.text for note in notes_of(again, "I07")]
        draft = draft_of(again, "I07")
    finally:
        again.close()
    assert texts[-3:] == [f"line {number} of three" for number in range(3)]
    assert draft.text == "! and half a line"


def test_a_planned_interview_is_begun_with_consent(page):
    engagement = page.desk.engagement
    planned = engagement.add(
        Interview(status=InterviewStatus.PLANNED, participants=("P06",), guide="G-FIELD")
    )
    page.show_interview(planned.code)
    page.header.start.click()
    QTest.keyClicks(page.forms.start.consent, NOTES)
    press(Qt.Key.Key_Return)
    begun = engagement.get(Interview, planned.code)
    assert (begun.status, page.code) == (InterviewStatus.OPEN, planned.code)
    assert engagement.find(Consent, interview=planned.code)[0].person == "P06"


def test_an_action_line_makes_the_action(page):
    start(page, "M&E lead")
    type_line(page, "[] send counts fri")
    engagement = page.desk.engagement
    note = engagement.find(Note, interview=page.code)[-1]
    assert engagement.find(Action, raised_from=note.code)[0].due_on is not None
