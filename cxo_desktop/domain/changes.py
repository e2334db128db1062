"""What the change log is made of: operations of a user, and the changes each consists of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Cell = None | int | float | str
ERASE = "*"


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing a user did. ``instant`` is of the hybrid clock; ``undoes`` another operation."""

    number: int
    instant: int
    device: str
    name: str
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one row that was set; ``cells`` when a whole row was made.

    ``field`` is "" for a row that was made (``cells`` are its fields) or removed (``cells`` is
    None), and ``ERASE`` where all that was known of the row before was to go for good. ``erased``
    when the values were blanked for somebody's sake.
    """

    number: int
    operation: int
    table: str
    row: str
    field: str
    cells: Mapping[str, Cell] | None
    erased: bool = False

    @property
    def makes(self) -> bool:
        """Tell whether the change made its row."""
        return not self.field and self.cells is not None and not self.erased

    @property
    def removes(self) -> bool:
        """Tell whether the change removed its row."""
        return not self.field and self.cells is None and not self.erased

    @property
    def erases(self) -> bool:
        """Tell whether the change blanked all that was known of its row."""
        return self.field == ERASE


def row_after(changes: tuple[Change, ...]) -> dict[str, Cell] | None:
    """Return a row's fields after its changes in order, or None when it is not there."""
    row: dict[str, Cell] | None = None
    for change in changes:
        if change.removes or change.erases:
            row = None
        elif change.makes:
            row = dict(change.cells or {})
        elif row is not None:
            row.update(change.cells or {})
    return row
