"""Whatever is done to a share, it is refused by name, and the rest goes on.

Fourteen classes of attack, every length a segment can be cut to, and flips all over it.
"""

import os
import random
from dataclasses import replace

import pytest

from cxo_desktop.store.outbox import SentOperation
from cxo_desktop.sync import container, crypto, entries, names
from cxo_desktop.sync.entries import Entry, Kind
from cxo_desktop.sync.joining import requests
from cxo_desktop.sync.members import learn, remove
from cxo_desktop.sync.operations import to_content
from cxo_desktop.sync.refusals import Reason, Refused
from cxo_desktop.sync.verifying import Wanted, verified
from tests.sync.machine import Copied, UnreliableShare, copy_of, fresh

FLIPS = int(os.environ.get("CXO_SYNC_FLIPS", "2000"))


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return tmp_path_factory.mktemp("attacked")


@pytest.fixture
def laptops(place):
    """Two laptops and a share; Asha has sent three segments that Ravi has not seen."""
    (asha, ravi), share = fresh(place, "Asha", "Ravi")
    for number in range(3):
        asha.note(f"segment {number}")
        asha.sync()
    return asha, ravi, share


def segments_of(laptop, share):
    return sorted(name for name in share.kept if name.startswith(f"seg/{laptop.local.device}/"))


def newest(laptop, share, back=1):
    return segments_of(laptop, share)[-back]


def reasons(done):
    return {reason for _size, reason, _detail in done.refused.values()}


def arrived(laptop):
    return {text for text in laptop.texts() if text.startswith("segment")}


