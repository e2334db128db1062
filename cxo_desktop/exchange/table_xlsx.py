"""The first sheet of an XLSX workbook as a table; never unpacked, never reckoned.

Only three members of the archive are read, each with a cap on what it may grow to (the sizes the
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
from collections.abc import Mapping

from cxo_desktop.exchange.sheet_tables import MOST_COLUMNS, SheetTable, table_of
from cxo_desktop.exchange.text_bytes import refuse_file
from cxo_desktop.exchange.xml_tree import LARGEST_BYTES, Element, parse
from cxo_desktop.i18n import _, ngettext

_MOST_MEMBERS = 5_000
_PLACE = re.compile(r"([A-Z]{1,3})[0-9]+")
_SHEETS = re.compile(r"xl/worksheets/sheet[0-9]+\.xml")
_BASE = ord("A") - 1

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
    """Return the table of the first sheet. Raises InputRefused for what is no workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.namelist()
            if len(members) > _MOST_MEMBERS:
                _refuse(name, _("It holds {n} parts.").format(n=len(members)))
            sheet = _member(name, archive, _first_sheet(name, archive, members))
            shared = (
                _member(name, archive, "xl/sharedStrings.xml")
                if "xl/sharedStrings.xml" in members
                else None
            )
    except _DAMAGED:
        _refuse(name, _("It is no workbook, or damaged or locked."))
    return _table(name, sheet, _strings(shared))


def _first_sheet(name: str, archive: zipfile.ZipFile, members: list[str]) -> str:
    """Return the member that holds the first sheet of the workbook's own order."""
    sheets = [member for member in members if _SHEETS.fullmatch(member)]
    if not sheets:
        _refuse(name, _("It holds no sheet."))
    relations = "xl/_rels/workbook.xml.rels"
    if relations in members and "xl/workbook.xml" in members:
        book = _member(name, archive, "xl/workbook.xml")
        wanted = next((_relation(it) for it in book.walk() if it.local == "sheet"), "")
        for one in _member(name, archive, relations).walk():
            if one.attributes.get("Id") == wanted:
                target = one.attributes.get("Target", "").lstrip("/")
                full = target if target.startswith("xl/") else f"xl/{target}"
                if full in sheets:
                    return full
    return min(sheets, key=lambda member: (len(member), member))


def _relation(sheet: Element) -> str:
    return next((v for k, v in sheet.attributes.items() if k.rpartition(":")[2] == "id"), "")


def _member(name: str, archive: zipfile.ZipFile, member: str) -> Element:
    with archive.open(member) as opened:
        content = opened.read(LARGEST_BYTES + 1)
    return parse(f"{name} ({member})", content)


def _strings(shared: Element | None) -> list[str]:
    return [] if shared is None else [_text(item) for item in shared.elements("si")]


def _text(element: Element) -> str:
    """Return the words of a string, without its reading aids (phonetic runs)."""
    return "".join(
        part.text() if part.local == "t" else _text(part)
        for part in element.elements()
        if part.local in ("t", "r", "is")
    )


def _table(name: str, sheet: Element, strings: list[str]) -> SheetTable:
    lines: list[list[str]] = []
    formulas = 0
    for row in (it for it in sheet.walk() if it.local == "row"):
        cells: dict[int, str] = {}
        for number, cell in enumerate(row.elements("c")):
            formulas += any(True for _one in cell.elements("f"))
            cells[_column(name, cell, number)] = _value(cell, strings)
        lines.append([cells.get(column, "") for column in range(max(cells, default=-1) + 1)])
    losses = []
    if formulas:
        losses.append(
            ngettext(
                "{n} cell with a formula was left empty.",
                "{n} cells with formulas were left empty.",
                formulas,
            ).format(n=formulas)
        )
    return table_of(name, lines, losses)


def _column(name: str, cell: Element, number: int) -> int:
    place = _PLACE.fullmatch(cell.attributes.get("r", ""))
    if place is None:
        return number
    column = 0
    for letter in place[1]:
        column = 26 * column + ord(letter) - _BASE
    if column > MOST_COLUMNS:
        _refuse(name, _("It is more than {n} columns wide.").format(n=MOST_COLUMNS))
    return column - 1


def _value(cell: Element, strings: list[str]) -> str:
    parts: Mapping[str, Element] = {part.local: part for part in cell.elements()}
    if "f" in parts:
        return ""
    kind = cell.attributes.get("t", "n")
    if kind == "inlineStr":
        return _text(parts["is"]) if "is" in parts else ""
    raw = parts["v"].text() if "v" in parts else ""
    if kind == "s":
        return strings[int(raw)] if raw.isdecimal() and int(raw) < len(strings) else ""
    return "" if kind == "e" else raw


def _refuse(name: str, why: str) -> None:
    refuse_file(name, why, _("Save the one sheet as CSV and import that."))
