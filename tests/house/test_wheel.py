"""What is installed is what lies here: the wheel holds every resource, and finds it again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

SHIPPED = ("resources", "diagrams")


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built with no network and in no isolation."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def held(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the wheel's package and nothing of the checkout."""
    target = tmp_path_factory.mktemp("installed")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*command, "--target", str(target), str(wheel)], check=True)
    return target


def asked(installed: Path, source: str) -> object:
    """Run Python lines over the installed package, far from the checkout; return what they dump."""
    done = subprocess.run(
        [sys.executable, "-c", source],
        cwd=installed.parent,
        env=os.environ | {"PYTHONPATH": str(installed)},
        check=True,
        capture_output=True,
        text=True,
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize("kind", SHIPPED)
def test_every_tracked_file_beside_the_package_is_in_the_wheel(tracked, root, held, kind):
    wanted = {
        f"cxo_desktop/_data/{path.relative_to(root).as_posix()}": path.read_bytes()
        for path in tracked
        if path.is_relative_to(root / kind)
    }
    assert wanted
    assert [name for name, data in wanted.items() if held.get(name) != data] == []


def test_every_module_is_in_the_wheel_and_no_test(tracked, root, held):
    wanted = {
        path.relative_to(root).as_posix()
        for path in tracked
        if path.is_relative_to(root / "cxo_desktop")
    }
    assert wanted - set(held) == set()
    assert [name for name in held if not name.startswith(("cxo_desktop/", "cxo_desktop-"))] == []


def test_both_programs_and_the_licence_come_along(held):
    [entry_points] = [data for name, data in held.items() if name.endswith("/entry_points.txt")]
    assert b"cxo = cxo_desktop.cli.main:main" in entry_points
    assert b"cxo-desktop = cxo_desktop.__main__:main" in entry_points
    assert any(name.endswith("/licenses/LICENSE") for name in held)


def test_an_installed_package_finds_its_own_files(installed, root):
    source = (
        "import hashlib, json; from cxo_desktop import assets;"
        "print(json.dumps([str(assets.root('resources')), str(assets.root('diagrams')),"
        "assets.resource('samples/nandini.json').read_text('utf-8')]))"
    )
    resources, diagrams, sample = asked(installed, source)
    assert Path(resources) == installed / "cxo_desktop" / "_data" / "resources"
    assert Path(diagrams) == installed / "cxo_desktop" / "_data" / "diagrams"
    assert sample == (root / "resources/samples/nandini.json").read_text("utf-8")
