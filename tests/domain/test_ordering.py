"""There is always room between two lines."""

from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.ids import IdFactory
from cxo_desktop.domain.ordering import between


def test_between_two_ids_made_one_after_the_other():
    ids = IdFactory(clock=lambda: 1.0)
    first, second = ids.new(), ids.new()
    assert first < between(first, second) < second
    assert between(second, "") > second
    assert between("", first) < first


@given(st.lists(st.integers(0, 5), max_size=60))
def test_any_number_of_moves_keeps_the_order(places):
    keys = ["01ARZ3NDEKTSV4RRFFQ69G5FA0", "01ARZ3NDEKTSV4RRFFQ69G5FA1"]
    for place in places:
        at = place % (len(keys) + 1)
        before = keys[at - 1] if at else ""
        after = keys[at] if at < len(keys) else ""
        keys.insert(at, between(before, after))
        assert keys == sorted(keys)
        assert len(set(keys)) == len(keys)
