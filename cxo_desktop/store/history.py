"""Undo, redo, the bin, and the history of a record: all of it read from the change log."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cxo_desktop.domain.changes import Cell, Change, Operation
from cxo_desktop.store.changelog import ChangeLog
from cxo_desktop.store.connection import reading
from cxo_desktop.store.database import write
from cxo_desktop.store.driver import Database
from cxo_desktop.store.merging import RowStates, cells_of
from cxo_desktop.store.rows import FORGET, Rows

_EMPTY_BIN = "empty bin"
_NOT_UNDONE = {"import engagement", FORGET, _EMPTY_BIN}


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


@dataclass(slots=True)
class Stacks:
    """What can be taken back and what done again, the newest last; grows operation by operation."""

    done: list[Operation] = field(default_factory=list)
    undone: list[Operation] = field(default_factory=list)
    undoing: dict[int, Operation] = field(default_factory=dict)
    last: int = 0
    _known: dict[int, Operation] = field(default_factory=dict)

    def take(self, operation: Operation) -> None:
        """Take note of the next operation of this device."""
        self.last = operation.number
        self._known[operation.number] = operation
        target = self._known.get(operation.undoes or 0)
        if operation.name in _NOT_UNDONE:
            self.done.clear()
            self.undone.clear()
        elif operation.undoes is None:
            self.done.append(operation)
            self.undone.clear()
        elif target:
            self.undoing[target.number] = operation
            taken_from, put_on = (
                (self.done, self.undone) if target.undoes is None else (self.undone, self.done)
            )
            put_on.append(taken_from.pop())


class History:
    """What was done, and how to take it back. Taking back is itself a new operation.

    There is no limit to it: whatever this device did since it took the engagement in can be.
    """

    def __init__(self, db: Database, log: ChangeLog, rows: Rows) -> None:
        self._db = db
        self._log = log
        self._rows = rows
        self._remembered = Stacks()
        self._version: int | None = None
        self._states = RowStates(db)

    def undoable(self) -> Operation | None:
        """Return what undo would take back, or None."""
        done = self._stacks().done
        return done[-1] if done else None

    def redoable(self) -> Operation | None:
        """Return what redo would do again, or None."""
        undone = self._stacks().undone
        return undone[-1] if undone else None

    def undo(self) -> Operation | None:
        """Take back the newest operation of this device; return it, None when there is none."""
        target = self.undoable()
        if target:
            self._take_back(target, f"undo {target.name}")
        return target

    def redo(self) -> Operation | None:
        """Do again what was taken back last; return it, None when there is none."""
        stacks = self._stacks()
        if not stacks.undone:
            return None
        again = stacks.undone[-1]
        self._take_back(stacks.undoing[again.number], again.name)
        return again

    def versions(self, row: str) -> tuple[Version, ...]:
        """Return how a row stood after each operation that touched it, oldest first."""
        found: list[Version] = []
        stamped = [one for of in self._states.changes_to([row]).values() for one in of]
        changes = [one.change for one in stamped]
        for place, change in enumerate(changes):
            after = changes[place + 1].operation if place + 1 < len(changes) else None
            if after == change.operation:
                continue
            operation = self._log.operation(change.operation)
            fields = [one.field for one in changes if one.operation == change.operation]
            if operation:
                found.append(
                    Version(operation, cells_of(stamped[: place + 1]), tuple(filter(None, fields)))
                )
        return tuple(found)

    def bin(self) -> tuple[Removed, ...]:
        """Return the rows that were removed and are still gone, newest removal first."""
        gone = []
        for change in self._log.removals():
            changes = self._log.changes_to(change.row)
            before = self._states.before(change.table, change.row, change.number)
            operation = self._log.operation(change.operation)
            if changes[-1] == change and before and operation:
                gone.append(Removed(change.table, change.row, before, operation))
        return tuple(gone)

    def empty_bin(self, gone: Iterable[Removed]) -> None:
        """Blank all that is known of rows in the bin; the log keeps that they were."""
        with write(self._db), self._rows.operation(_EMPTY_BIN):
            for removed in gone:
                self._rows.forget(removed.table, removed.row, None)

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
                before = self._states.before(first.table, first.row, first.number)
                fields = {one.field for one in changes if one.row == first.row}
                self._take_back_row(first, before, fields)

    def _take_back_row(
        self, first: Change, before: dict[str, Cell] | None, fields: set[str]
    ) -> None:
        now = self._rows.get(first.table, first.row)
        if before is None or now is None or "" in fields:
            self._bring(first.table, first.row, before)
            return
        for name in sorted(fields):
            if now.get(name) != before.get(name):
                self._rows.set_field(first.table, first.row, name, before.get(name))

    def _stacks(self) -> Stacks:
        """Return the stacks as they are now: only what was done since the last look is read.

        All is read again after somebody else wrote, who may have put a backup in place, and
        inside a transaction, of which nothing may stay.
        """
        with reading(self._db):
            version = int(self._db.execute("PRAGMA data_version").fetchone()[0])
        known = version == self._version and not self._db.conn.in_transaction
        stacks = self._remembered if known else Stacks()
        for operation in self._log.own_operations(stacks.last):
            stacks.take(operation)
        if not self._db.conn.in_transaction:
            self._remembered, self._version = stacks, version
        return stacks


def _first_of_each_row(changes: tuple[Change, ...]) -> list[Change]:
    seen: dict[str, Change] = {}
    for change in changes:
        seen.setdefault(change.row, change)
    return list(seen.values())
