"""What was erased leaves the logs, the segments kept here, and the share."""

import pytest

from cxo_desktop.domain.interviews import Note
from cxo_desktop.store.check import content_faults
from cxo_desktop.store.database import write
from cxo_desktop.store.rows import FORGET
from cxo_desktop.sync import container
from tests.sync.laptops import Laptop, settle


def forget(laptop, note):
    with write(laptop.store.db), laptop.store.rows.operation(FORGET):
        laptop.store.rows.forget("note", note.id, None)


def readable(laptop):
    """Everything that any segment kept by a laptop says, as one text."""
    found = []
    for device in laptop.local.segments.heads():
        for held in laptop.local.segments.of(device):
            file = laptop.local.segments.content(held.number)
            for magic in (container.MAGIC, container.PACK_MAGIC):
                if file.startswith(magic):
                    parts = container.take_apart(file, magic)
                    [(_epoch, key)] = laptop.local.epoch_keys(parts.header.epoch)
                    found.append(container.decode(parts, space=laptop.local.space, epoch_key=key))
    return b"".join(found).decode()


@pytest.fixture
def forgotten(two):
    """A note of somebody who was forgotten by Ravi, though Asha wrote it and both edited it."""
    asha, ravi = two
    note = asha.note("Sunita said so")
    kept = asha.note("nobody said so")
    settle(*two)
    asha.edit(note, visit="with Sunita")
    settle(*two)
    forget(ravi, note)
    settle(*two)
    return asha, ravi, kept


def test_the_words_are_gone_from_every_log_and_segment(forgotten):
    for laptop in forgotten[:2]:
        assert "Sunita" not in readable(laptop)
        assert "nobody said so" in readable(laptop)
        held = laptop.store.db.execute("SELECT value FROM change WHERE value NOT NULL").fetchall()
        assert all(b"Sunita" not in value for (value,) in held)
        assert laptop.texts() == ["nobody said so"]
        assert content_faults(laptop.store) == ()


def test_old_files_are_gone_from_the_share_and_new_ones_are_in_their_place(forgotten, share):
    asha, _ravi, _kept = forgotten
    names = sorted(path.name for path in share.rglob(f"{asha.local.device}/*"))
    assert [name for name in names if name.endswith(".pack")]
    assert not any(name.startswith("00000002.") for name in names)


def test_who_comes_later_replays_through_the_new_files(forgotten, share):
    asha, _ravi, kept = forgotten
    meena = Laptop("Meena", share)
    meena.ask()
    asha.admit()
    assert meena.sync().refused == {}
    assert meena.texts() == ["nobody said so"]
    assert meena.get(kept)
    assert meena.state() == asha.state()
    meena.store.close()


def test_an_edit_that_did_not_know_of_the_erasure_is_erased_too(two):
    asha, ravi = two
    note = asha.note("Sunita said so")
    settle(*two)
    forget(ravi, note)
    asha.edit(note, text="Sunita said more")
    settle(*two)
    for laptop in two:
        assert laptop.records.list(Note) == ()
        assert "Sunita" not in readable(laptop)


def test_an_erasure_is_confirmed_by_those_who_write_nothing(two):
    asha, ravi = two
    note = asha.note("Sunita said so")
    settle(*two)
    forget(asha, note)
    asha.sync()
    seq = asha.local.segments.heads()[asha.local.device]
    assert ravi.sync().sent == 1
    asha.sync()
    latest = asha.local.segments.last_of_each()
    assert latest[ravi.local.device].deps[asha.local.device] >= seq
    assert ravi.sync().sent == asha.sync().sent == 0
