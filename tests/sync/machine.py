"""Laptops made in a moment by copying prepared ones, and a share on which everything goes wrong."""

from __future__ import annotations

from functools import cache

from cxo_desktop.domain.ids import IdFactory
from cxo_desktop.store.changelog import ChangeLog
from cxo_desktop.store.driver import Database, connect
from cxo_desktop.store.engagement_store import EngagementStore
from cxo_desktop.store.history import History
from cxo_desktop.store.repository import Repository
from cxo_desktop.store.rows import Rows
from cxo_desktop.store.search import SearchIndex
from cxo_desktop.store.search_filters import register
from cxo_desktop.store.snapshot import Snapshot
from cxo_desktop.sync.local import LocalSpace
from cxo_desktop.sync.transport import AlreadyThere, Listed
from tests.sync.laptops import Laptop, together


class UnreliableShare:
    """Files in memory, as a file service of doubtful quality moves them."""

    def __init__(self, files):
        self.kept = dict(files)
        self.hidden = set()

    def visible(self):
        return {name: content for name, content in self.kept.items() if name not in self.hidden}

    def files(self, folder):
        start = f"{folder}/" if folder else ""
        return [
            Listed(name.removeprefix(start), len(content))
            for name, content in self.visible().items()
            if name.startswith(start) and "/" not in name.removeprefix(start)
        ]

    def folders(self, folder):
        start = f"{folder}/" if folder else ""
        below = [name.removeprefix(start) for name in self.kept if name.startswith(start)]
        return sorted({name.split("/")[0] for name in below if "/" in name})

    def get(self, name):
        try:
            return self.visible()[name]
        except KeyError:
            raise FileNotFoundError(name) from None

    def put_new(self, name, content):
        if name in self.visible():
            raise AlreadyThere(name)
        self.hidden.discard(name)
        self.kept[name] = content

    def delete(self, name):
        self.kept.pop(name, None)


def store_over(connection, device):
    """Return a store over a connection that holds an engagement already."""
    register(connection)
    db = Database(connection, strict=True, execute_plugins=False)
    log, search = ChangeLog(db, device), SearchIndex(db)
    rows = Rows(db, log, search)
    records = Repository(db, IdFactory(), rows, Snapshot(db))
    return EngagementStore(db, log, rows, records, History(db, log, rows), search, None, b"")


def copy_of(store):
    """Return a copy of a store's whole database, in memory."""
    connection = connect(":memory:", isolation_level=None)
    store.db.conn.backup(connection)
    return connection


class Copied(Laptop):
    """A laptop made by copying another's database; its share is given to it."""

    def __init__(self, name, connection, share):
        self.name = name
        self.store = store_over(connection, name)
        self.local = LocalSpace(self.store)
        self._share = share

    @property
    def share(self):
        return self._share


@cache
def prepared(folder, *names):
    """Return the laptops of a space that has just been made, and the files of its share."""
    laptops = together(folder, *names, notes=2)
    root = laptops[0].root / laptops[0].folder
    files = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file()
    }
    return laptops, files


def fresh(folder, *names):
    """Return copies of prepared laptops, over a share of their own."""
    laptops, files = prepared(folder, *names)
    share = UnreliableShare(files)
    return [Copied(one.name, copy_of(one.store), share) for one in laptops], share
