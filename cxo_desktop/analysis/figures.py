"""What every reckoned figure carries: what it rests on, and how much of that is known."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.records import Json, Number, Record

R = TypeVar("R", bound=Record)
FEWEST = 3
ABSURD = 10**15
TINY = 1e-9
NOTHING: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class Colour(StrEnum):
    """The colour of a judged figure; grey means that it is too early to tell."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    GREY = "grey"


class Remark(StrEnum):
    """Something that must be said beside a figure."""

    CYCLE = "cycle"
    CAPPED = "capped"
    NO_PATH = "no_path"
    BAD_CHANGE = "bad_change"
    UNKNOWN_CODE = "unknown_code"
    MIXED_CYCLES = "mixed_cycles"
    NO_DATE = "no_date"
    CLOCK = "clock_uncertain"


@dataclass(frozen=True, slots=True)
class Completeness:
    """How many of the records that a figure needs say what it needs; ``missing`` are codes."""

    what: str
    known: int
    of: int
    missing: tuple[str, ...]

    def as_json(self) -> dict[str, Json]:
        """Return the counts and the codes that are missing."""
        return {"known": self.known, "of": self.of, "missing": list(self.missing)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A reckoned figure.

    ``inputs`` are the codes it rests on, by kind ("notes", "flows", ...). ``too_early`` means
    that fewer than the stated minimum of cases is known: such a figure has no colour.
    """

    inputs: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: NOTHING, hash=False)
    completeness: tuple[Completeness, ...] = ()
    too_early: bool = False
    remarks: tuple[Remark, ...] = ()

    @abstractmethod
    def as_json(self) -> Json:
        """Return the figure as the indicators list it, rounded."""

    def more(self) -> dict[str, Json]:
        """Return what is reckoned beyond the list: intervals, parts, advice."""
        return {}


def completeness(what: str, records: Iterable[R], says: Callable[[R], bool]) -> Completeness:
    """Return how many of the records say something."""
    asked = list(records)
    missing = tuple(record.code for record in asked if not says(record))
    return Completeness(what, len(asked) - len(missing), len(asked), missing)


def codes(records: Iterable[Record]) -> tuple[str, ...]:
    """Return the codes of the records, in their order, each once."""
    return tuple(dict.fromkeys(record.code for record in records))


def stated(number: Number | None) -> Number | None:
    """Return a number that can be reckoned with, or None: nothing below zero, nothing absurd.

    A slip of the keyboard must not drown every sum it is part of.
    """
    if number is None or not 0 <= number <= ABSURD:
        return None
    return number if number >= TINY else 0


def amount(number: Number | None) -> Number:
    """Return a number for a sum of what is known; what is not known adds nothing to it."""
    return stated(number) or 0


def as_of(dossier: Dossier) -> date:
    """Return the day on which the figures stand; whoever asks sets it when the engagement does not.

    Without one it is the first day there is, so that nothing is due or overdue; say NO_DATE.
    """
    return dossier.engagement.as_of or date.min


def undated(dossier: Dossier) -> tuple[Remark, ...]:
    """Return the remark that no day is set on which the figures stand, if none is."""
    return () if dossier.engagement.as_of else (Remark.NO_DATE,)


def share(part: Number, whole: Number, digits: int = 4) -> Number | None:
    """Return ``part / whole`` (0..1) rounded, or None when there is nothing to share."""
    return round(part / whole, digits) if abs(whole) >= TINY else None
