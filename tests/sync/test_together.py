"""A stick that goes round for a month, two windows at once, a full share, and no word leaked."""

import base64
import json
import os
import random
import subprocess
import zlib
from dataclasses import replace

import pytest

from cxo_desktop.domain.attachments import Attachment
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.interviews import Note
from cxo_desktop.store.check import content_faults
from cxo_desktop.store.conflicts import conflicts
from cxo_desktop.sync.local import LocalSpace
from cxo_desktop.sync.rounds import exchange
from cxo_desktop.sync.transport import ShareUnreachable
from tests.sync.laptops import Laptop, settle
from tests.sync.machine import fresh

DAYS = 30


def test_five_laptops_thirty_days_and_one_stick(tmp_path):
    laptops, _stick = fresh(tmp_path, "Asha", "Ravi", "Meena", "Iqbal", "Devi")
    chance = random.Random(30)  # noqa: S311 - who has the stick is no secret
    written = []
    for day in range(DAYS):
        for laptop in laptops:
            for number in range(chance.randrange(3)):
                written.append(f"{day} {laptop.name} {number}")
                laptop.note(written[-1])
            notes = laptop.records.list(Note)
            laptop.edit(chance.choice(notes), visit=f"{day} {laptop.name}")
        for holder in chance.sample(laptops, 2):
            holder.sync()
    settle(*laptops)
    states = [laptop.state() for laptop in laptops]
    assert all(state == states[0] for state in states)
    for laptop in laptops:
        assert set(written) <= set(laptop.texts())
    assert content_faults(laptops[0].store) == ()


@pytest.fixture
def on_disk(share, tmp_path):
    (tmp_path / "a").mkdir()
    asha = Laptop("Asha", share, path=tmp_path / "a" / "engagement.db", key=bytes(32))
    ravi = Laptop("Ravi", share)
    asha.found()
    asha.sync()
    ravi.ask()
    asha.admit()
    settle(asha, ravi)
    yield asha, ravi
    asha.store.close()
    ravi.store.close()


def test_two_windows_of_one_profile_exchange_at_once(on_disk, share, tmp_path):
    asha, ravi = on_disk
    window = Laptop("Asha", share, path=tmp_path / "a" / "engagement.db", key=bytes(32))
    note = ravi.note("theirs")
    ravi.sync()

    def between(what, _count):
        """While one window exchanges, the other writes and exchanges as well."""
        if what == "came in" and not inside:
            inside.append(True)
            window.note("from the other window")
            window.sync()

    inside = []
    done = exchange(asha.local, asha.share, between)
    assert inside
    assert (done.cloned, asha.get(note).text) == (False, "theirs")
    settle(window, ravi, asha)
    assert asha.state() == ravi.state() == window.state()
    assert content_faults(window.store) == ()
    window.store.close()


def test_what_was_written_during_an_exchange_has_not_seen_what_came_in(on_disk):
    """Sealing before taking in: otherwise the later value would silently cover the other."""
    asha, ravi = on_disk
    note = asha.note("a", visit="v")
    settle(asha, ravi)
    ravi.edit(note, visit="theirs")
    ravi.sync()

    def write_late(what, _count):
        if what == "came in" and asha.get(note).visit == "v":
            asha.edit(note, visit="mine")

    exchange(asha.local, asha.share, write_late)
    settle(asha, ravi)
    found = asha.store.db.execute("SELECT field FROM conflict").fetchall()
    assert found == [("visit",)]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="mounts a small disk as root")
def test_a_full_share_loses_nothing(tmp_path):
    place = tmp_path / "small"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=160k", "tmpfs", str(place)],  # noqa: S607 - of the system
        check=False,
        capture_output=True,
    )
    if mounted.returncode:
        pytest.skip("no small disk can be mounted here")
    try:
        asha = Laptop("Asha", place)
        asha.found()
        chance = random.Random(1)  # noqa: S311 - words are no secret
        asha.note("".join(chance.choices("abcdefghij", k=900_000)))
        with pytest.raises(ShareUnreachable, match="full"):
            asha.sync()
        assert list(place.rglob("*.tmp")) == []
        subprocess.run(["mount", "-o", "remount,size=8m", str(place)], check=True)  # noqa: S607 - of the system
        assert asha.sync().sent == 1
        asha.store.close()
    finally:
        subprocess.run(["umount", str(place)], check=True)  # noqa: S607 - of the system


def spellings(word):
    """Return a word as it might lie in a file."""
    plain = word.encode()
    yield from (plain, word.encode("utf-16-le"), word.encode("utf-16-be"))
    for shift in range(3):
        yield base64.b64encode(b" " * shift + plain)[shift + 2 : -4]
    yield zlib.compress(plain)[2:-6]
    yield plain.hex().encode()


def test_no_word_of_anybody_is_on_the_share(on_disk, share):
    asha, ravi = on_disk
    words = [f"canary{number}sings" for number in range(200)]
    for number, word in enumerate(words[:150]):
        laptop = (asha, ravi)[number % 2]
        laptop.note(word, visit=word, themes=(word,), raw_text=word)
    digest = asha.store.blobs.put(b" ".join(word.encode() for word in words[150:]))
    asha.records.add(Attachment(name=words[-1], digest=digest))
    settle(asha, ravi)
    files = [file for file in share.rglob("*") if file.is_file()]
    assert len(files) > 6
    assert LocalSpace(asha.store).space in str(files[0])
    found = [
        (file.name, word)
        for file in files
        for content in [file.read_bytes()]
        for word in words
        if word in file.name or any(spelt in content for spelt in spellings(word))
    ]
    assert found == []
    for name in (b"Asha", b"Ravi", b"Trust"):
        assert not any(name in file.read_bytes() for file in files)


@pytest.mark.parametrize("wrap", [bytes, base64.b64encode, bytes.hex, zlib.compress])
def test_a_planted_word_would_be_found(wrap):
    planted = wrap(b"and canary7sings here" if wrap is not zlib.compress else b"canary7sings")
    content = planted.encode() if isinstance(planted, str) else planted
    assert any(spelt in content for spelt in spellings("canary7sings"))


def test_settings_are_merged_value_by_value(two):
    asha, ravi = two
    set_constants(asha, attribution_k=4)
    settle(asha, ravi)
    set_constants(asha, attribution_k=5, hours_per_month=700)
    set_constants(ravi, upskill_hours_low=30)
    settle(asha, ravi)
    assert asha.state() == ravi.state()
    for laptop in (asha, ravi):
        [engagement] = laptop.records.list(Engagement)
        now = engagement.settings
        assert (now.attribution_k, now.hours_per_month, now.upskill_hours_low) == (5, 700, 30)
        assert conflicts(laptop.store.db) == ()


def test_a_constant_that_two_changed_is_contested(two):
    asha, ravi = two
    set_constants(asha, attribution_k=5, hours_per_month=700)
    set_constants(ravi, attribution_k=6)
    settle(asha, ravi)
    [contested] = conflicts(asha.store.db)
    assert asha.state() == ravi.state()
    sides = [contested.contested.shown, *contested.contested.others]
    assert sorted(json.loads(side.value)["attribution_k"] for side in sides) == [5, 6]
    assert {json.loads(side.value)["hours_per_month"] for side in sides} == {700}


def set_constants(laptop, **values):
    [engagement] = laptop.records.list(Engagement)
    laptop.records.put(replace(engagement, settings=replace(engagement.settings, **values)))
