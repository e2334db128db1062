"""Find and read the text files that somebody names, or that lie in the folders they name."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.exchange.text_bytes import LARGEST_BYTES, decode_text, refuse_file
from cxo_desktop.i18n import _

TEXT_ENDINGS = (".txt", ".md", ".markdown", ".text")
MOST_FILES = 5_000
_JUNK = frozenset({"thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class TextFile:
    """One file to read, with its name below the folder that was named."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class FoundTexts:
    """The texts to read, and the names of other readable files that lie among them."""

    texts: tuple[TextFile, ...]
    left_aside: tuple[str, ...]


def find_texts(paths: Sequence[Path]) -> FoundTexts:
    """Return the texts among ``paths``: files as they are named, folders with all below them.

    Hidden files are passed over. Raises InputRefused for a path that is not there, for a folder
    without texts, and for more than 5,000 files.
    """
    texts: dict[Path, TextFile] = {}
    aside: list[str] = []
    for path in paths:
        _check_kind(path)
        if not path.is_dir():
            texts.setdefault(path.resolve(), TextFile(_shown(path.name), path))
            continue
        found, others = _below(path)
        if not found:
            refuse_file(
                _shown(str(path)),
                _("The folder holds no text files ({endings}).").format(
                    endings=", ".join(TEXT_ENDINGS)
                ),
                _("Name a folder with interview notes, or the files themselves."),
            )
        for text in found:
            texts.setdefault(text.path.resolve(), text)
        aside += others
    return FoundTexts(_distinct(list(texts.values())), tuple(aside))


def _check_kind(path: Path) -> None:
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        _unreadable(_shown(str(path)), error)
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        refuse_file(
            _shown(path.name),
            _("It is neither a file nor a folder."),
            _("Name the text files themselves."),
        )


def _below(folder: Path) -> tuple[list[TextFile], list[str]]:
    texts: list[TextFile] = []
    aside: list[str] = []
    for count, path in enumerate(_walk(folder)):
        if count >= MOST_FILES:
            refuse_file(
                _shown(str(folder)),
                _("It holds more than {most} files.").format(most=MOST_FILES),
                _("Name the folder with the interview notes itself."),
            )
        name = _shown(path.relative_to(folder).as_posix())
        if path.suffix.casefold() in TEXT_ENDINGS:
            texts.append(TextFile(name, path))
        else:
            decode_text(name, read_bytes(name, path))
            aside.append(name)
    return sorted(texts, key=lambda text: _in_order(text.name)), sorted(aside, key=_in_order)


def _walk(folder: Path) -> Iterator[Path]:
    def fail(error: OSError) -> None:
        _unreadable(_shown(str(error.filename)), error)

    for here, folders, files in os.walk(folder, onerror=fail):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith((".", "~$")) and name.casefold() not in _JUNK:
                _check_kind(Path(here, name))
                yield Path(here, name)


def _in_order(name: str) -> tuple[tuple[int, int, str], ...]:
    """Return what sorts ``visit 2`` before ``visit 10``, and numbers before letters."""
    parts = re.findall(r"\d+|\D+", name.casefold())
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)


def _distinct(texts: list[TextFile]) -> tuple[TextFile, ...]:
    """Put the folder before the names of files that are called alike."""
    names = [text.name for text in texts]
    return tuple(
        TextFile(f"{_shown(text.path.absolute().parent.name)}/{text.path.name}", text.path)
        if names.count(text.name) > 1
        else text
        for text in texts
    )


def read_bytes(name: str, path: Path) -> bytes:
    """Return the content of a file, or a little more than may be read of one too large.

    Raises InputRefused when it cannot be read.
    """
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST_BYTES + 1)
    except OSError as error:
        _unreadable(name, error)


def _unreadable(name: str, error: OSError | ValueError) -> NoReturn:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    raise InputRefused(
        _("{file} was not imported, and nothing was written.").format(file=name),
        _("It cannot be read: {reason}.").format(reason=reason),
        _("Check its name and your permission to read it."),
    ) from error


def _shown(name: str) -> str:
    """Return a file's name as text, also where its bytes are none."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
