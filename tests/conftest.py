"""What every test stands on: no screen, no home of a real person, steady hypothesis."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from cxo_desktop import assets
from cxo_desktop.compose import open_services
from cxo_desktop.store.keys import KdfCost

# Qt reads these when its application is made.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "1"

# Several machines build at once: slow is no fault here, time is measured in benchmarks/.
settings.register_profile("dev", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("dev"), derandomize=True, database=None)
settings.register_profile("release", settings.get_profile("dev"), max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if "CI" in os.environ else "dev"))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Spread the longest tests, so that they do not end up one after another on one processor."""
    longest = [item for item in items if item.path.name == "test_machine.py"]
    items[:] = [item for item in items if item not in longest]
    for number, item in enumerate(longest):
        items.insert(number * len(items) // len(longest), item)


@pytest.fixture(scope="session", autouse=True)
def _nobodys_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the settings and workspaces of whoever runs the tests out of them."""
    home = str(tmp_path_factory.mktemp("home"))
    with pytest.MonkeyPatch.context() as patch:
        for place in ("DATA", "CONFIG", "CACHE", "STATE"):
            patch.setenv(f"XDG_{place}_HOME", home)
        patch.setenv("HOME", home)
        patch.setenv("LC_ALL", "C.UTF-8")
        patch.delenv("CXO_WORKSPACE", raising=False)
        yield


@pytest.fixture(scope="session")
def copy_sample(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path, str], None]:
    """Make a workspace with the sample in it, under a passphrase: taken in once, then copied."""
    made: dict[str, Path] = {}

    def copy(workspace: Path, passphrase: str) -> None:
        if passphrase not in made:
            folder = tmp_path_factory.mktemp("sample") / "workspace"
            cheap = KdfCost(time=1, memory_kib=8, lanes=1)
            services = open_services(folder, passphrase, cheap)
            services.workspace.import_file(assets.resource("samples/nandini.json"))
            made[passphrase] = folder
        shutil.copytree(made[passphrase], workspace)

    return copy
