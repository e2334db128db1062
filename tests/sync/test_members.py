"""Members and keys follow the share."""

from cxo_desktop.store.database import write
from cxo_desktop.sync.entries import Kind
from cxo_desktop.sync.keyring import wrap_keys
from cxo_desktop.sync.members import keep_keys_in_order, learn, remove
from cxo_desktop.sync.mirror import mirror_own
from cxo_desktop.sync.sealing import seal_all
from tests.sync.laptops import settle


def test_after_a_removal_the_others_have_a_key_that_the_removed_has_not(three):
    asha, ravi, meena = three
    remove(asha.local, ravi.local.device)
    settle(*three)
    assert meena.local.epoch_keys(2) == asha.local.epoch_keys(2) != []
    assert ravi.local.epoch_keys(2) == []
    assert not ravi.local.admitted


def test_what_one_had_taken_in_before_the_removal_counts_for_all(three):
    asha, ravi, meena = three
    note = ravi.note("just in time")
    ravi.sync()
    meena.sync()
    remove(asha.local, ravi.local.device)
    asha.sync()
    assert asha.get(note) is None
    meena.sync()
    asha.sync()
    assert asha.get(note).text == "just in time"
    assert asha.state() == meena.state()


def test_what_nobody_had_taken_in_stays_in_quarantine(three):
    asha, ravi, meena = three
    remove(asha.local, ravi.local.device)
    asha.sync()
    note = ravi.note("too late")
    ravi.store.db.execute("DELETE FROM share_file WHERE name IN (SELECT max(name) FROM share_file)")
    ravi.local._reckoned = None

    with write(ravi.store.db):
        seal_all(ravi.local)

    mirror_own(ravi.local, ravi.share, lambda: None)
    done = meena.sync()
    assert "removed" in {reason for _size, reason, _detail in done.refused.values()}
    assert meena.get(note) is None


def test_a_member_who_was_left_out_of_a_new_epoch_gets_its_key(three):
    asha, _ravi, meena = three
    roster = asha.local.roster()
    with write(asha.store.db):
        asha.local.learn_keys([(2, bytes(32))])
        only = {dev: to for dev, to in roster.recipients.items() if dev == asha.local.device}
        asha.local.add_entry(roster, Kind.KEYS, wrap_keys(asha.local, only, 2))
    assert asha.local.roster().left_out
    roster = keep_keys_in_order(asha.local, asha.local.roster())
    assert not roster.left_out
    settle(*three)
    assert meena.local.epoch_keys(2)


def test_learning_twice_changes_nothing(two):
    asha, _ravi = two
    before = asha.local.state.files("")
    refused = {}
    learn(asha.local, asha.share, refused)
    assert (asha.local.state.files(""), refused) == (before, {})
