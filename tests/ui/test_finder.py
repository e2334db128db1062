"""The palette can find every action with its key, every person and every note."""

from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.ui.actions import ActionSpec
from cxo_desktop.ui.finder import Finder, action_entries, record_entries


def test_actions_show_their_keys():
    spec = ActionSpec("brief.make", "Make the brief", "file-text", lambda: None, "Ctrl+B")
    entry = action_entries([spec])[0]
    assert (entry.row.key, entry.row.aside) == ("do:brief.make", "Ctrl+B")
    assert entry.searched == "make the brief"


def test_people_by_name_and_notes_by_any_word_newest_first():
    dossier = Dossier(
        engagement=Engagement(),
        records={
            Person: (Person(code="P1", role="Clerk"),),
            PersonName: (PersonName(person="P1", full_name="Asha K."),),
            Note: (
                Note(code="N1", text="first", kind=NoteKind.RISK),
                Note(code="N2", text="word " * 60),
            ),
        },
    )
    entries = list(record_entries(dossier).values())
    assert [entry.row.key for entry in entries] == ["person:P1", "note:N2", "note:N1"]
    assert entries[0].row.title == "Asha K."
    assert len(entries[1].row.title) <= 90
    assert len(entries[1].searched) > 250
    assert entries[2].row.icon == "triangle-alert"


def test_only_what_changed_is_made_again():
    kept = Note(code="N1", text="a")
    first, second = (
        Dossier(engagement=Engagement(), records={Note: (kept, Note(code="N2", text=text))})
        for text in "bc"
    )
    before = record_entries(first)
    after = record_entries(second, before)
    by_key = {entry.row.key: entry for entry in before.values()}
    same = {entry.row.key: entry is by_key[entry.row.key] for entry in after.values()}
    assert same == {"note:N2": False, "note:N1": True}


def test_what_was_used_last_is_first_and_records_are_forgotten(sample):
    engagement = sample.workspace.open()
    finder = Finder(["do:quit"])
    finder.used("note:N055")
    assert finder.entries((), engagement)[0].row.key == "note:N055"
    finder.forget()
    assert finder.recent == ["do:quit"]
    assert finder.records(None) == []
    engagement.close()
