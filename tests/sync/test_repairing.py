"""Any member fills the share again, with what others wrote too."""

import shutil

from cxo_desktop.sync.repairing import repair
from tests.sync.laptops import Laptop, settle


def test_an_emptied_share_is_filled_by_one_who_wrote_nothing(two, share):
    asha, ravi = two
    note = asha.note("a")
    settle(*two)
    shutil.rmtree(share / asha.folder)
    assert repair(ravi.local, ravi.share) > 4
    meena = Laptop("Meena", share)
    meena.ask()
    ravi.admit()
    meena.sync()
    assert meena.get(note)
    meena.store.close()
    assert asha.sync().refused == {}


def test_damage_of_the_same_size_is_found(two):
    asha, ravi = two
    asha.note("a")
    settle(*two)
    [held] = asha.local.segments.of(asha.local.device)[-1:]
    file = asha.root / asha.folder / held.name
    whole = file.read_bytes()
    file.write_bytes(bytes(len(whole)))
    assert repair(ravi.local, ravi.share) == 1
    assert file.read_bytes() == whole
    assert repair(ravi.local, ravi.share) == 0
