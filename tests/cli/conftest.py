"""Run the real command in a process of its own."""

import atexit
import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from cxo_desktop.compose import open_services
from cxo_desktop.store.keys import KdfCost

PASSPHRASE = "correct horse"
RUN = "from cxo_desktop.cli.main import main; main()"


@cache
def warm():
    """Return the process that answers calls, one for all tests."""
    process = subprocess.Popen(
        [sys.executable, Path(__file__).with_name("warm.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    atexit.register(process.communicate)
    return process


class Cxo:
    """Calls of ``cxo`` on one workspace, each in a process of its own."""

    def __init__(self, folder):
        self.workspace = folder / "workspace"
        self.environment = {**os.environ, "CXO_PASSPHRASE": PASSPHRASE, "COLUMNS": "120"}
        self._printed = folder / "printed"

    def __call__(self, *arguments, expect=0, **environment):
        words = ["--workspace", str(self.workspace), *map(str, arguments)]
        variables = {**self.environment, **environment}
        done = self._cold(words, variables) if environment else self._warm(words, variables)
        assert done.returncode == expect, done.stderr
        assert "Traceback" not in done.stderr
        return done

    def _cold(self, words, variables):
        return subprocess.run(
            [sys.executable, "-c", RUN, *words],
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
            env=variables,
        )

    def _warm(self, words, variables):
        if sys.platform == "win32":
            return self._cold(words, variables)
        self._printed.mkdir(exist_ok=True)
        out, err = self._printed / "out", self._printed / "err"
        order = {"arguments": words, "environment": variables, "out": str(out), "err": str(err)}
        warm().stdin.write(f"{json.dumps(order)}\n")
        warm().stdin.flush()
        code = int(warm().stdout.readline())
        printed = [file.read_text(encoding="utf-8") for file in (out, err)]
        out.unlink()
        err.unlink()
        return subprocess.CompletedProcess(words, code, *printed)

    def json(self, *arguments):
        return json.loads(self("--json", *arguments).stdout)


@pytest.fixture
def cxo(tmp_path, request, copy_sample):
    """A workspace that exists and holds nothing unless the test asks for the sample."""
    cxo = Cxo(tmp_path)
    if "sample_cxo" in request.fixturenames:
        copy_sample(cxo.workspace, PASSPHRASE)
    open_services(cxo.workspace, PASSPHRASE, KdfCost(1, 64, 1))
    return cxo


@pytest.fixture
def sample_cxo(cxo):
    """A workspace that holds the sample."""
    return cxo
