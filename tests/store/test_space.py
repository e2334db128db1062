"""A reserve is set aside while there is space, and given up when there is none."""

import os

import pytest

from cxo_desktop.domain.errors import DiskFull
from cxo_desktop.store import space
from cxo_desktop.store.database import open_database, write

KEY = bytes(32)


def test_the_reserve_takes_its_space_and_gives_it_back(tmp_path):
    assert space.keep_ballast(tmp_path)
    assert (tmp_path / "ballast").stat().st_size == space.BALLAST_BYTES
    made = (tmp_path / "ballast").stat().st_mtime_ns
    assert space.keep_ballast(tmp_path)
    assert (tmp_path / "ballast").stat().st_mtime_ns == made
    assert space.release_ballast(tmp_path / "engagements" / "01" / "file")
    assert list(tmp_path.iterdir()) == []
    assert not space.release_ballast(tmp_path / "file")


def test_no_reserve_is_taken_where_little_is_left(tmp_path, monkeypatch):
    monkeypatch.setattr(space, "space_left", lambda folder: space.LOW_BYTES)
    assert not space.keep_ballast(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_reserve_that_could_not_be_written_leaves_no_half(tmp_path, monkeypatch):
    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert not space.keep_ballast(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_costs_the_reserve_and_not_the_notes(tmp_path):
    space.keep_ballast(tmp_path)
    db = open_database(tmp_path / "engagement.db", KEY)
    db.execute("PRAGMA max_page_count = 1")
    with pytest.raises(DiskFull), write(db):
        db.table("meta").insert({"key": "a", "value": "x" * 500_000})
    assert not (tmp_path / "ballast").exists()
    db.execute("PRAGMA max_page_count = 100000")
    with write(db):
        db.table("meta").insert({"key": "a", "value": "x" * 500_000})
    assert db.table("meta").count == 1
    db.close()


def test_the_space_for_a_folder_that_is_to_be_made_is_known(tmp_path):
    assert space.space_left(tmp_path / "new" / "workspace") > 0
