"""Two maps beside each other: what was added, removed, moved and changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.plain import to_plain
from cxo_desktop.domain.processes import Step, Transition
from cxo_desktop.domain.records import Json, Record

R = TypeVar("R", bound=Record)
Key = Callable[[R], tuple[str, ...]]
_ASIDE = frozenset({"id", "lane", "owner_level", "from", "to", "map"})


@dataclass(frozen=True, slots=True)
class Change:
    """A field that differs: what it was and what it is."""

    code: str
    field: str
    before: Json
    after: Json


@dataclass(frozen=True, slots=True)
class Differences:
    """What of a second map is not as in a first, by code; arrows as "source>target" if unnamed.

    ``pairs`` are the codes that mean the same in both, first and second.
    """

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    moved: tuple[Change, ...] = ()
    changed: tuple[Change, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()


def of_processes(
    before: tuple[Sequence[Step], Sequence[Transition]],
    after: tuple[Sequence[Step], Sequence[Transition]],
) -> Differences:
    """Compare two process maps; steps match by code and words, then by words and lane, words."""
    pairs = _pairs(
        before[0],
        after[0],
        (
            lambda it: (it.code, _words(it.label)),
            lambda it: (_words(it.label), it.lane or ""),
            lambda it: (_words(it.label),),
        ),
    )
    steps = _compared(before[0], after[0], pairs, "lane")
    names = {one.code: other.code for one, other in pairs}
    old = {_ends(move, names): move for move in before[1]}
    new = {_ends(move, {}): move for move in after[1]}
    arrows = _compared(
        list(old.values()),
        list(new.values()),
        [(old[key], new[key]) for key in old.keys() & new.keys()],
        "",
    )
    return _joined(steps, arrows)


def of_chains(
    before: tuple[Sequence[DataNode], Sequence[DataFlow]],
    after: tuple[Sequence[DataNode], Sequence[DataFlow]],
) -> Differences:
    """Compare two data chains; nodes and flows match by code."""
    nodes = _pairs(before[0], after[0], (lambda it: (it.code,),))
    flows = _pairs(before[1], after[1], (lambda it: (it.code,),))
    moved = [
        Change(new.code, end, getattr(old, end), getattr(new, end))
        for old, new in flows
        for end in ("source", "target")
        if getattr(old, end) != getattr(new, end)
    ]
    found = _joined(
        _compared(before[0], after[0], nodes, "owner_level"),
        _compared(before[1], after[1], flows, ""),
    )
    return Differences(
        found.added, found.removed, (*found.moved, *moved), found.changed, found.pairs
    )


def _words(text: str) -> str:
    return " ".join(text.casefold().split())


def _ends(move: Transition, names: dict[str, str]) -> tuple[str, str, str]:
    ends = [names.get(code, code) for code in (move.source, move.target)]
    return (*ends, move.condition or "")  # type: ignore[return-value]


def _pairs(before: Iterable[R], after: Iterable[R], keys: Sequence[Key[R]]) -> list[tuple[R, R]]:
    """Return what means the same in both, found by the first key that tells."""
    old, new = list(before), list(after)
    found: list[tuple[R, R]] = []
    for key in keys:
        known: dict[tuple[str, ...], R] = {}
        for row in old:
            known.setdefault(key(row), row)
        for row in list(new):
            match = known.pop(key(row), None)
            if match is not None and any(key(row)):
                found.append((match, row))
                old.remove(match)
                new.remove(row)
    return found


def _compared(
    before: Iterable[Record],
    after: Iterable[Record],
    pairs: Sequence[tuple[Record, Record]],
    home: str,
) -> Differences:
    old, new = {id(one) for one, _ in pairs}, {id(other) for _, other in pairs}
    moved = [
        Change(_code(b), home, getattr(a, home), getattr(b, home))
        for a, b in pairs
        if home and getattr(a, home) != getattr(b, home)
    ]
    return Differences(
        tuple(_code(row) for row in after if id(row) not in new),
        tuple(_code(row) for row in before if id(row) not in old),
        tuple(moved),
        tuple(change for pair in pairs for change in _changes(*pair)),
        tuple((_code(a), _code(b)) for a, b in pairs),
    )


def _code(row: Record) -> str:
    if row.code or not isinstance(row, Transition):
        return row.code
    return f"{row.source}>{row.target}"


def _changes(before: Record, after: Record) -> list[Change]:
    old, new = (to_plain(row, code_key=None) for row in (before, after))
    keys = sorted((old.keys() | new.keys()) - _ASIDE - before.extra.keys() - after.extra.keys())
    return [
        Change(_code(after), key, old.get(key), new.get(key))
        for key in keys
        if old.get(key) != new.get(key)
    ]


def _joined(one: Differences, other: Differences) -> Differences:
    return Differences(
        (*one.added, *other.added),
        (*one.removed, *other.removed),
        (*one.moved, *other.moved),
        (*one.changed, *other.changed),
        (*one.pairs, *other.pairs),
    )
