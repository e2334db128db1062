"""A restored profile goes on as another laptop."""

from cxo_desktop.sync.cloned import become_another
from tests.sync.laptops import settle


def test_the_old_keys_admit_the_new_laptop_and_its_name_stays(two):
    asha, ravi = two
    old = asha.local.device
    become_another(asha.local, asha.local.roster())
    assert asha.local.device != old
    note = asha.note("as another")
    settle(*two)
    assert ravi.get(note)
    member = ravi.local.roster().members[asha.local.device]
    assert ravi.local.name_of(member) == "Asha"
    assert asha.local.admitted
