"""The first sheet of an XLSX workbook as a table; never unpacked, never reckoned.

Only five members of the archive are read, each with a cap on what it may grow to (the sizes the
archive states are not believed). A cell with a formula is left empty and reported: what a program
reckoned there once is no statement of a person.
"""

from __future__ import annotations

import io
import lzma
import re
import struct
import zipfile
import zlib
from typing import NoReturn

from cxo_desktop.exchange.sheet_tables import SheetTable, table_of
from cxo_desktop.exchange.text_bytes import refuse_file
from cxo_desktop.exchange.xlsx_cells import styles_of, text_of
from cxo_desktop.exchange.xlsx_sheet import lines_of
from cxo_desktop.exchange.xml_tree import LARGEST_BYTES, Element, parse
from cxo_desktop.i18n import _, ngettext

_MOST_MEMBERS = 5_000
_SHEETS = re.compile(r"xl/worksheets/sheet[0-9]+\.xml")

# What the standard library raises on the way through a damaged, locked or unknown archive.
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    ValueError,
    OSError,
    EOFError,
    RuntimeError,
)


def read_xlsx(name: str, content: bytes) -> SheetTable:
    """Return the table of the first sheet that is seen. Raises InputRefused for no workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _table(_Workbook(name, archive))
    except _DAMAGED:
        _refuse(name, _("It is no workbook, or damaged or locked."))


class _Workbook:
    """The members of a workbook, found as its own relations say, else where they usually lie."""

    def __init__(self, name: str, archive: zipfile.ZipFile) -> None:
        self.name, self._archive = name, archive
        self._members = {member.casefold(): member for member in archive.namelist()}
        if len(self._members) > _MOST_MEMBERS:
            _refuse(name, _("It holds {n} parts.").format(n=len(self._members)))
        self.head = self.part("xl/workbook.xml")
        relations = self.part("xl/_rels/workbook.xml.rels")
        walked = relations.walk() if relations is not None else ()
        self._relations = {
            it.attributes["Id"]: it.attributes for it in walked if "Id" in it.attributes
        }

    def part(self, member: str) -> Element | None:
        """Return a member of the archive as a tree, None when it is not there."""
        found = self._members.get(member.casefold())
        if found is None:
            return None
        with self._archive.open(found) as opened:
            content = opened.read(LARGEST_BYTES + 1)
        return parse(f"{self.name} ({found})", content)

    def part_for(self, purpose: str, usual: str) -> Element | None:
        """Return the member that a relation of the workbook names for a purpose."""
        for relation in self._relations.values():
            if relation.get("Type", "").endswith(f"/{purpose}"):
                return self.part(_full(relation.get("Target", "")))
        return self.part(usual)

    def sheets(self) -> list[tuple[str, str]]:
        """Return title and member of each sheet that is seen, in the workbook's own order."""
        listed = [it for it in self.head.walk() if it.local == "sheet"] if self.head else []
        found = []
        for one in listed:
            target = self._relations.get(_relation(one), {}).get("Target", "")
            member = self._members.get(_full(target).casefold(), "")
            if member and one.attributes.get("state", "visible") == "visible":
                found.append((one.attributes.get("name", ""), member))
        if found:
            return found
        usual = [member for member in self._members.values() if _SHEETS.fullmatch(member)]
        return [("", member) for member in sorted(usual, key=lambda it: (len(it), it))]


def _table(book: _Workbook) -> SheetTable:
    sheets = book.sheets()
    sheet = book.part(sheets[0][1]) if sheets else None
    if sheet is None:
        _refuse(book.name, _("It holds no sheet."))
    shared = book.part_for("sharedStrings", "xl/sharedStrings.xml")
    strings = [] if shared is None else [text_of(item) for item in shared.elements("si")]
    styles = styles_of(book.part_for("styles", "xl/styles.xml"), book.head)
    read = lines_of(book.name, sheet, strings, styles)
    others = len(sheets) - 1
    losses = list(read.losses)
    if others:
        words = ngettext(
            "Only “{sheet}” was read, not the {n} other sheet.",
            "Only “{sheet}” was read, not the {n} other sheets.",
            others,
        )
        losses.append(words.format(sheet=sheets[0][0] or sheets[0][1], n=others))
    return table_of(book.name, read.lines, losses)


def _full(target: str) -> str:
    plain = target.lstrip("/")
    return plain if plain.startswith("xl/") else f"xl/{plain}"


def _relation(sheet: Element) -> str:
    return next((v for k, v in sheet.attributes.items() if k.rpartition(":")[2] == "id"), "")


def _refuse(name: str, why: str) -> NoReturn:
    refuse_file(name, why, _("Save the one sheet as CSV and import that."))
