"""What is kept here is put on the share until it lies there whole."""

import pytest

from cxo_desktop.store.database import write
from cxo_desktop.sync.mirror import put_whole
from cxo_desktop.sync.sealing import seal_all
from cxo_desktop.sync.transport import ShareUnreachable


def own_file(laptop):
    [name] = [one.name for one in laptop.local.segments.of(laptop.local.device)][-1:]
    return laptop.root / laptop.folder / name


@pytest.mark.parametrize("damage", [b"", b"half", None])
def test_an_own_segment_that_is_damaged_or_gone_is_put_again(two, damage):
    asha, ravi = two
    asha.note("a")
    asha.sync()
    file = own_file(asha)
    whole = file.read_bytes()
    file.unlink()
    if damage is not None:
        file.write_bytes(damage)
    assert asha.sync().sent == 1
    assert file.read_bytes() == whole
    assert ravi.sync().came_in == 1


def test_a_member_file_that_is_gone_is_put_again_by_anybody(two):
    asha, ravi = two
    folder = asha.root / asha.folder
    for file in [*folder.glob("mem/*"), *folder.glob("key/*")]:
        file.unlink()
    ravi.sync()
    assert len(list(folder.glob("mem/*"))) == 2


def test_a_share_that_gives_back_something_else_is_told(share):
    class Liar:
        def put_new(self, name, content):
            """Say that all is well."""

        def get(self, name):
            return b"something else than " + name.encode()

    with pytest.raises(ShareUnreachable):
        put_whole(Liar(), "seg/1", b"content")


def test_a_segment_sealed_before_a_crash_is_sent_afterwards(two):
    asha, ravi = two
    note = asha.note("sealed, then the lights went out")
    with write(asha.store.db):
        assert seal_all(asha.local) == 1
    done = asha.sync()
    assert (done.sealed, done.sent) == (0, 1)
    ravi.sync()
    assert ravi.get(note)
