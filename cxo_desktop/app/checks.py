"""Is the engagement whole, and if not, what of it can still be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cxo_desktop.app.workspace import Workspace
from cxo_desktop.domain.errors import Damaged
from cxo_desktop.i18n import _
from cxo_desktop.store.backup import backups, verify_backup
from cxo_desktop.store.check import Fault, Part, content_faults, file_faults, readable

__all__ = ["CheckReport", "Fault", "Part", "check"]


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found: faults, the records of each kind that can be read, the whole backups."""

    faults: tuple[Fault, ...]
    readable: Mapping[str, int]
    backups: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Tell whether all is as it should be."""
        return not self.faults

    def lines(self) -> list[str]:
        """Return the report in words."""
        if self.sound:
            return [_("Everything is whole.")]
        found = [f"{fault.part}: {fault.words}" for fault in self.faults]
        if self.readable:
            counts = ", ".join(f"{table} {count}" for table, count in self.readable.items())
            found.append(_("Readable: {counts}.").format(counts=counts))
        else:
            found.append(_("Nothing of it can be read."))
        if self.backups:
            found.append(
                _("“cxo backup restore {name}” brings back the newest whole backup.").format(
                    name=self.backups[0]
                )
            )
        return found


def check(workspace: Workspace, code: str = "") -> CheckReport:
    """Check an engagement's pages, rows, search index, change log and attachments.

    Takes about a second for 10,000 notes. Raises NotFound, Locked; Damaged for its key file.
    """
    card = workspace.find(code)
    path, key = workspace.folders.file(card.folder), workspace.folders.key(card.folder)
    faults = file_faults(path, key)
    if not faults:
        store = workspace.folders.store(card.folder)
        try:
            faults = content_faults(store)
        finally:
            store.close()
    whole = []
    for backup in backups(path):
        try:
            verify_backup(backup, key)
        except Damaged:
            faults = (*faults, Fault(Part.FILE, f"the backup {backup.path.stem} is damaged"))
        else:
            whole.append(backup.path.stem)
    return CheckReport(faults, readable(path, key), tuple(whole))
