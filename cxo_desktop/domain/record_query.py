"""What somebody types to find records of one kind: words, and conditions on fields.

``field:word`` holds the word, ``field:-`` holds nothing, ``field:*`` holds something,
``field:<2026-09-01`` and ``field:>3`` lie below or above. Everything else is a word that has to
stand in one of the fields. "Quotation marks" keep words together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

_PART = re.compile(r'(?:([^\s:"]+):)?(?:"([^"]*)"|(\S+))')
_MOST_PARTS = 16


class Asks(StrEnum):
    """What a condition asks of a field."""

    HOLDS = "holds"
    EMPTY = "empty"
    FILLED = "filled"
    BELOW = "below"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that a record has to fulfil; ``field`` "" means any of its fields."""

    field: str
    test: Asks
    value: str = ""


@dataclass(frozen=True, slots=True)
class RecordQuery:
    """All conditions together, and the order: by a field, "" for the order of making."""

    conditions: tuple[Condition, ...] = ()
    sort: str = ""
    descending: bool = False


def parse_query(
    typed: str, fields: Iterable[str], *, sort: str = "", descending: bool = False
) -> RecordQuery:
    """Return what is typed as conditions on these fields; at most the first 16 count.

    What looks like a condition on a field that there is not is a word like any other.
    """
    known = {field.casefold(): field for field in fields}
    found = []
    for part in list(_PART.finditer(typed))[:_MOST_PARTS]:
        field = known.get((part[1] or "").casefold(), "")
        quoted, bare = part[2], part[3]
        if part[1] and not field:
            found.append(Condition("", Asks.HOLDS, part[0].replace('"', "")))
        elif quoted is not None:
            found.append(Condition(field, Asks.HOLDS, quoted))
        elif field:
            found.append(_condition(field, bare))
        else:
            found.append(Condition("", Asks.HOLDS, bare))
    return RecordQuery(tuple(found), sort, descending)


def _condition(field: str, word: str) -> Condition:
    if word in ("-", "*"):
        return Condition(field, Asks.EMPTY if word == "-" else Asks.FILLED)
    if word[0] in "<>" and len(word) > 1:
        return Condition(field, Asks.BELOW if word[0] == "<" else Asks.ABOVE, word[1:])
    return Condition(field, Asks.HOLDS, word)
