"""A row is what the set of its changes makes, whatever the order; every loser is told."""

import json
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.changes import ERASE, Change
from cxo_desktop.domain.merge import GONE, ROW, Stamp, Stamped, latest, lost_to_erasure, merged

DEVICES = ("a", "b", "c")


def no_join(_versions, _name):
    return None


def at(device, segment, instant, *, seen=None, field="", cells=None, number=1):  # noqa: PLR0913 - what a change consists of
    change = Change(number, 1, "note", "R", field, cells)
    return Stamped(change, Stamp(device, segment, instant, number, seen or {}))


@st.composite
def histories(draw):
    """What three laptops did to one row, each now and then taking in what another had done."""
    changes = [at("a", 1, 1, cells={"visit": "0", "themes": '["T"]'})]
    known = {device: ({"a": 1} if device != "a" else {}) for device in DEVICES}
    segment = {"a": 1, "b": 0, "c": 0}
    instant = dict.fromkeys(DEVICES, 1)
    for number in range(draw(st.integers(0, 12))):
        device = draw(st.sampled_from(DEVICES))
        other = draw(st.sampled_from(DEVICES))
        if other != device:
            known[device][other] = max(known[device].get(other, 0), segment[other])
            for third, last in known[other].items():
                if third != device:
                    known[device][third] = max(known[device].get(third, 0), last)
            instant[device] = max(instant[device], instant[other])
        segment[device] += 1
        instant[device] += draw(st.integers(1, 3))
        kind = draw(st.sampled_from(["visit", "visit", "themes", "remove", "make", "erase"]))
        words = draw(st.lists(st.sampled_from("TUV"), unique=True))
        themes = json.dumps(words) if words else None
        visit = draw(st.sampled_from(["1", "2", "3", None]))
        made = {
            "visit": ("visit", {"visit": visit}),
            "themes": ("themes", {"themes": themes}),
            "make": ("", {"visit": visit, "themes": themes}),
            "remove": ("", None),
            "erase": (ERASE, None),
        }[kind]
        changes.append(
            at(
                device,
                segment[device],
                instant[device],
                seen=dict(known[device]),
                field=made[0],
                cells=made[1],
                number=number + 2,
            )
        )
    return changes


@given(histories(), st.randoms(use_true_random=False))
def test_the_order_in_which_changes_come_is_nothing(changes, chance):
    shuffled = list(changes)
    chance.shuffle(shuffled)
    assert merged(shuffled, no_join) == merged(changes, no_join)


@given(histories(), st.randoms(use_true_random=False))
def test_changes_that_come_twice_change_nothing(changes, chance):
    twice = [*changes, *chance.sample(changes, len(changes) // 2)]
    assert merged(twice, no_join) == merged(changes, no_join)


@given(histories())
def test_every_loser_is_contested_or_the_same(changes):
    row = merged(changes, no_join)
    if row.cells is None:
        return
    erasures = [one for one in changes if one.change.erases]
    versions = [
        one
        for one in changes
        if one.change.field in {"", "visit"} and not one.change.removes
        if all(one.stamp.saw(erasure.stamp) for erasure in erasures)
    ]
    contested = {one.field: one for one in row.contested}
    for one in versions:
        if any(other.stamp.saw(one.stamp) for other in versions):
            continue
        value = one.value("visit")
        told = contested.get("visit")
        sides = [told.shown.value, *(side.value for side in told.others)] if told else []
        assert value == row.cells.get("visit") or value in sides


@given(histories())
def test_no_value_comes_from_nowhere(changes):
    row = merged(changes, no_join)
    said = {one.value("visit") for one in changes}
    assert row == GONE or row.cells.get("visit") in said
    words = {word for one in changes for word in json.loads(one.value("themes") or "[]")}
    assert set(json.loads((row.cells or {}).get("themes") or "[]")) <= words


@given(histories())
def test_what_saw_is_ranked_after(changes):
    for one in changes:
        for other in changes:
            if one.stamp.saw(other.stamp):
                assert one.stamp.rank > other.stamp.rank


def test_a_later_change_wins_without_a_conflict():
    made = at("a", 1, 1, cells={"visit": "1"})
    later = at("b", 1, 2, seen={"a": 1}, field="visit", cells={"visit": "2"})
    assert merged([later, made], no_join).cells == {"visit": "2"}
    assert merged([later, made], no_join).contested == ()


def test_concurrent_values_are_both_told():
    made = at("a", 1, 1, cells={"visit": "1"})
    mine = at("a", 2, 3, field="visit", cells={"visit": "2"})
    theirs = at("b", 1, 2, seen={"a": 1}, field="visit", cells={"visit": "3"})
    row = merged([made, mine, theirs], no_join)
    assert row.cells == {"visit": "2"}
    [contested] = row.contested
    assert [side.value for side in contested.others] == ["3"]
    settled = at("b", 2, 4, seen={"a": 2}, field="visit", cells={"visit": "3"})
    assert merged([made, mine, theirs, settled], no_join).contested == ()


def test_a_row_whose_making_has_not_come_is_not_there():
    alone = at("b", 1, 2, seen={"a": 1}, field="visit", cells={"visit": "3"})
    assert merged([alone], no_join) == GONE


def test_an_edit_brings_a_removed_row_back_and_that_is_told():
    made = at("a", 1, 1, cells={"visit": "1"})
    gone = at("a", 2, 5, field="", cells=None)
    edit = at("b", 1, 2, seen={"a": 1}, field="visit", cells={"visit": "3"})
    row = merged([made, gone, edit], no_join)
    assert row.cells == {"visit": "3"}
    assert [one.field for one in row.contested] == [ROW]
    again = at("b", 2, 6, seen={"a": 2}, field="", cells=None)
    assert merged([made, gone, edit, again], no_join) == GONE


def test_an_erasure_takes_what_did_not_know_of_it():
    made = at("a", 1, 1, cells={"visit": "1"})
    erased = at("a", 2, 5, field=ERASE)
    cleaned = at("a", 2, 5, cells={"visit": "[left out]"}, number=2)
    edit = at("b", 1, 9, seen={"a": 1}, field="visit", cells={"visit": "Ravi says"})
    row = merged([made, erased, cleaned, edit], no_join)
    assert row.cells == {"visit": "[left out]"}
    assert lost_to_erasure([made, erased, cleaned, edit]) == [made.change, edit.change]


def test_only_the_newest_of_each_laptop_can_be_unseen():
    changes = [at("a", n, n, field="visit", cells={"visit": str(n)}) for n in range(1, 4)]
    assert latest(changes) == changes[-1:]
    assert all(later.stamp.saw(one.stamp) for one, later in pairwise(changes))
