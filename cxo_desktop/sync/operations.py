"""Operations as the content of a segment, and back; what is not understood is kept as it came."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cxo_desktop.domain.changes import Cell
from cxo_desktop.store.outbox import SentChange, SentOperation
from cxo_desktop.sync.refusals import Reason, Refused

_LATEST_INSTANT = 1 << 62


@dataclass(frozen=True, slots=True)
class Content:
    """What a segment holds: operations, and those of a kind that this version does not know."""

    operations: tuple[SentOperation, ...]
    unread: tuple[str, ...]


def to_content(operations: Sequence[SentOperation]) -> bytes:
    """Return operations as JSON: [instant, name, [[table, row, field, cells or null], …]] each."""
    plain = [[one.instant, one.name, one.changes] for one in operations]
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()


def from_content(content: bytes) -> Content:
    """Return the operations of a verified segment. Raises Refused when it is no list of them."""
    try:
        plain = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise Refused(Reason.ALTERED) from error
    if not isinstance(plain, list):
        raise Refused(Reason.ALTERED)
    operations, unread = [], []
    for one in plain:
        operation = _operation(one)
        if operation is None:
            unread.append(json.dumps(one, ensure_ascii=False))
        else:
            operations.append(operation)
    return Content(tuple(operations), tuple(unread))


def _operation(plain: Any) -> SentOperation | None:
    match plain:
        case [int(instant), str(name), [*changes]] if 0 <= instant < _LATEST_INSTANT:
            found = [_change(one) for one in changes]
            sent = tuple(one for one in found if one is not None)
            return SentOperation(instant, name, sent) if len(sent) == len(found) else None
    return None


def _change(plain: Any) -> SentChange | None:
    match plain:
        case [str(table), str(row), str(field), None]:
            return (table, row, field, None)
        case [str(table), str(row), str(field), dict(cells)] if all(map(_is_cell, cells.values())):
            return (table, row, field, cells)
    return None


def _is_cell(value: Any) -> bool:
    return value is None or (isinstance(value, Cell) and not isinstance(value, bool))
