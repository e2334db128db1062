"""A sealed segment is numbered, chained, and says what its laptop had seen."""

import pytest

from cxo_desktop.store.database import write
from cxo_desktop.store.outbox import waiting
from cxo_desktop.sync import container
from cxo_desktop.sync.sealing import seal, seal_all
from tests.sync.laptops import settle


def test_each_names_the_one_before_and_what_was_seen(two):
    asha, ravi = two
    ravi.note("theirs")
    settle(*two)
    for text in ("one", "two"):
        asha.note(text)
        with write(asha.store.db):
            assert seal_all(asha.local) == 1
    one, two_ = asha.local.segments.of(asha.local.device)[-2:]
    assert (two_.seq, two_.prev) == (one.seq + 1, one.sha)
    assert two_.deps == {ravi.local.device: 1}
    file = asha.local.segments.content(two_.number)
    assert container.take_apart(file).header.deps == two_.deps
    assert b"two" not in file


def test_a_segment_without_changes_says_what_was_seen(two):
    asha, _ravi = two
    with write(asha.store.db):
        made = seal(asha.local, None)
    assert container.take_apart(made.content).header.n == 0


def test_a_seal_that_is_cut_off_leaves_the_changes_waiting(two):
    asha, _ravi = two
    asha.note("one")
    with pytest.raises(ZeroDivisionError), write(asha.store.db):
        seal_all(asha.local)
        1 / 0  # noqa: B018 - whatever ends the transaction
    assert waiting(asha.store.db) == 1
    assert asha.sync().sent == 1
