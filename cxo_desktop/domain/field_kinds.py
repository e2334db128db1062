"""How a field comes together when two laptops changed it without knowing of each other."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import get_args, get_origin

from cxo_desktop.domain.entities import BY_TABLE
from cxo_desktop.domain.plain import specs

_BODIES = frozenset({("note", "text")})
_MAPS = frozenset({("engagement", "settings")})


class FieldKind(StrEnum):
    """ONE value wins; a SET keeps what either side added; a TEXT takes the edits of both.

    A MAP is merged name by name.
    """

    ONE = "one"
    SET = "set"
    TEXT = "text"
    MAP = "map"


def kind_of(table: str, field: str) -> FieldKind:
    """Return how a field comes together; a field that nobody knows here has one value."""
    if (table, field) in _BODIES:
        return FieldKind.TEXT
    if (table, field) in _MAPS:
        return FieldKind.MAP
    return FieldKind.SET if field in _sets(table) else FieldKind.ONE


@cache
def _sets(table: str) -> frozenset[str]:
    if table not in BY_TABLE:
        return frozenset()
    return frozenset(spec.name for spec in specs(BY_TABLE[table].cls) if _is_set(spec.types))


def _is_set(types: tuple[object, ...]) -> bool:
    """Tell whether a field is a list of words, such as codes."""
    if len(types) != 1 or get_origin(types[0]) is not tuple:
        return False
    item = get_args(types[0])[0]
    return isinstance(item, type) and issubclass(item, str)
