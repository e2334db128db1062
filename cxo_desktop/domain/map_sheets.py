"""A map as data, whatever its kind: boxes, links and lanes for files of other programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cxo_desktop.domain.processes import ProcessMap, Step, Transition
from cxo_desktop.domain.records import Json, empty


@dataclass(frozen=True, slots=True)
class SheetBox:
    """A box: its code on the map, what kind it is, its words, its lane, and what is known of it."""

    code: str
    kind: str
    label: str
    lane: str = ""
    facts: Mapping[str, Json] = field(default_factory=empty, hash=False)


@dataclass(frozen=True, slots=True)
class SheetLink:
    """A link from one box to another; ``label`` in words."""

    code: str
    source: str
    target: str
    label: str = ""
    facts: Mapping[str, Json] = field(default_factory=empty, hash=False)


@dataclass(frozen=True, slots=True)
class MapSheet:
    """A whole map; ``lanes`` in their order, () for a data chain."""

    name: str
    boxes: tuple[SheetBox, ...]
    links: tuple[SheetLink, ...]
    lanes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Loss:
    """Something in a file that has no place in a map, and what became of it."""

    element: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReadMap:
    """One map that was read: the rows that make it, without row ids."""

    map: ProcessMap
    steps: tuple[Step, ...]
    transitions: tuple[Transition, ...]


@dataclass(frozen=True, slots=True)
class ReadMaps:
    """All maps of a file and what of it could not become part of one.

    ``stores`` are the names of data places by the code that steps read or write.
    """

    maps: tuple[ReadMap, ...]
    losses: tuple[Loss, ...] = ()
    stores: Mapping[str, tuple[str, str]] = field(default_factory=dict, hash=False)
