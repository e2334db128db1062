"""One laptop's side of a space."""

from dataclasses import replace

from cxo_desktop.sync.crypto import new_device_keys
from cxo_desktop.sync.local import LocalSpace, new_id
from tests.sync.laptops import Laptop


def test_an_engagement_is_on_this_laptop_only_at_first(share):
    alone = Laptop("Asha", share)
    assert not alone.local.is_shared
    alone.store.close()


def test_names_are_readable_by_members_only(two):
    asha, ravi = two
    members = asha.local.roster().members
    names = {asha.local.name_of(one) for one in members.values()} - {"recovery"}
    assert names == {"Asha", "Ravi"}
    stranger = replace(members[ravi.local.device], name_box='[9, "00", "00"]')
    assert asha.local.name_of(stranger) == ravi.local.device
    assert asha.local.name_of(replace(stranger, name_box="")) == ravi.local.device


def test_what_is_known_outlives_the_object(two):
    asha, _ravi = two
    again = LocalSpace(asha.store)
    assert again.keys == asha.local.keys
    assert again.roster() == asha.local.roster()
    assert again.epoch_keys() == asha.local.epoch_keys()


def test_ids_differ():
    assert new_id() != new_id()
    assert new_device_keys() != new_device_keys()
