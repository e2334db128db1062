"""Everything can be taken back and done again, and every version is still there."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxo_desktop.domain.changes import row_after
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.ids import IdFactory
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.tools import Tool
from cxo_desktop.store.columns import from_row
from cxo_desktop.store.engagement_store import open_store


def texts(store):
    return [note.text for note in store.records.list(Note)]


def test_what_was_added_changed_and_removed_is_taken_back_in_turn(store):
    note = store.records.add(Note(text="a"))
    store.records.put(replace(note, text="b"))
    store.records.remove(note)
    seen = []
    while store.history.undo():
        seen.append(texts(store))
    assert seen == [["b"], ["a"], []]


def test_it_can_be_done_again_and_taken_back_again(store):
    note = store.records.add(Note(text="a"))
    store.records.put(replace(note, text="b"))
    for _ in range(2):
        assert store.history.undo().name == "change note"
        assert texts(store) == ["a"]
        assert store.history.redo().name == "change note"
        assert texts(store) == ["b"]
    assert store.history.redo() is None


def test_a_restored_record_has_the_same_id_and_code(store):
    note = store.records.add(Note(text="a", themes=("LAT",)))
    store.records.remove(note)
    store.history.undo()
    assert store.records.list(Note) == (note,)


def test_something_new_ends_what_could_be_done_again(store):
    store.records.add(Note(text="a"))
    store.history.undo()
    store.records.add(Note(text="b"))
    assert store.history.redoable() is None
    store.history.undo()
    assert texts(store) == []


def test_several_writings_of_one_operation_are_taken_back_together(store):
    with store.records.operation("start interview"):
        note = store.records.add(Note(text="a"))
        store.records.put(replace(note, text="b"))
        store.records.add(Tool(name="Paper"))
    assert store.history.undoable().name == "start interview"
    store.history.undo()
    assert texts(store) == []
    assert store.records.list(Tool) == ()


def test_the_import_of_an_engagement_is_not_taken_back(store):
    store.records.fill(Dossier(engagement=Engagement(code="E", organisation="Asha")))
    assert store.history.undo() is None
    store.records.add(Note(text="a"))
    assert store.history.undo() is not None
    assert store.history.undo() is None


def test_there_is_no_limit_to_what_can_be_taken_back(store):
    for number in range(1200):
        store.records.add(Note(text=str(number)))
    undone = 0
    while store.history.undo():
        undone += 1
    assert (undone, texts(store)) == (1200, [])
    while store.history.redo():
        undone -= 1
    assert (undone, len(texts(store))) == (0, 1200)


def test_what_was_rolled_back_is_not_remembered(store):
    store.records.add(Note(text="kept"))
    with pytest.raises(ZeroDivisionError), store.records.operation("broken"):
        store.records.add(Note(text="a"))
        store.history.undoable()
        raise ZeroDivisionError
    with store.records.operation("two notes"):
        store.records.add(Note(text="b"))
    assert store.history.undo().name == "two notes"
    assert texts(store) == ["kept"]


def test_undo_knows_what_another_window_of_this_laptop_did(tmp_path):
    path, key = tmp_path / "e.db", bytes(32)
    first, second = (open_store(path, key, device="a", ids=IdFactory()) for _ in range(2))
    first.records.add(Note(text="a"))
    assert first.history.undoable().name == "add note"
    second.records.add_all([Note(text="b")])
    assert first.history.undo().name == "add records"
    assert texts(second) == ["a"]
    for store in (first, second):
        store.close()


def test_undo_is_offered_again_after_a_restart(tmp_path):
    path, key = tmp_path / "e.db", bytes(32)
    first = open_store(path, key, device="a", ids=IdFactory())
    first.records.add(Note(text="before the restart"))
    first.close()
    again = open_store(path, key, device="a", ids=IdFactory())
    assert again.history.undo().name == "add note"
    assert texts(again) == []
    again.close()


def test_what_another_laptop_did_is_not_ours_to_undo(tmp_path):
    path, key = tmp_path / "e.db", bytes(32)
    theirs = open_store(path, key, device="theirs", ids=IdFactory())
    theirs.records.add(Note(text="theirs"))
    theirs.close()
    mine = open_store(path, key, device="mine", ids=IdFactory())
    assert mine.history.undo() is None
    mine.close()


def test_every_version_of_a_record_can_be_read_and_brought_back(store):
    note = store.records.add(Note(text="first"))
    store.records.put(replace(note, text="second"))
    store.records.remove(note)
    versions = store.history.versions(note.id)
    assert [version.cells and version.cells["text"] for version in versions] == [
        "first",
        "second",
        None,
    ]
    store.history.restore("note", note.id, versions[0].cells, "restore note")
    assert texts(store) == ["first"]
    store.history.undo()
    assert texts(store) == []


def test_the_bin_holds_what_is_gone_and_only_that(store):
    kept = store.records.add(Note(text="kept"))
    gone = store.records.add(Note(text="gone"))
    back = store.records.add(Note(text="back again"))
    for note in (gone, back):
        store.records.remove(note)
    store.history.undo()
    assert [(one.row, one.cells["text"]) for one in store.history.bin()] == [(gone.id, "gone")]
    assert kept in store.records.list(Note)


COMMANDS = st.lists(
    st.tuples(
        st.sampled_from(["add", "change", "remove", "several", "undo", "redo"]),
        st.integers(0, 1000),
        st.text(max_size=5),
    ),
    max_size=40,
)


def content(store):
    return (store.records.list(Note), store.records.list(Tool))


def carry_out(store, command, number, text):
    notes = store.records.list(Note)
    chosen = notes[number % len(notes)] if notes else None
    if command == "add" or chosen is None:
        store.records.add(Note(text=text))
    elif command == "change":
        store.records.put(replace(chosen, text=text, themes=(text,)))
    elif command == "remove":
        store.records.remove(chosen)
    elif command == "several":
        with store.records.operation("several"):
            store.records.remove(chosen)
            store.records.add(Tool(name=text))
            store.records.put(replace(store.records.add(Note(text="x")), text=text))
    elif command == "undo":
        store.history.undo()
    else:
        store.history.redo()


@given(COMMANDS)
@settings(deadline=None)
def test_undoing_everything_leaves_what_was_there_before(commands):
    store = open_store(None, b"", device="a", ids=IdFactory())
    store.records.fill(
        Dossier(engagement=Engagement(code="E"), records={Note: (Note(code="N1", text="old"),)})
    )
    before = content(store)
    for command in commands:
        carry_out(store, *command)
    after = content(store)
    undone = 0
    while store.history.undo():
        undone += 1
    assert content(store) == before
    for _ in range(undone):
        store.history.redo()
    assert content(store) == after
    store.close()


@given(COMMANDS)
@settings(deadline=None)
def test_the_log_replayed_gives_the_same_rows(commands):
    store = open_store(None, b"", device="a", ids=IdFactory())
    for command in commands:
        carry_out(store, *command)
    rows = {}
    for change in store.log.all_changes():
        rows.setdefault((change.table, change.row), []).append(change)
    classes = {"note": Note, "tool": Tool}
    replayed = {Note: [], Tool: []}
    for (table, row), changes in sorted(rows.items()):
        cells = row_after(tuple(changes))
        if cells is not None:
            cls = classes[table]
            blank = dict.fromkeys(
                one[1] for one in store.db.execute(f"PRAGMA table_info({table})").fetchall()
            )
            replayed[cls].append(from_row(cls, {**blank, **cells, "id": row}))
    assert content(store) == (tuple(replayed[Note]), tuple(replayed[Tool]))
    store.close()
