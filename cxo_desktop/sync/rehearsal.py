"""An exchange that only shows what it would do: a copy of the engagement, a share never written."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from cxo_desktop.domain.ids import IdFactory
from cxo_desktop.store.backup import make_backup
from cxo_desktop.store.engagement_store import EngagementStore, open_store
from cxo_desktop.sync.contents import waiting_contents
from cxo_desktop.sync.heads import FOLDER
from cxo_desktop.sync.local import LocalSpace
from cxo_desktop.sync.rounds import Exchange, How, Step, exchange, no_step
from cxo_desktop.sync.transport import AlreadyThere, Listed, Transport

_PLACE = "rehearsal"


@dataclass(slots=True)
class PretendShare:
    """A share with what would have been written to it; ``written`` are the bytes by name."""

    share: Transport
    written: dict[str, bytes] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)

    def files(self, folder: str) -> Sequence[Listed]:
        """Return the files as they would be."""
        start = f"{folder}/" if folder else ""
        there = {one.name: one.size for one in self.share.files(folder)}
        for name, content in self.written.items():
            rest = name.removeprefix(start)
            if name.startswith(start) and "/" not in rest:
                there[rest] = len(content)
        return [Listed(name, size) for name, size in there.items() if start + name not in self.gone]

    def folders(self, folder: str) -> Sequence[str]:
        """Return the folders; one that would be made has nothing of anybody else in it."""
        return self.share.folders(folder)

    def get(self, name: str) -> bytes:
        """Return a file. Raises FileNotFoundError."""
        if name in self.gone:
            raise FileNotFoundError(name)
        return self.written[name] if name in self.written else self.share.get(name)

    def put_new(self, name: str, content: bytes) -> None:
        """Keep in mind what would be written. Raises AlreadyThere."""
        folder, _slash, file = name.rpartition("/")
        if any(one.name == file for one in self.files(folder)):
            raise AlreadyThere(name)
        self.written[name] = content
        self.gone.discard(name)

    def delete(self, name: str) -> None:
        """Keep in mind what would be removed."""
        self.written.pop(name, None)
        self.gone.add(name)


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What an exchange would do, the files it would put, their bytes, attachments not counted.

    ``contents`` are the attachments it would send.
    """

    done: Exchange
    files: int
    size: int
    contents: int


def rehearse(local: LocalSpace, share: Transport, step: Step = no_step) -> Rehearsed:
    """Return what an exchange would do now; nothing is written here or there.

    It works on an encrypted copy beside the engagement, so that nobody who types has to wait.
    Raises ShareUnreachable, DiskFull.
    """
    pretend = PretendShare(share)
    with _copied(local.store) as copy:
        done = exchange(LocalSpace(copy), pretend, step, How(contents=False, thorough=True))
    files = [one for name, one in pretend.written.items() if not name.startswith(f"{FOLDER}/")]
    return Rehearsed(done, len(files), sum(map(len, files)), waiting_contents(local))


@contextmanager
def _copied(store: EngagementStore) -> Iterator[EngagementStore]:
    path, key = store.place
    folder = path.parent / _PLACE
    shutil.rmtree(folder, ignore_errors=True)
    made = make_backup(path, key, datetime.now(UTC), folder)
    try:
        copy = open_store(made.path, key, device=store.log.device, ids=IdFactory())
        try:
            yield copy
        finally:
            copy.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
