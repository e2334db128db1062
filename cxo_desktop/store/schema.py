"""The schema as migrations that only ever grow: no released step is changed again.

Each step says literally what it makes, so that later changes of the classes cannot reach back.
"""

from __future__ import annotations

import json

from cxo_desktop.store.driver import Database, Migrations

migrations = Migrations("cxo_desktop")

_FIRST_TABLES = """
engagement:
    organisation TEXT, fictional INTEGER, city TEXT, sector TEXT, annual_budget_inr ANY,
    staff INTEGER, population_served INTEGER, started_on TEXT, as_of TEXT,
    planned_end_on TEXT, stage TEXT, chain_source TEXT, chain_decision TEXT, currency TEXT,
    first_ask TEXT, scope TEXT, success_test TEXT, stop_rule TEXT, ed_person TEXT,
    counterpart_person TEXT, settings TEXT, manual_methods TEXT, data_team TEXT
consultant:
    role TEXT
level:
    name TEXT, target INTEGER
role_band:
    name TEXT, headcount INTEGER, monthly_ctc_inr ANY
person:
    role TEXT, level TEXT, role_band TEXT, unit TEXT, languages TEXT, is_ed INTEGER,
    influence INTEGER, interest INTEGER, tool_comfort INTEGER, digital_since TEXT,
    leaving_on TEXT
person_name:
    person TEXT, full_name TEXT, aliases TEXT, phone TEXT, email TEXT
interview:
    on TEXT, mode TEXT, place TEXT, minutes ANY, guide TEXT, language TEXT,
    participants TEXT, interviewer TEXT, note_taker TEXT, status TEXT,
    observer_present INTEGER, requested_on TEXT, source_file TEXT
consent:
    person TEXT, interview TEXT, state TEXT, scopes TEXT, language TEXT, method TEXT,
    notice_version TEXT, given_at TEXT, recorded_by TEXT, review_on TEXT, withdrawn_at TEXT,
    erased_at TEXT
theme:
    label TEXT, label_hi TEXT, need_area TEXT, dimension TEXT
note:
    interview TEXT, person TEXT, kind TEXT, text TEXT, language TEXT, verbatim INTEGER,
    themes TEXT, dimension TEXT, sensitivity TEXT, refs TEXT, raw_text TEXT, written_at TEXT,
    off_record INTEGER, own_reading INTEGER, unsure INTEGER, guide_question TEXT, visit TEXT,
    source_line INTEGER
attachment:
    name TEXT, kind TEXT, media_type TEXT, size INTEGER, digest TEXT, interview TEXT,
    note TEXT, person TEXT, with_position INTEGER, added_at TEXT
data_node:
    name TEXT, kind TEXT, tool TEXT, pii_classes TEXT, owner_level TEXT
data_flow:
    source TEXT, target TEXT, method TEXT, frequency TEXT, wait_model TEXT, period_hours ANY,
    handling_typical_hours ANY, handling_worst_hours ANY, min_hours ANY, max_hours ANY,
    measured INTEGER, role_band TEXT, staff_hours_per_month ANY, records_per_month ANY,
    pii INTEGER, protected INTEGER, gate TEXT, attributed_tool TEXT,
    discrepancies_last_quarter INTEGER, per_visit INTEGER, manual INTEGER, state TEXT
scenario:
    name TEXT, remove TEXT, change TEXT, add TEXT, map TEXT, remove_steps TEXT,
    change_steps TEXT, add_steps TEXT, add_transitions TEXT
discrepancy:
    raised_on TEXT, raised_by_level TEXT, flow TEXT, description TEXT, accepted INTEGER,
    days_to_answer ANY, answered_on TEXT, cause TEXT
tool:
    name TEXT, platform TEXT, status TEXT, cash_per_year_inr ANY, one_off_inr ANY,
    training_per_year_inr ANY, owner TEXT, purpose TEXT, users INTEGER,
    mandated_by_funder INTEGER, contract_end TEXT
cost_item:
    tool TEXT, kind TEXT, amount_inr ANY, hours ANY, role_band TEXT, period TEXT,
    certainty TEXT
process_map:
    name TEXT, variant TEXT, process TEXT, lanes TEXT
step:
    map TEXT, kind TEXT, lane TEXT, label TEXT, tool TEXT, touch_minutes ANY,
    min_minutes ANY, max_minutes ANY, wait_hours ANY, complete_accurate ANY, volume ANY,
    reads TEXT, writes TEXT, skills TEXT
transition:
    map TEXT, source TEXT, target TEXT, condition TEXT, share ANY
skill:
    name TEXT
person_skill:
    person TEXT, skill TEXT, level INTEGER, evidence TEXT
skill_requirement:
    process TEXT, process_name TEXT, skill TEXT, min_level INTEGER, critical INTEGER
training:
    person TEXT, skill TEXT, state TEXT, hours ANY, on TEXT, cost ANY
finding:
    statement TEXT, need_area TEXT, dimension TEXT, severity INTEGER, status TEXT
evidence:
    finding TEXT, target TEXT, stance TEXT, weight INTEGER
recommendation:
    statement TEXT, dimension TEXT, findings TEXT, horizon TEXT, owner TEXT, effort TEXT,
    one_off_inr ANY, yearly_inr ANY, process_gate TEXT, depends_on TEXT, stops TEXT,
    asked_of_ed INTEGER, cost_of_waiting TEXT
decision:
    on TEXT, statement TEXT, options TEXT, decided_by TEXT, consulted TEXT, funder_role TEXT,
    funder TEXT, grant_end TEXT, reason TEXT, reversible INTEGER, review_on TEXT,
    status TEXT, asked_of_ed INTEGER, cost_of_waiting TEXT
action:
    title TEXT, side TEXT, owner TEXT, raised_on TEXT, due_on TEXT, done_on TEXT,
    raised_from TEXT
dispatch:
    kind TEXT, sent_on TEXT, sent_to TEXT, first_response_on TEXT
check_in:
    on TEXT, ed_invited INTEGER, ed_attended INTEGER
raid:
    kind TEXT, statement TEXT, impact TEXT, likelihood TEXT, owner TEXT
exit_item:
    statement TEXT, owner_side TEXT, done INTEGER
privacy_item:
    dataset TEXT, data_principals TEXT, children INTEGER, location TEXT, pii_classes TEXT,
    purpose TEXT, legal_basis TEXT, notice_given TEXT, retention TEXT, retention_until TEXT,
    hosted TEXT, processors TEXT, controls TEXT
self_check:
    answers TEXT, scale TEXT, sections TEXT
incident:
    what TEXT, found_on TEXT, told_ed_on TEXT, told_board_on TEXT
pilot:
    tool TEXT, name TEXT, mainline_tool TEXT, started_on TEXT, users_at_peak INTEGER,
    users_now INTEGER, user_count INTEGER, hypothesis TEXT, exit_criteria TEXT,
    merge_owner TEXT, merge_by TEXT, data_move_plan TEXT, required_capabilities TEXT
catalogue_cell:
    platform TEXT, capability TEXT, level TEXT, note TEXT, source TEXT, as_of TEXT
learning:
    text TEXT, learning_id TEXT
brief:
    version TEXT, sent_on TEXT, sections TEXT, file_hash TEXT
artefact:
    name TEXT, file_hash TEXT, redacted INTEGER
"""


