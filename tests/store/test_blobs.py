"""Contents come back as they went in, or not at all; their files tell nothing."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.errors import Damaged
from cxo_desktop.store import blobs as blobs_module
from cxo_desktop.store.blobs import Blobs

KEY = bytes(range(32))
PHOTO = b"zanzibar-canary" * 40


@pytest.fixture
def small_pieces(monkeypatch):
    monkeypatch.setattr(blobs_module, "PIECE", 100)


@pytest.fixture
def blobs(tmp_path, small_pieces):
    return Blobs(tmp_path / "attachments", KEY)


def sealed(blobs, name):
    return blobs._path(name)


@given(st.binary(max_size=700))
def test_what_went_in_comes_out(tmp_path_factory, content):
    blobs = Blobs(tmp_path_factory.mktemp("blobs"), KEY)
    digest = blobs.put(content)
    assert blobs.get(digest) == content
    assert blobs.matches(digest)


@pytest.mark.parametrize("length", [0, 1, 99, 100, 101, 200, 1000])
def test_every_length_around_a_piece_comes_back(blobs, length):
    content = bytes(length)
    assert blobs.get(blobs.put(content)) == content


def test_one_content_is_kept_once_and_each_engagement_names_it_differently(blobs, tmp_path):
    assert blobs.put(PHOTO) == blobs.put(PHOTO)
    assert len(blobs.names()) == 1
    other = Blobs(tmp_path / "other", b"x" * 32)
    assert other.put(PHOTO) != blobs.names()[0]
    assert hashlib.sha256(PHOTO).hexdigest() != blobs.names()[0]


def test_its_file_tells_nothing(blobs):
    path = sealed(blobs, blobs.put(PHOTO))
    assert b"zanzibar" not in path.read_bytes()


def test_every_changed_byte_is_noticed(blobs):
    digest = blobs.put(PHOTO)
    path = sealed(blobs, digest)
    whole = path.read_bytes()
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert not blobs.matches(digest), place
    path.write_bytes(whole)
    assert blobs.matches(digest)


def test_every_shorter_or_longer_file_is_noticed(blobs):
    digest = blobs.put(PHOTO)
    path = sealed(blobs, digest)
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        assert not blobs.matches(digest), length
    path.write_bytes(whole + whole[-116:])
    assert not blobs.matches(digest)


def test_swapped_pieces_are_noticed(blobs):
    digest = blobs.put(bytes(range(200)))
    path = sealed(blobs, digest)
    whole = path.read_bytes()
    path.write_bytes(whole[:12] + whole[128:244] + whole[12:128])
    with pytest.raises(Damaged, match="altered"):
        blobs.get(digest)


def test_a_file_under_another_s_name_is_noticed(blobs):
    first, second = blobs.put(b"first"), blobs.put(b"other")
    sealed(blobs, first).write_bytes(sealed(blobs, second).read_bytes())
    assert not blobs.matches(first)


def test_a_missing_one_is_told_and_a_removed_one_is_gone(blobs):
    digest = blobs.put(PHOTO)
    assert blobs.remove(digest)
    assert not blobs.remove(digest)
    assert blobs.names() == ()
    with pytest.raises(Damaged, match="missing"):
        blobs.get(digest)


def test_no_name_leads_out_of_the_folder(blobs):
    with pytest.raises(ValueError, match="engagement"):
        blobs.get("../engagement")


def test_what_a_killed_process_had_half_written_is_swept_away(blobs, tmp_path):
    digest = blobs.put(PHOTO)
    (tmp_path / "attachments" / ".cxo-half").write_bytes(b"sealed")
    blobs.sweep()
    assert [file.name for file in (tmp_path / "attachments").iterdir()] == [digest]
