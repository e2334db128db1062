"""Records are kept, changed and removed; whole engagements go in and come out alike."""

from dataclasses import replace

import pytest

from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.errors import NotFound
from cxo_desktop.domain.ids import IdFactory
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.skills import PersonSkill
from cxo_desktop.store.engagement_store import open_store


def test_a_new_record_gets_an_id_and_a_code(repository):
    note = repository.add(Note(text="typed twice"))
    assert repository.list(Note) == (note,)
    assert note.code.startswith("N-")


def test_a_record_without_a_code_of_its_kind_gets_none(repository):
    assert repository.add(PersonSkill(person="P1", skill="SQL", level=1)).code == ""


def test_records_are_listed_in_the_order_in_which_they_came(repository):
    repository.add_all(Note(code=code, text=code) for code in ("N9", "N1", "N5"))
    assert [note.code for note in repository.list(Note)] == ["N9", "N1", "N5"]


def test_many_records_are_kept_all_or_none(repository):
    def notes():
        yield Note(text="first")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        repository.add_all(notes())
    assert repository.list(Note) == ()


def test_a_changed_record_replaces_the_old_one(repository):
    note = repository.add(Note(text="typed twice", themes=("DUP",)))
    changed = replace(note, text="typed three times", themes=())
    repository.put(changed)
    assert repository.list(Note) == (changed,)


def test_a_removed_record_is_gone_and_cannot_be_changed(repository):
    note = repository.add(Note(text="typed twice"))
    repository.remove(note)
    assert repository.list(Note) == ()
    with pytest.raises(NotFound):
        repository.put(note)
    with pytest.raises(NotFound):
        repository.remove(note)


def test_records_are_found_by_what_they_say(repository):
    repository.add_all([Note(text="a", interview="I1"), Note(text="b", interview="I2")])
    assert [note.text for note in repository.find(Note, interview="I2")] == ["b"]


def test_a_dossier_comes_back_as_it_was_put_in(repository):
    dossier = Dossier(
        engagement=Engagement(code="E1", organisation="Asha Trust", data_team=("P1",)),
        records={Note: (Note(code="N1", text="x"), Note(code="N2", text=""))},
        extra={"later": [1, None, ""]},
    )
    repository.fill(dossier)
    back = repository.dossier()
    assert replace(back.engagement, id="") == dossier.engagement
    assert [replace(note, id="") for note in back.all(Note)] == list(dossier.all(Note))
    assert back.extra == dossier.extra


def test_another_connection_s_writing_is_noticed(tmp_path):
    path, key = tmp_path / "e.db", bytes(32)
    mine = open_store(path, key, device="a", ids=IdFactory())
    theirs = open_store(path, key, device="b", ids=IdFactory())
    before = mine.records.data_version()
    mine.records.add(Note(text="my own"))
    assert mine.records.data_version() == before
    theirs.records.add(Note(text="theirs"))
    assert mine.records.data_version() != before
    mine.close()
    theirs.close()
