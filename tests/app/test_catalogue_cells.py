"""Cells of the catalogue shown with their age, and corrected for one engagement."""

from dataclasses import replace
from datetime import date

import pytest

from cxo_desktop.app.catalogue import catalogue_of, shipped
from cxo_desktop.app.catalogue_cells import cells, reset_cell, set_cell
from cxo_desktop.app.indicators import indicators
from cxo_desktop.domain.errors import InputRefused, NotFound
from cxo_desktop.domain.platforms import CatalogueCell, Support


def test_a_cell_set_here_counts_in_the_fit_and_can_be_taken_back(sample, workspace):
    def fit():
        return indicators(sample.dossier(), sample.today())["platform_fit"]["kobotoolbox"]

    before = fit()
    assert before["must_failed"] == ["case_management"]
    cell = CatalogueCell(platform="kobotoolbox", capability="case_management", level=Support.NATIVE)
    set_cell(sample, cell)
    set_cell(sample, replace(cell, source="seen by us", as_of="2026-06-01"))
    assert fit()["must_failed"] == []
    assert len(sample.find(CatalogueCell)) == 1
    other = workspace.create("Another")
    assert catalogue_of(other.dossier()) == shipped()
    other.close()
    assert reset_cell(sample, "kobotoolbox", "case_management")
    assert fit() == before
    assert not reset_cell(sample, "kobotoolbox", "case_management")


def test_cells_say_who_says_so_and_how_old_that_is(sample):
    told = {it["capability"]: it for it in cells(sample.dossier(), date(2026, 11, 24), "avni")}
    assert told["scheduling"]["old"]
    assert told["scheduling"]["source"] == "avni_visit"
    assert told["consent_optout"]["basis"] == "unknown"
    with pytest.raises(NotFound, match="commcare"):
        cells(sample.dossier(), date(2026, 11, 24), "lotus")


def test_a_capability_that_does_not_exist_is_refused(sample):
    cell = CatalogueCell(platform="avni", capability="flying", level=Support.NATIVE)
    with pytest.raises(InputRefused, match="scheduling"):
        set_cell(sample, cell)
    assert sample.find(CatalogueCell) == ()
