"""A segment as a file: what goes in comes out, sizes tell little, and old files stay readable."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.sync import container, operations
from cxo_desktop.sync.container import Header, Seal
from cxo_desktop.sync.crypto import new_device_keys
from cxo_desktop.sync.refusals import Reason, Refused

GOLDEN = Path(__file__).with_name("golden")
KEYS = new_device_keys()
SEAL = Seal("5" * 16, bytes(range(32)), KEYS)


def header(**fields):
    plain = {
        "dev": "d" * 16,
        "seq": 3,
        "prev": "ab" * 32,
        "epoch": 1,
        "deps": {"e" * 16: 7},
        "n": 1,
        "schema": 5,
        "min_reader": 5,
        "salt": container.new_salt(),
    }
    return Header(**{**plain, **fields})


@given(st.binary(max_size=20_000))
def test_what_goes_in_comes_out(content):
    file = container.encode(header(), content, SEAL)
    parts = container.take_apart(file)
    container.verify(parts, space=SEAL.space, public=KEYS.public)
    assert container.decode(parts, space=SEAL.space, epoch_key=SEAL.epoch_key) == content


def test_sizes_come_in_steps():
    one = len(container.take_apart(container.encode(header(), b"a", SEAL)).sealed)
    other = len(container.take_apart(container.encode(header(), b"ab" * 1000, SEAL)).sealed)
    assert one == other == container.PADDING + 16


def test_two_files_of_one_content_do_not_look_alike():
    one, other = (container.encode(header(), b"same", SEAL) for _ in range(2))
    assert container.take_apart(one).sealed != container.take_apart(other).sealed


@given(st.binary(max_size=300))
def test_junk_is_refused(junk):
    for start in (b"", b"CXOS\x00\x01"):
        with pytest.raises(Refused):
            container.take_apart(start + junk)


@pytest.mark.parametrize(
    "fields", [{"seq": "3"}, {"deps": {"a": "x"}}, {"zip": "none"}, {"dev": 5}, {"n": 1.5}]
)
def test_a_header_that_says_nonsense_is_refused(fields):
    plain = {**asdict(header()), **fields}
    words = json.dumps(plain).encode()
    file = container.MAGIC + (1).to_bytes(2, "big") + len(words).to_bytes(4, "big") + words
    with pytest.raises(Refused) as told:
        container.take_apart(file + bytes(200))
    assert told.value.reason is Reason.NOT_WHOLE


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.seg")), ids=lambda path: path.stem)
def test_segments_of_every_release_are_read(path):
    """Files that earlier versions wrote; their keys stand beside them, all is fictional."""
    known = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    parts = container.take_apart(path.read_bytes())
    container.verify(parts, space=known["space"], public=known["public"])
    content = container.decode(
        parts, space=known["space"], epoch_key=bytes.fromhex(known["epoch_key"])
    )
    read = operations.from_content(content)
    assert [one.name for one in read.operations] == known["names"]
    assert read.operations[0].changes[0][3]["text"] == known["text"]


def test_there_is_a_golden_segment():
    assert list(GOLDEN.glob("*.seg"))
