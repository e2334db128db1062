"""A workspace on a real disk, empty or with the sample in it."""

import pytest

from cxo_desktop import assets
from cxo_desktop.compose import open_services
from cxo_desktop.store.keys import KdfCost

CHEAP = KdfCost(time=1, memory_kib=64, lanes=1)


@pytest.fixture
def services(tmp_path):
    return open_services(tmp_path / "workspace", "correct horse", CHEAP)


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
    workspace.import_file(assets.resource("samples/nandini.json"))
    opened = workspace.open("ENG-001")
    yield opened
    opened.close()
