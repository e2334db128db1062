"""A folder as a share: whole files or none, never one in place of another."""

import errno
import os
import sys

import pytest

from cxo_desktop.sync.folder import Folder
from cxo_desktop.sync.transport import AlreadyThere, Listed, ShareUnreachable


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)


def test_what_is_put_is_listed_and_got(folder):
    folder.put_new("seg/a/1.seg", b"one")
    assert folder.files("seg/a") == [Listed("1.seg", 3)]
    assert folder.folders("seg") == ["a"]
    assert folder.get("seg/a/1.seg") == b"one"


def test_nothing_is_an_empty_folder_and_a_missing_file(folder):
    assert folder.files("seg") == folder.folders("seg") == []
    with pytest.raises(FileNotFoundError):
        folder.get("seg/1")
    folder.delete("seg/1")


def test_a_file_is_never_replaced(folder, tmp_path):
    folder.put_new("1", b"one")
    with pytest.raises(AlreadyThere):
        folder.put_new("1", b"two")
    assert folder.get("1") == b"one"
    assert [file.name for file in tmp_path.iterdir()] == ["1"]


def test_a_file_system_without_links_does_as_well(folder, monkeypatch):
    def refused(*_arguments, **_named):
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refused)
    folder.put_new("1", b"one")
    with pytest.raises(AlreadyThere):
        folder.put_new("1", b"two")
    assert folder.get("1") == b"one"


def test_unfinished_files_are_not_told(folder, tmp_path):
    (tmp_path / ".1.seg.12ab.tmp").write_bytes(b"half")
    assert folder.files("") == []


def test_a_full_disk_leaves_nothing_half(folder, tmp_path, monkeypatch):
    def full(_descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ShareUnreachable, match="full"):
        folder.put_new("1", b"one")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="a file where a folder should be")
def test_a_place_that_cannot_be_used_is_told_in_words(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ShareUnreachable) as told:
        Folder(tmp_path / "file").put_new("seg/1", b"")
    assert told.value.exit_code == 6
