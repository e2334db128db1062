"""Whether a pilot is ready to end well, and which platform would do what it needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cxo_desktop.analysis.figures import Completeness, Figure, as_of, undated
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Settings
from cxo_desktop.domain.enums import Priority, ToolStatus
from cxo_desktop.domain.platforms import Catalogue, Platform, Support, is_stale
from cxo_desktop.domain.records import Json
from cxo_desktop.domain.tools import Pilot, RequiredCapability, Tool

POINTS = {Support.NATIVE: 3, Support.CONFIG: 2, Support.WORKAROUND: 1, Support.NONE: 0}
WEIGHTS = {Priority.MUST: 5, Priority.SHOULD: 3, Priority.COULD: 1}
WIDE = 0.2


class Advice(StrEnum):
    """What the fit speaks for."""

    CONFIGURE = "configure"
    EXTEND = "extend"
    ADOPT = "adopt"
    VERIFY = "verify"
    FAILS = "fails_a_must"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Fit:
    """How well one platform does what a pilot needs, 0..1; unknown cells make the interval."""

    platform: str
    low: float
    high: float
    must_failed: tuple[str, ...]
    unknown: tuple[str, ...]
    in_use: bool = False

    def advice(self, settings: Settings) -> Advice:
        """Return what the fit speaks for; what is not known well enough must be verified first."""
        if self.must_failed:
            return Advice.FAILS
        if self.high < settings.fit_extend:
            return Advice.NO
        if self.high - self.low > WIDE:
            return Advice.VERIFY
        if self.low >= settings.fit_configure:
            return Advice.CONFIGURE if self.in_use else Advice.ADOPT
        return Advice.EXTEND if self.in_use and self.low >= settings.fit_extend else Advice.NO

    def as_json(self) -> dict[str, Json]:
        """Return the interval with 3 decimals."""
        return {
            "low": round(self.low, 3),
            "high": round(self.high, 3),
            "must_failed": list(self.must_failed),
            "unknown": list(self.unknown),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class FitFigure(Figure):
    """Every platform of the catalogue against what one pilot needs, in the catalogue's order.

    ``old`` are the cells used ("platform/capability") that nobody looked at for 18 months.
    """

    pilot: str
    fits: tuple[Fit, ...]
    advice: Mapping[str, Advice]
    old: tuple[str, ...]

    def as_json(self) -> Json:
        """Return the fits by platform."""
        return {it.platform: it.as_json() for it in self.fits}

    def more(self) -> dict[str, Json]:
        """Return what each fit speaks for, and the cells it rests on that should be looked at."""
        return {
            "pilot": self.pilot,
            "advice": {platform: it.value for platform, it in self.advice.items()},
            "older_than_18_months": list(self.old),
        }


@dataclass(frozen=True, slots=True)
class Readiness:
    """Which of the six things that let a pilot end well are there."""

    pilot: str
    there: tuple[str, ...]
    missing: tuple[str, ...]

    def as_json(self) -> dict[str, Json]:
        """Return the count of six and what is missing."""
        return {
            "count": len(self.there),
            "of": len(self.there) + len(self.missing),
            "missing": list(self.missing),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadinessFigure(Figure):
    """How ready each pilot is to be merged or closed."""

    pilots: tuple[Readiness, ...]

    def as_json(self) -> Json:
        """Return the readiness by pilot."""
        return {it.pilot: it.as_json() for it in self.pilots}


def platform_fit(dossier: Dossier, catalogue: Catalogue) -> FitFigure:
    """Return how well each platform does what the pilot needs (docs: indicators, platform fit).

    Of several pilots it is the first one that says what it needs.
    """
    pilot = next((it for it in dossier.all(Pilot) if it.required_capabilities), Pilot())
    used = {
        tool.platform
        for tool in dossier.all(Tool)
        if tool.platform and tool.status is ToolStatus.IN_USE
    }
    needs = [it for it in pilot.required_capabilities if it.capability]
    fits = tuple(_fit(it, needs, in_use=it.code in used) for it in catalogue.platforms if needs)
    return FitFigure(
        inputs={"pilots": (pilot_name(pilot),), "platforms": tuple(it.platform for it in fits)},
        completeness=tuple(
            Completeness(
                "cells", len(needs) - len(it.unknown), len(needs), _cells(it.platform, it.unknown)
            )
            for it in fits
        ),
        remarks=undated(dossier),
        pilot=pilot_name(pilot),
        fits=fits,
        advice={it.platform: it.advice(dossier.engagement.settings) for it in fits},
        old=tuple(
            f"{platform.code}/{need.capability}"
            for platform in catalogue.platforms
            for need in needs
            if is_stale(platform.cell(need.capability), as_of(dossier))
        ),
    )


def _cells(platform: str, unknown: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{platform}/{capability}" for capability in unknown)


def pilot_name(pilot: Pilot) -> str:
    """Return by what a pilot is known: its code, else its tool, else its name."""
    return pilot.code or pilot.tool or pilot.name


def _fit(platform: Platform, needs: Sequence[RequiredCapability], *, in_use: bool) -> Fit:
    low = high = 0.0
    whole = 0
    failed: list[str] = []
    unknown: list[str] = []
    for need in needs:
        weight = WEIGHTS.get(need.priority or Priority.COULD, 1)
        wanted = max(1, need.level_needed or 1)
        points = POINTS.get(platform.cell(need.capability).level)
        whole += weight
        if points is None:
            unknown.append(need.capability)
            high += weight
            continue
        part = weight * min(1, points / wanted)
        low, high = low + part, high + part
        if need.priority is Priority.MUST and points < wanted:
            failed.append(need.capability)
    return Fit(platform.code, low / whole, high / whole, tuple(failed), tuple(unknown), in_use)


def pilot_readiness(dossier: Dossier) -> ReadinessFigure:
    """Return how ready each pilot is to end well: six things (docs: indicators, pilots).

    The sixth, asking the tool of the mainline first, counts once that tool is named.
    """
    pilots = dossier.all(Pilot)
    ready = tuple(_readiness(pilot) for pilot in pilots)
    return ReadinessFigure(inputs={"pilots": tuple(it.pilot for it in ready)}, pilots=ready)


def _readiness(pilot: Pilot) -> Readiness:
    asked = {
        "hypothesis": bool(pilot.hypothesis),
        "exit_criteria": bool(pilot.exit_criteria),
        "merge_owner": bool(pilot.merge_owner),
        "merge_by": pilot.merge_by is not None,
        "data_move_plan": bool(pilot.data_move_plan),
        "mainline_asked": bool(pilot.mainline_tool),
    }
    return Readiness(
        pilot_name(pilot),
        tuple(name for name, there in asked.items() if there),
        tuple(name for name, there in asked.items() if not there),
    )
