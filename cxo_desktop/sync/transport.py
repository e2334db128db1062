"""What a share must be able to do: five things, so that any service that moves files will do.

A name is a path below the space's folder with ``/`` between its parts. No file is ever rewritten.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from cxo_desktop.domain.errors import CxoError
from cxo_desktop.i18n import _


class ShareUnreachable(CxoError):
    """The share cannot be read or written now, or is not to be trusted; nothing is lost."""

    exit_code = 6


class AlreadyThere(Exception):
    """There is a file of this name already; it was left as it is."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A file below a prefix: the rest of its name, and its size in bytes."""

    name: str
    size: int


class Transport(Protocol):
    """A place that holds files. Each method raises ShareUnreachable when it cannot be reached."""

    def files(self, folder: str) -> Sequence[Listed]:
        """Return the files directly in a folder, none for one that is not there."""

    def folders(self, folder: str) -> Sequence[str]:
        """Return the names of the folders in a folder."""

    def get(self, name: str) -> bytes:
        """Return a whole file. Raises FileNotFoundError."""

    def put_new(self, name: str, content: bytes) -> None:
        """Write a file that is seen whole or not at all. Raises AlreadyThere."""

    def delete(self, name: str) -> None:
        """Remove a file; one that is not there is no error."""


def unreachable(why: str, remedy: str = "") -> ShareUnreachable:
    """Return the error for a share that does not answer as it should."""
    return ShareUnreachable(
        _("The share was not reached."),
        why,
        remedy
        or _("Nothing is lost: your work is on this laptop. Try again when the share is there."),
    )
