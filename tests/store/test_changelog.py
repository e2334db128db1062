"""Every change is in the log, in the same transaction, and the log is never rewritten."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxo_desktop.domain.changes import row_after
from cxo_desktop.domain.clock import HybridClock
from cxo_desktop.domain.ids import IdFactory
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.tools import Tool
from cxo_desktop.store.driver import DatabaseError
from cxo_desktop.store.engagement_store import open_store

YEARS = 400_000_000


def test_a_record_s_changes_are_told_with_who_and_when(store):
    note = store.records.add(Note(text="typed twice"))
    store.records.put(replace(note, text="typed three times"))
    made, edited = store.log.changes_to(note.id)
    assert made.cells["text"] == "typed twice"
    assert (edited.field, edited.cells) == ("text", {"text": "typed three times"})
    operations = [store.log.operation(change.operation) for change in (made, edited)]
    assert [operation.device for operation in operations] == ["laptop-1"] * 2
    assert operations[0].instant < operations[1].instant


def test_only_what_differs_is_logged(store):
    note = store.records.add(Note(text="x", themes=("LAT",)))
    store.records.put(note)
    store.records.put(replace(note, themes=("LAT", "DUP")))
    assert [change.field for change in store.log.changes_to(note.id)] == ["", "themes"]


def test_one_and_one_point_zero_are_two_values(store):
    tool = store.records.add(Tool(name="x", cash_per_year_inr=1))
    store.records.put(replace(tool, cash_per_year_inr=1.0))
    assert len(store.log.changes_to(tool.id)) == 2


def test_several_writings_are_one_operation(store):
    with store.records.operation("start interview"):
        first = store.records.add(Note(text="a"))
        second = store.records.add(Note(text="b"))
    numbers = {store.log.changes_to(note.id)[0].operation for note in (first, second)}
    assert len(numbers) == 1
    assert store.log.operation(numbers.pop()).name == "start interview"


def test_what_fails_leaves_no_trace_in_rows_or_log(store):
    with pytest.raises(ZeroDivisionError), store.records.operation("broken"):
        store.records.add(Note(text="a"))
        raise ZeroDivisionError
    assert store.records.list(Note) == ()
    assert list(store.log.all_changes()) == []


def test_an_operation_that_changes_nothing_leaves_no_entry(store):
    with store.records.operation("look around"):
        store.records.list(Note)
    assert store.log.own_operations() == ()


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM change",
        "UPDATE change SET value = x'00'",
        "UPDATE change SET field = 'other'",
        "DELETE FROM operation",
        "UPDATE operation SET name = 'nothing happened'",
    ],
)
def test_the_log_cannot_be_rewritten(store, statement):
    note = store.records.add(Note(text="said"))
    with pytest.raises(DatabaseError, match="append-only"):
        store.db.execute(statement)
    assert row_after(store.log.changes_to(note.id))["text"] == "said"


def test_erasing_blanks_every_value_of_a_row_and_keeps_that_it_was_there(store):
    note = store.records.add(Note(text="secret"))
    store.records.put(replace(note, text="still secret"))
    other = store.records.add(Note(text="harmless"))
    assert store.log.erase([note.id]) == 2
    changes = store.log.changes_to(note.id)
    assert [(change.erased, change.cells) for change in changes] == [(True, None)] * 2
    assert not store.log.changes_to(other.id)[0].erased


@given(st.lists(st.tuples(st.sampled_from("ab"), st.integers(-YEARS, YEARS)), max_size=12))
@settings(deadline=None, max_examples=25)
def test_clocks_wrong_by_years_never_break_the_order(turns):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "e.db"
        for number, (device, wrong_by) in enumerate(turns):
            store = open_store(path, bytes(32), device=device, ids=IdFactory())
            last = store.log.clock._last
            store.log.clock = HybridClock(last, now=lambda by=wrong_by: 2_000_000_000 + by)
            store.records.add(Note(text=str(number)))
            store.close()
        store = open_store(path, bytes(32), device="c", ids=IdFactory())
        log = store.db.execute(
            "SELECT instant, device.code FROM operation JOIN device "
            "ON device.key = operation.device ORDER BY number"
        ).fetchall()
        store.close()
    assert [device for _instant, device in log] == [device for device, _by in turns]
    assert [instant for instant, _device in log] == sorted({instant for instant, _ in log})


def test_the_clock_goes_on_where_the_file_left_off(tmp_path):
    path, key = tmp_path / "e.db", bytes(32)
    first = open_store(path, key, device="a", ids=IdFactory())
    first.log.clock.witness(2**60)
    first.records.add(Note(text="from the future"))
    first.close()
    second = open_store(path, key, device="b", ids=IdFactory())
    note = second.records.add(Note(text="now"))
    operation = second.log.operation(second.log.changes_to(note.id)[0].operation)
    assert operation.instant > 2**60
    assert operation.device == "b"
    second.close()
