"""How a record becomes a row: one column a field, derived from the entity's declaration."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar, get_origin

from cxo_desktop.domain.plain import FieldSpec, encode, from_plain, specs
from cxo_desktop.domain.records import EMPTY, Json, Record

R = TypeVar("R", bound=Record)
COMMON = {"id": "TEXT", "code": "TEXT", "given": "TEXT", "extra": "TEXT"}


def sql_type(spec: FieldSpec) -> str:
    """Return the strict column type of a field; ANY keeps 1 and 1.0 apart."""
    if set(spec.types) == {int, float}:
        return "ANY"
    if spec.types[0] in (int, bool):
        return "INTEGER"
    return "TEXT"


def columns(cls: type[Record]) -> dict[str, str]:
    """Return the columns of a record class by name, with their types."""
    return COMMON | {spec.name: sql_type(spec) for spec in specs(cls)}


def to_row(record: Record) -> dict[str, Any]:
    """Return the row of a record; what holds nothing becomes NULL."""
    row: dict[str, Any] = {
        "id": record.id,
        "code": record.code or None,
        "given": _dump(record.given) if record.given else None,
        "extra": _dump(record.extra) if record.extra else None,
    }
    for spec in specs(type(record)):
        value = getattr(record, spec.name)
        row[spec.name] = None if value == spec.default else _cell(value)
    return row


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, (tuple, Mapping, Record)):
        return _dump(encode(value))
    if isinstance(value, (date, StrEnum)):
        return encode(value)
    return value


def _dump(value: Any) -> str:
    return json.dumps(encode(value), ensure_ascii=False, separators=(",", ":"))


def from_row(cls: type[R], row: Mapping[str, Any]) -> R:
    """Return the record that a row holds."""
    plain: dict[str, Json] = {}
    values: dict[str, Any] = {}
    for spec in specs(cls):
        cell = row[spec.name]
        if cell is None:
            continue
        if spec.parent or spec.top_level:
            values[spec.name] = tuple(json.loads(cell)) if spec.top_level else cell
        else:
            plain[spec.key] = _json_value(spec, cell)
    record = from_plain(cls, plain, where=f"row {row['id']}", code_key=None)
    values |= {
        "id": row["id"],
        "code": row["code"] or "",
        "given": json.loads(row["given"]) if row["given"] else EMPTY,
        "extra": json.loads(row["extra"]) if row["extra"] else EMPTY,
    }
    return replace(record, **values)


def from_cells(cls: type[R], row_id: str, cells: Mapping[str, Any]) -> R:
    """Return the record of a row of which only the cells that hold something are known."""
    return from_row(cls, {**dict.fromkeys(columns(cls)), **cells, "id": row_id})


def _json_value(spec: FieldSpec, cell: Any) -> Json:
    first = spec.types[0]
    if first is bool:
        return bool(cell)
    if get_origin(first) is not None or (isinstance(first, type) and issubclass(first, Record)):
        return json.loads(cell)  # type: ignore[no-any-return]
    return cell  # type: ignore[no-any-return]