def flip(content, place, bit=0):
    return content[:place] + bytes([content[place] ^ (1 << bit)]) + content[place + 1 :]


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (lambda file: flip(file, len(file) // 2), Reason.FORGED),
        (lambda file: file[: len(file) // 2], Reason.FORGED),
        (lambda file: file + b"x", Reason.FORGED),
        (lambda file: b"", Reason.NOT_WHOLE),
        (lambda file: bytes(len(file)), Reason.NOT_WHOLE),
    ],
    ids=["bit flip", "truncation", "extension", "empty", "zeroed"],
)
def test_damage_is_refused_and_waited_for(laptops, damage, reason):
    asha, ravi, share = laptops
    name = newest(asha, share, 2)
    whole = share.kept[name]
    share.kept[name] = damage(whole)
    done = ravi.sync()
    assert reason in reasons(done)
    assert arrived(ravi) == {"segment 0"}
    share.kept[name] = whole
    assert ravi.sync().refused == {}
    assert arrived(ravi) == {"segment 0", "segment 1", "segment 2"}


def test_a_gap_is_waited_for(laptops):
    asha, ravi, share = laptops
    gone = share.kept.pop(newest(asha, share, 2))
    done = ravi.sync()
    assert reasons(done) == {Reason.MISSING}
    assert arrived(ravi) == {"segment 0"}
    share.kept[names.segment(asha.local.device, 0, "f" * 64)] = gone
    asha.sync()
    ravi.sync()
    assert len(arrived(ravi)) == 3


def test_swapped_segments_are_refused(laptops):
    asha, ravi, share = laptops
    one, other = newest(asha, share), newest(asha, share, 2)
    share.kept[one], share.kept[other] = share.kept[other], share.kept[one]
    assert reasons(ravi.sync()) == {Reason.WRONG_PLACE}
    assert arrived(ravi) == {"segment 0"}


def test_a_replay_under_a_new_number_is_refused(laptops):
    asha, ravi, share = laptops
    old = share.kept[newest(asha, share)]
    number = len(segments_of(asha, share)) + 1
    share.kept[names.segment(asha.local.device, number, container.hash_of(old))] = old
    assert reasons(ravi.sync()) == {Reason.WRONG_PLACE}
    assert len(arrived(ravi)) == 3


def test_a_renamed_file_is_found_by_what_it_holds(laptops):
    asha, ravi, share = laptops
    name = newest(asha, share)
    share.kept[f"seg/{asha.local.device}/whatever it was called"] = share.kept.pop(name)
    ravi.sync()
    assert len(arrived(ravi)) == 3


def test_a_file_in_another_laptops_folder_is_refused(place):
    (asha, ravi, meena), share = fresh(place / "3", "Asha", "Ravi", "Meena")
    asha.note("segment 0")
    asha.sync()
    file = share.kept.pop(newest(asha, share))
    seq = container.take_apart(file).header.seq
    share.kept[names.segment(ravi.local.device, seq, container.hash_of(file))] = file
    assert reasons(meena.sync()) & {Reason.WRONG_PLACE, Reason.MISSING}
    assert arrived(meena) == set()


def forged(laptop, signer, *, space=None, epoch=None):
    """Return a segment that says it is the next of a laptop, by the keys of somebody."""
    local = laptop.local
    number, key = epoch or local.epoch_keys()[-1]
    head = local.segments.last_of_each()[local.device]
    header = container.Header(
        dev=local.device,
        seq=head.seq + 1,
        prev=head.sha,
        epoch=number,
        deps={},
        n=1,
        schema=7,
        min_reader=7,
        salt=container.new_salt(),
    )
    evil = [SentOperation(1, "evil", (("note", "N", "", {"text": "segment evil"}),))]
    return container.encode(
        header, to_content(evil), container.Seal(space or local.space, key, signer)
    )


def planted(laptop, share, file):
    number = container.take_apart(file).header.seq
    share.kept[names.segment(laptop.local.device, number, container.hash_of(file))] = file


def test_one_who_holds_all_keys_but_the_signing_one_cannot_forge(laptops):
    asha, ravi, share = laptops
    planted(asha, share, forged(asha, crypto.new_device_keys()))
    assert reasons(ravi.sync()) == {Reason.FORGED}
    assert "segment evil" not in ravi.texts()


def test_another_member_cannot_write_as_somebody_else(laptops):
    asha, ravi, share = laptops
    planted(asha, share, forged(asha, ravi.local.keys))
    assert Reason.FORGED in reasons(ravi.sync())


def test_a_removed_member_is_not_heard_and_cannot_read(place):
    (asha, ravi, meena), share = fresh(place / "3", "Asha", "Ravi", "Meena")
    ravi.note("segment early")
    for laptop in (ravi, asha):
        laptop.sync()
    remove(asha.local, ravi.local.device)
    asha.note("segment after")
    asha.sync()
    before = set(share.kept)
    file = forged(ravi, ravi.local.keys)
    planted(ravi, share, file)
    done = meena.sync()
    assert Reason.REMOVED in reasons(done)
    assert "segment evil" not in meena.texts()
    fresh_files = [name for name in before if name.startswith(f"seg/{asha.local.device}/")]
    parts = container.take_apart(share.kept[max(fresh_files)])
    for _epoch, key in ravi.local.epoch_keys():
        with pytest.raises(Refused):
            container.decode(parts, space=ravi.local.space, epoch_key=key)
    ravi.sync()
    assert "segment after" not in ravi.texts()


def test_a_removed_member_cannot_admit_anybody_by_dating_back(place):
    (asha, ravi, meena), share = fresh(place / "3", "Asha", "Ravi", "Meena")
    roster = ravi.local.roster()
    remove(asha.local, ravi.local.device)
    asha.sync()
    evil = crypto.new_device_keys()
    data = {"dev": "e" * 16, "public": evil.public, "recipient": evil.recipient, "name": ""}
    entry = Entry(
        ravi.local.space, roster.next_number, ravi.local.device, roster.heads, Kind.ADMIT, data
    )
    signed = entries.sign(entry, ravi.local.keys)
    share.kept[signed.name] = signed.file
    done = meena.sync()
    assert done.refused[signed.name][1] is Reason.REMOVED
    assert "e" * 16 not in meena.local.roster().members


def test_a_rollback_of_what_was_seen_is_told(laptops):
    asha, ravi, share = laptops
    ravi.sync()
    for name in segments_of(asha, share)[-2:]:
        del share.kept[name]
    assert Reason.ROLLED_BACK in reasons(ravi.sync())
    asha.sync()
    assert ravi.sync().refused == {}


def test_a_segment_of_another_space_is_refused(place, laptops):
    asha, ravi, share = laptops
    file = forged(asha, asha.local.keys, space="0" * 16)
    planted(asha, share, file)
    assert reasons(ravi.sync()) == {Reason.FORGED}


def test_a_copied_profile_becomes_another_laptop_and_nothing_is_lost(laptops):
    asha, ravi, share = laptops
    twin = Copied("Asha", copy_of(asha.store), share)
    asha.note("segment by the first")
    twin.note("segment by the twin")
    asha.sync()
    assert twin.sync().cloned
    assert twin.local.device != asha.local.device
    for laptop in (asha, twin, ravi, asha, twin, ravi):
        laptop.sync()
    assert arrived(asha) == arrived(twin) == arrived(ravi)
    assert {"segment by the first", "segment by the twin"} <= arrived(ravi)
    assert not asha.sync().cloned


def test_two_segments_of_one_number_are_both_kept_and_told(laptops):
    asha, ravi, share = laptops
    twin = Copied("Asha", copy_of(asha.store), UnreliableShare(share.kept))
    asha.note("segment by the first")
    asha.sync()
    twin.note("segment by the twin")
    twin.sync()
    name = newest(twin, twin.share)
    share.kept[name] = twin.share.kept[name]
    done = ravi.sync()
    assert Reason.FORK in reasons(done)
    assert {"segment by the first", "segment by the twin"} <= arrived(ravi)


def test_a_hidden_newest_segment_is_told_once_somebody_has_seen_it(place):
    (asha, ravi, meena), share = fresh(place / "3", "Asha", "Ravi", "Meena")
    asha.note("segment 0")
    asha.sync()
    ravi.sync()
    hidden = share.kept.pop(newest(asha, share))
    assert meena.sync().refused == {}
    ravi.note("segment of ravi")
    ravi.sync()
    assert Reason.MISSING in reasons(meena.sync())
    assert hidden


def test_a_stranger_and_a_forged_member_are_refused(laptops):
    asha, ravi, share = laptops
    evil = crypto.new_device_keys()
    roster = asha.local.roster()
    data = {"dev": "e" * 16, "public": evil.public, "recipient": evil.recipient, "name": ""}
    for author in ("e" * 16, asha.local.device):
        entry = Entry(asha.local.space, roster.next_number, author, roster.heads, Kind.ADMIT, data)
        signed = entries.sign(entry, evil)
        share.kept[signed.name] = signed.file
    share.kept[f"seg/{'e' * 16}/00000001.{'0' * 16}.seg"] = b"x"
    done = ravi.sync()
    assert {Reason.STRANGER, Reason.FORGED} <= reasons(done)
    assert "e" * 16 not in ravi.local.roster().members


def test_a_key_file_of_somebody_else_is_not_used(laptops):
    asha, ravi, share = laptops
    recipients = list(asha.local.roster().recipients.values())
    file = crypto.wrap(b'{"space": "x", "keys": [[9, "00"]], "blobs": ""}', recipients)
    share.kept[names.keys(9, container.hash_of(file))] = file
    ravi.sync()
    assert ravi.local.epoch_keys(9) == []


def test_a_request_that_was_tampered_with_is_not_shown(place):
    (asha, ravi), share = fresh(place, "Asha", "Ravi")
    for name, file in list(share.kept.items()):
        if name.startswith("join/"):
            del share.kept[name]
            share.kept[name.replace(ravi.local.device, "e" * 16)] = file.replace(
                ravi.local.device.encode(), b"e" * 16
            )
    assert requests(asha.local, share, learn(asha.local, share, {})) == []


@pytest.fixture(scope="module")
def segment(place):
    """One segment of Asha, and Ravi who is to judge it."""
    (asha, ravi), share = fresh(place, "Asha", "Ravi")
    asha.note("a note of some length, हम दो बार लिखते हैं")
    asha.sync()
    file = share.kept[newest(asha, share)]
    header = container.take_apart(file).header
    member = ravi.local.roster().members[asha.local.device]
    return ravi.local, file, Wanted(member, header.seq, {header.prev})


def test_the_segment_itself_is_sound(segment):
    local, file, wanted = segment
    assert verified(local, file, wanted).operations


def test_every_truncation_is_refused(segment):
    local, file, wanted = segment
    for length in range(len(file)):
        with pytest.raises(Refused):
            verified(local, file[:length], wanted)


def test_every_flip_is_refused(segment):
    local, file, wanted = segment
    chance = random.Random(7)  # noqa: S311 - which bits is no secret
    for _ in range(FLIPS):
        with pytest.raises(Refused):
            verified(local, flip(file, chance.randrange(len(file)), chance.randrange(8)), wanted)


def test_a_segment_of_a_newer_version_is_told_apart_from_damage(segment):
    local, file, wanted = segment
    with pytest.raises(Refused) as told:
        verified(local, file[:4] + (2).to_bytes(2, "big") + file[6:], wanted)
    assert told.value.reason is Reason.NEWER


@pytest.mark.parametrize("part", ["salt", "deps", "epoch", "prev"])
def test_no_part_of_a_header_can_be_exchanged(segment, part):
    local, file, wanted = segment
    header = container.take_apart(file).header
    other = replace(header, **{part: {"deps": {"a": 1}, "epoch": 9}.get(part, "0" * 32)})
    seal = container.Seal(local.space, bytes(32), crypto.new_device_keys())
    made = container.encode(other, b"[]", seal)
    start = len(made) - len(container.take_apart(made).sealed) - crypto.SIGNATURE_BYTES
    parts = container.take_apart(file)
    with pytest.raises(Refused):
        verified(local, made[:start] + parts.sealed + parts.signature, wanted)
