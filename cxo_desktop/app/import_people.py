"""Take in people from a table: which column is what, what would come in, and then all at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from cxo_desktop.app.backups import back_up_before
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.people import save_person
from cxo_desktop.app.text_files import read_bytes
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Level
from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.domain.records import Json
from cxo_desktop.exchange.sheet_tables import SheetTable
from cxo_desktop.exchange.table_csv import read_csv
from cxo_desktop.exchange.table_xlsx import read_xlsx
from cxo_desktop.i18n import _, ngettext

ENDINGS = (".csv", ".tsv", ".xlsx")
FIELDS = ("name", "role", "level", "unit", "id")
Table = SheetTable
"""A table that was read; see `read_table`."""

_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "full name", "person", "employee", "staff name", "नाम", "नाव"),
    "role": ("role", "designation", "post", "position", "title", "job", "पद", "पदनाम"),
    "level": ("level", "tier", "grade", "स्तर"),
    "unit": ("unit", "department", "team", "ward", "cluster", "office", "विभाग"),
    "id": ("id", "code", "staff code"),
}
_LEVEL = re.compile(r"L?([0-5])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NewPerson:
    """One row that would come in: the fields of the person, and the name apart."""

    texts: Mapping[str, str]
    name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PeopleImport:
    """What a table brings; ``losses`` says of what it holds what would not come in.

    Rows are told by their number below the headings, never by a name.
    """

    file: str
    people: tuple[NewPerson, ...]
    already: int
    losses: tuple[str, ...]

    def lines(self, *, dry_run: bool) -> tuple[str, ...]:
        """Return it in words."""
        count = len(self.people)
        if dry_run:
            came = ngettext(
                "{n} person would come in; nothing was written.",
                "{n} people would come in; nothing was written.",
                count,
            )
        else:
            came = ngettext("{n} person came in.", "{n} people came in.", count)
        known = ngettext(
            "{n} row names somebody who is here already.",
            "{n} rows name somebody who is here already.",
            self.already,
        )
        told = [came.format(n=count)]
        return (*told, *([known.format(n=self.already)] if self.already else []), *self.losses)

    def as_plain(self, *, dry_run: bool) -> dict[str, Json]:
        """Return it as JSON, without names."""
        return {
            "file": self.file,
            "dry_run": dry_run,
            "people": len(self.people),
            "already": self.already,
            "losses": list(self.losses),
        }


def read_table(path: Path) -> SheetTable:
    """Return the table that a file holds. Raises InputRefused."""
    content = read_bytes(path.name, path)
    reader = read_xlsx if content.startswith(b"PK\x03\x04") else read_csv
    return reader(path.name, content)


def guess(headings: Sequence[str]) -> tuple[str, ...]:
    """Return for each column the field its heading sounds like, "" for none; no field twice."""
    found: list[str] = []
    for heading in headings:
        words = " ".join(re.split(r"[\s_./-]+", heading.casefold())).strip()
        fits = [name for name in FIELDS if words in _HEADINGS[name]]
        fits = fits or [name for name in FIELDS if any(w in _HEADINGS[name] for w in words.split())]
        found.append(next((name for name in fits if name not in found), ""))
    return tuple(found)


def plan(dossier: Dossier, table: SheetTable, mapping: Sequence[str]) -> PeopleImport:
    """Return what a table would bring if its columns are these fields."""
    names = {" ".join(it.full_name.casefold().split()) for it in dossier.all(PersonName)}
    codes = {it.code for it in dossier.all(Person)}
    people: list[NewPerson] = []
    losses, already, roleless = list(table.losses), 0, []
    for number, row in enumerate(table.rows, 1):
        given = _given(mapping, row)
        name = given.pop("name", "")
        known = " ".join(name.casefold().split())
        if given.get("id") in codes or (known and known in names):
            already += 1
        elif not given.get("role"):
            roleless.append(number)
        else:
            losses.extend(_levelled(dossier, given, number))
            people.append(NewPerson(given, name))
            names |= {known} if known else set()
            codes |= {given["id"]} if "id" in given else set()
    if roleless:
        rows = ", ".join(map(str, roleless))
        losses.append(_("Without a role and left out: row {rows}.").format(rows=rows))
    losses.extend(_unused(table, mapping))
    return PeopleImport(table.name, tuple(people), already, tuple(losses))


def take_in(engagement: OpenEngagement, planned: PeopleImport) -> tuple[str, ...]:
    """Keep the people that were planned, all or none, as one operation; return their codes.

    A backup is made first.
    """
    back_up_before(engagement)
    with engagement.operation("import people"):
        return tuple([save_person(engagement, None, one.texts, one.name) for one in planned.people])


def _given(mapping: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    return {
        name: " ".join(cell.split())
        for name, cell in zip(mapping, row, strict=True)
        if name and cell.strip()
    }


def _levelled(dossier: Dossier, given: dict[str, str], number: int) -> Iterator[str]:
    """Put the code of the level in the place of what the row calls it."""
    said = given.get("level", "")
    if not said:
        return
    levels = dossier.all(Level)
    short = _LEVEL.fullmatch(said)
    for level in levels:
        called = {level.code.casefold(), level.name.casefold()}
        if said.casefold() in called or (short and level.code == f"L{short[1]}"):
            given["level"] = level.code
            return
    del given["level"]
    yield _("Row {n}: “{said}” is no level here; it comes in without one.").format(
        n=number, said=said
    )


def _unused(table: SheetTable, mapping: Sequence[str]) -> Iterator[str]:
    unused = [
        heading or _("(no heading)")
        for heading, name in zip(table.headings, mapping, strict=True)
        if not name
    ]
    if unused:
        yield _("Columns not taken: {names}.").format(names=", ".join(unused))
