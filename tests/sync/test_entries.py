"""Entries of the membership log."""

import pytest

from cxo_desktop.sync import entries
from cxo_desktop.sync.crypto import new_device_keys
from cxo_desktop.sync.entries import Entry, Kind
from cxo_desktop.sync.refusals import Reason, Refused

ENTRY = Entry("5" * 16, 2, "d" * 16, ("a" * 64,), Kind.REMOVE, {"dev": "e" * 16, "upto": 3})


def test_an_entry_comes_back_and_is_its_authors():
    keys = new_device_keys()
    signed = entries.sign(ENTRY, keys)
    again = entries.read(signed.file)
    assert again.entry == ENTRY
    assert again.is_by(keys.public)
    assert not again.is_by(new_device_keys().public)
    assert again.name == f"mem/00000002.{'d' * 16}.{again.sha[:16]}.mem"


@pytest.mark.parametrize("file", [b"", b"{}\n00", b"[1]\n00", b'{"v":1}\nxx', b"{" * 100_000])
def test_junk_is_refused(file):
    with pytest.raises(Refused) as told:
        entries.read(file)
    assert told.value.reason is Reason.NOT_WHOLE


@pytest.mark.parametrize("words", [(b'"v":1', b'"v":2'), (b'"remove"', b'"promote"')])
def test_an_entry_of_a_newer_version_is_told_apart(words):
    with pytest.raises(Refused) as told:
        entries.read(entries.sign(ENTRY, new_device_keys()).file.replace(*words))
    assert told.value.reason is Reason.NEWER
