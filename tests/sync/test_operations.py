"""Operations travel as they are; what a newer version says is kept for later."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.store.outbox import SentOperation
from cxo_desktop.sync.operations import from_content, to_content
from cxo_desktop.sync.refusals import Refused

CELLS = st.dictionaries(
    st.text(max_size=5),
    st.none() | st.integers(-(2**60), 2**60) | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20),
    max_size=3,
)  # fmt: skip
CHANGES = st.tuples(
    st.text(max_size=5), st.text(max_size=5), st.text(max_size=5), st.none() | CELLS
)
OPERATIONS = st.builds(
    SentOperation, st.integers(0, 2**62 - 1), st.text(max_size=9), st.lists(CHANGES).map(tuple)
)


@given(st.lists(OPERATIONS, max_size=5))
def test_what_is_sent_comes_in(sent):
    read = from_content(to_content(sent))
    assert read.operations == tuple(sent)
    assert read.unread == ()


@pytest.mark.parametrize(
    "strange",
    [
        [5, "vote", {"a": 1}],
        [5, "change", [["note", "N", "text", ["a list"]]]],
        [5, "change", [["note", "N", "text", {"text": True}]]],
        [1 << 63, "from the end of time", []],
        {"kind": "new"},
    ],
)
def test_an_operation_of_an_unknown_kind_is_kept_and_others_are_read(strange):
    known = [7, "add note", [["note", "N", "", {"text": "a"}]]]
    read = from_content(json.dumps([strange, known]).encode())
    assert [one.instant for one in read.operations] == [7]
    assert [json.loads(one) for one in read.unread] == [strange]


@pytest.mark.parametrize("content", [b"", b"{", b"{}", b"[" * 100_000])
def test_what_is_no_list_is_refused(content):
    with pytest.raises(Refused):
        from_content(content)
