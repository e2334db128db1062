"""Laptops with a store each and one share between them, without workspace or window."""

from __future__ import annotations

from dataclasses import replace

from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.ids import IdFactory
from cxo_desktop.domain.interviews import Note
from cxo_desktop.store.engagement_store import open_store
from cxo_desktop.store.merging import RowStates, cells_of
from cxo_desktop.sync import joining, names
from cxo_desktop.sync.folder import Folder
from cxo_desktop.sync.local import LocalSpace, new_id
from cxo_desktop.sync.members import learn
from cxo_desktop.sync.mirror import mirror_files
from cxo_desktop.sync.rounds import How, exchange

BLOBS = bytes(range(32))


class Laptop:
    """One laptop: what it writes, and its exchanges with the share in a folder."""

    def __init__(self, name, root, *, path=None, key=b""):
        self.name = name
        self.root = root
        self.store = open_store(path, key, device=name, ids=IdFactory())
        self.local = LocalSpace(self.store)

    @property
    def folder(self):
        return names.space_folder(self.local.space)

    @property
    def share(self):
        return Folder(self.root / self.folder)

    @property
    def records(self):
        return self.store.records

    def found(self):
        self.records.fill(Dossier(engagement=Engagement(code="ENG-1", organisation="Asha Trust")))
        space = new_id()
        share = Folder(self.root / f"cxo-space-{space}")
        return joining.found(self.local, share, space, self.name, BLOBS)

    def ask(self):
        space = joining.the_space(str(self.root))
        share = Folder(self.root / f"cxo-space-{space}")
        return joining.ask(self.local, share, space, self.name)

    def admit(self, words=None):
        roster = learn(self.local, self.share, {})
        for request in joining.requests(self.local, self.share, roster):
            assert words in {None, request.words}
            roster = joining.admit(self.local, roster, request)
        mirror_files(self.local, self.share)

    def sync(self, **how):
        return exchange(self.local, self.share, how=How(**how))

    def note(self, text="said", **fields):
        return self.records.add(Note(text=text, **fields))

    def edit(self, note, **fields):
        held = next(one for one in self.records.list(Note) if one.id == note.id)
        self.records.put(replace(held, **fields))

    def remove(self, note):
        self.records.remove(note)

    def texts(self):
        return sorted(note.text for note in self.records.list(Note))

    def get(self, note):
        return next((one for one in self.records.list(Note) if one.id == note.id), None)

    def state(self):
        """Everything that has to be the same on all laptops."""
        rows = {
            (table, row): cells_of(changes)
            for (table, row), changes in RowStates(self.store.db).all_changes().items()
        }
        notes = self.store.db.execute("SELECT * FROM note ORDER BY id").fetchall()
        contested = self.store.db.execute(
            'SELECT "table", "row", field, sides, merged FROM conflict ORDER BY 1, 2, 3'
        ).fetchall()
        return notes, {key: cells for key, cells in rows.items() if cells}, contested


def together(root, *called, notes=0):
    """Return laptops that share a space, all up to date, with as many notes."""
    first, *others = [Laptop(name, root) for name in called]
    first.found()
    for number in range(notes):
        first.note(f"{number} one two three")
    first.sync()
    for other in others:
        other.ask()
        first.admit()
        other.sync()
    for laptop in (first, *others):
        laptop.sync()
    return first, *others


def settle(*laptops):
    """Let everybody exchange until everybody has everything."""
    for _round in range(3):
        for laptop in laptops:
            laptop.sync()
