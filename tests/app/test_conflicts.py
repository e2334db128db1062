"""Conflicts as a person sees and settles them."""

import pytest

from cxo_desktop.app.conflicts import Keep, conflicts, resolve
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.events import Events
from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.errors import InputRefused, NotFound
from cxo_desktop.domain.interviews import Note
from tests.sync.laptops import settle, together


@pytest.fixture
def pair(tmp_path):
    """Two laptops that changed one note at once, as open engagements."""
    laptops = together(tmp_path, "Asha", "Ravi")
    asha, ravi = laptops
    note = asha.note("one two", visit="v", kind=NoteKind.NEED)
    settle(*laptops)
    asha.edit(note, visit="monday", text="ONE two", kind=NoteKind.ASK)
    ravi.edit(note, visit="tuesday", text="one TWO", kind=NoteKind.WORKAROUND)
    settle(*laptops)
    yield asha, ravi, OpenEngagement(asha.store, Events()), note
    for one in laptops:
        one.store.close()


def number(engagement, field):
    return next(one.number for one in conflicts(engagement) if one.field == field)


def test_each_version_says_whose_it_is(pair):
    _asha, _ravi, engagement, note = pair
    found = {one.field: one for one in conflicts(engagement)}
    assert set(found) == {"visit", "text", "kind"}
    assert {(v.value, v.by, v.mine) for v in found["visit"].versions} == {
        ("monday", "Asha", True),
        ("tuesday", "Ravi", False),
    }
    assert found["text"].merged
    assert found["visit"].code == note.code


@pytest.mark.parametrize(
    ("keep", "value"),
    [(Keep.MINE, "monday"), (Keep.THEIRS, "tuesday"), (Keep.BOTH, None)],
)
def test_a_choice_stands_on_both_laptops(pair, keep, value):
    asha, ravi, engagement, note = pair
    resolve(engagement, number(engagement, "visit"), keep)
    settle(asha, ravi)
    for laptop in (asha, ravi):
        visit = laptop.get(note).visit
        assert visit == value or {*visit.split(" / ")} == {"monday", "tuesday"}
    assert "visit" not in {one.field for one in conflicts(engagement)}


def test_a_merged_text_can_be_kept_or_replaced_by_one_version(pair):
    asha, ravi, engagement, note = pair
    assert asha.get(note).text == "ONE TWO"
    resolve(engagement, number(engagement, "text"), Keep.BOTH)
    assert asha.get(note).text == "ONE TWO"
    settle(asha, ravi)
    assert ravi.get(note).text == "ONE TWO"


def test_two_kinds_cannot_be_kept_in_one(pair):
    asha, _ravi, engagement, note = pair
    with pytest.raises(InputRefused):
        resolve(engagement, number(engagement, "kind"), Keep.BOTH)
    resolve(engagement, number(engagement, "kind"), Keep.THEIRS)
    assert asha.get(note).kind is NoteKind.WORKAROUND


def test_a_record_removed_there_and_changed_here_is_kept_or_removed(pair):
    asha, ravi, engagement, _note = pair
    for keep, stays in ((Keep.MINE, True), (Keep.THEIRS, False)):
        note = asha.note("another", visit="v")
        settle(asha, ravi)
        asha.edit(note, visit="w")
        ravi.remove(ravi.get(note))
        settle(asha, ravi)
        assert asha.get(note)
        resolve(engagement, number(engagement, ""), keep)
        settle(asha, ravi)
        assert bool(asha.get(note)) is bool(ravi.get(note)) is stays


def test_a_conflict_that_is_not_there_is_told(pair):
    with pytest.raises(NotFound):
        resolve(pair[2], 999, Keep.MINE)


def test_a_change_to_the_record_settles_its_field(pair):
    asha, _ravi, engagement, note = pair
    asha.edit(note, visit="wednesday")
    assert "visit" not in {one.field for one in conflicts(engagement)}
    assert engagement.find(Note)
