"""Files with keys open for members and hold all epochs."""

import pytest

from cxo_desktop.store.database import write
from cxo_desktop.sync import crypto, names
from cxo_desktop.sync.keyring import files_needed, has_keys, unwrap_keys, wrap_keys
from cxo_desktop.sync.refusals import Reason, Refused


def test_a_file_holds_all_epochs_and_the_name_key(two):
    asha, ravi = two
    with write(asha.store.db):
        asha.local.learn_keys([(2, bytes(32))])
        said = wrap_keys(asha.local, {"r": ravi.local.keys.recipient}, 2)
    file = asha.local.state.files("key/")[names.keys(2, said["keys"])]
    with write(ravi.store.db):
        unwrap_keys(ravi.local, file, ravi.local.keys.identity)
    assert ravi.local.epoch_keys() == asha.local.epoch_keys()
    assert ravi.local.state.get("blobs") == asha.local.state.get("blobs")
    with pytest.raises(Refused):
        unwrap_keys(ravi.local, file, crypto.new_device_keys().identity)


def test_a_file_of_another_space_is_refused(two):
    asha, _ravi = two
    for content, reason in (
        (b'{"space": "x", "keys": [], "blobs": ""}', Reason.WRONG_PLACE),
        (b"{}", Reason.NOT_WHOLE),
    ):
        file = crypto.wrap(content, [asha.local.keys.recipient])
        with pytest.raises(Refused) as told:
            unwrap_keys(asha.local, file, asha.local.keys.identity)
        assert told.value.reason is reason


def test_every_file_of_the_log_is_kept_for_whoever_needs_it(two):
    for laptop in two:
        roster = laptop.local.roster()
        assert files_needed(laptop.local, roster) == []
        assert has_keys(laptop.local, roster)
        assert len(laptop.local.state.files("key/")) == len(roster.wrapped)
