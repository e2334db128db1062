"""The shipped platform catalogue."""

from __future__ import annotations

from datetime import date

from cxo_desktop.app.catalogue import catalogue_of, shipped
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.platforms import Basis, CatalogueCell, Support, is_stale


def test_every_platform_says_something_of_every_capability():
    catalogue = shipped()
    wanted = {it.code for it in catalogue.capabilities}
    assert len(catalogue.platforms) == 19
    for platform in catalogue.platforms:
        assert {code for code, _ in platform.cells} == wanted


def test_every_cell_has_a_source_or_says_that_it_has_none():
    catalogue = shipped()
    sources = {it.code for it in catalogue.sources}
    cells = [cell for platform in catalogue.platforms for _, cell in platform.cells]
    for cell in cells:
        assert (cell.basis is Basis.SOURCE) == (cell.source in sources)
        assert (cell.basis is Basis.UNKNOWN) == (cell.level is Support.UNKNOWN)
    assert all(cell.as_of for cell in cells if cell.basis is Basis.SOURCE)


def test_old_cells_are_flagged():
    cells = [cell for platform in shipped().platforms for _, cell in platform.cells]
    stale = [cell for cell in cells if is_stale(cell, date(2026, 11, 24))]
    assert 0 < len(stale) < len(cells)
    assert shipped().platforms[0].cell("scheduling") in stale


def test_an_engagement_may_know_better_without_touching_what_was_shipped():
    own = CatalogueCell(platform="commcare", capability="workflow", level=Support.NONE)
    dossier = Dossier(engagement=Engagement(code="E"), records={CatalogueCell: (own,)})
    before = shipped()
    platforms = {it.code: it for it in catalogue_of(dossier).platforms}
    assert platforms["commcare"].cell("workflow").level is Support.NONE
    assert shipped() == before
    assert {it.code: it for it in before.platforms}["commcare"].cell("workflow").level is not (
        Support.NONE
    )
