"""Settings that two changed at once are merged value by value, in whatever order they come."""

import json
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.merge_maps import joined_map


@dataclass(frozen=True)
class Version:
    name: str
    seen: frozenset = frozenset()

    def saw(self, other):
        return other.name in self.seen


FIRST = Version("first")
ASHA, RAVI = (Version(name, frozenset({"first"})) for name in ("asha", "ravi"))


def cell(**values):
    return json.dumps(values) if values else None


def values(found):
    return json.loads(found.cell) if found.cell else {}


def test_each_changed_another_value_and_both_stand():
    found = joined_map(
        [(FIRST, cell(a=1, b=1)), (ASHA, cell(a=2, b=1)), (RAVI, cell(a=1, b=3, c=4))]
    )
    assert values(found) == {"a": 2, "b": 3, "c": 4}
    assert found.rivals == ()


def test_the_same_value_changed_by_both_is_contested():
    found = joined_map([(FIRST, cell(a=1, b=1)), (ASHA, cell(a=2, b=1)), (RAVI, cell(a=3, b=2))])
    assert values(found) == {"a": 3, "b": 2}
    [(place, other)] = found.rivals
    assert (place, json.loads(other)) == (1, {"a": 2, "b": 2})


def test_a_value_taken_away_is_gone_and_whoever_saw_both_settles():
    settler = Version("settler", frozenset({"first", "asha", "ravi"}))
    versions = [(FIRST, cell(a=1)), (ASHA, cell()), (RAVI, cell(a=3)), (settler, cell(a=5))]
    assert joined_map(versions).rivals == ()
    assert values(joined_map(versions)) == {"a": 5}
    assert values(joined_map([(FIRST, cell(a=1, b=2)), (ASHA, cell(b=2))])) == {"b": 2}


def test_what_is_no_map_is_left_to_others():
    assert joined_map([(FIRST, "[1]"), (ASHA, cell(a=1))]) is None


@given(st.lists(st.dictionaries(st.sampled_from("abc"), st.integers(0, 2)), min_size=2, max_size=3))
def test_every_value_that_nobody_outdid_stands_or_is_a_rival(maps):
    stamps = [Version(f"v{number}", frozenset({"first"})) for number in range(len(maps))]
    base = {"a": 0, "b": 1}
    versions = [(FIRST, cell(**base)), *((s, cell(**m)) for s, m in zip(stamps, maps, strict=True))]
    found = joined_map(versions)
    wholes = [values(found), *(json.loads(other or "{}") for _place, other in found.rivals)]
    for own in maps:
        for name, value in own.items():
            if base.get(name) != value:
                assert any(whole.get(name) == value for whole in wholes)
