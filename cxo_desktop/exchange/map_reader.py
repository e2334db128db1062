"""Has a map of a stranger read by a child process, with limits of time and memory."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.map_sheets import ReadMaps
from cxo_desktop.exchange.map_child import decoded
from cxo_desktop.i18n import _

CHILD = "--read-map"


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a file may be read, in seconds, and how much memory that may take, in bytes."""

    seconds: int = 20
    memory: int = 1 << 30


LIMITS = Limits()


def read_apart(form: str, name: str, content: bytes, limits: Limits = LIMITS) -> ReadMaps:
    """Return the maps of a file in one of map_child.READERS.

    Raises InputRefused for what is damaged or hostile, and when reading had to be stopped.
    """
    command = [*_program(), form, name, str(limits.seconds), str(limits.memory)]
    try:
        done = subprocess.run(  # noqa: S603 - our own program; the file goes to its input
            command,
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.seconds,
            check=False,
        )
        answer = json.loads(done.stdout) if done.returncode == 0 else None
    except (OSError, ValueError, subprocess.TimeoutExpired):
        answer = None
    if not isinstance(answer, dict):
        raise InputRefused(
            _("{file} was not imported, and nothing was written.").format(file=name),
            _("Reading it was stopped: it needs more than {seconds} s or {size} MB.").format(
                seconds=limits.seconds, size=limits.memory // 1_000_000
            ),
            _("Export a smaller part of it and import that."),
        )
    return decoded(answer)


def _program() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD]
    return [sys.executable, "-m", "cxo_desktop.exchange.map_child"]
