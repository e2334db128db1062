"""What every record of an engagement has in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
Number = int | float
EMPTY: Mapping[str, Json] = MappingProxyType({})


def empty() -> Mapping[str, Json]:
    """Return the one mapping that holds nothing."""
    return EMPTY


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A row of an engagement.

    ``id`` sorts by creation and is made offline; ``code`` is the id of the exchange format, by
    which records name each other. ``given`` keeps what a file said literally of a field that
    holds nothing (``null``, ``""`` or ``[]``, which differ from not saying it); ``extra`` keeps
    the keys that this version does not know. Both come back on export as they came.
    """

    id: str = ""
    code: str = ""
    given: Mapping[str, Json] = field(default_factory=empty, hash=False)
    extra: Mapping[str, Json] = field(default_factory=empty, hash=False)
