"""The locks hold what is asked for, by hash, and name no place to get it from."""

from __future__ import annotations

import re
import tomllib
from itertools import chain

import pytest
from packaging.requirements import Requirement

HOST = re.compile(r"https?://|(?:[a-z0-9-]+\.)+(?:org|com|io|net|dev)\b|--(extra-)?index-url")
PIN = re.compile(
    r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^ ;\\]+)(?: ; (?P<marker>[^\\]+?))? \\$"
)


LOCKS = {"requirements.lock": 60, "tests/sync/servers.lock": 30}


@pytest.fixture(params=LOCKS)
def lock(root, request):
    """Each lock, with the number of packages that it holds at least."""
    return (root / request.param).read_text(encoding="utf-8"), LOCKS[request.param]


def pins_of(lock):
    """The versions of each package; more than one where Pythons need different ones."""
    found = {}
    for line in lock.read_text(encoding="utf-8").splitlines():
        if pin := PIN.match(line):
            found.setdefault(pin["name"].lower(), []).append(pin["version"])
    return found


@pytest.fixture(scope="module")
def pins(root):
    return pins_of(root / "requirements.lock")


def unfit(asked, pins):
    """Tell what is asked for and is not in the lock, or in another version."""
    for requirement in map(Requirement, asked):
        versions = pins.get(requirement.name.lower())
        if versions is None:
            yield f"{requirement} is not in the lock"
        elif not all(map(requirement.specifier.contains, versions)):
            yield f"{requirement} is {versions}"


def test_a_lock_names_no_host(lock):
    text, _least = lock
    assert [line for line in text.splitlines() if HOST.search(line)] == []


@pytest.mark.parametrize(
    "line", ["--index-url x", "a @ http://example.org/a.whl", "# from files.a.org"]
)
def test_a_host_would_be_seen(line):
    assert HOST.search(line)


def test_every_pin_has_its_hashes(lock):
    text, least = lock
    blocks = re.split(r"\n(?=[A-Za-z])", re.sub(r"(?m)^ *#.*\n", "", text).strip())
    assert len(blocks) >= least
    assert [block for block in blocks if not PIN.match(block.splitlines()[0])] == []
    assert [block for block in blocks if not re.search(r"--hash=sha256:[0-9a-f]{64}", block)] == []


def test_the_lock_fits_the_project(root, pins):
    table = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    project = table["project"]
    extras = project["optional-dependencies"].values()
    asked = [*project["dependencies"], *table["build-system"]["requires"], *chain(*extras)]
    assert list(unfit(asked, pins)) == []


def test_the_lock_of_the_servers_fits_what_they_are(root):
    lines = (root / "tests/sync/servers.in").read_text(encoding="utf-8").splitlines()
    asked = [line for line in lines if not line.startswith("#")]
    assert len(asked) >= 3
    assert list(unfit(asked, pins_of(root / "tests/sync/servers.lock"))) == []


def test_the_lock_holds_back_what_broke(pins):
    assert all(version < "6.12" for version in pins["pyside6-essentials"])
    assert not {"numpy", "pyside6", "pydantic", "pymupdf"} & set(pins)
