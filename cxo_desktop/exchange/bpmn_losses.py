"""What a BPMN document holds that no map has a place for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cxo_desktop.domain.map_sheets import Loss
from cxo_desktop.exchange.bpmn_scopes import of_model
from cxo_desktop.exchange.bpmn_words import CARRIED, DC, DD, DI, KINDS, OURS, STORES
from cxo_desktop.exchange.xml_tree import Element
from cxo_desktop.i18n import _


def left_aside(root: Element) -> Iterator[Loss]:
    """Yield what the document holds beside what became rows: kept in the file, not shown."""
    kept = _("A map has no place for it; it stays in the file for export.")
    counts = Counter[str]()
    foreign = Counter[str]()
    for element in root.walk():
        if element.space in {DI, DC, DD, OURS}:
            continue
        if not of_model(element):
            foreign[element.space] += 1
        elif element.local not in CARRIED and element.local not in KINDS:
            counts[element.local] += element.local not in STORES
    for name, count in sorted(counts.items()):
        if count and name != "extensionElements":
            yield Loss(f"{name} ({count})", kept)
    for space, count in sorted(foreign.items()):
        yield Loss(f"{space} ({count})", kept)
