"""A laptop killed at any moment of an exchange has lost nothing and broken nothing."""

import os
import random
import signal
import time

import pytest

from cxo_desktop.app import sharing, syncing
from cxo_desktop.app.tasks import silent
from cxo_desktop.compose import open_services
from cxo_desktop.domain.interviews import Note
from cxo_desktop.store.keys import KdfCost
from cxo_desktop.sync.local import LocalSpace
from tests.suites.conftest import PASSPHRASE

POINTS = int(os.environ.get("CXO_KILL_POINTS", "150"))


@pytest.fixture
def colleague(workspace, tmp_path):
    """Another laptop in the same share, which writes and looks while the first is killed."""
    place = tmp_path / "share"
    place.mkdir()
    other = open_services(tmp_path / "other", PASSPHRASE, KdfCost(1, 64, 1)).workspace
    mine = workspace.open()
    sharing.create(mine, str(place), "Asha")
    words = sharing.request(other, str(place), "Ravi")
    sharing.admit(mine, words=words)
    mine.close()
    [done] = syncing.sync_all(other, "", "", silent)
    opened = other.open(done.code)
    yield opened
    opened.close()


@pytest.mark.timeout(900)
def test_no_kill_in_an_exchange_loses_or_doubles_a_note(writer, workspace, kept, colleague):
    chance = random.Random(20261125)  # noqa: S311 - when to kill is no secret
    promised, sent, theirs, cut_short = 0, 0, 0, 0
    for _point in range(POINTS):
        colleague.add(Note(text=f"theirs {theirs}"))
        theirs += 1
        syncing.sync(colleague)
        pid = writer.order("keep_and_exchange", first=promised)
        time.sleep(chance.uniform(0, 0.12))
        os.kill(pid, signal.SIGKILL)
        heard, ended = writer.promises()
        assert ended == -signal.SIGKILL
        sent = max([sent, *(int(line.split()[1]) + 1 for line in heard if "sent" in line)])
        cut_short += len(heard) % 2
        numbers = [int(text.split()[1]) for text in kept.texts() if text.startswith("note")]
        promised += sum("kept" in line for line in heard)
        assert numbers[:promised] == list(range(promised))
        assert len(numbers) == len(set(numbers)) <= promised + 1
        promised = len(numbers)
    assert kept.faults() == ()
    syncing.sync(colleague)
    assert {f"note {number}" for number in range(sent)} <= texts(colleague)
    mine = workspace.open()
    for engagement in (mine, colleague, mine, colleague):
        assert not syncing.sync(engagement).done.cloned
    assert texts(mine) == texts(colleague)
    assert {f"theirs {number}" for number in range(theirs)} <= texts(mine)
    check_chain(mine)
    mine.close()
    assert cut_short > POINTS / 10


def texts(engagement):
    return {" ".join(note.text.split()[:2]) for note in engagement.find(Note)}


def check_chain(engagement):
    """The own segments are numbered without a gap, each after the one before."""
    local = LocalSpace(engagement.store)
    held = local.segments.of(local.device)
    assert [one.seq for one in held] == list(range(1, len(held) + 1))
    assert [one.prev for one in held[1:]] == [one.sha for one in held[:-1]]
