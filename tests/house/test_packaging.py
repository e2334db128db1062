"""What makes a bundle and a desktop entry of the program is in order, without making one."""

from __future__ import annotations

import os
import re
import runpy
import shutil
import subprocess
import sys
import tomllib
from xml.etree import ElementTree as ET

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PySide6.QtGui import QImage

from cxo_desktop import __version__


def needs(tool):
    return pytest.mark.skipif(not shutil.which(tool), reason=f"{tool} is not installed")


@needs("desktop-file-validate")
def test_the_desktop_entry_is_valid(root):
    entry = root / "packaging" / "cxo-desktop.desktop"
    done = subprocess.run(
        ["desktop-file-validate", entry],  # noqa: S607 - the machine's tool
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")


@needs("appstreamcli")
def test_the_metainfo_is_valid(root):
    [metainfo] = (root / "packaging").glob("*.metainfo.xml")
    done = subprocess.run(
        ["appstreamcli", "validate", "--no-net", metainfo],  # noqa: S607 - the machine's tool
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_all_files_call_the_program_the_same(root):
    packaging = root / "packaging"
    [metainfo] = packaging.glob("*.metainfo.xml")
    tree = ET.parse(metainfo)  # noqa: S314 - our own file
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    entry = (packaging / "cxo-desktop.desktop").read_text("utf-8").splitlines()
    assert metainfo.name == f"{tree.findtext('id')}.metainfo.xml"
    assert tree.findtext("launchable") == "cxo-desktop.desktop"
    assert {"Exec=cxo-desktop", "Icon=cxo-desktop"} <= set(entry)
    programs = {*project["scripts"], *project["gui-scripts"]}
    assert {binary.text for binary in tree.iter("binary")} == programs == {"cxo", "cxo-desktop"}
    assert tree.find("releases/release").get("version") == project["version"] == __version__


def test_the_icon_is_drawn_in_every_size(root, tmp_path):
    subprocess.run([sys.executable, root / "packaging/draw_icons.py", tmp_path], check=True)
    drawn = {QImage(str(path)).width(): QImage(str(path)) for path in tmp_path.rglob("*.png")}
    assert sorted(drawn) == [16, 24, 32, 48, 64, 128, 256, 512]
    for size, image in drawn.items():
        assert image.height() == size
        assert image.pixelColor(0, 0).alpha() < 128
        assert image.pixelColor(size // 2, size * 9 // 100).name() == "#0b6b6b"


def test_the_runtime_part_of_the_lock_is_what_a_user_needs(root):
    script = root / "packaging" / "runtime_lock.py"
    part = subprocess.run(
        [sys.executable, script], check=True, capture_output=True, text=True
    ).stdout
    names = {line.split("==")[0] for line in part.splitlines() if "==" in line}
    assert {"pyside6-essentials", "shiboken6", "sqlcipher3", "cffi", "pyinstaller"} <= names
    assert {"obstore", "webdav4", "paramiko", "smbprotocol", "keyring"} <= names
    assert not names & {"pytest", "mypy", "ruff", "hypothesis", "pre-commit", "pip", "numpy"}
    lock = (root / "requirements.lock").read_text("utf-8")
    assert set(part.splitlines()) <= set(lock.splitlines())
    assert part.count("--hash=sha256:") >= len(names)


def test_every_package_of_an_extra_has_its_licence_told(root):
    closure = runpy.run_path(str(root / "packaging" / "runtime_lock.py"))["closure"]
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    lines = [line for name in extras.keys() - {"dev"} for line in extras[name]]
    packages = closure(map(name_of, lines)) - closure(map(name_of, project["dependencies"]))
    told = (root / "THIRD-PARTY.md").read_text("utf-8")
    rows = [row.split("|")[2] for row in told.splitlines() if row.startswith("| `")]
    named = {canonicalize_name(name.split()[0]) for row in rows for name in re.split("[,;]", row)}
    assert packages > {"paramiko", "bcrypt"}
    assert packages <= named


def name_of(line):
    return Requirement(line).name


@pytest.mark.skipif(sys.platform != "linux", reason="bundles are tried out on Linux")
@pytest.mark.parametrize(
    ("program", "complaint"),
    [
        ("exit 0", "cxo --help does not say how to use it"),
        ("echo 'Usage: cxo '", "the demo made no brief"),
        ("[ $1 = --help ] && echo 'Usage: cxo ' || exit 5", "cxo demo ended with 5"),
    ],
)
def test_a_broken_bundle_does_not_pass_the_smoke_check(root, tmp_path, program, complaint):
    (tmp_path / "cxo").write_text(f"#!/bin/sh\n{program}\n", "utf-8")
    (tmp_path / "cxo").chmod(0o755)
    done = subprocess.run(
        [root / "packaging" / "smoke", tmp_path],
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert complaint in done.stderr


def test_the_bundle_dispatches_by_its_name(root, tmp_path):
    """Called ``cxo`` the launcher is the command line, whatever folder it lies in."""
    (tmp_path / "cxo").symlink_to(root / "packaging" / "launch.py")
    done = subprocess.run(
        [sys.executable, tmp_path / "cxo", "--version"],
        env=os.environ | {"PYTHONPATH": str(root), "LD_LIBRARY_PATH_ORIG": "kept"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, f"cxo, version {__version__}")
