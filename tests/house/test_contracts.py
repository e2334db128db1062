"""The layers hold, and each contract would see a breach."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

# contract: what to write into a copy of the house so that this contract must break.
BREACHES = {
    "Layers": {"exchange/planted.py": "import cxo_desktop.render\n"},
    "No import cycles": {
        "domain/planted.py": "import cxo_desktop.domain.planted_too\n",
        "domain/planted_too.py": "import cxo_desktop.domain.planted\n",
    },
    "The domain is pure": {"domain/planted.py": "import subprocess\n"},
    "Thinking and drawing never reach for storage": {
        "render/planted.py": "import cxo_desktop.store\n"
    },
    "Windows and commands go through app": {"cli/planted.py": "import cxo_desktop.analysis\n"},
    "Pages do not know each other": {
        "ui/pages/planted.py": "import cxo_desktop.ui.pages.planted_too\n",
        "ui/pages/planted_too.py": "",
    },
    "Only ui knows Qt": {"app/planted.py": "import PySide6.QtCore\n"},
    "Only store knows sqlite-utils": {"app/planted.py": "import sqlite_utils\n"},
    "Only analysis knows networkx": {"domain/planted.py": "import networkx\n"},
    "Only render knows Graphviz and ReportLab": {"app/planted.py": "import reportlab.pdfgen\n"},
    "Only sync knows the share's ciphers": {"app/planted.py": "import pyrage\n"},
    "Only the ways to remote shares reach a network": {"sync/planted.py": "import paramiko\n"},
    "Only the store asks the system's keyring": {"app/planted.py": "import keyring\n"},
    "Only the store merges texts": {"app/planted.py": "import loro\n"},
    "A window or command never reaches the share itself": {
        "cli/planted.py": "import cxo_desktop.sync\n"
    },
    "Nothing talks to a network": {"exchange/planted.py": "import urllib.request\n"},
}


def lint(folder: Path) -> tuple[int, list[str]]:
    """Run import-linter over the package in a folder; return its exit code and what it broke."""
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    broken = [
        line.partition(" BROKEN")[0] for line in done.stdout.splitlines() if " BROKEN" in line
    ]
    assert "Contracts" in done.stdout, done.stdout + done.stderr
    return done.returncode, broken


@pytest.fixture
def house(tmp_path: Path, root: Path) -> Path:
    """A copy of the package with its contracts."""
    shutil.copy(root / "pyproject.toml", tmp_path)
    shutil.copytree(
        root / "cxo_desktop", tmp_path / "cxo_desktop", ignore=shutil.ignore_patterns("__pycache__")
    )
    return tmp_path


def test_the_contracts_hold(root):
    assert lint(root) == (0, [])


def test_every_contract_has_a_breach_to_try(root):
    table = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    names = [contract["name"] for contract in table["tool"]["importlinter"]["contracts"]]
    assert sorted(names) == sorted(BREACHES)


@pytest.mark.parametrize("contract", BREACHES)
def test_a_breach_of_this_contract_is_seen(house, contract):
    for name, source in BREACHES[contract].items():
        place = house / "cxo_desktop" / name
        place.parent.mkdir(exist_ok=True)
        place.write_text(f'"""Planted."""\n\n{source}', encoding="utf-8")
    code, broken = lint(house)
    assert code == 1
    assert contract in broken


def test_a_package_outside_the_layers_is_seen(house):
    (house / "cxo_desktop" / "helpers.py").write_text('"""Planted."""\n', encoding="utf-8")
    code, broken = lint(house)
    assert code == 1
    assert "Layers" in broken
