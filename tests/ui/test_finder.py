"""The palette can find every action with its key, every person and every note."""

from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.ui.actions import ActionSpec
from cxo_desktop.ui.finder import action_entries, record_entries


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
    entries = record_entries(dossier)
    assert [entry.row.key for entry in entries] == ["person:P1", "note:N2", "note:N1"]
    assert entries[0].row.title == "Asha K."
    assert len(entries[1].row.title) <= 90
    assert len(entries[1].searched) > 250
    assert entries[2].row.icon == "triangle-alert"
