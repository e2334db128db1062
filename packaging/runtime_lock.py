"""Print the part of requirements.lock that a running program needs, and what packs it.

Run by the Python of .venv, where everything of the lock is installed: what needs what is read
from the packages themselves.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import requires
from itertools import chain
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PACKER = "pyinstaller"
UNUSED = {"pip"}  # sqlite-utils asks for it to install plugins, which we do not


def applies(requirement: Requirement) -> bool:
    """Tell whether a requirement holds on this machine, no extra being asked for."""
    return requirement.marker is None or requirement.marker.evaluate({"extra": ""})


def closure(names: Iterable[str]) -> set[str]:
    """Return the names of all packages that these need, themselves included."""
    found: set[str] = set()
    ahead = [canonicalize_name(name) for name in names]
    while ahead:
        name = ahead.pop()
        if name not in found | UNUSED:
            found.add(name)
            needed = map(Requirement, requires(name) or [])
            ahead += [canonicalize_name(each.name) for each in needed if applies(each)]
    return found


def blocks(lock: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the lines of each pin of a lock."""
    for block in re.split(r"\n(?=[A-Za-z0-9])", lock):
        if pin := re.match(r"[A-Za-z0-9._-]+(?===)", block):
            yield canonicalize_name(pin[0]), block.rstrip("\n")


def main() -> None:
    """Print the lines for what a bundle carries, every extra but ``dev``, and for the packer."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    lines = chain(project["dependencies"], *(extras[name] for name in extras.keys() - {"dev"}))
    asked = [Requirement(line).name for line in lines]
    wanted = closure([*asked, PACKER])
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    kept = {name: block for name, block in blocks(lock) if name in wanted}
    if missing := wanted - set(kept):
        sys.exit(f"not in requirements.lock: {', '.join(sorted(missing))}")
    sys.stdout.write("\n".join(block for name, block in blocks(lock) if name in wanted) + "\n")


if __name__ == "__main__":
    main()
