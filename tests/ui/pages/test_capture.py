"""Capture: a line is on the disk when Enter returns, and nothing typed is ever lost."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxo_desktop.app.indicators import indicators
from cxo_desktop.app.interviews import notes_of
from cxo_desktop.compose import open_services
from cxo_desktop.domain.enums import ConsentScope, ConsentState, InterviewStatus, NoteKind
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.interviews import Consent, Interview, Note
from cxo_desktop.domain.people import Person

ROOT = Path(__file__).parents[3]


@pytest.fixture
def page(window):
    window.go_to("capture")
    return window.capture


def start(page, who, consent=2):
    page.new_interview()
    page.form.person.setEditText(who)
    page.form.consent.button(consent).setChecked(True)
    QTest.keyClick(page.form.person, Qt.Key.Key_Return)


def type_line(page, text):
    QTest.keyClicks(page.view.composer.field, text)
    QTest.keyClick(page.view.composer.field, Qt.Key.Key_Return)


def on_disk(page):
    """Read the notes as another process would: from the file, by a fresh connection."""
    desk = page.desk
    again = desk.workspace.open(desk.engagement.code)
    try:
        return list(again.find(Note, interview=page.code))
    finally:
        again.close()


def test_an_interview_with_a_known_person(page):
    start(page, "Programme head, adolescent health and gender")
    interview = page.desk.engagement.get(Interview, page.code)
    assert interview.participants == ("P04",)
    assert interview.status is InterviewStatus.OPEN
    consent = page.desk.engagement.find(Consent, interview=interview.code)[0]
    assert consent.state is ConsentState.GIVEN
    assert consent.scopes == (ConsentScope.NOTES, ConsentScope.QUOTE_ANONYMOUS)
    assert page.consent.text == "Consent: notes, unnamed quotes"
    assert page.view.composer.field.hasFocus()


def test_an_interview_with_somebody_new(page):
    start(page, "Cluster coordinator")
    code = page.desk.engagement.get(Interview, page.code).participants[0]
    assert page.desk.engagement.get(Person, code).role == "Cluster coordinator"
    assert page.title.text() == "Cluster coordinator"


def test_nobody_named_is_refused_and_the_form_stays(page, window):
    start(page, "")
    assert "Nobody is named." in window.notice.text
    assert page.form.isVisible()


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
    last = page.view.notes.list.rows[-1]
    assert (last.kind, last.text, last.blocked) == (
        NoteKind.PAIN_POINT,
        "totals typed twice",
        False,
    )
    assert len(last.time) == 5
    assert window.top.saved.text.startswith("Saved ")


def test_nothing_is_said_saved_before_something_was(page, window):
    assert window.top.saved.text == "No changes yet"


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


def test_a_key_changes_the_kind_of_the_line_and_of_the_last_one(page):
    start(page, "M&E lead")
    composer = page.view.composer
    QTest.keyClicks(composer.field, "one list each morning")
    QTest.keyClick(composer.field, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(composer.field, Qt.Key.Key_Return)
    assert on_disk(page)[-1].kind is NoteKind.NEED
    QTest.keyClick(composer.field, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    note = on_disk(page)[-1]
    assert (note.kind, note.text, note.raw_text) == (
        NoteKind.PAIN_POINT,
        "one list each morning",
        "! one list each morning",
    )
    assert page.view.notes.list.rows[-1].kind is NoteKind.PAIN_POINT


def test_without_consent_notes_are_kept_and_marked_as_staying(page):
    start(page, "M&E lead", consent=0)
    type_line(page, "the budget is cut")
    assert page.consent.text == "Consent not asked: notes stay here"
    assert page.view.notes.list.rows[-1].blocked
    assert "1 note stays on this laptop" in page.view.summary.stays


def test_after_a_refusal_no_line_can_be_typed(page):
    start(page, "M&E lead", consent=4)
    assert not page.view.composer.isVisible()
    assert page.view.refused.isVisible()
    page.show_interview("I07")
    assert page.view.composer.isVisible()


def test_ending_an_interview_makes_it_count_as_heard(page, window):
    engagement = page.desk.engagement
    before = indicators(engagement.dossier(), engagement.today())["coverage"]["per_level"]["L2"]
    start(page, "Programme head, adolescent health and gender")
    type_line(page, "^ one sheet for all")
    window.actions_by_key["interview.end"].trigger()
    after = indicators(engagement.dossier(), engagement.today())["coverage"]["per_level"]["L2"]
    assert (before["done"], after["done"]) == (1, 2)
    assert not page.end.isVisible()


def test_who_spoke_is_asked_where_several_did(page):
    page.show_interview("I10")
    page.view.speaker.setCurrentIndex(1)
    type_line(page, "and nobody told her")
    assert on_disk(page)[-1].person == "P14"
    assert page.view.notes.list.rows[-1].who == "Field worker, ward K7"


def test_the_notes_of_the_sample(page):
    page.show_interview("I07")
    rows = page.view.notes.list.rows
    assert len(rows) == 8
    assert rows[0].shown.startswith("“महीने")
    page.view.notes.filter(1)
    assert [row.kind for row in page.view.notes.list.rows] == [NoteKind.PAIN_POINT] * 2
    assert "CommCare" in page.view.summary.tools


def test_marks_are_absorbed_and_given_back(page):
    start(page, "M&E lead")
    composer = page.view.composer
    QTest.keyClicks(composer.field, "!")
    assert composer.line.kind is NoteKind.PAIN_POINT
    assert composer.field.text() == ""
    QTest.keyClicks(composer.field, "! late")
    assert composer.line.kind is NoteKind.RISK
    QTest.keyClick(composer.field, Qt.Key.Key_Home)
    QTest.keyClick(composer.field, Qt.Key.Key_Backspace)
    assert composer.field.text() == "!! late"
    assert composer.line.kind is NoteKind.FACT
    QTest.keyClick(composer.field, Qt.Key.Key_Return)
    note = notes_of(page.desk.engagement, page.code)[-1]
    assert (note.kind, note.text) == (NoteKind.FACT, "!! late")


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
print("typed", flush=True)
app.exec()
"""


def test_lines_are_there_after_a_kill(sample, tmp_path):
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
    finally:
        typist.send_signal(signal.SIGKILL)
        typist.wait()
        typist.stdout.close()
    again = open_services(workspace, "one two three").workspace.open()
    try:
        texts = [note.text for note in notes_of(again, "I07")]
    finally:
        again.close()
    assert texts[-3:] == [f"line {number} of three" for number in range(3)]
