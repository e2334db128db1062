"""Memory that was freed does not stay with the program."""

import subprocess
import sys

import pytest

from cxo_desktop.app.memory import give_back

SCRIPT = """
from pathlib import Path
from cxo_desktop.app.memory import give_back

def held():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

blocks = [bytes(60_000) for _ in range(1000)]
last = bytes(60_000)
del blocks
before = held()
give_back()
print(before - held())
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only glibc has a way to do it")
def test_what_was_freed_goes_back_to_the_system():
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True
    )
    assert int(done.stdout) > 40_000_000


def test_asking_twice_does_no_harm():
    give_back()
    assert give_back() in (True, False)
