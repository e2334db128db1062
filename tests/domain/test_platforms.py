"""The platform catalogue as an engagement sees it, and the age of its cells."""

from __future__ import annotations

from datetime import date

import pytest

from cxo_desktop.domain.platforms import (
    Basis,
    Catalogue,
    CatalogueCell,
    Cell,
    Platform,
    Support,
    dated,
    is_stale,
)

SHIPPED = Cell(Support.CONFIG, "as shipped", "src", "2025-01-10", Basis.SOURCE)


def cell(as_of: str) -> Cell:
    return Cell(Support.NATIVE, "", "", as_of, Basis.SOURCE)


def catalogue() -> Catalogue:
    platform = Platform(code="one", name="One", cells=(("offline", SHIPPED),))
    return Catalogue(compiled="", caution="", capabilities=(), platforms=(platform,), sources=())


def test_an_own_cell_replaces_the_shipped_one_and_leaves_it_as_it_was():
    shipped = catalogue()
    own = CatalogueCell(platform="one", capability="offline", level=Support.NONE, note="tried it")
    seen = shipped.with_cells([own]).platforms[0].cell("offline")
    assert (seen.level, seen.note, seen.basis) == (Support.NONE, "tried it", Basis.ENGAGEMENT)
    assert shipped.platforms[0].cell("offline") == SHIPPED


def test_a_platform_that_was_not_shipped_is_added_last():
    own = CatalogueCell(platform="home-made", capability="offline", level=Support.NATIVE)
    seen = catalogue().with_cells([own])
    assert [platform.code for platform in seen.platforms] == ["one", "home-made"]


def test_an_own_cell_without_a_level_changes_nothing():
    own = CatalogueCell(platform="one", capability="offline", note="to be asked")
    assert catalogue().with_cells([own]) == catalogue()


def test_a_capability_that_nobody_filled_is_unknown():
    assert catalogue().platforms[0].cell("messaging").level is Support.UNKNOWN


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2025-05-24", False),
        ("2025-05-23", True),
        ("2025-06", False),
        ("2018", True),
        ("undated", False),
        ("", False),
        ("snapshot 2024-04-26", True),
        ("2024-13-45", False),
    ],
)
def test_a_cell_is_stale_after_eighteen_months(as_of, expected):
    assert is_stale(cell(as_of), date(2026, 11, 24)) is expected


def test_a_cell_without_a_date_is_undated_not_fresh():
    assert dated(cell("undated (v0.55)")) is None
