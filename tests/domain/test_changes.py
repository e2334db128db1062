"""A row is what its changes say, in order."""

from cxo_desktop.domain.changes import Change, row_after


def change(number, field, cells, *, erased=False):
    return Change(number, 1, "note", "r", field, cells, erased)


MADE = change(1, "", {"text": "a", "kind": "fact"})
EDITED = change(2, "text", {"text": "b"})
REMOVED = change(3, "", None)


def test_a_row_is_made_changed_removed_and_made_again():
    assert row_after(()) is None
    assert row_after((MADE, EDITED)) == {"text": "b", "kind": "fact"}
    assert row_after((MADE, EDITED, REMOVED)) is None
    assert row_after((MADE, REMOVED, change(4, "", {"text": "c"}))) == {"text": "c"}


def test_a_change_to_a_row_that_is_gone_brings_nothing_back():
    assert row_after((MADE, REMOVED, EDITED)) is None


def test_what_was_erased_says_nothing():
    erased = change(1, "", None, erased=True)
    assert not erased.makes
    assert not erased.removes
    assert row_after((erased, change(2, "text", None, erased=True))) is None
