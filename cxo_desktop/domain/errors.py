"""Every error a person may see: what happened, why, and what to do about it."""

from __future__ import annotations

from typing import ClassVar


class CxoError(Exception):
    """An error in words; ``exit_code`` is what the command line ends with."""

    exit_code: ClassVar[int] = 1

    def __init__(self, what: str, why: str, remedy: str) -> None:
        super().__init__(f"{what} {why} {remedy}")
        self.what = what
        self.why = why
        self.remedy = remedy


class InputRefused(CxoError):
    """What was handed in cannot be taken; nothing was written."""

    exit_code = 3


class DiskFull(InputRefused):
    """The disk takes no more; nothing was written, and what was saved is still there."""


class ReadOnly(InputRefused):
    """What is open can only be read; nothing was written."""


class NotFound(CxoError):
    """What was asked for does not exist."""

    exit_code = 4


class Locked(CxoError):
    """The workspace is in use elsewhere, or the passphrase is wrong."""

    exit_code = 5


class Damaged(CxoError):
    """A file of the workspace is damaged or newer than this program."""

    exit_code = 7


class Cancelled(Exception):
    """Raised inside a task that was asked to stop."""