def _tables(declaration: str) -> dict[str, list[tuple[str, str]]]:
    """Return table -> (column, type) pairs of a declaration as written above."""
    tables: dict[str, list[tuple[str, str]]] = {}
    for line in declaration.strip().splitlines():
        if not line.startswith(" "):
            columns = tables.setdefault(line.rstrip(":"), [])
            continue
        for part in line.strip().rstrip(",").split(", "):
            name, kind = part.split()
            columns.append((name, kind))
    return tables


@migrations()
def m001_entities(db: Database) -> None:
    """Make one strict table for each entity, found by code, and one for what belongs to none."""
    for table, columns in _tables(_FIRST_TABLES).items():
        own = "".join(f', "{name}" {kind}' for name, kind in columns)
        db.execute(
            f'CREATE TABLE "{table}" '
            f"(id TEXT PRIMARY KEY, code TEXT, given TEXT, extra TEXT{own}) STRICT"
        )
        db.execute(f'CREATE INDEX "{table}_code" ON "{table}" (code)')
    db.execute("CREATE INDEX note_interview ON note (interview)")
    db.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT")


@migrations()
def m002_change_log(db: Database) -> None:
    """Keep every change with the operation and device it came from; only erase may blank one."""
    for statement in (
        "CREATE TABLE device (key INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT",
        (
            "CREATE TABLE operation (number INTEGER PRIMARY KEY, instant INTEGER NOT NULL, "
            "device INTEGER NOT NULL, name TEXT NOT NULL, undoes INTEGER) STRICT"
        ),
        "CREATE INDEX operation_instant ON operation (instant)",
        (
            'CREATE TABLE change (number INTEGER PRIMARY KEY, operation INTEGER NOT NULL, "table" '
            'TEXT NOT NULL, "row" TEXT NOT NULL, field TEXT NOT NULL, value BLOB, '
            "erased INTEGER NOT NULL DEFAULT 0) STRICT"
        ),
        'CREATE INDEX change_row ON change ("row")',
        "CREATE INDEX change_operation ON change (operation)",
        (
            "CREATE TRIGGER change_stays BEFORE DELETE ON change "
            "BEGIN SELECT raise(ABORT, 'the change log is append-only'); END"
        ),
        (
            "CREATE TRIGGER change_is_only_erased BEFORE UPDATE ON change "
            "WHEN NOT (new.value IS NULL AND new.erased = 1 AND new.number = old.number "
            'AND new.operation = old.operation AND new."row" = old."row") '
            "BEGIN SELECT raise(ABORT, 'the change log is append-only'); END"
        ),
        (
            "CREATE TRIGGER operation_stays BEFORE DELETE ON operation "
            "BEGIN SELECT raise(ABORT, 'the change log is append-only'); END"
        ),
        (
            "CREATE TRIGGER operation_is_not_rewritten BEFORE UPDATE ON operation "
            "BEGIN SELECT raise(ABORT, 'the change log is append-only'); END"
        ),
    ):
        db.execute(statement)


