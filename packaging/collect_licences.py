"""Copy the licence files of every installed package: ``collect_licences.py FOLDER``.

Run by the Python of the environment that was packed.
"""

from __future__ import annotations

import re
import shutil
import sys
from importlib.metadata import Distribution, distributions
from pathlib import Path

LICENCE = re.compile(r"(licen[cs]e|copying|notice|copyright|authors)", re.IGNORECASE)


def licences(package: Distribution) -> list[Path]:
    """Return the files of a package that are named like a licence."""
    files = [Path(str(package.locate_file(file))) for file in package.files or []]
    return [file for file in files if LICENCE.match(file.name) and file.suffix != ".py"]


def main(folder: Path) -> None:
    """Write a folder for each package, with its licence and what it says of it."""
    for package in distributions():
        name = package.metadata["Name"]
        place = folder / name
        place.mkdir(parents=True, exist_ok=True)
        for number, file in enumerate(licences(package)):
            shutil.copy(file, place / (f"{number}-{file.name}" if number else file.name))
        said = [
            f"{key}: {value}"
            for key, value in package.metadata.items()
            if key in {"Name", "Version", "License", "License-Expression"}
            or (key == "Classifier" and value.startswith("License"))
        ]
        (place / "ABOUT.txt").write_text("\n".join(said) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
