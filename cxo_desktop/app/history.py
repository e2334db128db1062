"""The earlier states of a record, and what lies in the bin; both can be brought back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Generic, TypeVar

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.domain.attachments import Attachment
from cxo_desktop.domain.changes import Cell, Change, Operation
from cxo_desktop.domain.clock import seconds_of
from cxo_desktop.domain.entities import BY_CLASS, BY_TABLE
from cxo_desktop.domain.errors import NotFound
from cxo_desktop.domain.records import Record
from cxo_desktop.i18n import _
from cxo_desktop.store import erase
from cxo_desktop.store.columns import from_cells

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Version(Generic[R]):
    """A record as it stood after somebody changed it; ``record`` None when it was removed.

    ``number`` counts a record's versions from 1; ``fields`` are those that were changed, none
    for the first version.
    """

    number: int
    at: datetime
    device: str
    operation: str
    fields: tuple[str, ...]
    record: R | None


@dataclass(frozen=True, slots=True)
class Removed:
    """A record in the bin, and when it was put there."""

    record: Record
    at: datetime


def versions(engagement: OpenEngagement, record: R) -> tuple[Version[R], ...]:
    """Return every state of a record, oldest first."""
    return tuple(
        Version(
            number,
            when(version.operation),
            version.operation.device,
            version.operation.name,
            version.fields,
            from_cells(type(record), record.id, version.cells) if version.cells else None,
        )
        for number, version in enumerate(engagement.store.history.versions(record.id), 1)
    )


def restore(engagement: OpenEngagement, record: Record, number: int) -> None:
    """Bring a record back to one of its versions. Raises NotFound for one that is not there."""
    kept = engagement.store.history.versions(record.id)
    if not 1 <= number <= len(kept) or kept[number - 1].cells is None:
        raise NotFound(
            _("There is no version {number}.").format(number=number),
            _("The record has {count} versions, and a removed one has no words.").format(
                count=len(kept)
            ),
            _("Choose one of the list."),
        )
    _bring_back(engagement, BY_CLASS[type(record)].table, record.id, kept[number - 1].cells or {})


def in_bin(engagement: OpenEngagement) -> tuple[Removed, ...]:
    """Return the records that were removed and are still gone, newest removal first."""
    return tuple(
        Removed(
            from_cells(BY_TABLE[gone.table].cls, gone.row, gone.cells),
            when(gone.operation),
        )
        for gone in engagement.store.history.bin()
        if gone.table in BY_TABLE
    )


def take_out_of_bin(engagement: OpenEngagement, row: str) -> None:
    """Bring a removed record back, named by its row id. Raises NotFound."""
    for gone in engagement.store.history.bin():
        if gone.row == row:
            _bring_back(engagement, gone.table, gone.row, gone.cells)
            return
    raise NotFound(
        _("It is not in the bin."),
        _("It was brought back or forgotten in the meantime."),
        _("Look at the list again."),
    )


def empty_bin(
    engagement: OpenEngagement, now: datetime, *, older_than: timedelta = timedelta()
) -> int:
    """Make what has lain in the bin for longer be gone for good; return how many records.

    It is blanked in the log and overwritten in the file; contents of attachments that no record
    needs go as well. It cannot be undone, and older backups hold it until they are thinned out.
    """
    due = [
        gone
        for gone in engagement.store.history.bin()
        if not older_than or now - when(gone.operation) > older_than
    ]
    if not due:
        return 0
    engagement.store.history.empty_bin(due)
    needed = {one.digest for one in engagement.find(Attachment)}
    digests = {str(gone.cells.get("digest")) for gone in due if gone.table == "attachment"}
    for name in engagement.store.blobs.names():
        if name.split("-")[0] in digests - needed:
            engagement.store.blobs.remove(name)
    erase.purge(engagement.store.db)
    engagement.tell(*(gone.table for gone in due))
    return len(due)


def undoable(engagement: OpenEngagement) -> Operation | None:
    """Return what undo would take back, or None; nothing where nothing can be written."""
    return None if engagement.read_only else engagement.store.history.undoable()


def redoable(engagement: OpenEngagement) -> Operation | None:
    """Return what redo would do again, or None."""
    return None if engagement.read_only else engagement.store.history.redoable()


def undo(engagement: OpenEngagement) -> Operation | None:
    """Take back what was done last on this laptop; return it, or None when there is nothing."""
    return _told(engagement, engagement.store.history.undo())


def redo(engagement: OpenEngagement) -> Operation | None:
    """Do again what was taken back last; return it, or None when there is nothing."""
    return _told(engagement, engagement.store.history.redo())


def touched(engagement: OpenEngagement, operation: Operation) -> tuple[tuple[str, str], ...]:
    """Return table and code, or "" for a record without one, of all that an operation changed."""
    log = engagement.store.log
    rows = dict.fromkeys((one.table, one.row) for one in log.changes_of(operation.number))
    return tuple((table, _code(log.changes_to(row))) for table, row in rows)


def when(operation: Operation) -> datetime:
    """Return when an operation was done, by the clock of its laptop."""
    return datetime.fromtimestamp(seconds_of(operation.instant), UTC)


def _told(engagement: OpenEngagement, operation: Operation | None) -> Operation | None:
    if operation is not None:
        changes = engagement.store.log.changes_of(operation.number)
        engagement.tell(*(change.table for change in changes))
    return operation


def _code(changes: Iterable[Change]) -> str:
    """Return the newest code that a row had, also one that is gone."""
    codes = [str(one.cells["code"]) for one in changes if one.cells and one.cells.get("code")]
    return codes[-1] if codes else ""


def _bring_back(
    engagement: OpenEngagement, table: str, row: str, cells: Mapping[str, Cell]
) -> None:
    engagement.store.history.restore(table, row, cells, f"restore {table}")
    engagement.tell(table)
