"""Who is a member comes out the same, in whatever order the entries came."""

import itertools

from cxo_desktop.sync import entries
from cxo_desktop.sync.crypto import new_device_keys
from cxo_desktop.sync.entries import Entry, Kind
from cxo_desktop.sync.roster import PAPER, roster_of

KEYS = {name: new_device_keys() for name in ("a", "b", "c", "d", PAPER)}


def entry(number, author, prev, kind, **data):
    plain = Entry("5" * 16, number, author, tuple(one.sha for one in prev), kind, data)
    return entries.sign(plain, KEYS[author])


def person(name):
    return {"dev": name, "public": KEYS[name].public, "recipient": f"to {name}", "name": name}


def keys(epoch, *devices):
    return {"keys": f"file {epoch}", "epoch": epoch, "for": list(devices)}


ROOT = entry(
    1, "a", (), Kind.FOUND, **person("a"), paper=[KEYS[PAPER].public, "p"], **keys(1, "a", PAPER)
)
B = entry(2, "a", (ROOT,), Kind.ADMIT, **person("b"), **keys(1, "a", "b", PAPER))


def active(*log, root=ROOT):
    return {one.dev for one in roster_of(log, root.sha).active}


def test_order_is_nothing():
    c = entry(3, "b", (B,), Kind.ADMIT, **person("c"))
    d = entry(3, "a", (B,), Kind.ADMIT, **person("d"))
    for log in itertools.permutations([ROOT, B, c, d]):
        assert active(*log) == {"a", "b", "c", "d"}
        assert set(roster_of(log, ROOT.sha).heads) == {c.sha, d.sha}
        assert roster_of(log, ROOT.sha).next_number == 4


def test_only_the_pinned_beginning_counts():
    other = entry(1, "b", (), Kind.FOUND, **person("b"))
    assert active(other, ROOT) == {"a"}
    assert active(other) == set()


def test_a_stranger_admits_nobody():
    c = entry(2, "c", (ROOT,), Kind.ADMIT, **person("c"))
    assert active(ROOT, c) == {"a"}


def test_an_entry_without_what_it_rests_on_waits():
    c = entry(3, "a", (B,), Kind.ADMIT, **person("c"))
    assert active(ROOT, c) == {"a"}
    assert active(ROOT, c, B) == {"a", "b", "c"}


def test_a_removed_member_counts_up_to_where_it_was_seen():
    gone = entry(3, "a", (B,), Kind.REMOVE, dev="b", upto=4, **keys(2, "a", PAPER))
    roster = roster_of([ROOT, B, gone], ROOT.sha)
    assert (roster.members["b"].removed, roster.members["b"].upto) == (True, 4)
    assert (roster.epoch, roster.exposed, roster.left_out) == (2, False, False)
    more = entry(4, "a", (gone,), Kind.ACCEPT, dev="b", upto=6)
    assert roster_of([ROOT, B, gone, more], ROOT.sha).members["b"].upto == 6


def test_what_a_removed_member_says_without_knowing_of_it_does_not_count():
    gone = entry(3, "a", (B,), Kind.REMOVE, dev="b", upto=4)
    late = entry(3, "b", (B,), Kind.ADMIT, **person("c"))
    for log in itertools.permutations([ROOT, B, gone, late]):
        assert active(*log) == {"a"}


def test_of_two_who_removed_each_other_the_removal_known_first_stays():
    b_gone = entry(3, "a", (B,), Kind.REMOVE, dev="b", upto=1)
    a_gone = entry(3, "b", (B,), Kind.REMOVE, dev="a", upto=1)
    assert active(ROOT, B, b_gone, a_gone) == {"a"}
    assert active(ROOT, B, a_gone, b_gone) == {"b"}


def test_removals_at_once_leave_a_key_that_nobody_removed_may_have():
    c = entry(3, "a", (B,), Kind.ADMIT, **person("c"), **keys(1, "a", "b", "c", PAPER))
    d = entry(4, "a", (c,), Kind.ADMIT, **person("d"), **keys(1, "a", "b", "c", "d", PAPER))
    one = entry(5, "a", (d,), Kind.REMOVE, dev="c", upto=0, **keys(2, "a", "b", "d", PAPER))
    two = entry(5, "b", (d,), Kind.REMOVE, dev="d", upto=0, **keys(2, "a", "b", "c", PAPER))
    roster = roster_of([ROOT, B, c, d, one, two], ROOT.sha)
    assert {member.dev for member in roster.active} == {"a", "b"}
    assert roster.exposed


def test_the_printed_key_admits():
    c = entry(3, PAPER, (B,), Kind.ADMIT, **person("c"))
    assert active(ROOT, B, c) == {"a", "b", "c"}
