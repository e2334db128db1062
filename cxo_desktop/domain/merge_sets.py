"""Lists of words that two laptops changed at once: what either added stays, removals count."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, Self

from cxo_desktop.domain.changes import Cell


class Seeing(Protocol):
    """What tells which versions were known to the maker of another."""

    def saw(self, other: Self, /) -> bool:
        """Tell whether the other version was known when this one was made."""


@dataclass(frozen=True, slots=True)
class _Step:
    """One version as a step from what its maker saw: what it added and what it took away."""

    stamp: Seeing
    added: tuple[str, ...]
    removed: frozenset[str]


def joined_set(versions: Sequence[tuple[Seeing, Cell]]) -> list[str] | None:
    """Return the list that all versions make together, or None when one of them is no list.

    ``versions`` are in the order of their rank. A word is in it when somebody added it and nobody
    who saw that took it away; so adding wins over a removal that did not know of it. The words
    stand in the order of the last version, followed by what others added.
    """
    lists = [_words(cell) for _stamp, cell in versions]
    steps: list[_Step] = []
    for (stamp, _cell), words in zip(versions, lists, strict=True):
        if words is None:
            return None
        before = _present([step for step in steps if stamp.saw(step.stamp)])
        added = tuple(word for word in words if word not in before)
        steps.append(_Step(stamp, added, frozenset(before) - frozenset(words)))
    present = _present(steps)
    last = lists[-1] or ()
    ordered = [word for word in last if word in present]
    return ordered + [word for word in present if word not in last]


def _present(steps: Iterable[_Step]) -> dict[str, None]:
    steps = list(steps)
    return {
        word: None
        for step in steps
        for word in step.added
        if not any(word in other.removed and other.stamp.saw(step.stamp) for other in steps)
    }


def _words(cell: Cell) -> tuple[str, ...] | None:
    """Return the words of a list, or None when it is none or says one of them twice."""
    if cell is None:
        return ()
    try:
        words = json.loads(str(cell))
    except ValueError:
        return None
    fits = isinstance(words, list) and all(isinstance(word, str) for word in words)
    return tuple(words) if fits and len(set(words)) == len(words) else None
