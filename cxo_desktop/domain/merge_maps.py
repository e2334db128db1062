"""Fields that hold several values by name, merged value by value."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cxo_desktop.domain.changes import Cell
from cxo_desktop.domain.merge_sets import Seeing

_GONE = object()


@dataclass(frozen=True, slots=True)
class JoinedMap:
    """What all versions make together, and what it would be with a version that was outdone.

    ``rivals`` are (place of the version, the whole with its values) for versions that gave a name
    another value without having seen the one that stands.
    """

    cell: Cell
    rivals: tuple[tuple[int, Cell], ...]


def joined_map(versions: Sequence[tuple[Seeing, Cell]]) -> JoinedMap | None:
    """Return the map that all versions make, or None when one of them is no map.

    ``versions`` are in the order of their rank. A version counts for the names whose values differ
    from what its maker saw; of two that did not know of each other the later one stands.
    """
    steps: list[tuple[Seeing, Mapping[str, Any]]] = []
    for stamp, cell in versions:
        values = _values(cell)
        if values is None:
            return None
        before = _folded([delta for seen, delta in steps if stamp.saw(seen)])
        steps.append((stamp, _delta(before, values)))
    together = _folded([delta for _stamp, delta in steps])
    rivals = []
    for place, (stamp, delta) in enumerate(steps):
        other = {
            name: value
            for name, value in delta.items()
            if value != together.get(name, _GONE) and not _outdated(name, stamp, steps)
        }
        if other:
            rivals.append((place, _cell(_folded([together, other]))))
    return JoinedMap(_cell(together), tuple(rivals))


def _outdated(name: str, stamp: Seeing, steps: Sequence[tuple[Seeing, Mapping[str, Any]]]) -> bool:
    """Tell whether somebody who saw a version gave the name a value again."""
    return any(name in delta and later.saw(stamp) for later, delta in steps)


def _delta(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    changed = {name: value for name, value in after.items() if before.get(name, _GONE) != value}
    return changed | {name: _GONE for name in before if name not in after}


def _folded(deltas: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    together: dict[str, Any] = {}
    for delta in deltas:
        together |= delta
    return {name: value for name, value in together.items() if value is not _GONE}


def _values(cell: Cell) -> dict[str, Any] | None:
    if cell is None:
        return {}
    try:
        values = json.loads(str(cell))
    except ValueError:
        return None
    return values if isinstance(values, dict) else None


def _cell(values: Mapping[str, Any]) -> Cell:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")) if values else None
