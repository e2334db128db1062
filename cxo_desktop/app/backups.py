"""Backups of an engagement: made without asking, thinned out with age, brought back when asked."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.workspace import Workspace
from cxo_desktop.domain.errors import NotFound
from cxo_desktop.domain.retention import kept
from cxo_desktop.i18n import _
from cxo_desktop.store import backup as copies
from cxo_desktop.store.backup import Backup

__all__ = ["EVERY", "Backup", "back_up_before", "backup_now", "backups", "due", "prune", "restore"]

EVERY = timedelta(minutes=30)


def backup_now(engagement: OpenEngagement, now: datetime | None = None) -> Backup:
    """Make a backup and prune the old ones; may be called from any thread.

    Raises DiskFull, ReadOnly, Locked or Damaged; then no half of one is left.
    """
    now = now or datetime.now(UTC)
    path, key = engagement.store.place
    made = copies.make_backup(path, key, now)
    prune(engagement, now)
    return made


def back_up_before(engagement: OpenEngagement, now: datetime | None = None) -> Backup | None:
    """Make a backup before much is changed at once; None when the newest one holds all there is.

    Raises as backup_now does.
    """
    there = backups(engagement)
    if there and there[0].made_at > engagement.store.written_at():
        return None
    return backup_now(engagement, now)


def backups(engagement: OpenEngagement) -> tuple[Backup, ...]:
    """Return the backups there are, newest first."""
    return copies.backups(engagement.store.place[0])


def due(engagement: OpenEngagement, now: datetime) -> bool:
    """Tell whether it is time for a backup: on start, and after every 30 minutes of use.

    It is when something has been written since the newest one and that is 30 minutes old. A
    newest one from the future, left by a clock set back, does not count.
    """
    if engagement.read_only:
        return False
    past = [backup for backup in backups(engagement) if backup.made_at <= now]
    if not past:
        return True
    newest = past[0].made_at
    return now - newest >= EVERY and engagement.store.written_at() > newest


def prune(engagement: OpenEngagement, now: datetime) -> int:
    """Remove the backups that need not stay, and return how many; see domain.retention."""
    there = backups(engagement)
    stay = kept((backup.made_at for backup in there), now)
    gone = [backup for backup in there if backup.made_at not in stay]
    for backup in gone:
        copies.remove_backup(backup)
    return len(gone)


def restore(workspace: Workspace, code: str, name: str, now: datetime | None = None) -> Backup:
    """Put a backup, named as in the list or ``latest``, in place of the engagement.

    The backup is verified first, and what it replaces is kept as a backup. Works for an
    engagement that is damaged, too; an open window sees the change. Raises NotFound, or Damaged
    when the backup itself is damaged.
    """
    card = workspace.find(code)
    path, key = workspace.folders.file(card.folder), workspace.folders.key(card.folder)
    there = copies.backups(path)
    chosen = there[:1] if name == "latest" else [one for one in there if one.path.stem == name]
    if not chosen:
        raise NotFound(
            _("The backup was not restored."),
            _("There is no backup {name}.").format(name=name),
            _("“cxo backup list” shows those there are."),
        )
    copies.restore_backup(path, key, chosen[0], now or datetime.now(UTC))
    return chosen[0]
