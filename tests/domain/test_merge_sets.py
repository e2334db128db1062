"""Adding wins over a removal that did not know of it; removals of what was known count."""

from cxo_desktop.domain.merge import Stamp
from cxo_desktop.domain.merge_sets import joined_set


def stamp(device, segment, instant, **seen):
    return Stamp(device, segment, instant, 0, seen)


BASE = (stamp("a", 1, 1), '["T","U"]')


def test_both_additions_stay_and_a_removal_counts():
    mine = (stamp("a", 2, 3), '["U","V"]')
    theirs = (stamp("b", 1, 2, a=1), '["T","U","W"]')
    assert joined_set([BASE, theirs, mine]) == ["U", "V", "W"]


def test_what_one_added_again_stays_though_another_removed_it_before():
    removed = (stamp("a", 2, 2), '["U"]')
    added = (stamp("b", 1, 3, a=2), '["U","T"]')
    also_removed = (stamp("c", 1, 4, a=1), '["U"]')
    assert joined_set([BASE, removed, added, also_removed]) == ["U", "T"]


def test_nothing_is_an_empty_list():
    assert joined_set([BASE, (stamp("a", 2, 3), None)]) == []


def test_what_is_no_list_of_different_words_is_not_joined():
    for cell in ("word", '["a","a"]', "[1]", "{}"):
        assert joined_set([BASE, (stamp("b", 1, 2, a=1), cell)]) is None
