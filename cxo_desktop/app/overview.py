"""How much of everything an engagement holds."""

from __future__ import annotations

from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.entities import ENTITIES


def counts(dossier: Dossier) -> dict[str, int]:
    """Return the number of records of each kind that the engagement has any of."""
    numbers = {entity.table: len(dossier.all(entity.cls)) for entity in ENTITIES}
    return {table: number for table, number in numbers.items() if number}
