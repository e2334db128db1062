"""What the engagements of a workspace have in common, without telling which."""

from __future__ import annotations

from datetime import date

from cxo_desktop.app.indicators import standing_on
from cxo_desktop.app.workspace import Workspace
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.records import Json


def patterns(workspace: Workspace, today: date) -> dict[str, Json]:
    """Return in how many engagements each pattern was seen; no name, code or number of one.

    Archived engagements count, fictional and damaged ones do not. Below three engagements that
    know something, nothing is told of it.
    """
    from cxo_desktop.analysis.patterns import patterns as common

    figure = common([standing_on(it, today) for it in _dossiers(workspace)])
    return {**figure.told(), "too_early": figure.too_early}


def _dossiers(workspace: Workspace) -> list[Dossier]:
    found = []
    for card in workspace.folders.cards():
        if card.damaged:
            continue
        store = workspace.folders.store(card.folder)
        try:
            dossier = store.records.dossier()
        finally:
            store.close()
        if not dossier.engagement.fictional:
            found.append(dossier)
    return found
