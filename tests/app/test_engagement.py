"""An open engagement keeps what it is told and tells whoever listens."""

from dataclasses import replace
from datetime import date

import pytest

from cxo_desktop.app.history import undo
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.errors import NotFound
from cxo_desktop.domain.interviews import Note


def test_a_change_is_published_after_it_is_on_the_disk(empty, workspace):
    seen = []

    def look(changed):
        other = workspace.open()
        seen.append((changed.kinds, [note.text for note in other.find(Note)]))
        other.close()

    empty.events.subscribe(look)
    empty.add(Note(text="typed twice"))
    assert seen == [(frozenset({"note"}), ["typed twice"])]


def test_who_unsubscribes_hears_no_more(empty):
    seen = []
    stop = empty.events.subscribe(seen.append)
    stop()
    stop()
    empty.add(Note(text="x"))
    assert seen == []


def test_the_dossier_is_read_again_only_after_a_change(empty):
    first = empty.dossier()
    assert empty.dossier() is first
    note = empty.add(Note(text="x"))
    assert empty.dossier().all(Note) == (note,)


def test_the_dossier_shows_what_another_window_wrote(empty, workspace):
    assert empty.dossier().all(Note) == ()
    other = workspace.open()
    other.add(Note(text="from the other window"))
    other.close()
    assert [note.text for note in empty.dossier().all(Note)] == ["from the other window"]


def test_records_are_changed_and_removed(empty):
    note = empty.add(Note(text="x"))
    empty.put(replace(note, text="y"))
    assert empty.get(Note, note.code).text == "y"
    empty.remove(note)
    with pytest.raises(NotFound, match=note.code):
        empty.get(Note, note.code)


def test_figures_stand_on_the_engagement_s_own_date(sample):
    assert sample.today() == date(2026, 10, 30)


def test_without_one_they_stand_on_today(empty):
    engagement = empty.find(Engagement)[0]
    assert engagement.as_of is None
    assert empty.today() == date.today()  # noqa: DTZ011 - local dates are meant


def test_what_is_read_again_after_changes_is_what_is_there(sample):
    """Of all kinds of change: added, changed, removed, several at once, undone, and refused."""
    first = sample.dossier()
    note = first.all(Note)[0]
    with sample.operation("several"):
        fresh = sample.add(Note(text="x"))
        sample.put(replace(note, text="y"))
        assert sample.dossier() == sample.store.records.dossier()
        sample.remove(first.all(Note)[1])
    sample.add_all([Note(text="one"), Note(text="two")])
    assert sample.dossier() == sample.store.records.dossier()
    assert fresh in sample.dossier().all(Note)
    with pytest.raises(RuntimeError), sample.operation("refused"):
        sample.add(Note(text="never"))
        raise RuntimeError
    assert sample.dossier() == sample.store.records.dossier()
    undo(sample)
    undo(sample)
    assert sample.dossier() == sample.store.records.dossier() == first
