"""Laptops that exchange come to the same, and what was contested is kept and shown."""

from cxo_desktop.store.check import content_faults
from cxo_desktop.store.conflicts import conflicts
from tests.sync.laptops import settle


def test_what_one_writes_the_other_reads(two):
    asha, ravi = two
    note = asha.note("The clinic counts twice")
    done = asha.sync()
    assert (done.sealed, done.sent) == (1, 1)
    done = ravi.sync()
    assert done.came_in == 1
    assert done.tables == {"note"}
    assert ravi.get(note).text == "The clinic counts twice"
    assert asha.state() == ravi.state()


def test_nothing_new_does_nothing(two):
    asha, _ravi = two
    done = asha.sync()
    assert (done.sealed, done.sent, done.came_in, done.refused) == (0, 0, 0, {})


def test_concurrent_edits_of_one_field_keep_the_loser(two):
    asha, ravi = two
    note = asha.note(visit="first")
    settle(*two)
    asha.edit(note, visit="monday")
    ravi.edit(note, visit="tuesday")
    settle(*two)
    assert asha.state() == ravi.state()
    [conflict] = conflicts(asha.store.db)
    shown = asha.get(note).visit
    assert {shown, *(side.value for side in conflict.contested.others)} == {"monday", "tuesday"}
    ravi.edit(note, visit="wednesday")
    assert conflicts(ravi.store.db) == ()
    settle(*two)
    assert conflicts(asha.store.db) == ()
    assert asha.get(note).visit == "wednesday"


def test_a_later_edit_is_no_conflict(two):
    asha, ravi = two
    note = asha.note(visit="first")
    settle(*two)
    asha.edit(note, visit="monday")
    settle(*two)
    ravi.edit(note, visit="tuesday")
    settle(*two)
    assert asha.get(note).visit == "tuesday"
    assert conflicts(asha.store.db) == ()


def test_an_edit_beats_a_concurrent_removal_and_says_so(two):
    asha, ravi = two
    note = asha.note(visit="first")
    settle(*two)
    asha.remove(asha.get(note))
    ravi.edit(note, visit="tuesday")
    settle(*two)
    assert asha.get(note).visit == "tuesday"
    [conflict] = conflicts(asha.store.db)
    assert conflict.contested.field == ""
    assert asha.state() == ravi.state()
    assert content_faults(asha.store) == ()


def test_a_removal_that_saw_everything_stays(two):
    asha, ravi = two
    note = asha.note()
    settle(*two)
    ravi.edit(note, visit="tuesday")
    settle(*two)
    asha.remove(asha.get(note))
    settle(*two)
    assert ravi.get(note) is None
    assert conflicts(ravi.store.db) == ()


def test_tags_of_both_stay_and_removed_ones_go(two):
    asha, ravi = two
    note = asha.note(themes=("T-1", "T-2"))
    settle(*two)
    asha.edit(note, themes=("T-2", "T-3"))
    ravi.edit(note, themes=("T-1", "T-2", "T-4"))
    settle(*two)
    assert set(asha.get(note).themes) == {"T-2", "T-3", "T-4"}
    assert conflicts(asha.store.db) == ()
    assert asha.state() == ravi.state()


def test_both_edits_of_a_body_are_in_it_and_both_versions_can_be_seen(two):
    asha, ravi = two
    note = asha.note("We count the children twice a week.")
    settle(*two)
    asha.edit(note, text="We count the children twice a week, on paper.")
    ravi.edit(note, text="हम: We count the children three times a week.")
    settle(*two)
    assert asha.get(note).text == "हम: We count the children three times a week, on paper."
    [conflict] = conflicts(ravi.store.db)
    assert conflict.contested.merged
    assert asha.state() == ravi.state()
    assert content_faults(ravi.store) == ()


def test_a_wrong_clock_of_years_loses_nothing(two):
    asha, ravi = two
    ravi.store.log.clock._now = lambda: 4_000_000_000.0
    note = asha.note(visit="first")
    settle(*two)
    ravi.edit(note, visit="from the future")
    settle(*two)
    asha.edit(note, visit="after it")
    settle(*two)
    assert ravi.get(note).visit == "after it"
    assert conflicts(asha.store.db) == ()


def test_three_laptops_come_to_the_same(three):
    asha, ravi, meena = three
    note = asha.note("one", visit="v")
    settle(*three)
    for laptop in three:
        laptop.edit(note, visit=laptop.name, themes=(laptop.name,), text=f"one {laptop.name}")
        laptop.note(f"by {laptop.name}")
    settle(*three)
    assert asha.state() == ravi.state() == meena.state()
    assert len(asha.texts()) == 4
    contested = {one.contested.field: one.contested for one in conflicts(asha.store.db)}
    assert len(contested["visit"].others) == 2
    assert set(asha.get(note).themes) == {"Asha", "Ravi", "Meena"}
