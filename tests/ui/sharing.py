"""Windows over laptops that share, for tests of what they show."""

from __future__ import annotations

import shutil
from dataclasses import replace

from cxo_desktop.app import sharing, syncing
from cxo_desktop.app.tasks import silent
from cxo_desktop.compose import open_services
from cxo_desktop.domain.interviews import Note
from cxo_desktop.store.database import write
from cxo_desktop.store.keys import KdfCost
from cxo_desktop.store.share_state import ShareState

PASSPHRASE = "one two three"
CHEAP = KdfCost(time=1, memory_kib=8, lanes=1)


class Pair:
    """My workspace, that of Ravi, and a folder between them; both have one engagement."""

    def __init__(self, made, folder):
        shutil.copytree(made, folder, dirs_exist_ok=True)
        self.place = folder / "share"
        self.mine, other = (_opened(folder / name) for name in ("mine", "other"))
        self.other = other.workspace
        for workspace in (self.mine.workspace, self.other):
            engagement = workspace.open()
            with write(engagement.store.db):
                ShareState(engagement.store.db).put("place", str(self.place))
            [self.note] = engagement.find(Note)
            engagement.close()

    def theirs(self, work):
        """Let Ravi do something and exchange."""
        engagement = self.other.open()
        try:
            result = work(engagement)
            syncing.sync(engagement)
        finally:
            engagement.close()
        return result

    def edit_theirs(self, **fields):
        def edit(engagement):
            [note] = engagement.find(Note, code=self.note.code)
            engagement.put(replace(note, **fields))

        self.theirs(edit)


def make_pair(folder):
    """Make the two workspaces and the share that every Pair is a copy of."""
    (folder / "share").mkdir()
    mine, other = (_opened(folder / name).workspace for name in ("mine", "other"))
    created = mine.create("Asha Trust")
    created.add(Note(text="one two", visit="v"))
    sharing.create(created, str(folder / "share"), "Asha")
    words = sharing.request(other, str(folder / "share"), "Ravi")
    sharing.admit(created, words=words)
    created.close()
    syncing.sync_all(other, "", "", silent)


def _opened(folder):
    return open_services(folder, PASSPHRASE, CHEAP, folder.with_suffix(".json"))


def another(folder):
    """Return the services of a workspace with nothing in it, on a third laptop."""
    return _opened(folder / "third")


def settled(qtbot, work):
    """Wait until nothing is done any more."""
    qtbot.waitUntil(lambda: not work.busy, timeout=10_000)


def exchanged(qtbot, window):
    """Exchange, and wait until it is done."""
    work = window.parts.share
    settled(qtbot, work)
    work.exchange()
    settled(qtbot, work)
