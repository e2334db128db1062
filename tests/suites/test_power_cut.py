"""A cut of the power at any moment leaves every note and content that was shown as kept.

Every write of the program is recorded, then what the disk may hold after a cut is laid out and
opened. kill -9 cannot show this: what a process has written outlives it in the system's memory.
"""

import os
import shutil
from contextlib import closing

import pytest

from cxo_desktop.store.blobs import Blobs
from cxo_desktop.store.check import file_faults
from cxo_desktop.store.connection import connect_keyed
from cxo_desktop.store.driver import DatabaseError
from tests.suites.replay import lay_out, read_record, states

STATES = int(os.environ.get("CXO_POWER_STATES", "2000"))
NOTES = 40


@pytest.fixture
def cut(watched_writer, kept, tmp_path):
    """Record a session with a setting of ``synchronous``; return the states it may leave."""

    def recorded(count, synchronous=""):
        folder, before, log = kept.path.parent, tmp_path / "before", tmp_path / "record"
        shutil.copytree(folder, before)
        watched_writer.order(
            "keep_recorded",
            notes=NOTES,
            synchronous=synchronous,
            scrap=str(tmp_path / "scrap"),
            folder=str(folder),
            log=str(log),
        )
        assert watched_writer.promises() == (["done"], 0)
        return states(read_record(log, folder), before, count)

    return recorded


def looked_at(recorded, folder, key):
    """Yield (promised, left, faults) of each state; states that are the same are opened once.

    Every page of each fourth is checked; of the others those that are read are.
    """
    known = {}
    for state, promised in recorded:
        name = hash(frozenset(state.items()))
        if name not in known:
            known[name] = left_of(state, folder, key, every_page=len(known) % 4 == 0)
        yield set(promised), *known[name]


def left_of(state, folder, key, *, every_page):
    """Return the promises that a state keeps, and what is wrong with it."""
    folder.mkdir()
    lay_out(state, folder)
    path = folder / "engagement.db"
    try:
        with closing(connect_keyed(path, key)) as connection:
            texts = connection.execute("SELECT text FROM note").fetchall()
    except DatabaseError as error:
        return set(), [str(error)]
    blobs = Blobs(folder / "attachments", key)
    left = {" ".join(text.split()[:2]) for (text,) in texts}
    left |= {f"content {name}" for name in blobs.names() if blobs.matches(name)}
    faults = file_faults(path, key) if every_page else ()
    shutil.rmtree(folder)
    return left, list(faults)


@pytest.mark.timeout(1800)
def test_no_cut_of_the_power_loses_what_was_shown_as_kept(cut, kept, tmp_path):
    seen = full = 0
    for promised, left, faults in looked_at(cut(STATES), tmp_path / "left", kept.key):
        assert faults == []
        assert promised - left == set()
        seen += 1
        full += len(promised) > NOTES
    assert seen > 0.9 * STATES
    assert full


def test_the_cut_would_be_felt_without_a_flush_at_every_commit(cut, kept, tmp_path):
    lost = []
    for promised, left, faults in looked_at(cut(100, "NORMAL"), tmp_path / "left", kept.key):
        assert faults == []
        lost.append(len(promised - left))
    assert sum(map(bool, lost)) > 25
    assert max(lost) > 3
