from __future__ import annotations

import json

import pytest

from cxo_desktop.app.import_texts import import_texts
from cxo_desktop.domain.enums import ConsentState
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.interviews import Consent, Interview, Note
from cxo_desktop.domain.people import Person, PersonName

FIRST = """\
---
date: 2026-06-03
mood: sunny
---
Interviewer: How do you send it?
Ravi Rao: We take a photo.

Ravi Rao: Then I type it.
"""
SECOND = "हम रजिस्टर में लिखते हैं।\r\n\r\nफिर टाइप करते हैं।\r\n"


@pytest.fixture
def folder(tmp_path):
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "1 ward.md").write_text(FIRST, encoding="utf-8-sig")
    (notes / "2 office.txt").write_bytes(SECOND.encode("utf-16"))
    (notes / "list.csv").write_text("a,b\n")
    return notes


def test_a_folder_comes_in_as_interviews_with_notes(empty, folder):
    report = import_texts(empty, [folder])
    assert [(text.file, text.notes, text.questions) for text in report.texts] == [
        ("1 ward.md", 2, 1),
        ("2 office.txt", 2, 0),
    ]
    dossier = empty.dossier()
    first, second = dossier.all(Interview)
    assert (first.code, first.source_file, str(first.on)) == (
        report.texts[0].interview,
        "1 ward.md",
        "2026-06-03",
    )
    assert second.language == "hi"
    assert [(n.interview, n.source_line, n.text) for n in dossier.all(Note)] == [
        (first.code, 6, "We take a photo."),
        (first.code, 8, "Then I type it."),
        (second.code, 1, "हम रजिस्टर में लिखते हैं।"),
        (second.code, 3, "फिर टाइप करते हैं।"),
    ]
    assert [name.full_name for name in dossier.all(PersonName)] == ["Ravi Rao"]
    assert set(first.participants + second.participants) == set(dossier.by_code(Person))


def test_what_did_not_come_in_is_told(empty, folder):
    report = import_texts(empty, [folder])
    assert len(report.losses) == 2
    assert "line 3" in report.losses[0]
    assert "list.csv" in report.losses[1]
    assert report.blocked == report.notes == 4
    assert report.new_people == 2
    plain = json.loads(json.dumps(report.as_plain()))
    assert plain["files"][0]["unused_lines"] == [3]
    assert plain["notes"] == 4
    assert "2 interviews with 4 notes" in report.lines()[-1]


def test_a_dry_run_tells_the_same_and_writes_nothing(empty, folder):
    before = empty.dossier()
    report = import_texts(empty, [folder], dry_run=True)
    assert empty.dossier() == before
    assert (report.notes, report.dry_run) == (4, True)
    assert "nothing was written" in report.lines()[-1]


def test_a_consent_that_was_given_unblocks_the_notes(empty, folder):
    report = import_texts(empty, [folder], consent=ConsentState.GIVEN)
    assert report.blocked == 0
    assert {consent.state for consent in empty.dossier().all(Consent)} == {ConsentState.GIVEN}


@pytest.mark.parametrize("state", [ConsentState.REFUSED, ConsentState.WITHDRAWN])
def test_nothing_is_kept_of_who_said_no(empty, folder, state):
    before = empty.dossier()
    with pytest.raises(InputRefused):
        import_texts(empty, [folder], consent=state)
    assert empty.dossier() == before


@pytest.mark.parametrize("content", [b"\x00\x01", "Café".encode("latin-1"), b"", b" \n"])
def test_one_file_that_cannot_be_taken_leaves_everything_out(empty, folder, content):
    before = empty.dossier()
    (folder / "3 bad.txt").write_bytes(content)
    with pytest.raises(InputRefused, match=r"3 bad\.txt"):
        import_texts(empty, [folder])
    assert empty.dossier() == before


def test_the_same_files_again_add_nothing(empty, folder):
    import_texts(empty, [folder])
    before = empty.dossier()
    (folder / "3 later.md").write_text("Ravi Rao: One more.\n\nRavi Rao: And one.\n")
    report = import_texts(empty, [folder])
    assert report.already == ("1 ward.md", "2 office.txt")
    assert [text.file for text in report.texts] == ["3 later.md"]
    after = empty.dossier()
    assert len(after.all(Note)) == len(before.all(Note)) + 2
    assert after.all(Person) == before.all(Person)
