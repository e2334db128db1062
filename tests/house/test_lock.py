"""The lock holds what the project asks for, by hash, and names no place to get it from."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement

HOST = re.compile(r"https?://|(?:[a-z0-9-]+\.)+(?:org|com|io|net|dev)\b|--(extra-)?index-url")
PIN = re.compile(
    r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^ ;\\]+)(?: ; (?P<marker>[^\\]+?))? \\$"
)


@pytest.fixture(scope="module")
def lock(root):
    return (root / "requirements.lock").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def pins(lock):
    """The versions of each package; more than one where Pythons need different ones."""
    found = {}
    for line in lock.splitlines():
        if pin := PIN.match(line):
            found.setdefault(pin["name"].lower(), []).append(pin["version"])
    return found


def test_the_lock_names_no_host(lock):
    assert [line for line in lock.splitlines() if HOST.search(line)] == []


@pytest.mark.parametrize(
    "line", ["--index-url x", "a @ http://example.org/a.whl", "# from files.a.org"]
)
def test_a_host_would_be_seen(line):
    assert HOST.search(line)


def test_every_pin_has_its_hashes(lock):
    blocks = re.split(r"\n(?=[A-Za-z])", re.sub(r"(?m)^ *#.*\n", "", lock).strip())
    assert len(blocks) > 60
    assert [block for block in blocks if not PIN.match(block.splitlines()[0])] == []
    assert [block for block in blocks if not re.search(r"--hash=sha256:[0-9a-f]{64}", block)] == []


def test_the_lock_fits_the_project(root, pins):
    table = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    project = table["project"]
    asked = [
        *project["dependencies"],
        *project["optional-dependencies"]["dev"],
        *table["build-system"]["requires"],
    ]
    unfit = []
    for requirement in map(Requirement, asked):
        versions = pins.get(requirement.name.lower(), ["missing"])
        if not all(requirement.specifier.contains(v) for v in versions if v != "missing"):
            unfit.append(f"{requirement} is {versions}")
        if versions == ["missing"]:
            unfit.append(f"{requirement} is not in the lock")
    assert unfit == []


def test_the_lock_holds_back_what_broke(pins):
    assert all(version < "6.12" for version in pins["pyside6-essentials"])
    assert not {"numpy", "pyside6", "pydantic", "pymupdf"} & set(pins)