@migrations()
def m003_drafts_and_erasures(db: Database) -> None:
    """Keep what is being typed, outside the log, and that somebody was forgotten, without words."""
    db.execute(
        "CREATE TABLE draft (interview TEXT PRIMARY KEY, text TEXT NOT NULL, "
        "caret INTEGER NOT NULL, started_at TEXT NOT NULL) STRICT"
    )
    db.execute(
        "CREATE TABLE erasure (number INTEGER PRIMARY KEY, person TEXT NOT NULL, "
        "erased_at TEXT NOT NULL, counts TEXT NOT NULL) STRICT"
    )


@migrations()
def m004_search(db: Database) -> None:
    """Index words without keeping the text again, and what filters ask of notes."""
    for statement in (
        (
            "CREATE TABLE search_doc (docid INTEGER PRIMARY KEY, tbl TEXT NOT NULL, "
            '"row" TEXT NOT NULL UNIQUE, digest INTEGER NOT NULL) STRICT'
        ),
        (
            "CREATE VIRTUAL TABLE search_fts USING fts5(body, head, content='', "
            'contentless_delete=1, tokenize="unicode61 remove_diacritics 2 '
            "categories 'L* N* Co Mn Mc'\")"
        ),
        "INSERT INTO search_fts (search_fts, rank) VALUES ('rank', 'bm25(1.0, 2.0)')",
        (
            "CREATE INDEX note_filters ON note "
            "(id, interview, person, kind, language, written_at, themes)"
        ),
    ):
        db.execute(statement)


@migrations()
def m005_map_places(db: Database) -> None:
    """Keep where the boxes of maps stand."""
    db.execute(
        "CREATE TABLE map_place (id TEXT PRIMARY KEY, code TEXT, given TEXT, extra TEXT, map TEXT, "
        "node TEXT, x ANY, y ANY, pinned INTEGER) STRICT"
    )
    db.execute("CREATE INDEX map_place_code ON map_place (code)")


@migrations()
def m006_capture(db: Database) -> None:
    """Keep guides of an engagement's own, moved lines, and which line made a flow or cost."""
    new = """
guide:
    name TEXT, name_hi TEXT, minutes ANY, levels TEXT
guide_question:
    guide TEXT, position TEXT, short TEXT, short_hi TEXT, text TEXT, text_hi TEXT, purpose TEXT,
    probes TEXT, probes_hi TEXT, must INTEGER, kinds TEXT, serves TEXT, levels TEXT
"""
    for table, columns in _tables(new).items():
        own = "".join(f', "{name}" {kind}' for name, kind in columns)
        db.execute(
            f'CREATE TABLE "{table}" '
            f"(id TEXT PRIMARY KEY, code TEXT, given TEXT, extra TEXT{own}) STRICT"
        )
        db.execute(f'CREATE INDEX "{table}_code" ON "{table}" (code)')
    for table, column in (
        ("interview", "started_at"),
        ("note", "position"),
        ("data_node", "noted_in"),
        ("data_flow", "noted_in"),
        ("cost_item", "noted_in"),
    ):
        db.execute(f'ALTER TABLE "{table}" ADD COLUMN "{column}" TEXT')


