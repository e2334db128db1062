"""Earlier states can be read and brought back; the bin gives back what it holds."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from cxo_desktop.app.history import (
    empty_bin,
    in_bin,
    redo,
    redoable,
    restore,
    take_out_of_bin,
    undo,
    undoable,
    versions,
)
from cxo_desktop.app.search import search
from cxo_desktop.domain.errors import NotFound
from cxo_desktop.domain.interviews import Note


@pytest.fixture
def note(empty):
    note = empty.add(Note(text="first", themes=("LAT",)))
    empty.put(replace(note, text="second"))
    return note


def test_every_state_is_told_with_when_and_what(empty, note):
    first, second = versions(empty, note)
    assert (first.number, first.record.text, first.fields) == (1, "first", ())
    assert (second.number, second.record.text, second.fields) == (2, "second", ("text",))
    assert second.record.themes == ("LAT",)
    assert first.at <= second.at
    assert first.device == second.device


def test_a_state_is_brought_back_and_that_can_be_undone(empty, note):
    heard = []
    empty.events.subscribe(heard.append)
    restore(empty, note, 1)
    assert empty.find(Note)[0].text == "first"
    assert [changed.kinds for changed in heard] == [{"note"}]
    undo(empty)
    assert empty.find(Note)[0].text == "second"


def test_a_state_that_never_was_is_not_found(empty, note):
    for number in (0, 3):
        with pytest.raises(NotFound, match="2 versions"):
            restore(empty, note, number)


def test_what_was_removed_lies_in_the_bin_and_comes_back(empty, note):
    empty.remove(note)
    assert [gone.record.text for gone in in_bin(empty)] == ["second"]
    take_out_of_bin(empty, note.id)
    assert [kept.text for kept in empty.find(Note)] == ["second"]
    assert in_bin(empty) == ()
    with pytest.raises(NotFound, match="not in the bin"):
        take_out_of_bin(empty, note.id)


def test_undo_and_redo_are_told(empty, note):
    heard = []
    empty.events.subscribe(lambda changed: heard.append(changed.kinds))
    assert undo(empty).name == "change note"
    assert redo(empty).name == "change note"
    assert heard == [{"note"}, {"note"}]


def test_several_changes_of_one_operation_are_told_once(empty):
    heard = []
    empty.events.subscribe(lambda changed: heard.append(changed.kinds))
    with empty.operation("two notes"):
        empty.add(Note(text="a"))
        assert len(empty.dossier().all(Note)) == 1
        empty.add(Note(text="b"))
    assert heard == [{"note"}]
    undo(empty)
    assert empty.find(Note) == ()


def test_an_operation_that_fails_leaves_and_tells_nothing(empty):
    heard = []
    empty.events.subscribe(heard.append)
    with pytest.raises(ZeroDivisionError), empty.operation("broken"):
        empty.add(Note(text="a"))
        raise ZeroDivisionError
    assert heard == []
    assert empty.dossier().all(Note) == ()


def test_an_emptied_bin_leaves_nothing_to_find(empty, note):
    empty.put(replace(note, text="the eastern ledger"))
    empty.remove(note)
    kept = empty.add(Note(text="stays"))
    empty.remove(kept)
    take_out_of_bin(empty, kept.id)
    now = datetime.now(UTC)
    assert empty_bin(empty, now, older_than=timedelta(days=30)) == 0
    assert empty_bin(empty, now) == 1
    assert in_bin(empty) == ()
    assert undoable(empty) is None
    assert undo(empty) is None
    assert [one.text for one in empty.find(Note)] == ["stays"]
    assert search(empty, "eastern") == ()
    values = [change.cells for change in empty.store.log.changes_to(note.id)]
    assert values == [None] * len(values)
    assert empty_bin(empty, now) == 0


def test_what_undo_and_redo_would_do_is_known(empty, note):
    assert (undoable(empty).name, redoable(empty)) == ("change note", None)
    undo(empty)
    assert (undoable(empty).name, redoable(empty).name) == ("add note", "change note")
