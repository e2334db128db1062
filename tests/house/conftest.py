"""The source tree as the house tests see it."""

from __future__ import annotations

import ast
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Module:
    """One Python file; ``name`` is its path below the repository, as ``cxo_desktop/assets.py``."""

    name: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def lines(self) -> int:
        return self.text.count("\n")


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def modules() -> list[Module]:
    """Every module of the package, so that an empty search cannot pass for a clean house."""
    found = [
        Module(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "cxo_desktop").rglob("*.py"))
    ]
    assert len(found) > 30
    return found


@pytest.fixture(scope="session")
def tracked() -> list[Path]:
    """Every file that git keeps."""
    listed = subprocess.run(
        ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z"],  # noqa: S607 - git of the machine
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    paths = [ROOT / name for name in listed.split("\0") if name]
    assert len(paths) > 50
    return [path for path in paths if path.is_file()]


@pytest.fixture(scope="session")
def parse() -> type[Module]:
    return Module
