"""The cells of the platform catalogue: shown with their age, corrected for one engagement."""

from __future__ import annotations

from datetime import date

from cxo_desktop.app.catalogue import catalogue_of, shipped
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.errors import InputRefused, NotFound
from cxo_desktop.domain.platforms import CatalogueCell, Cell, dated, is_stale
from cxo_desktop.domain.records import Json
from cxo_desktop.i18n import _


def cells(dossier: Dossier, today: date, platform: str = "") -> list[dict[str, Json]]:
    """Return every cell as the engagement sees it, or those of one platform. Raises NotFound.

    "basis" is source, judgement, unknown or engagement; "old" tells that it was last looked at
    more than 18 months ago, "dated" whether anybody said when.
    """
    catalogue = catalogue_of(dossier)
    wanted = [it for it in catalogue.platforms if platform in ("", it.code)]
    if not wanted:
        raise NotFound(
            _("There is no platform “{code}”.").format(code=platform),
            _("These exist: {codes}.").format(
                codes=", ".join(it.code for it in catalogue.platforms)
            ),
            _("Name one of these, or set a cell of a new one."),
        )
    return [_told(it.code, code, cell, today) for it in wanted for code, cell in it.cells]


def _told(platform: str, capability: str, cell: Cell, today: date) -> dict[str, Json]:
    return {
        "platform": platform,
        "capability": capability,
        "level": cell.level.value,
        "basis": cell.basis.value,
        "source": cell.source,
        "as_of": cell.as_of,
        "dated": dated(cell) is not None,
        "old": is_stale(cell, today),
        "note": cell.note,
    }


def set_cell(engagement: OpenEngagement, cell: CatalogueCell) -> None:
    """Keep what this engagement knows of a cell; the shipped one stays for all others.

    Raises InputRefused for a capability that the catalogue does not have.
    """
    known = [it.code for it in shipped().capabilities]
    if cell.capability not in known:
        raise InputRefused(
            _("The cell was not set."),
            _("The catalogue has no capability “{code}”.").format(code=cell.capability),
            _("Use one of these: {codes}.").format(codes=", ".join(known)),
        )
    with engagement.operation("catalogue"):
        reset_cell(engagement, cell.platform, cell.capability)
        engagement.add(cell)


def reset_cell(engagement: OpenEngagement, platform: str, capability: str) -> bool:
    """Go back to the shipped cell; return whether the engagement had one of its own."""
    own = engagement.find(CatalogueCell, platform=platform, capability=capability)
    with engagement.operation("catalogue"):
        for cell in own:
            engagement.remove(cell)
    return bool(own)
