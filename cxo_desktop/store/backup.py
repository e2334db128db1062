"""Copies of an engagement's file, made while it is in use and encrypted with its own key.

Only SQLite itself copies a database: a copy made by hand lacks what is still in its log, and
closing the file afterwards would drop the locks of everybody who works in it.
"""

from __future__ import annotations

import secrets
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cxo_desktop.domain.errors import Damaged
from cxo_desktop.store.connection import connect_keyed, page_of, told
from cxo_desktop.store.driver import Connection, DatabaseError
from cxo_desktop.store.files import discard, flush_folder, make_folder, unwritable

_NAME = "%Y%m%dT%H%M%S.%fZ"
_ENDING = ".backup"
_BESIDE = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of an engagement's file as it was at an instant."""

    path: Path
    made_at: datetime
    size: int


def make_backup(path: Path, key: bytes, now: datetime, folder: Path | None = None) -> Backup:
    """Copy the engagement's file as it stands, among its backups or into another folder.

    Also while others write to it. Raises DiskFull, Locked or Damaged, with no half of a copy left.
    Not to be called inside a transaction of one's own.
    """
    with (
        told("No backup was made.", folder=path.parent),
        closing(connect_keyed(path, key, "ro")) as source,
    ):
        target = (folder or _folder(path)) / f"{now.astimezone(UTC).strftime(_NAME)}{_ENDING}"
        _copy(source, target, key)
    return Backup(target, now, target.stat().st_size)


def backups(path: Path) -> tuple[Backup, ...]:
    """Return the backups of an engagement's file, newest first."""
    found = []
    for file in _folder(path).glob(f"*{_ENDING}"):
        made_at = datetime.strptime(file.stem, _NAME).replace(tzinfo=UTC)
        found.append(Backup(file, made_at, file.stat().st_size))
    return tuple(sorted(found, key=lambda backup: backup.made_at, reverse=True))


def left_over(path: Path) -> tuple[Path, ...]:
    """Return what lies beside the backups: damaged files set aside, copies that were cut off."""
    folder = _folder(path)
    return tuple(sorted([*folder.glob("*.damaged*"), *folder.glob(".cxo-*")]))


def remove_left_over(path: Path) -> None:
    """Remove for good what lies beside the backups."""
    for file in left_over(path):
        file.unlink(missing_ok=True)
    if _folder(path).is_dir():
        flush_folder(_folder(path))


def remove_backup(backup: Backup) -> None:
    """Remove a backup for good."""
    backup.path.unlink(missing_ok=True)
    flush_folder(backup.path.parent)


def verify_backup(backup: Backup, key: bytes) -> None:
    """Raise Damaged unless every page of the copy is whole and it holds an engagement."""
    try:
        with closing(connect_keyed(backup.path, key, "immutable")) as copy:
            faults = copy.execute("PRAGMA cipher_integrity_check").fetchall()
            sound = copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            copy.execute("SELECT id FROM engagement").fetchone()
    except DatabaseError as error:
        raise _useless() from error
    if faults or not sound:
        raise _useless()


def restore_backup(path: Path, key: bytes, backup: Backup, now: datetime) -> None:
    """Put a backup in place of the engagement's file, which is kept as a backup itself.

    The backup is verified first; other windows see the change as if it were typed. A present
    file that is damaged is kept beside the backups, ending in ``.damaged``. Raises Damaged, with
    nothing changed, when the backup is of no use, Locked or DiskFull when it cannot be done now.
    """
    verify_backup(backup, key)
    if not path.is_file():
        _put_in_place(path, key, backup)
        return
    try:
        make_backup(path, key, now)
        _overwrite(path, key, backup)
    except Damaged:
        _set_aside(path, now)
        _put_in_place(path, key, backup)


def _overwrite(path: Path, key: bytes, backup: Backup) -> None:
    with (
        told("The backup was not restored.", folder=path.parent),
        closing(connect_keyed(backup.path, key, "immutable")) as source,
        closing(connect_keyed(path, key)) as target,
    ):
        target.execute("PRAGMA synchronous=FULL")
        target.execute("PRAGMA secure_delete=ON")
        try:
            source.backup(target)
        except MemoryError as error:  # how the library reports a target it cannot make sense of
            raise Damaged(
                "The backup was not put into the present file.",
                "That file is damaged.",
                "It is set aside, and the backup takes its place.",
            ) from error
        target.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _put_in_place(path: Path, key: bytes, backup: Backup) -> None:
    with (
        told("The backup was not restored.", folder=path.parent),
        closing(connect_keyed(backup.path, key, "immutable")) as source,
    ):
        _copy(source, path, key)


def _set_aside(path: Path, now: datetime) -> None:
    stamp = now.astimezone(UTC).strftime(_NAME)
    folder = _folder(path)
    make_folder(folder)
    for ending in ("", *_BESIDE):
        file = path.with_name(f"{path.name}{ending}")
        if file.is_file():
            file.rename(folder / f"{stamp}.damaged{ending}")
    flush_folder(folder)


def _copy(source: Connection, target: Path, key: bytes) -> None:
    """Copy into a new file that has its name only when it is whole and on the disk."""
    unfinished = target.with_name(f".cxo-{secrets.token_hex(8)}")
    try:
        make_folder(target.parent)
        with closing(connect_keyed(unfinished, key, page=page_of(source))) as copy:
            copy.execute("PRAGMA synchronous=FULL")
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
        unfinished.replace(target)
        flush_folder(target.parent)
    except OSError as error:
        raise unwritable(target, error) from error
    finally:
        for file in target.parent.glob(f"{unfinished.name}*"):
            discard(file)


def _useless() -> Damaged:
    return Damaged(
        "The backup was not restored.",
        "It is damaged or is not of this engagement.",
        "Choose an older or a newer one; nothing was changed.",
    )


def _folder(path: Path) -> Path:
    return path.parent / "backups"
