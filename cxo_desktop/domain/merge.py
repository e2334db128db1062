"""What a row is, from all that was ever done to it on any laptop, in whatever order it came.

A row is a pure function of the *set* of its changes, so that laptops which know the same changes
show the same row. A later change is one whose laptop had seen the earlier; two changes are
concurrent when neither had seen the other, which is told exactly by what each segment says its
laptop had taken in. Among concurrent values of a field the one of the greatest instant shows, and
the others are contested until somebody who saw them sets the field again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from cxo_desktop.domain.changes import Cell, Change
from cxo_desktop.domain.field_kinds import FieldKind, kind_of
from cxo_desktop.domain.merge_maps import JoinedMap, joined_map
from cxo_desktop.domain.merge_sets import joined_set

ROW = ""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Where a change stands: its laptop, that laptop's segment, its instant, its place in there.

    ``seen`` is the last segment of every other laptop that this one had taken in.
    """

    device: str
    segment: int
    instant: int
    place: int
    seen: Mapping[str, int] = field(hash=False)

    @property
    def rank(self) -> tuple[int, str, int, int]:
        """Return what the greater of decides among concurrent changes; it respects ``saw``."""
        return (self.instant, self.device, self.segment, self.place)

    def saw(self, other: Stamp) -> bool:
        """Tell whether the other change was known where and when this one was made."""
        if self.device == other.device:
            return (self.segment, self.place) > (other.segment, other.place)
        return self.seen.get(other.device, 0) >= other.segment


@dataclass(frozen=True, slots=True)
class Stamped:
    """A change and where it stands."""

    change: Change
    stamp: Stamp

    def value(self, name: str) -> Cell:
        """Return what this change made of a field."""
        return (self.change.cells or {}).get(name)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values that a field was given; for a whole row None where it was removed."""

    value: Cell
    device: str
    instant: int


@dataclass(frozen=True, slots=True)
class Contested:
    """A field to which concurrent changes gave different values: what shows, and the others.

    ``field`` is ROW where the row was removed on one laptop and changed on another, which brings
    it back. ``merged`` when what shows holds the edits of all sides.
    """

    field: str
    shown: Side
    others: tuple[Side, ...]
    merged: bool = False


@dataclass(frozen=True, slots=True)
class Merged:
    """A row: its fields, None when it is not there; and what is contested of it."""

    cells: Mapping[str, Cell] | None
    contested: tuple[Contested, ...] = ()


GONE = Merged(None)
TextJoin = Callable[[Sequence[Stamped], str], str | None]


def merged(changes: Iterable[Stamped], join_texts: TextJoin) -> Merged:
    """Return the row that a set of changes to it makes; the order in which they come is nothing.

    ``join_texts`` makes one text of all versions of a field, or returns None where it cannot, and
    then the text is a value like others.
    """
    kept = _kept(changes)
    makes = [one for one in kept if one.change.makes]
    removals = [one for one in kept if one.change.removes]
    edits = [one for one in kept if not one.change.removes]
    living = [one for one in edits if not any(gone.stamp.saw(one.stamp) for gone in removals)]
    if not living or not makes:
        return GONE
    cells: dict[str, Cell] = {}
    contested = list(_brought_back(kept, living, removals))
    for name in _names(edits):
        cells[name], found = _field(name, edits, join_texts)
        contested += found
    return Merged({name: cell for name, cell in cells.items() if cell is not None}, (*contested,))


def _kept(changes: Iterable[Stamped]) -> list[Stamped]:
    """Return the changes that count, each once, by their rank: those after every erasure."""
    once = {one.stamp.rank: one for one in changes}
    ordered = [once[rank] for rank in sorted(once)]
    erasures = [one for one in ordered if one.change.erases]
    return [
        one
        for one in ordered
        if not one.change.erased
        and not one.change.erases
        and all(one.stamp.saw(erasure.stamp) for erasure in erasures)
    ]


def lost_to_erasure(changes: Iterable[Stamped]) -> list[Change]:
    """Return the changes whose values an erasure takes: those made without knowing of it."""
    everything = list(changes)
    kept = {id(one) for one in _kept(everything)}
    return [
        one.change
        for one in everything
        if id(one) not in kept and not one.change.erased and not one.change.erases
    ]


def _names(edits: Sequence[Stamped]) -> list[str]:
    return list(dict.fromkeys(name for one in edits for name in (one.change.cells or {})))


def _field(
    name: str, edits: Sequence[Stamped], join_texts: TextJoin
) -> tuple[Cell, Iterable[Contested]]:
    versions = [one for one in edits if one.change.field in {"", name}]
    last = latest(versions)
    shown, others = last[-1], last[:-1]
    value = shown.value(name)
    if all(_same(one.value(name), value) for one in others):
        return value, ()
    kind = kind_of(shown.change.table, name)
    if kind is FieldKind.SET:
        together = joined_set([(one.stamp, one.value(name)) for one in versions])
        if together is not None:
            return _list_cell(together), ()
    if kind is FieldKind.MAP:
        whole = joined_map([(one.stamp, one.value(name)) for one in versions])
        if whole is not None:
            return whole.cell, _rivalled(name, whole, versions)
    text = join_texts(versions, name) if kind is FieldKind.TEXT else None
    sides = tuple(_side(one, name) for one in others if not _same(one.value(name), value))
    return (
        value if text is None else text,
        (Contested(name, _side(shown, name), sides, merged=text is not None),),
    )


def _rivalled(name: str, whole: JoinedMap, versions: Sequence[Stamped]) -> Iterable[Contested]:
    """Yield that a map is contested, each side with the whole that its values would make."""
    if whole.rivals:
        shown = replace(_side(versions[-1], name), value=whole.cell)
        sides = (replace(_side(versions[place], name), value=cell) for place, cell in whole.rivals)
        yield Contested(name, shown, tuple(sides))


def _list_cell(words: list[str]) -> Cell:
    """Return the cell of a list as the store writes it: nothing for none."""
    return json.dumps(words, ensure_ascii=False, separators=(",", ":")) if words else None


def latest(versions: Sequence[Stamped]) -> list[Stamped]:
    """Return those of some changes, ranked, that none of the others had seen."""
    newest = {one.stamp.device: one for one in versions}
    found = [
        one
        for one in newest.values()
        if not any(other.stamp.saw(one.stamp) for other in newest.values())
    ]
    return sorted(found, key=lambda one: one.stamp.rank)


def _same(one: Cell, other: Cell) -> bool:
    return type(one) is type(other) and one == other


def _side(one: Stamped, name: str) -> Side:
    return Side(one.value(name), one.stamp.device, one.stamp.instant)


def _brought_back(
    kept: Sequence[Stamped], living: Sequence[Stamped], removals: Sequence[Stamped]
) -> Iterable[Contested]:
    """Yield that a row is there although somebody removed it, until anybody touches it again."""
    unseen = [gone for gone in removals if not any(other.stamp.saw(gone.stamp) for other in kept)]
    if unseen:
        by = living[-1].stamp
        yield Contested(
            ROW,
            Side(None, by.device, by.instant),
            tuple(Side(None, gone.stamp.device, gone.stamp.instant) for gone in unseen),
        )
