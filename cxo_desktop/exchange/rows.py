"""The lists of a document: rows with the words that name their place, and what they refuse."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NoReturn

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.records import Json
from cxo_desktop.i18n import _


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one list, each with the words that name its place; ``place`` is the list's."""

    place: str
    items: tuple[tuple[str, Json], ...]

    def check_ids(self) -> None:
        """Raise InputRefused unless every row is an object with an id of its own."""
        seen: set[Json] = set()
        for where, raw in self.items:
            code = as_object(raw, where).get("id")
            if code is None or code == "":
                refuse(where, _("It has no “id”."))
            if isinstance(code, str) and code in seen:
                refuse(
                    where, _("Another row of {place} has the same “id”.").format(place=self.place)
                )
            if isinstance(code, str):
                seen.add(code)


def refuse(where: str, why: str) -> NoReturn:
    """Raise InputRefused about one place of the document."""
    raise InputRefused(
        _("{where} cannot be taken.").format(where=where.rstrip(":")),
        why,
        _("Correct it in the file and import again; nothing was written."),
    )


def as_object(raw: Json, where: str) -> dict[str, Json]:
    """Return ``raw``, which must be an object."""
    if not isinstance(raw, dict):
        refuse(where, _("It must be an object, in curly brackets."))
    return raw


def rows_of(plain: Mapping[str, Json], key: str, given: dict[str, Json], inside: str = "") -> Rows:
    """Return the rows of the list under ``key``; an empty list or null is noted in ``given``."""
    place = f"{inside} “{key}”".strip()
    raw = plain.get(key)
    if not raw and key in plain and raw in (None, []):
        given[key] = raw
    if raw is None:
        return Rows(place, ())
    if not isinstance(raw, list):
        refuse(place, _("It must be a list, in square brackets."))
    return Rows(place, tuple((_named(place, n, row), row) for n, row in enumerate(raw, 1)))


def _named(place: str, number: int, row: Json) -> str:
    code = row.get("id") if isinstance(row, dict) else None
    if isinstance(code, str) and code:
        return _("{place}, row {number} ({code}):").format(place=place, number=number, code=code)
    return _("{place}, row {number}:").format(place=place, number=number)
