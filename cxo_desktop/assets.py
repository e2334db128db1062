"""Find the files shipped beside the package: ``resources/`` and ``diagrams/``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def root(kind: str) -> Path:
    """Return the folder of ``kind``: wheel and frozen app first, then the source checkout."""
    for candidate in (_PACKAGE / "_data" / kind, _PACKAGE.parent / kind):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"no {kind!r} folder beside {_PACKAGE}")


def resource(name: str) -> Path:
    """Return the path of one file or folder under ``resources/``."""
    return root("resources") / name


def diagram(name: str) -> Path:
    """Return the path of one file or folder under ``diagrams/``."""
    return root("diagrams") / name
