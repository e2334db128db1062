"""Records whose home is gone: removed on one laptop while another still wrote into it."""

from __future__ import annotations

from dataclasses import dataclass

from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.entities import BY_TABLE
from cxo_desktop.domain.links import HOMES, LINKS
from cxo_desktop.domain.records import Record


@dataclass(frozen=True, slots=True)
class Stray:
    """A record by its table, the field that names its home, and the code nobody has."""

    table: str
    record: Record
    field: str
    home: str
    missing: str


def strays(dossier: Dossier) -> tuple[Stray, ...]:
    """Return the records that belong to something which is not there, by table."""
    found = []
    for table, fields in HOMES.items():
        for name in fields:
            home = LINKS[table][name]
            there = dossier.by_code(BY_TABLE[home].cls)
            for record in dossier.all(BY_TABLE[table].cls):
                code = getattr(record, name)
                if code and code not in there:
                    found.append(Stray(table, record, name, home, code))
    return tuple(found)
