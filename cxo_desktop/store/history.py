"""Undo, redo, the bin, and the history of a record: all of it read from the change log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cxo_desktop.domain.changes import Cell, Change, Operation, row_after
from cxo_desktop.store.changelog import ChangeLog
from cxo_desktop.store.database import write
from cxo_desktop.store.driver import Database
from cxo_desktop.store.rows import FORGET, Rows

_REMEMBERED = 1000
_NOT_UNDONE = {"import engagement", FORGET}


@dataclass(frozen=True, slots=True)
class Version:
    """How a row stood after an operation touched it; ``cells`` None when it was removed."""

    operation: Operation
    cells: Mapping[str, Cell] | None
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Removed:
    """A row in the bin, as it stood before it was removed."""

    table: str
    row: str
    cells: Mapping[str, Cell]
    operation: Operation


class History:
    """What was done, and how to take it back. Taking back is itself a new operation."""

    def __init__(self, db: Database, log: ChangeLog, rows: Rows) -> None:
        self._db = db
        self._log = log
        self._rows = rows

    def undoable(self) -> Operation | None:
        """Return what undo would take back, or None."""
        done, _undone = self._stacks()
        return done[-1] if done else None

    def redoable(self) -> Operation | None:
        """Return what redo would do again, or None."""
        _done, undone = self._stacks()
        return undone[-1] if undone else None

    def undo(self) -> Operation | None:
        """Take back the newest operation of this device; return it, None when there is none."""
        target = self.undoable()
        if target:
            self._take_back(target, f"undo {target.name}")
        return target

    def redo(self) -> Operation | None:
        """Do again what was taken back last; return it, None when there is none."""
        _done, undone = self._stacks()
        if not undone:
            return None
        self._take_back(self._undoing(undone[-1]), undone[-1].name)
        return undone[-1]

    def versions(self, row: str) -> tuple[Version, ...]:
        """Return how a row stood after each operation that touched it, oldest first."""
        found: list[Version] = []
        changes = self._log.changes_to(row)
        for place, change in enumerate(changes):
            after = changes[place + 1].operation if place + 1 < len(changes) else None
            if after == change.operation:
                continue
            operation = self._log.operation(change.operation)
            fields = [one.field for one in changes if one.operation == change.operation]
            if operation:
                found.append(
                    Version(operation, row_after(changes[: place + 1]), tuple(filter(None, fields)))
                )
        return tuple(found)

    def bin(self) -> tuple[Removed, ...]:
        """Return the rows that were removed and are still gone, newest removal first."""
        gone = []
        for change in self._log.removals():
            changes = self._log.changes_to(change.row)
            before = row_after(tuple(one for one in changes if one.number < change.number))
            operation = self._log.operation(change.operation)
            if changes[-1] == change and before and operation:
                gone.append(Removed(change.table, change.row, before, operation))
        return tuple(gone)

    def restore(self, table: str, row: str, cells: Mapping[str, Cell], name: str) -> None:
        """Bring a row to an earlier state, whether it is there now or not."""
        with write(self._db), self._rows.operation(name):
            self._bring(table, row, cells)

    def _bring(self, table: str, row: str, cells: Mapping[str, Cell] | None) -> None:
        there = self._rows.get(table, row) is not None
        if cells is None:
            if there:
                self._rows.set(table, row, None)
        elif there:
            self._rows.change(table, row, cells)
        else:
            self._rows.set(table, row, cells)

    def _take_back(self, operation: Operation, name: str) -> None:
        changes = self._log.changes_of(operation.number)
        with write(self._db), self._rows.operation(name, undoes=operation.number):
            for first in reversed(_first_of_each_row(changes)):
                before = row_after(self._log.changes_to(first.row, before=first.number))
                fields = {one.field for one in changes if one.row == first.row}
                self._take_back_row(first, before, fields)

    def _take_back_row(
        self, first: Change, before: dict[str, Cell] | None, fields: set[str]
    ) -> None:
        now = self._rows.get(first.table, first.row)
        if before is None or now is None or "" in fields:
            self._bring(first.table, first.row, before)
            return
        for field in sorted(fields):
            if now.get(field) != before.get(field):
                self._rows.set_field(first.table, first.row, field, before.get(field))

    def _undoing(self, operation: Operation) -> Operation:
        for later in reversed(self._log.own_operations(_REMEMBERED)):
            if later.undoes == operation.number:
                return later
        raise LookupError(operation.number)

    def _stacks(self) -> tuple[list[Operation], list[Operation]]:
        done: list[Operation] = []
        undone: list[Operation] = []
        by_number: dict[int, Operation] = {}
        for operation in self._log.own_operations(_REMEMBERED):
            by_number[operation.number] = operation
            target = by_number.get(operation.undoes or 0)
            if operation.name in _NOT_UNDONE:
                done.clear()
                undone.clear()
            elif operation.undoes is None:
                done.append(operation)
                undone.clear()
            elif target is None:
                continue
            elif target.undoes is None:
                undone.append(done.pop())
            else:
                done.append(undone.pop())
        return done, undone


def _first_of_each_row(changes: tuple[Change, ...]) -> list[Change]:
    seen: dict[str, Change] = {}
    for change in changes:
        seen.setdefault(change.row, change)
    return list(seen.values())
