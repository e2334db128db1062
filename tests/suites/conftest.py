"""A process that writes on orders, and what all suites look at afterwards."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cxo_desktop.compose import open_services
from cxo_desktop.domain.ids import IdFactory
from cxo_desktop.domain.interviews import Note
from cxo_desktop.store.check import content_faults, file_faults
from cxo_desktop.store.engagement_store import open_store
from cxo_desktop.store.keys import KdfCost

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PASSPHRASE = "correct horse"


class Writer:
    """Orders to one process that forks a child for each."""

    def __init__(self, workspace, library=None, **variables):
        self.workspace = workspace
        environment = {**os.environ, "PYTHONPATH": str(ROOT), **variables}
        if library:
            environment["LD_PRELOAD"] = str(library)
        self.process = subprocess.Popen(
            [sys.executable, HERE / "writer.py"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment,
            start_new_session=True,
        )

    def order(self, work, **details):
        """Start a child; return its process number once the engagement is open."""
        order = {"work": work, "workspace": str(self.workspace.path), **details}
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        pid, heard = 0, ""
        while heard != "open":
            heard = self.process.stdout.readline().strip()
            assert heard, self.process.stderr.read()
            if heard.startswith("pid "):
                pid = int(heard.removeprefix("pid "))
        return pid

    def promises(self):
        """Return what the child promised until its end, and how it ended."""
        heard = []
        while True:
            line = self.process.stdout.readline().strip()
            if line.startswith("ended "):
                return heard, int(line.removeprefix("ended "))
            assert line, self.process.stderr.read()
            heard.append(line)

    def promise(self):
        """Wait for one promise, so that the child is surely at work."""
        line = self.process.stdout.readline().strip()
        assert line, self.process.stderr.read()
        return line

    def close(self):
        """End the process, with whatever child a failed test has left at work."""
        self.process.stdin.close()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        complaints = self.process.stderr.read()
        self.process.stdout.close()
        self.process.stderr.close()
        return complaints


class Kept:
    """Looks at an engagement's file after something went wrong."""

    def __init__(self, path, key):
        self.path, self.key = path, key

    def texts(self):
        store = open_store(self.path, self.key, device="witness", ids=IdFactory())
        found = [note.text for note in store.records.list(Note)]
        store.close()
        return found

    def faults(self):
        found = file_faults(self.path, self.key)
        if not found:
            store = open_store(self.path, self.key, device="witness", ids=IdFactory())
            found = content_faults(store)
            store.close()
        return found


@pytest.fixture
def workspace(tmp_path):
    """A workspace with one engagement, closed."""
    made = open_services(tmp_path / "workspace", PASSPHRASE, KdfCost(1, 64, 1)).workspace
    made.create("Asha Trust").close()
    return made


@pytest.fixture
def kept(workspace):
    folder = workspace.find("").folder
    return Kept(workspace.folders.file(folder), workspace.folders.key(folder))


@pytest.fixture(scope="session")
def library(tmp_path_factory):
    """The library that records and lets calls fail, compiled now."""
    gcc = shutil.which("gcc")
    if gcc is None or sys.platform != "linux":
        pytest.skip("needs gcc on Linux")
    made = tmp_path_factory.mktemp("recorder") / "recorder.so"
    subprocess.run(
        [gcc, "-shared", "-fPIC", "-O1", "-o", made, HERE / "recorder.c", "-ldl"], check=True
    )
    return made


@pytest.fixture
def writer(workspace):
    """A process to be killed."""
    if sys.platform == "win32":
        pytest.skip("needs fork")
    made = Writer(workspace)
    yield made
    assert made.close() == ""


@pytest.fixture
def watched_writer(workspace, library):
    """A process whose writes are recorded or fail."""
    made = Writer(workspace, library)
    yield made
    assert made.close() == ""
