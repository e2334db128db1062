"""Where the heads say that nothing has happened, no folder of segments is listed again."""

import pytest

from cxo_desktop.sync import heads
from cxo_desktop.sync.heads import FOLDER, Heads
from cxo_desktop.sync.repairing import repair
from cxo_desktop.sync.rounds import exchange
from tests.sync.laptops import settle


class Counting:
    """A share that tells which folders were listed."""

    def __init__(self, share):
        self._share, self.listed = share, []

    def __getattr__(self, name):
        return getattr(self._share, name)

    def files(self, folder):
        self.listed.append(folder)
        return self._share.files(folder)


def listed(laptop):
    counting = Counting(laptop.share)
    exchange(laptop.local, counting)
    return [folder for folder in counting.listed if folder.startswith("seg/")]


@pytest.fixture
def still(two):
    """Two laptops that have nothing to do and have seen that."""
    settle(*two)
    return two


def test_a_round_with_nothing_new_lists_no_segments(still):
    asha, ravi = still
    assert (listed(asha), listed(ravi)) == ([], [])
    asha.note("new")
    asha.sync()
    assert listed(ravi) != []
    assert ravi.texts() == asha.texts()


def test_there_is_one_head_a_laptop(still):
    asha, ravi = still
    for number in range(3):
        asha.note(f"{number}")
        ravi.note(f"{number}")
        settle(asha, ravi)
    names = sorted(one.name.split(".")[0] for one in asha.share.files(FOLDER))
    assert names == sorted([asha.local.device, ravi.local.device])


def test_after_an_hour_all_is_looked_at_again(still, monkeypatch):
    asha, _ravi = still
    real = heads.time.time
    monkeypatch.setattr(heads.time, "time", lambda: real() + heads.LONGEST + 1)
    assert listed(asha) != []
    monkeypatch.setattr(heads.time, "time", lambda: real() - 60)
    assert listed(asha) != []


def test_a_head_before_its_segment_is_waited_for(still):
    """A file service may bring the head first; what it speaks of is looked for until it is here."""
    asha, ravi = still
    asha.note("late")
    asha.sync()
    [newest] = sorted(ravi.share._root.glob(f"seg/{asha.local.device}/*.seg"))[-1:]
    content = newest.read_bytes()
    newest.unlink()
    for _round in range(3):
        ravi.sync()
    newest.write_bytes(content)
    ravi.sync()
    assert "late" in ravi.texts()


def test_heads_that_say_nonsense_are_of_no_account(still):
    asha, ravi = still
    asha.share.put_new(f"{FOLDER}/Thumbs.db", b"junk")
    settle(asha)
    assert listed(asha) == []
    asha.share.put_new(f"{FOLDER}/{ravi.local.device}.99999999.0123456789abcdef", b"")
    settle(asha)
    assert listed(asha) != []
    assert not Heads(asha.local, asha.share).quiet


def test_repair_puts_lost_heads_back(still):
    asha, ravi = still
    ravi.note("mine")
    settle(asha, ravi)
    before = {one.name for one in asha.share.files(FOLDER)}
    for name in before:
        asha.share.delete(f"{FOLDER}/{name}")
    repair(asha.local, asha.share)
    assert {one.name for one in asha.share.files(FOLDER)} == before
