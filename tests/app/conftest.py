"""A workspace on a real disk, empty or with the sample in it."""

import pytest

from cxo_desktop.compose import open_services
from cxo_desktop.store.keys import KdfCost

PASSPHRASE = "correct horse"
CHEAP = KdfCost(time=1, memory_kib=64, lanes=1)


@pytest.fixture
def services(tmp_path, request, copy_sample):
    if "sample" in request.fixturenames:
        copy_sample(tmp_path / "workspace", PASSPHRASE)
    return open_services(tmp_path / "workspace", PASSPHRASE, CHEAP)


@pytest.fixture
def workspace(services):
    return services.workspace


@pytest.fixture
def empty(workspace):
    opened = workspace.create("Asha Trust")
    yield opened
    opened.close()


@pytest.fixture
def sample(workspace):
    opened = workspace.open("ENG-001")
    yield opened
    opened.close()
