"""A table from a file of a spreadsheet program: headings, rows of texts, and what was not taken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cxo_desktop.exchange.text_bytes import refuse_file
from cxo_desktop.i18n import _

MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 5_000, 60, 4_000


@dataclass(frozen=True, slots=True)
class SheetTable:
    """``rows`` are as wide as ``headings``; ``first`` is the line or row number of the first.

    ``losses`` says in words what the file holds that was not taken.
    """

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    losses: tuple[str, ...] = ()


def table_of(name: str, lines: Iterable[Sequence[str]], losses: Iterable[str] = ()) -> SheetTable:
    """Return the table of a file's lines: the first with more than one word has the headings.

    Empty lines are passed over, and so is a title above the headings, which is told. Raises
    InputRefused for a file without headings or rows, and for one that is larger than a list of
    people can be.
    """
    filled = [cells for line in lines if any(cells := [cell.strip() for cell in line])]
    titles = _titles(filled)
    filled = filled[len(titles) :]
    above = [_("Left out above the headings: {words}").format(words=words) for words in titles]
    if len(filled) < 2:  # noqa: PLR2004 - a line of headings and one below it
        refuse_file(
            name,
            _("It has no line of headings with rows below it."),
            _("Put the names of the columns into the first line."),
        )
    width = max(map(len, filled))
    if len(filled) > MOST_ROWS + 1 or width > MOST_COLUMNS:
        refuse_file(
            name,
            _("It has {rows} rows and {columns} columns; at most {most} rows are read.").format(
                rows=len(filled) - 1, columns=width, most=MOST_ROWS
            ),
            _("Keep the columns that are needed, and split it."),
        )
    headings, *rows = [[*line, *[""] * (width - len(line))] for line in filled]
    for row in rows:
        for cell in row:
            if len(cell) > LONGEST_CELL:
                refuse_file(
                    name,
                    _("A cell holds {size} letters.").format(size=len(cell)),
                    _("Shorten it, or leave its column out."),
                )
    return SheetTable(name, tuple(headings), tuple(map(tuple, rows)), (*losses, *above))


def _titles(lines: Sequence[Sequence[str]]) -> list[str]:
    """Return the words of the first lines that hold one cell, where later ones hold several."""
    counts = [sum(map(bool, line)) for line in lines]
    first = next((number for number, count in enumerate(counts) if count > 1), 0)
    return ["".join(line) for line in lines[:first]]
