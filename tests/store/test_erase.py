"""What is held of a person is found in every state it ever had."""

from dataclasses import replace

from cxo_desktop.domain.ids import IdFactory
from cxo_desktop.domain.interviews import Interview, Note
from cxo_desktop.domain.people import Person
from cxo_desktop.store.engagement_store import open_store
from cxo_desktop.store.erase import erase, held_of, purge

NOW = "2026-11-24T10:00:00+00:00"


def test_who_a_note_was_laid_to_last_is_whose_it_is(store):
    first = store.records.add(Person(code="P1"))
    mine = store.records.add(Note(text="mine", person="P1"))
    moved = store.records.add(Note(text="was mine", person="P1"))
    store.records.put(replace(moved, person="P2"))
    held = held_of(store, "P1", str, NOW)
    assert held.gone == {("note", mine.id), ("person", first.id)}
    assert held.counts() == {"note": 1, "person": 1, "cleaned": 0, "draft": 0}


def test_words_of_nobody_in_a_talk_with_one_are_theirs_and_in_a_group_nobody_s(store):
    store.records.add(Interview(code="I1", participants=("P1",), place="her house"))
    store.records.add(Interview(code="I2", participants=("P1", "P2"), place="the office"))
    alone = store.records.add(Note(text="x", interview="I1"))
    store.records.add(Note(text="y", interview="I2"))
    held = held_of(store, "P1", str, NOW)
    assert held.gone == {("note", alone.id)}
    assert [cells.get("place", "") for cells in held.cleaned.values()] == [""]


def test_a_name_in_an_earlier_version_is_blanked_too(store):
    note = store.records.add(Note(text="Sunita said"))
    store.records.put(replace(note, text="somebody said"))

    def clean(text):
        return text.replace("Sunita", "…")

    erase(store, "P1", held_of(store, "P1", clean, NOW), NOW, clean)
    assert store.records.list(Note)[0].text == "somebody said"
    assert "Sunita" not in str(list(store.log.all_changes()))


def test_rewriting_the_file_gives_its_space_back(tmp_path):
    store = open_store(tmp_path / "e.db", bytes(32), device="a", ids=IdFactory())
    store.db.execute("INSERT INTO meta VALUES ('a', ?)", ["x" * 2_000_000])
    purge(store.db)
    large = store.path.stat().st_size
    store.db.execute("DELETE FROM meta")
    purge(store.db)
    assert store.path.stat().st_size < large - 1_900_000
    store.close()
