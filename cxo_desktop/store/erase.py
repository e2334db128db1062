"""What is known of one person, wherever it lies, and how it is made to be gone for good."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from cxo_desktop.domain.changes import Cell
from cxo_desktop.store.cell_words import Clean, cleaned
from cxo_desktop.store.connection import reading, rows_of, told
from cxo_desktop.store.database import write
from cxo_desktop.store.drafts import drafts, save_draft
from cxo_desktop.store.driver import Database
from cxo_desktop.store.engagement_store import EngagementStore
from cxo_desktop.store.rows import FORGET
from cxo_desktop.store.search import SearchIndex
from cxo_desktop.store.segments import holding, let_go_of_erased

_BY_PERSON = {"note", "person_name", "person_skill", "training", "attachment"}
_NEVER_CLEANED = {"consultant", "level", "person_name"}
_ONLY_WHOLE_NAMES = {
    "engagement": frozenset({"organisation", "code"}),
    "person": frozenset({"code"}),
}
"""Here a part of a name is mostly another word; these fields stay as they are in any case."""
_PLACES_OF_INTERVIEW = ("place", "source_file", "requested_on")

Row = tuple[str, str]
Cells = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Held:
    """What is held of a person: rows that go, rows that stay with other words, and the rest.

    Rows are (table, row id) and count also when they are in the bin. ``digests`` are of the
    contents that go; ``drafts`` what stays of drafts, by interview, "" for nothing.
    ``sealed`` are the segments for colleagues that hold some of it.
    """

    gone: frozenset[Row]
    cleaned: Mapping[Row, Cells]
    digests: frozenset[str]
    drafts: Mapping[str, str]
    sealed: int

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


def held_of(
    store: EngagementStore,
    person: str,
    clean: Clean,
    withdrawn_at: str,
    clean_whole: Clean = str,
) -> Held:
    """Return what is held of a person, by their code.

    ``clean`` takes their names and the parts of them from a text, ``clean_whole`` only the names.
    """
    with reading(store.db):
        known = last_known(store)
        alone = {
            str(cells.get("code"))
            for (table, _), cells in known.items()
            if table == "interview"
            and json.loads(str(cells.get("participants") or "[]")) == [person]
        }
        gone = {row for row, cells in known.items() if _is_of(row[0], cells, person, alone)}
        notes = {known[row].get("code") for row in gone if row[0] == "note"}
        gone |= {
            row
            for row, cells in known.items()
            if (row[0] == "evidence" and cells.get("target") in notes)
            or (row[0] == "attachment" and cells.get("note") in notes)
        }
        named = _named(store, clean, clean_whole) - gone
    cleaned_rows: dict[Row, Cells] = {}
    for row, cells in known.items():
        if row in gone:
            continue
        other = _without(row[0], cells, person, alone, withdrawn_at)
        if row in named:
            other = {
                field: _cleaned(row[0], field, cell, clean, clean_whole)
                for field, cell in other.items()
            }
        if row in named or other != cells:
            cleaned_rows[row] = other
    touched = {row for _table, row in (*gone, *cleaned_rows)}
    return Held(
        frozenset(gone),
        cleaned_rows,
        _digests(known, gone),
        _drafts(store, known, person, clean),
        holding(store.db, touched),
    )


def _named(store: EngagementStore, clean: Clean, clean_whole: Clean) -> set[Row]:
    """Return the rows of which any state ever held a name."""
    return {
        (change.table, change.row)
        for change in store.log.all_changes()
        for field, cell in (change.cells or {}).items()
        if _cleaned(change.table, field, cell, clean, clean_whole) != cell
    }


def _cleaned(table: str, field: str, cell: Cell, clean: Clean, clean_whole: Clean) -> Cell:
    if table in _NEVER_CLEANED or field in _ONLY_WHOLE_NAMES.get(table, ()):
        return cell
    return cleaned(cell, clean_whole if table in _ONLY_WHOLE_NAMES else clean)


def erase(store: EngagementStore, person: str, held: Held, now: str, clean: Clean = str) -> None:
    """Make all of it be gone: rows, every earlier state, drafts, contents, what waits or is sealed.

    One transaction blanks rows and log and leaves a record without words. Call ``purge``
    afterwards, so that no free page holds any of it. Raises as writing does.
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
                save_draft(store.db, replace(draft, text=held.drafts[draft.interview]))
        _clean_waiting(store.db, clean)
        let_go_of_erased(store.db)
        store.db.execute(
            "INSERT INTO erasure (person, erased_at, counts) VALUES (?, ?, ?)",
            [person, now, json.dumps(counts)],
        )
    if store.path is not None:
        store.blobs.sweep()
        for name in store.blobs.names():
            if name.split("-")[0] in held.digests:
                store.blobs.remove(name)


def _clean_waiting(db: Database, clean: Clean) -> None:
    """Take names from what a newer version of the program sent and this one cannot read yet."""
    for number, body in rows_of(db, "SELECT number, body FROM pending_op"):
        other = cleaned(body, clean)
        if other != body:
            db.execute("UPDATE pending_op SET body = ? WHERE number = ?", [other, number])


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


def _drafts(
    store: EngagementStore, known: Mapping[Row, Cells], person: str, clean: Clean
) -> dict[str, str]:
    """Return what stays of drafts: nothing where the person takes part, else all but the name."""
    theirs = {
        cells.get("code")
        for (table, _), cells in known.items()
        if table == "interview" and person in json.loads(str(cells.get("participants") or "[]"))
    }
    left = {
        it.interview: "" if it.interview in theirs else clean(it.text) for it in drafts(store.db)
    }
    return {
        it.interview: left[it.interview] for it in drafts(store.db) if left[it.interview] != it.text
    }
