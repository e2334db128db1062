"""Run the real command in a process of its own."""

import json
import os
import subprocess
import sys

import pytest

from cxo_desktop import assets
from cxo_desktop.compose import open_services
from cxo_desktop.store.keys import KdfCost

PASSPHRASE = "correct horse"
RUN = "from cxo_desktop.cli.main import main; main()"


class Cxo:
    """Calls of ``cxo`` on one workspace."""

    def __init__(self, folder):
        self.workspace = folder / "workspace"
        self.environment = {**os.environ, "CXO_PASSPHRASE": PASSPHRASE, "COLUMNS": "120"}

    def __call__(self, *arguments, expect=0, **environment):
        done = subprocess.run(
            [
                sys.executable,
                "-c",
                "from cxo_desktop.cli.main import main; main()",
                "--workspace",
                str(self.workspace),
                *map(str, arguments),
            ],
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
            env={**self.environment, **environment},
        )
        assert done.returncode == expect, done.stderr
        assert "Traceback" not in done.stderr
        return done

    def json(self, *arguments):
        return json.loads(self("--json", *arguments).stdout)


@pytest.fixture
def cxo(tmp_path):
    """A workspace that exists and holds nothing."""
    cxo = Cxo(tmp_path)
    open_services(cxo.workspace, PASSPHRASE, KdfCost(1, 64, 1))
    return cxo


@pytest.fixture
def sample_cxo(cxo):
    """A workspace that holds the sample."""
    services = open_services(cxo.workspace, PASSPHRASE)
    services.workspace.import_file(assets.resource("samples/nandini.json"))
    return cxo
