"""One sheet of a workbook as lines of texts, as one sees it: hidden rows and columns stay out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cxo_desktop.exchange.sheet_tables import MOST_COLUMNS, MOST_ROWS
from cxo_desktop.exchange.text_bytes import refuse_file
from cxo_desktop.exchange.xlsx_cells import Styles, value_of
from cxo_desktop.exchange.xml_tree import Element
from cxo_desktop.i18n import _, ngettext

_PLACE = re.compile(r"([A-Z]{1,3})([0-9]+)")
_BASE = ord("A") - 1
_YES = ("1", "true")
Cells = dict[int, str]


@dataclass(frozen=True, slots=True)
class SheetLines:
    """The lines of a sheet, and in words what was not taken."""

    lines: tuple[tuple[str, ...], ...]
    losses: tuple[str, ...]


def lines_of(name: str, sheet: Element, strings: Sequence[str], styles: Styles) -> SheetLines:
    """Return the lines of a sheet. Raises InputRefused for one that is too wide.

    A cell merged over several rows is read in each of them, as it is seen beside each.
    """
    rows: dict[int, Cells] = {}
    hidden, formulas = set[int](), 0
    for number, row in enumerate((it for it in sheet.walk() if it.local == "row"), 1):
        place = row.attributes.get("r", "")
        line = int(place) if place.isdecimal() else number
        cells: Cells = {}
        for position, cell in enumerate(row.elements("c")):
            made = any(True for _one in cell.elements("f"))
            formulas += made
            cells[_column(name, cell, position)] = "" if made else value_of(cell, strings, styles)
        rows[line] = cells
        if row.attributes.get("hidden") in _YES:
            hidden.add(line)
    _spread_merged(sheet, rows)
    unseen = _hidden_columns(sheet, {column for cells in rows.values() for column in cells})
    seen = [cells for line, cells in sorted(rows.items()) if line not in hidden]
    lines = tuple(_line(cells, unseen) for cells in seen)
    return SheetLines(lines, _losses(formulas, len(hidden), len(unseen)))


def _line(cells: Cells, unseen: frozenset[int]) -> tuple[str, ...]:
    width = max(cells, default=-1) + 1
    return tuple(cells.get(column, "") for column in range(width) if column not in unseen)


def _column(name: str, cell: Element, number: int) -> int:
    place = _PLACE.fullmatch(cell.attributes.get("r", ""))
    column = _number_of(place[1]) if place else number
    if column >= MOST_COLUMNS:
        why = _("It is more than {n} columns wide.").format(n=MOST_COLUMNS)
        refuse_file(name, why, _("Save the one sheet as CSV and import that."))
    return column


def _number_of(letters: str) -> int:
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - _BASE
    return column - 1


def _spread_merged(sheet: Element, rows: dict[int, Cells]) -> None:
    for merged in (it for it in sheet.walk() if it.local == "mergeCell"):
        ends = [_PLACE.fullmatch(part) for part in merged.attributes.get("ref", "").split(":")]
        first, last = ends[0], ends[-1]
        if not first or not last or first[1] != last[1]:
            continue  # over several columns it is a heading of them, not a value in each
        column, top = _number_of(first[1]), int(first[2])
        text = rows.get(top, {}).get(column, "")
        for line in range(top + 1, min(int(last[2]), top + MOST_ROWS) + 1):
            if line in rows:
                rows[line][column] = rows[line].get(column) or text


def _hidden_columns(sheet: Element, used: set[int]) -> frozenset[int]:
    found = set[int]()
    for one in (it for it in sheet.walk() if it.local == "col"):
        ends = one.attributes.get("min", ""), one.attributes.get("max", "")
        if one.attributes.get("hidden") in _YES and all(end.isdecimal() for end in ends):
            found |= {column for column in used if int(ends[0]) <= column + 1 <= int(ends[1])}
    return frozenset(found)


def _losses(formulas: int, rows: int, columns: int) -> tuple[str, ...]:
    told = (
        (
            formulas,
            ngettext(
                "{n} cell with a formula was left empty.",
                "{n} cells with formulas were left empty.",
                formulas,
            ),
        ),
        (
            rows,
            ngettext("{n} hidden row was left out.", "{n} hidden rows were left out.", rows),
        ),
        (
            columns,
            ngettext(
                "{n} hidden column was left out.", "{n} hidden columns were left out.", columns
            ),
        ),
    )
    return tuple(words.format(n=number) for number, words in told if number)
