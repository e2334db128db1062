"""Everything that must hold of a segment is looked at; test_attacks.py tries to get past it."""

from dataclasses import replace

import pytest

from cxo_desktop.sync import container
from cxo_desktop.sync.packing import repack
from cxo_desktop.sync.refusals import Reason, Refused
from cxo_desktop.sync.verifying import Wanted, verified, verified_pack
from tests.sync.laptops import settle


@pytest.fixture
def judged(two):
    asha, ravi = two
    note = asha.note("a")
    asha.sync()
    [held] = asha.local.segments.of(asha.local.device)[-1:]
    member = ravi.local.roster().members[asha.local.device]
    file = asha.local.segments.content(held.number)
    return asha, ravi, note, file, Wanted(member, held.seq, {held.prev})


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"number": 9}, Reason.WRONG_PLACE),
        ({"prev": {"b" * 64}}, Reason.BROKEN_CHAIN),
    ],
)
def test_another_place_in_the_chain_is_refused(judged, fields, reason):
    _asha, ravi, _note, file, wanted = judged
    with pytest.raises(Refused) as told:
        verified(ravi.local, file, replace(wanted, **fields))
    assert told.value.reason is reason


def test_a_key_that_has_not_come_is_waited_for(judged):
    _asha, ravi, _note, file, wanted = judged
    ravi.local.state.put("epochs", "[]")
    with pytest.raises(Refused) as told:
        verified(ravi.local, file, wanted)
    assert told.value.reason is Reason.NO_KEY


def test_a_pack_stands_for_the_segment_it_names(judged, two):
    asha, ravi, note, file, wanted = judged
    with asha.store.records.operation("forget person"):
        asha.store.rows.forget("note", note.id, None)
    settle(asha)
    repack(asha.local)
    [held] = [one for one in asha.local.segments.of(asha.local.device) if one.seq == wanted.number]
    pack = asha.local.segments.content(held.number)
    received = verified_pack(ravi.local, pack, wanted)
    assert received.segment.sha == container.hash_of(file)
    with pytest.raises(Refused):
        verified(ravi.local, pack, wanted)
    with pytest.raises(Refused):
        verified_pack(ravi.local, file, wanted)
