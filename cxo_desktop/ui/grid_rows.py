"""From levels across visits to the rows of their grid, each cell also in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cxo_desktop.app.people import LevelLine
from cxo_desktop.app.visits import Visit
from cxo_desktop.i18n import _, ngettext
from cxo_desktop.ui import words


@dataclass(frozen=True, slots=True)
class GridRow:
    """A level across the visits; ``gap`` says in words what is missing, or ""."""

    key: str
    name: str
    cells: tuple[str, ...]
    spoken: tuple[str, ...]
    sum: str
    gap: str


def visit_word(visit: Visit) -> str:
    """Return the days of a visit, such as ``3 to 5 Jun``."""
    if visit.first is None:
        return _("no date yet")
    if visit.first == visit.last:
        return words.short_day(visit.first)
    first, last = words.short_day(visit.first), words.short_day(visit.last)
    if first.split()[1:] == last.split()[1:]:
        first = first.split()[0]
    return _("{first} to {last}").format(first=first, last=last)


def grid_rows(lines: Iterable[LevelLine]) -> list[GridRow]:
    """Return the levels across the visits: a full ring is a person heard, an open one planned."""
    return [
        GridRow(
            key=line.level,
            name=f"{line.level}  {line.name}",
            cells=tuple("●" * len(it.heard) + "○" * len(it.planned) for it in line.cells),
            spoken=tuple(_spoken(len(it.heard), len(it.planned)) for it in line.cells),
            sum=_sum(line),
            gap=_gap(line),
        )
        for line in lines
    ]


def _spoken(heard: int, planned: int) -> str:
    if not heard and not planned:
        return _("nobody")
    said = ngettext("{n} heard", "{n} heard", heard).format(n=heard)
    then = ngettext("{n} planned", "{n} planned", planned).format(n=planned)
    return f"{said}, {then}" if planned else said


def _sum(line: LevelLine) -> str:
    if not line.target:
        return _("{done}, no target").format(done=line.done)
    return _("{done} of {target}").format(done=line.done, target=line.target)


def _gap(line: LevelLine) -> str:
    if not line.to_go:
        return ""
    if line.target and 2 * line.done <= line.target:
        return _("GAP: {n} to go").format(n=line.to_go)
    return _("{n} to go").format(n=line.to_go)
