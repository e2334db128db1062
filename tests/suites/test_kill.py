"""A process killed at any moment has kept every note that it showed as kept."""

import os
import random
import signal
import time

import pytest

POINTS = int(os.environ.get("CXO_KILL_POINTS", "150"))


@pytest.mark.timeout(1800)
def test_no_note_shown_as_kept_is_lost_by_a_kill(writer, kept):
    chance = random.Random(20261124)  # noqa: S311 - when to kill is no secret
    promised = 0
    killed_while_writing = 0
    for point in range(POINTS):
        pid = writer.order("keep_notes", first=promised)
        heard = [writer.promise() for _ in range(chance.randrange(3))]
        time.sleep(chance.uniform(0, 0.03))
        os.kill(pid, signal.SIGKILL)
        more, ended = writer.promises()
        heard += more
        assert ended == -signal.SIGKILL
        promised += len(heard)
        killed_while_writing += bool(heard)
        numbers = [int(text.split()[1]) for text in kept.texts()]
        assert numbers[:promised] == list(range(promised))
        assert len(numbers) <= promised + 1
        promised = len(numbers)
        if point % 25 == 24:
            assert kept.faults() == ()
    assert kept.faults() == ()
    assert killed_while_writing > POINTS / 2
