"""One laptop's folder is read in order; what else lies in it does no harm."""

import pytest

from cxo_desktop.sync.intake import Stream
from cxo_desktop.sync.refusals import Reason


@pytest.fixture
def stream(two):
    asha, ravi = two
    for text in ("one", "two", "three"):
        asha.note(text)
        asha.sync()
    member = ravi.local.roster().members[asha.local.device]
    folder = asha.root / asha.folder / "seg" / asha.local.device
    return Stream(ravi.local, ravi.share, member, {}), folder


def seqs(stream):
    return [one.segment.seq for one in stream.received()]


def test_segments_come_in_their_order(stream):
    reader, _folder = stream
    assert seqs(reader) == [2, 3, 4]
    assert reader.refused == {}


@pytest.mark.parametrize(
    "name",
    [
        "Thumbs.db", ".DS_Store", "desktop.ini", "~$1.seg", "00000002.part", "a.tmp",
        "00000003 (1).seg", "00000003.0123456789abcdef (conflicted copy).seg", ".sync.ffs_lock",
        "00000003.0123456789abcdef.seg.icloud", "$RECYCLE", "00000099.zzz.seg",
    ],
)  # fmt: skip
def test_junk_is_passed_over(stream, name):
    reader, folder = stream
    (folder / name).write_bytes(b"junk")
    assert seqs(reader) == [2, 3, 4]


def test_a_gap_ends_it_and_is_told(stream):
    reader, folder = stream
    next(folder.glob("00000003.*")).unlink()
    assert seqs(reader) == [2]
    [(_size, reason, detail)] = reader.refused.values()
    assert (reason, detail) == (Reason.MISSING, "1")
