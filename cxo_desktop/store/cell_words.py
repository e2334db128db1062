"""The words inside a cell, also where they lie in lists, in fields of fields, in kept documents."""

from __future__ import annotations

import json
from collections.abc import Callable

from cxo_desktop.domain.changes import Cell
from cxo_desktop.domain.records import Json

Clean = Callable[[str], str]


def cleaned(cell: Cell, clean: Clean) -> Cell:
    """Return a cell with each of its texts cleaned; one that needs none stays to the byte.

    A cell that holds JSON is taken apart first: there a line end before a name looks like a letter.
    """
    if not isinstance(cell, str):
        return cell
    opened = _opened(cell)
    if isinstance(opened, str):
        return clean(opened)
    other = _cleaned(opened, clean)
    if other == opened:
        return cell
    return json.dumps(other, ensure_ascii=False, separators=(",", ":"))


def _opened(cell: str) -> Json:
    if cell[:1] in {"{", "["}:
        try:
            opened: Json = json.loads(cell)
        except ValueError:
            return cell
        return opened
    return cell


def _cleaned(value: Json, clean: Clean) -> Json:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(one, clean) for one in value]
    if isinstance(value, dict):
        return {clean(key): _cleaned(one, clean) for key, one in value.items()}
    return value