@migrations()
def m007_sharing(db: Database) -> None:
    """Keep what a share needs: segments, keys, files to mirror, what is contested or waits.

    What a file held beside lists of records becomes rows of the change log, so that it travels.
    """
    for statement in (
        "CREATE TABLE top_level (id TEXT PRIMARY KEY, key TEXT, value TEXT) STRICT",
        (
            "CREATE TABLE segment (number INTEGER PRIMARY KEY, device TEXT NOT NULL, "
            "seq INTEGER NOT NULL, sha TEXT NOT NULL, prev TEXT NOT NULL, deps TEXT NOT NULL, "
            "first INTEGER, last INTEGER, own INTEGER NOT NULL, confirmed INTEGER NOT NULL, "
            "size INTEGER NOT NULL, name TEXT NOT NULL, UNIQUE (device, seq, sha)) STRICT"
        ),
        "CREATE INDEX segment_first ON segment (first)",
        "CREATE INDEX segment_unconfirmed ON segment (number) WHERE NOT confirmed",
        "CREATE TABLE segment_bytes (number INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT",
        "CREATE TABLE share (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
        "CREATE TABLE share_file (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT",
        (
            "CREATE TABLE quarantine (name TEXT PRIMARY KEY, size INTEGER NOT NULL, "
            "reason TEXT NOT NULL, detail TEXT NOT NULL, first_seen TEXT NOT NULL) STRICT"
        ),
        (
            'CREATE TABLE conflict (number INTEGER PRIMARY KEY, "table" TEXT NOT NULL, '
            '"row" TEXT NOT NULL, field TEXT NOT NULL, sides TEXT NOT NULL, '
            'merged INTEGER NOT NULL, UNIQUE ("table", "row", field)) STRICT'
        ),
        (
            'CREATE TABLE pending_row ("table" TEXT NOT NULL, "row" TEXT NOT NULL, '
            'PRIMARY KEY ("table", "row")) STRICT'
        ),
        "CREATE INDEX change_erased ON change (number) WHERE erased",
        "CREATE TABLE content_sent (digest TEXT PRIMARY KEY) STRICT",
        (
            "CREATE TABLE pending_op (number INTEGER PRIMARY KEY, segment INTEGER NOT NULL, "
            "body TEXT NOT NULL) STRICT"
        ),
    ):
        db.execute(statement)
    _extra_to_rows(db)


@migrations()
def m008_fewer_pages(db: Database) -> None:
    """Let small files be small: a table and its key are one tree, codes an index where many are.

    What search keeps beside the index is found by its number alone, and made anew.
    """
    for (table,) in db.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%id TEXT PRIMARY KEY%'"
    ).fetchall():
        _without_rowid(db, table)
    for table in ("person", "interview", "note", "data_node", "data_flow", "step", "attachment"):
        db.execute(f'CREATE INDEX "{table}_code" ON "{table}" (code)')
    for statement in (
        (
            "CREATE INDEX note_filters ON note "
            "(interview, id, person, kind, language, written_at, themes)"
        ),
        "DROP TABLE search_doc",
        (
            "CREATE TABLE search_doc (docid INTEGER PRIMARY KEY, tbl TEXT NOT NULL, "
            '"row" TEXT NOT NULL, digest INTEGER NOT NULL) STRICT'
        ),
    ):
        db.execute(statement)


def _without_rowid(db: Database, table: str) -> None:
    """Make a table anew under its name, as it is but without the hidden key and its indexes.

    Nothing is renamed: that would make SQLite look through the whole schema each time.
    """
    made = db.execute(
        "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", [table]
    ).fetchone()[0]
    db.execute(f'CREATE TEMP TABLE kept AS SELECT * FROM "{table}"')  # noqa: S608 - own names
    db.execute(f'DROP TABLE main."{table}"')
    db.execute(f"{made}, WITHOUT ROWID")
    db.execute(f'INSERT INTO main."{table}" SELECT * FROM kept')  # noqa: S608 - own names
    db.execute("DROP TABLE kept")


@migrations()
def m009_pauses(db: Database) -> None:
    """Keep since when an interview rests, and how long it has rested before."""
    db.execute('ALTER TABLE "interview" ADD COLUMN "paused_at" TEXT')
    db.execute('ALTER TABLE "interview" ADD COLUMN "paused_seconds" INTEGER')


def _extra_to_rows(db: Database) -> None:
    found = db.execute("SELECT value FROM meta WHERE key = 'extra'").fetchone()
    db.execute("DELETE FROM meta WHERE key = 'extra'")
    extra = json.loads(found[0]) if found else {}
    instant = db.execute("SELECT coalesce(max(instant), 0) FROM operation").fetchone()[0]
    device = db.execute("SELECT min(key) FROM device").fetchone()[0]
    for key, value in extra.items() if device else ():
        row = f"extra-{key}"
        cells = {"key": key, "value": json.dumps(value, ensure_ascii=False)}
        db.execute(
            "INSERT INTO top_level (id, key, value) VALUES (?, ?, ?)", [row, *cells.values()]
        )
        instant += 1
        operation = db.execute(
            "INSERT INTO operation (instant, device, name) VALUES (?, ?, 'import engagement')",
            [instant, device],
        ).lastrowid
        db.execute(
            'INSERT INTO change (operation, "table", "row", field, value) '
            "VALUES (?, 'top_level', ?, '', ?)",
            [operation, row, b"\x00" + json.dumps(cells, ensure_ascii=False).encode()],
        )
