"""What a person chose for their window, kept apart from every engagement.

The file holds no word of an interview and no name but the person's own.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.i18n import _
from cxo_desktop.store.files import write_whole

IDLE_CHOICES = (1, 2, 5, 10, 15, 30)
"""Minutes without a key after which the window locks itself."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, each with what holds while nobody chose.

    ``look`` is light, dark or "" for the system's; ``exchange`` is "asked" where the share is used
    only when asked, "" where it is used by itself. ``engagement`` is the name of the folder that
    was open last, which tells nothing; ``place`` the page. ``shape`` is where the window stood
    and ``splitters`` how its parts were divided, in Qt's own form. ``recent`` are the actions
    used last, newest first.
    """

    look: str = ""
    language: str = "en"
    name: str = ""
    idle_minutes: int = 5
    engagement: str = ""
    place: str = "home"
    shape: str = ""
    splitters: Mapping[str, str] = field(default_factory=dict)
    recent: tuple[str, ...] = ()
    exchange: str = ""


class SettingsFile:
    """The settings in their file; what cannot be read there is as if nobody had chosen."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._now = _read(path)

    @property
    def now(self) -> Settings:
        """Return the settings as they stand."""
        return self._now

    def change(self, **values: Any) -> None:
        """Change settings and write them. Raises InputRefused when the file cannot be written.

        The change holds for this window even then.
        """
        before, self._now = self._now, replace(self._now, **values)
        if self._now != before:
            try:
                write_whole(self.path, json.dumps(asdict(self._now), indent=1).encode())
            except InputRefused as error:
                raise InputRefused(
                    _("Your choice holds only until the window closes."),
                    error.why,
                    _("Make room or give yourself permission to write there, then choose again."),
                ) from error


def _read(path: Path) -> Settings:
    try:
        kept = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return Settings()
    if not isinstance(kept, dict):
        return Settings()
    default = Settings()
    values = {
        one.name: fitting
        for one in fields(Settings)
        if (fitting := _fitting(kept.get(one.name), getattr(default, one.name))) is not None
    }
    return replace(default, **values)


def _fitting(value: Any, default: Any) -> Any:
    """Return a value in the form of its default, or None when it has another."""
    if isinstance(default, tuple):
        whole = isinstance(value, list) and all(isinstance(one, str) for one in value)
        return tuple(value) if whole else None
    if isinstance(default, dict):
        whole = isinstance(value, dict) and all(isinstance(one, str) for one in value.values())
        return value if whole else None
    if isinstance(default, int):
        return value if type(value) is int and value > 0 else None
    return value if isinstance(value, str) else None
