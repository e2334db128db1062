"""The platform catalogue: what each platform can do, who says so, and since when."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from cxo_desktop.domain.records import Record

STALE_MONTHS = 18
_DATE = re.compile(r"\b(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?\b")


class Support(StrEnum):
    """How well a platform does something."""

    NATIVE = "native"
    CONFIG = "config"
    WORKAROUND = "workaround"
    NONE = "none"
    UNKNOWN = "unknown"


class Basis(StrEnum):
    """What a cell of the catalogue rests on."""

    SOURCE = "source"
    JUDGEMENT = "judgement"
    UNKNOWN = "unknown"
    ENGAGEMENT = "engagement"


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueCell(Record):
    """One cell that an engagement knows better than the shipped catalogue.

    ``as_of`` is free text with an ISO date in it, or as much of one as is known ("2025-03").
    """

    platform: str = ""
    capability: str = ""
    level: Support | None = None
    note: str | None = None
    source: str | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """What one platform can do of one capability; ``as_of`` as in CatalogueCell, or empty."""

    level: Support
    note: str
    source: str
    as_of: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Capability:
    """Something a platform may be able to do."""

    code: str
    name: str
    means: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where a cell was read."""

    code: str
    title: str
    where: str
    doc_date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    """A platform with its cells by capability."""

    code: str
    name: str
    vendor: str = ""
    category: str = ""
    status: str = ""
    licence: str = ""
    price_class: str = ""
    price_note: str = ""
    price_source: str = ""
    skills: tuple[str, ...] = ()
    summary: str = ""
    more_sources: tuple[str, ...] = ()
    cells: tuple[tuple[str, Cell], ...] = ()

    def cell(self, capability: str) -> Cell:
        """Return the cell of a capability; one that nobody filled is unknown."""
        return dict(self.cells).get(capability, _UNKNOWN)


_UNKNOWN = Cell(Support.UNKNOWN, "", "", "", Basis.UNKNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All platforms, capabilities and sources; ``compiled`` says when it was put together."""

    compiled: str
    caution: str
    capabilities: tuple[Capability, ...]
    platforms: tuple[Platform, ...]
    sources: tuple[Source, ...]

    def with_cells(self, known: Iterable[CatalogueCell]) -> Catalogue:
        """Return the catalogue as one engagement sees it; this one stays as it was shipped.

        A later cell wins over an earlier one. A platform that was not shipped comes last.
        """
        own: dict[str, dict[str, Cell]] = {}
        for cell in known:
            if cell.level is not None:
                own.setdefault(cell.platform, {})[cell.capability] = _own(cell, cell.level)
        shipped = [
            replace(item, cells=tuple({**dict(item.cells), **own.pop(item.code, {})}.items()))
            for item in self.platforms
        ]
        added = [
            Platform(code=code, name=code, cells=tuple(cells.items()))
            for code, cells in sorted(own.items())
        ]
        return replace(self, platforms=(*shipped, *added))


def _own(cell: CatalogueCell, level: Support) -> Cell:
    return Cell(level, cell.note or "", cell.source or "", cell.as_of or "", Basis.ENGAGEMENT)


def is_stale(cell: Cell, on: date) -> bool:
    """Tell whether a cell was last looked at more than 18 months before ``on``.

    A date known only to the year or month counts from its first day; a cell that nobody dated
    is not stale but undated, which `dated` says.
    """
    seen = dated(cell)
    if seen is None:
        return False
    months = (on.year - seen.year) * 12 + on.month - seen.month
    return (months, on.day) > (STALE_MONTHS, seen.day)


def dated(cell: Cell) -> date | None:
    """Return the first date that a cell's ``as_of`` names, if it names one."""
    for year, month, day in _DATE.findall(cell.as_of):
        try:
            return date(int(year), int(month or 1), int(day or 1))
        except ValueError:
            continue
    return None
