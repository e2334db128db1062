"""What keeping notes costs, as multiples of what raw encrypted SQLite needs for the same rows.

    python -m benchmarks.store [--notes 10000] [--rounds 3]

Import with log and index, saving one edited note, opening, search, size on disk, and the memory
of one ``cxo search``. The notes are those of benchmarks.search. The raw side inserts the same
rows into one encrypted table, in one transaction, and builds an FTS5 index of their texts; both
sides run in turn. Times are of the processor unless they say "wall".
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.search import KEY, TOKENIZE, compare, notes, p95, pages, took
from cxo_desktop.compose import open_services
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.ids import IdFactory
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.people import Person
from cxo_desktop.domain.search_query import parse_query
from cxo_desktop.store.columns import to_row
from cxo_desktop.store.connection import connect_keyed
from cxo_desktop.store.driver import Database
from cxo_desktop.store.engagement_store import EngagementStore, open_store
from cxo_desktop.store.keys import KdfCost

PASSPHRASE = "correct horse"  # noqa: S105 - of a workspace that lives for a minute
SAVES = 200
OPENINGS = 20


def opened(path: Path) -> EngagementStore:
    """Open an engagement's file as the program does once it has the key."""
    return open_store(path, KEY, device="benchmark", ids=IdFactory())


def opened_raw(path: Path) -> Database:
    """Open a raw encrypted file, as safe as ours."""
    raw = Database(connect_keyed(path, KEY), execute_plugins=False)
    raw.execute("PRAGMA journal_mode=WAL").fetchone()
    raw.execute("PRAGMA synchronous=FULL")
    return raw


def imported(path: Path, dossier: Dossier) -> None:
    """Make an engagement of a dossier: rows, log and index in one transaction."""
    store = opened(path)
    store.records.fill(dossier)
    store.close()


def inserted(path: Path, kept: Sequence[Note]) -> None:
    """Insert the same notes into a raw table and build an index of them."""
    raw = opened_raw(path)
    rows = [to_row(note) for note in kept]
    names = ", ".join(f'"{name}"' for name in rows[0])
    places = ", ".join("?" * len(rows[0]))
    with raw.atomic():
        raw.execute(f"CREATE TABLE note ({names}, PRIMARY KEY (id))")
        raw.execute(f"CREATE VIRTUAL TABLE raw USING fts5(text, content=note, {TOKENIZE})")
        raw.conn.executemany(
            f"INSERT INTO note ({names}) VALUES ({places})",  # noqa: S608 - names of our own fields
            [list(row.values()) for row in rows],
        )
        raw.execute("INSERT INTO raw (raw) VALUES ('rebuild')")
    raw.close()


def line(what: str, ours: str, raw: str = "", ratio: float | None = None, target: str = "") -> None:
    """Print one row of the table."""
    times = "" if ratio is None else f"{ratio:.2f}x"
    print(f"{what:<44}{ours:>12}{raw:>12}{times:>8}   {target}")


def import_both(folder: Path, dossier: Dossier, rounds: int) -> tuple[Path, Path]:
    """Import on both sides in turn and print the times; return the files of the last round."""
    us, them, wall = [], [], []
    for number in range(rounds):
        ours, raw = folder / f"ours{number}.db", folder / f"raw{number}.db"
        begun = time.perf_counter()
        us.append(took(lambda path=ours: imported(path, dossier) or 0) / 1000)
        wall.append(time.perf_counter() - begun)
        them.append(took(lambda path=raw: inserted(path, dossier.all(Note)) or 0) / 1000)
    mine, theirs = statistics.median(us), statistics.median(them)
    line(
        "import + log + index, s", f"{mine:.2f}", f"{theirs:.2f}", mine / theirs, "≤ 3 times, ≤ 5 s"
    )
    line("  wall, s", f"{statistics.median(wall):.2f}")
    return ours, raw


def save_one(store: EngagementStore, raw: Database) -> None:
    """Edit notes one by one on both sides, each a commit of its own; print the times."""
    kept = store.records.list(Note)
    every = max(1, len(kept) // SAVES)
    us, them, wall = [], [], []
    for note in kept[::every][:SAVES]:
        text = f"{note.text} and one word more"
        begun = time.perf_counter()
        us.append(took(lambda: store.records.put(replace(note, text=text)) or 0))  # noqa: B023 - called at once
        wall.append((time.perf_counter() - begun) * 1000)
        change = ("UPDATE note SET text = ? WHERE id = ?", [text, note.id])
        them.append(took(lambda: raw.execute(*change).rowcount))  # noqa: B023 - called at once
    ratio = statistics.median(us) / statistics.median(them)
    line("save one edited note, p95 ms", f"{p95(us):.2f}", f"{p95(them):.2f}", ratio, "≤ 15 ms")
    line("  wall p95, ms", f"{p95(wall):.2f}")


def open_and_ask(path: Path) -> None:
    """Open the file, with its key at hand, and ask the first question."""

    def act() -> int:
        store = opened(path)
        found = store.search.find(parse_query("register"))
        store.close()
        return len(found)

    times = [took(act) for _ in range(OPENINGS)]
    line("open to first query, p95 ms", f"{p95(times):.1f}", target="≤ 500 ms")


def memory_of_search(folder: Path, dossier: Dossier) -> None:
    """Print the largest resident memory of one ``cxo search``."""
    workspace = open_services(folder / "workspace", PASSPHRASE, KdfCost(1, 8192, 1)).workspace
    workspace.folders.keep(dossier)
    command = [sys.executable, "-c", "from cxo_desktop.cli.main import main; main()"]
    words = ["--workspace", str(workspace.path), "search", "register"]
    variables = {**os.environ, "CXO_PASSPHRASE": PASSPHRASE}
    process = subprocess.Popen([*command, *words], env=variables, stdout=subprocess.DEVNULL)  # noqa: S603 - ours
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    line("memory of cxo search, MB", f"{usage.ru_maxrss / 1024:.0f}", target="≤ 150 MB")


def main() -> None:
    """Measure and print a table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--notes", type=int, default=10_000)
    options.add_argument("--rounds", type=int, default=3)
    given = options.parse_args()
    kept = tuple(notes(given.notes))
    people = tuple(Person(code=f"P{n}", role="officer", level="L3") for n in range(40))
    dossier = Dossier(
        engagement=Engagement(code="E", organisation="Asha"), records={Person: people, Note: kept}
    )
    text = sum(len(note.text.encode()) for note in kept)
    print(f"{given.notes} notes, {text / 1e6:.1f} MB of text\n")
    print(f"{'':<44}{'ours':>12}{'raw':>12}{'ratio':>8}   target")
    with tempfile.TemporaryDirectory() as name:
        ours, raw_file = import_both(Path(name), dossier, given.rounds)
        store, raw = opened(ours), opened_raw(raw_file)
        size, raw_size = pages(store.db), pages(raw)
        line(
            "size / text", f"{size / text:.2f}", f"{raw_size / text:.2f}", size / raw_size, "≤ 2.0"
        )
        save_one(store, raw)
        open_and_ask(ours)
        memory_of_search(Path(name), dossier)
        print()
        compare(store.search, raw, given.notes, given.rounds)
        store.close()
        raw.close()


if __name__ == "__main__":
    main()
