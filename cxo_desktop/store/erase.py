"""What is known of one person, wherever it lies, and how it is made to be gone for good."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from cxo_desktop.domain.changes import Cell
from cxo_desktop.store.connection import told
from cxo_desktop.store.database import write
from cxo_desktop.store.drafts import drafts, save_draft
from cxo_desktop.store.driver import Database
from cxo_desktop.store.engagement_store import EngagementStore
from cxo_desktop.store.rows import FORGET
from cxo_desktop.store.search import SearchIndex

_BY_PERSON = {"note", "person_name", "person_skill", "training", "attachment"}
_NEVER_CLEANED = {"engagement", "consultant", "level", "person", "person_name"}
_PLACES_OF_INTERVIEW = ("place", "source_file", "requested_on")

Row = tuple[str, str]
Cells = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Held:
    """What is held of a person: rows that go, rows that stay with other words, and the rest.

    Rows are (table, row id) and count also when they are in the bin. ``digests`` are of the
    contents that go; ``drafts`` the interviews whose drafts do.
    """

    gone: frozenset[Row]
    cleaned: Mapping[Row, Cells]
    digests: frozenset[str]
    drafts: frozenset[str]

    def counts(self) -> dict[str, int]:
        """Return how many rows of each table go, and how many rows stay with other words."""
        found: dict[str, int] = {}
        for table, _row in sorted(self.gone):
            found[table] = found.get(table, 0) + 1
        return found | {"cleaned": len(self.cleaned), "draft": len(self.drafts)}


def last_known(store: EngagementStore) -> dict[Row, Cells]:
    """Return the newest value of each field of every row there ever was."""
    known: dict[Row, Cells] = {}
    for change in store.log.all_changes():
        known.setdefault((change.table, change.row), {}).update(change.cells or {})
    return known


def texts_ever(store: EngagementStore) -> Iterator[tuple[Row, str]]:
    """Yield every text that any field of any row ever held."""
    for change in store.log.all_changes():
        for cell in (change.cells or {}).values():
            if isinstance(cell, str):
                yield (change.table, change.row), cell


def held_of(
    store: EngagementStore, person: str, clean: Callable[[str], str], withdrawn_at: str
) -> Held:
    """Return what is held of a person, by their code; ``clean`` takes their names from a text."""
    known = last_known(store)
    alone = {
        str(cells.get("code"))
        for (table, _), cells in known.items()
        if table == "interview" and json.loads(str(cells.get("participants") or "[]")) == [person]
    }
    gone = {row for row, cells in known.items() if _is_of(row[0], cells, person, alone)}
    notes = {known[row].get("code") for row in gone if row[0] == "note"}
    gone |= {
        row
        for row, cells in known.items()
        if (row[0] == "evidence" and cells.get("target") in notes)
        or (row[0] == "attachment" and cells.get("note") in notes)
    }
    named = {row for row, text in texts_ever(store) if clean(text) != text}
    cleaned: dict[Row, Cells] = {}
    for row, cells in known.items():
        if row in gone:
            continue
        other = _without(row[0], cells, person, alone, withdrawn_at)
        if row in named and row[0] not in _NEVER_CLEANED:
            other = {key: clean(it) if isinstance(it, str) else it for key, it in other.items()}
            cleaned[row] = other
        elif other != cells:
            cleaned[row] = other
    return Held(frozenset(gone), cleaned, _digests(known, gone), _drafts(store, known, person))


def erase(store: EngagementStore, person: str, held: Held, now: str) -> None:
    """Make all of it be gone: rows, every earlier state, drafts, contents, words of the search.

    One transaction blanks rows and log and leaves a record without words; then the index, the
    write-ahead log and the file are rewritten, so that no free page holds any of it. Raises as
    writing does; when the rewriting fails, calling ``purge`` later makes up for it.
    """
    counts = {**held.counts(), "contents": len(held.digests)}
    with write(store.db), store.rows.operation(FORGET):
        for table, row in sorted(held.gone):
            store.rows.forget(table, row, None)
        for (table, row), cells in sorted(held.cleaned.items()):
            kept = {name: cell for name, cell in cells.items() if cell is not None}
            store.rows.forget(table, row, kept)
        for draft in drafts(store.db):
            if draft.interview in held.drafts:
                save_draft(store.db, replace(draft, text=""))
        store.db.execute(
            "INSERT INTO erasure (person, erased_at, counts) VALUES (?, ?, ?)",
            [person, now, json.dumps(counts)],
        )
    if store.path is not None:
        for name in store.blobs.names():
            if name.split("-")[0] in held.digests:
                store.blobs.remove(name)
    purge(store.db)


def purge(db: Database) -> None:
    """Rewrite search index, write-ahead log and file, so that nothing removed is left in them."""
    with told("What was removed is not overwritten yet.", db):
        with write(db):
            SearchIndex(db).optimize()
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        db.execute("VACUUM")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _is_of(table: str, cells: Cells, person: str, alone: set[str]) -> bool:
    if table == "person":
        return cells.get("code") == person
    if table in _BY_PERSON and cells.get("person") == person:
        return True
    unsigned = table in {"note", "attachment"} and not cells.get("person")
    return unsigned and cells.get("interview") in alone


def _without(table: str, cells: Cells, person: str, alone: set[str], withdrawn_at: str) -> Cells:
    """Return a row that stays as it may: a consent says that it is no more, a talk not where."""
    if table == "consent" and cells.get("person") == person:
        kept = ("code", "person", "interview", "notice_version", "given_at")
        return {
            **{name: cells[name] for name in kept if name in cells},
            "state": "withdrawn",
            "withdrawn_at": withdrawn_at,
            "erased_at": withdrawn_at,
        }
    if table == "interview" and cells.get("code") in alone:
        return {key: it for key, it in cells.items() if key not in _PLACES_OF_INTERVIEW}
    return cells


def _digests(known: Mapping[Row, Cells], gone: set[Row]) -> frozenset[str]:
    """Return the contents that no row needs but those that go."""
    contents = {row: str(it.get("digest")) for row, it in known.items() if row[0] == "attachment"}
    needed = {digest for row, digest in contents.items() if row not in gone}
    return frozenset(contents.values()) - needed


def _drafts(store: EngagementStore, known: Mapping[Row, Cells], person: str) -> frozenset[str]:
    """Return the interviews with a draft that the person takes part in."""
    theirs = {
        cells.get("code")
        for (table, _), cells in known.items()
        if table == "interview" and person in json.loads(str(cells.get("participants") or "[]"))
    }
    return frozenset(it.interview for it in drafts(store.db) if it.interview in theirs)
