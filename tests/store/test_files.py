"""A file is written whole or not at all."""

import os

import pytest

from cxo_desktop.domain.errors import DiskFull, InputRefused
from cxo_desktop.store.files import write_whole


def test_a_file_replaces_the_old_one_and_leaves_nothing_beside(tmp_path):
    path = tmp_path / "out" / "brief.pdf"
    write_whole(path, b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_that_is_a_file_is_refused_in_words(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(InputRefused, match="cannot be written"):
        write_whole(tmp_path / "file" / "brief.pdf", b"x")


def test_a_full_disk_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "brief.pdf"
    write_whole(path, b"old")

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull, match="No space left"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
