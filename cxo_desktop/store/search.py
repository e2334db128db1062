"""Find records by their words: an index over folded text, without a copy of the text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from cxo_desktop.domain.search_query import Query, fts_expression
from cxo_desktop.domain.search_text import fold
from cxo_desktop.domain.searched import SEARCHED, Searched
from cxo_desktop.store.connection import reading
from cxo_desktop.store.database import write
from cxo_desktop.store.driver import Database
from cxo_desktop.store.search_filters import chosen_rows, person_of

RULES = "2"  # raise when folding or SEARCHED changes, so that every index is made anew
_AT_ONCE = 1000
_INDEXED = "search_fts (rowid, body, head) VALUES (?, ?, ?)"
_BETWEEN_FIELDS = " — "
_BETWEEN_NAMES = " → "


@dataclass(frozen=True, slots=True)
class Match:
    """A record that was found: where it is, what it says, and who and what it belongs to.

    ``score`` is higher for a better match, 0 when only filters were asked for.
    """

    table: str
    row: str
    code: str
    text: str
    person: str | None
    role: str | None
    level: str | None
    interview: str | None
    off_record: bool
    score: float


class SearchIndex:
    """The index of one engagement; whoever writes a row tells it, in the same transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def refresh(self, table: str, row: str) -> None:
        """Bring the index up to date with one row that was made, changed or removed."""
        self.refresh_all([(table, row)])

    def refresh_all(self, rows: Iterable[tuple[str, str]]) -> None:
        """Bring the index up to date with many rows, (table, row id) each."""
        tables: dict[str, list[str]] = {}
        for table, row in rows:
            tables.setdefault(table, []).append(row)
        for table, changed in tables.items():
            if declared := SEARCHED.get(table):
                self._refresh_those(table, declared, changed)
        for other, linked in SEARCHED.items():
            if linked.names_of in tables:
                self._fill(other, linked)

    def bring_up_to_date(self) -> None:
        """Make the index anew if it was made by other rules than today's, or not at all."""
        made_by = "SELECT value FROM meta WHERE key = 'search_rules'"
        if self._db.execute(made_by).fetchone() != (RULES,):
            self.rebuild()

    def rebuild(self) -> None:
        """Make the index anew from the records."""
        with write(self._db):
            self._db.execute("INSERT INTO search_fts (search_fts) VALUES ('delete-all')")
            self._db.execute("DELETE FROM search_doc")
            for table, declared in SEARCHED.items():
                self._fill(table, declared)
            self.optimize()
            self._db.execute("REPLACE INTO meta (key, value) VALUES ('search_rules', ?)", [RULES])

    def optimize(self) -> None:
        """Pack the index; words of removed records are gone from it afterwards."""
        self._db.execute("INSERT INTO search_fts (search_fts) VALUES ('optimize')")

    def integrity_check(self) -> bool:
        """Tell whether the index is sound and knows exactly the records that are there."""
        sound = self._db.execute("PRAGMA integrity_check(search_fts)").fetchall()
        if sound != [("ok",)]:
            return False
        documents = "SELECT docid FROM search_doc"
        indexed = "SELECT id FROM search_fts_docsize"
        one_sided = (
            f"SELECT * FROM ({documents} EXCEPT {indexed}) UNION ALL {indexed} EXCEPT {documents}"  # noqa: S608 - declared names
        )
        if self._db.execute(one_sided).fetchone():
            return False
        known = self._db.execute('SELECT tbl, "row", digest FROM search_doc').fetchall()
        there = {
            (table, row, _digest(*_columns(declared, texts)))
            for table, declared in SEARCHED.items()
            for _docid, row, *texts in self._db.execute(_texts(table, declared)).fetchall()
        }
        return set(known) == there

    def find(self, query: Query, limit: int = 50, *, with_names: bool = False) -> list[Match]:
        """Return what fits a query: best first, or newest first when it has no words.

        ``with_names`` lets ``by:`` know people by their names.
        """
        if query.is_empty or limit < 1:
            return []
        with reading(self._db):
            return self._found(query, limit, with_names=with_names)

    def _found(self, query: Query, limit: int, *, with_names: bool) -> list[Match]:
        sql, values = _statement(query, with_names=with_names)
        ranked = self._db.execute(sql, [*values, limit]).fetchall()
        matches: dict[str, Match] = {}
        for table in {table for table, _, _ in ranked}:
            scores = {row: score for of, row, score in ranked if of == table}
            matches |= {match.row: match for match in self._matches(table, scores)}
        return [matches[row] for _, row, _ in ranked if row in matches]

    def people_called(self, query: Query) -> list[Match]:
        """Return the people whose names or aliases have all words of a query without filters."""
        if not query.terms or query.has_filters:
            return []
        said = " AND ".join(["(says(full_name, ?) OR says(aliases, ?))"] * len(query.terms))
        wanted = [" ".join(term.words) for term in query.terms for _ in range(2)]
        people = (
            f"SELECT id FROM person WHERE code IN (SELECT person FROM person_name WHERE {said})"  # noqa: S608 - declared names
        )
        with reading(self._db):
            rows = [row for (row,) in self._db.execute(people, wanted).fetchall()]
            found = list(self._matches("person", dict.fromkeys(rows, 0.0)))
        return sorted(found, key=lambda one: one.code)

    def _matches(self, table: str, scores: dict[str, float]) -> Iterable[Match]:
        declared = SEARCHED[table]
        rows = self._db.execute(_details(table, declared), [json.dumps(list(scores))])
        for row, code, person, role, level, interview, off_record, *texts in rows.fetchall():
            yield Match(
                table=table,
                row=row,
                code=code or row,
                text=_joined(declared, texts),
                person=person,
                role=role,
                level=level,
                interview=interview,
                off_record=bool(off_record),
                score=scores[row],
            )

    def _refresh_those(self, table: str, declared: Searched, rows: list[str]) -> None:
        gone = set(rows)
        there = "WHERE t.id IN (SELECT value FROM json_each(?))"
        for start in range(0, len(rows), _AT_ONCE):
            some = json.dumps(rows[start : start + _AT_ONCE])
            found = self._db.execute(f"{_texts(table, declared)} {there}", [some]).fetchall()
            self._write(table, found)
            gone.difference_update(row for _docid, row, *_texts_of in found)
        self._forget(gone)
        if len(rows) >= _AT_ONCE:
            self.optimize()

    def _fill(self, table: str, declared: Searched) -> None:
        cursor = self._db.execute(_texts(table, declared))
        while some := cursor.fetchmany(_AT_ONCE):
            self._write(table, some)

    def _write(self, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
        """Index rows, (docid, row id, texts) each, unless their texts stand there as they are.

        Leaving them saves time, and FTS5 counts every replaced row of such a table once more. What
        is new is inserted: each REPLACE makes a savepoint, at which FTS5 writes all it holds.
        """
        known = _digests(self._db, [docid for docid, *_rest in rows])
        new, changed = [], []
        for docid, row, *texts in rows:
            body, head = _columns(SEARCHED[table], texts)
            digest = _digest(body, head)
            if docid not in known:
                new.append((docid, table, row, digest, body, head))
            elif known[docid] != digest:
                changed.append((docid, digest, body, head))
        run = self._db.conn.executemany
        run(
            'INSERT INTO search_doc (docid, tbl, "row", digest) VALUES (?, ?, ?, ?)',
            [one[:4] for one in new],
        )
        run(f"INSERT INTO {_INDEXED}", [(docid, *texts) for docid, _, _, _, *texts in new])
        run(
            "UPDATE search_doc SET digest = ? WHERE docid = ?",
            [(digest, docid) for docid, digest, *_texts_of in changed],
        )
        run(f"REPLACE INTO {_INDEXED}", [(docid, *texts) for docid, _digest_of, *texts in changed])

    def _forget(self, rows: Iterable[str]) -> None:
        docids = f"SELECT {_docid('gone.value')} FROM json_each(?) gone"  # noqa: S608 - fixed words
        gone = self._db.execute(
            f"DELETE FROM search_doc WHERE docid IN ({docids}) RETURNING docid",  # noqa: S608 - fixed words
            [json.dumps(list(rows))],
        ).fetchall()
        self._db.conn.executemany("DELETE FROM search_fts WHERE rowid = ?", gone)


def _digests(db: Database, docids: Sequence[int]) -> dict[int, int]:
    asked = "SELECT docid, digest FROM search_doc WHERE docid IN (SELECT value FROM json_each(?))"
    return dict(db.execute(asked, [json.dumps(docids)]).fetchall())


def _docid(row: str) -> str:
    """Return the expression of a row's number in the index: that of the first change to it."""
    return f'(SELECT min(number) FROM change WHERE "row" = {row})'  # noqa: S608 - fixed words


def _columns(declared: Searched, texts: Sequence[str | None]) -> tuple[str, str]:
    """Return what is indexed of a row: its body and its head."""
    heads = len(declared.head)
    head, body = (
        fold("\n".join(text for text in part if text)) for part in (texts[:heads], texts[heads:])
    )
    return body, head


def _digest(body: str, head: str) -> int:
    """Return 64 bits by which the index knows whether it holds these texts."""
    short = blake2b(f"{head}\0{body}".encode(), digest_size=8).digest()
    return int.from_bytes(short, "big", signed=True)


def _joined(declared: Searched, texts: Sequence[str | None]) -> str:
    between = _BETWEEN_NAMES if declared.names_of else _BETWEEN_FIELDS
    return between.join(text for text in texts if text)


def _expressions(declared: Searched) -> list[str]:
    """Return the expressions of the searched texts, those of the head first."""
    own = [f't."{field}"' for field in (*declared.head, *declared.body)]
    if not declared.names_of:
        return own
    return [
        f'(SELECT named.name FROM "{declared.names_of}" named WHERE named.code = {code})'  # noqa: S608 - declared names
        for code in own
    ]


def _texts(table: str, declared: Searched) -> str:
    expressions = ", ".join((_docid("t.id"), "t.id", *_expressions(declared)))
    return f'SELECT {expressions} FROM "{table}" t'  # noqa: S608 - declared names


def _details(table: str, declared: Searched) -> str:
    level = [f't."{declared.level}"'] if declared.level else []
    columns = [
        "t.id",
        "t.code",
        person_of(declared) or "NULL",
        "person.role",
        f"coalesce({', '.join([*level, 'person.level', 'NULL'])})",
        f't."{declared.interview}"' if declared.interview else "NULL",
        "t.off_record" if table == "note" else "0",
        *_expressions(declared),
    ]
    return (
        f'SELECT {", ".join(columns)} FROM json_each(?) wanted JOIN "{table}" t '  # noqa: S608 - declared names
        f"ON t.id = wanted.value LEFT JOIN person ON person.code = {person_of(declared) or 'NULL'}"
    )


def _statement(query: Query, *, with_names: bool) -> tuple[str, list[Any]]:
    """Return the one statement of a query and its values but the limit: tbl, row, score."""
    rows = ""
    values: list[str] = []
    if query.has_filters:
        rows, values = chosen_rows(query, with_names=with_names)
    expression = fts_expression(query)
    if not expression:
        listed = f'SELECT tbl, "row", 0.0 FROM ({rows}) ORDER BY "row" DESC LIMIT ?'  # noqa: S608 - declared names
        return listed, values
    chosen = ""
    if rows:
        documents = f'SELECT docid FROM search_doc WHERE "row" IN (SELECT "row" FROM ({rows}))'  # noqa: S608 - declared names
        chosen = f"AND +rowid IN ({documents})"
    ranked = (
        'SELECT doc.tbl, doc."row", -best.rank FROM (SELECT rowid AS docid, rank FROM search_fts '  # noqa: S608 - declared names
        f"WHERE search_fts MATCH ? {chosen} ORDER BY rank LIMIT ?) best "
        'JOIN search_doc doc ON doc.docid = best.docid ORDER BY best.rank, doc."row" DESC'
    )
    return ranked, [expression, *values]
