"""The platform catalogue: as shipped, and as one engagement knows better."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from cxo_desktop import assets
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.platforms import (
    Basis,
    Capability,
    Catalogue,
    CatalogueCell,
    Cell,
    Platform,
    Source,
    Support,
)

_TEXTS = (
    "name",
    "vendor",
    "category",
    "status",
    "licence",
    "price_class",
    "price_note",
    "price_source",
    "summary",
)


@cache
def shipped() -> Catalogue:
    """Return the catalogue that comes with the program."""
    return parse(assets.resource("catalogue/platforms.toml").read_text(encoding="utf-8"))


def catalogue_of(dossier: Dossier) -> Catalogue:
    """Return the shipped catalogue with the cells that an engagement knows better."""
    return shipped().with_cells(dossier.all(CatalogueCell))


def parse(text: str) -> Catalogue:
    """Return the catalogue that a TOML text holds."""
    plain = tomllib.loads(text)
    return Catalogue(
        compiled=plain["meta"]["compiled"],
        caution=plain["meta"]["caution"],
        capabilities=tuple(
            Capability(it["id"], it["name"], it["means"]) for it in plain["capability"]
        ),
        platforms=tuple(_platform(it) for it in plain["platform"]),
        sources=tuple(
            Source(it["id"], it["title"], it["where"], it["doc_date"]) for it in plain["source"]
        ),
    )


def _platform(plain: dict[str, Any]) -> Platform:
    return Platform(
        code=plain["id"],
        skills=tuple(plain["skills"]),
        more_sources=tuple(plain["more_sources"]),
        cells=tuple((capability, _cell(it)) for capability, it in plain["cap"].items()),
        **{name: plain[name] for name in _TEXTS},
    )


def _cell(plain: dict[str, str]) -> Cell:
    level = Support(plain["level"])
    return Cell(level, plain["note"], plain["source"], plain["as_of"], _basis(level, plain))


def _basis(level: Support, plain: dict[str, str]) -> Basis:
    if plain["source"]:
        return Basis.SOURCE
    return Basis.UNKNOWN if level is Support.UNKNOWN else Basis.JUDGEMENT
