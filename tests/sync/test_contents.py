"""Attachments travel encrypted, in pieces, and leave the share when somebody is forgotten."""

import pytest

from cxo_desktop.domain.attachments import Attachment
from cxo_desktop.store.database import write
from cxo_desktop.store.rows import FORGET
from cxo_desktop.sync import contents
from tests.sync.laptops import Laptop, settle

CONTENT = b"a photo of the register " * 5000


@pytest.fixture
def two(share, tmp_path):
    """Two laptops with files of their own."""
    for folder in "ar":
        (tmp_path / folder).mkdir()
    asha = Laptop("Asha", share, path=tmp_path / "a" / "engagement.db", key=bytes(32))
    ravi = Laptop("Ravi", share, path=tmp_path / "r" / "engagement.db", key=bytes([1]) * 32)
    asha.found()
    asha.sync()
    ravi.ask()
    asha.admit()
    settle(asha, ravi)
    yield asha, ravi
    asha.store.close()
    ravi.store.close()


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch):
    monkeypatch.setattr(contents, "PIECE", 50_000)


def attach(laptop, content=CONTENT):
    digest = laptop.store.blobs.put(content)
    return laptop.records.add(Attachment(name="register.jpg", digest=digest, size=len(content)))


def pieces(share):
    return sorted(path for path in share.rglob("*") if path.is_file() and "blob" in str(path))


def test_a_content_arrives_whole(two, share):
    asha, ravi = two
    kept = attach(asha)
    asha.sync()
    assert ravi.sync().contents == 1
    assert ravi.store.blobs.get(kept.digest) == CONTENT
    assert len(pieces(share)) == 3
    assert all(b"register" not in piece.read_bytes() for piece in pieces(share))
    assert asha.sync().sent == ravi.sync().contents == 0
    assert not [name for name in ravi.store.blobs.names() if "-" in name]


def test_what_is_there_already_is_not_sent_or_fetched_again(two, share, monkeypatch):
    asha, ravi = two
    kept = attach(asha)
    asha.sync()
    last = pieces(share)[-1]
    whole = last.read_bytes()
    last.write_bytes(whole[:-1])
    assert ravi.sync().contents == 0
    assert not ravi.store.blobs.has(kept.digest)
    parts = [name for name in ravi.store.blobs.names() if "-part" in name]
    assert len(parts) == 2
    last.write_bytes(whole)
    fetched = []
    real = type(ravi.share).get
    monkeypatch.setattr(
        type(ravi.share), "get", lambda self, name: fetched.append(name) or real(self, name)
    )
    ravi.sync()
    assert ravi.store.blobs.get(kept.digest) == CONTENT
    assert len([name for name in fetched if name.startswith("blob/")]) == 1


def test_another_content_under_the_name_is_not_taken(two, share):
    asha, ravi = two
    kept = attach(asha)
    other = attach(asha, CONTENT[::-1])
    asha.sync()
    mine = [path for path in pieces(share) if path.name.startswith(kept.digest)]
    theirs = [path for path in pieces(share) if path.name.startswith(other.digest)]
    mine[0].write_bytes(theirs[0].read_bytes())
    ravi.sync()
    assert not ravi.store.blobs.has(kept.digest)
    assert ravi.store.blobs.has(other.digest)


def test_an_erased_content_goes_everywhere(two, share):
    asha, _ravi = two
    kept = attach(asha)
    stays = attach(asha, b"another content")
    settle(*two)
    with write(asha.store.db), asha.store.rows.operation(FORGET):
        asha.store.rows.forget("attachment", kept.id, None)
    settle(*two)
    for laptop in two:
        assert not laptop.store.blobs.has(kept.digest)
        assert laptop.store.blobs.has(stays.digest)
    assert [path for path in pieces(share) if path.name.startswith(kept.digest)] == []
    assert pieces(share)
