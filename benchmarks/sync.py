"""How long an exchange over a folder takes, against the raw cost of the same rows in one run.

    python benchmarks/sync.py [NOTES]

Prints seconds for the first upload, the first download with its index, ten changes up and down,
and an exchange with nothing to do; bytes a note and files on the share; and ratios against putting
the same rows into SQLite with the same index. Then the cost of a round with nothing new after 1,
100 and 1,000 segments.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))

from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.ids import IdFactory
from cxo_desktop.domain.interviews import Note
from cxo_desktop.store.columns import columns, to_row
from cxo_desktop.store.database import write
from cxo_desktop.store.engagement_store import EngagementStore, open_store
from cxo_desktop.sync import joining
from cxo_desktop.sync.folder import Folder
from cxo_desktop.sync.local import LocalSpace, new_id
from cxo_desktop.sync.members import learn
from cxo_desktop.sync.mirror import mirror_files
from cxo_desktop.sync.rounds import exchange

CHANGES = 10
BYTES = 2048


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def texts(count: int) -> list[str]:
    """Return texts of about 2 KB whose words have the frequencies of a language."""
    chance = random.Random(1)  # noqa: S311 - a corpus is no secret
    words = [f"{chance.choice('bdgklmnprst')}{'aeiou'[n % 5]}{n:x}" for n in range(2000)]
    shares = list(accumulate(1 / (n + 1) for n in range(2000)))
    chosen = (chance.choices(words, cum_weights=shares, k=BYTES // 3) for _ in range(count))
    return [" ".join(some)[:BYTES] for some in chosen]


def store_in(folder: Path, name: str) -> EngagementStore:
    """Return an encrypted store of its own."""
    (folder / name).mkdir()
    key = name.encode().ljust(32, b"-")
    return open_store(folder / name / "engagement.db", key, device=name, ids=IdFactory())


def raw_insert(store: EngagementStore, notes: list[Note]) -> None:
    """Put the rows into a store's table and index, with no log: the least that a download does."""
    names = list(columns(Note))
    rows = [[to_row(note)[name] for name in names] for note in notes]
    listed = ", ".join(f'"{name}"' for name in names)
    with write(store.db):
        store.db.conn.executemany(
            f"INSERT INTO note ({listed}) VALUES ({', '.join('?' * len(names))})",  # noqa: S608 - declared names
            rows,
        )
        store.search.refresh_all(("note", note.id) for note in notes)


def main(count: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        measure(folder, [Note(text=text) for text in texts(count)])
        histories(folder)


def measure(folder: Path, notes: list[Note]) -> None:
    """Print the times of first and later exchanges."""
    asha, ravi = store_in(folder, "asha"), store_in(folder, "ravi")
    local, space = LocalSpace(asha), new_id()
    place = folder / "share"
    place.mkdir()
    share = Folder(place / f"cxo-space-{space}")
    engagement = Engagement(code="ENG-1", organisation="Asha Trust")
    capture = timed(lambda: asha.records.fill(Dossier(engagement=engagement)))
    capture = timed(lambda: asha.records.add_all(notes))
    joining.found(local, share, space, "Asha", bytes(32))
    up = timed(lambda: exchange(local, share))
    size = sum(file.stat().st_size for file in place.rglob("*") if file.is_file())
    files = sum(file.is_file() for file in place.rglob("*"))
    other = LocalSpace(ravi)
    joining.ask(other, share, space, "Ravi")
    roster = learn(local, share, {})
    joining.admit(local, roster, joining.requests(local, share, roster)[0])
    mirror_files(local, share)
    down = timed(lambda: exchange(other, share))
    kept = list(asha.records.list(Note))
    raw = timed(lambda: raw_insert(store_in(folder, "raw"), kept))
    exchange(local, share)
    ups, downs, idles = [], [], []
    for _ in range(5):
        with write(asha.db), asha.rows.operation("change"):
            for note in kept[:CHANGES]:
                asha.records.put(replace(note, visit=str(time.perf_counter())))
        ups.append(timed(lambda: exchange(local, share)))
        downs.append(timed(lambda: exchange(other, share)))
        idles.append(timed(lambda: exchange(other, share)))
    print(f"{len(notes)} notes of {BYTES} bytes")
    print(f"capture            {capture:7.2f} s")
    print(f"first upload       {up:7.2f} s   {up / raw:5.2f} x raw insert + index")
    print(f"first download     {down:7.2f} s   {down / raw:5.2f} x raw insert + index")
    print(f"raw insert + index {raw:7.2f} s")
    print(f"{CHANGES} changes up      {median(ups):7.3f} s")
    print(f"{CHANGES} changes down    {median(downs):7.3f} s")
    print(f"nothing to do      {median(idles):7.3f} s")
    print(f"on the share       {size / len(notes):7.0f} bytes a note, {files} files")


def histories(folder: Path) -> None:
    """Print what a round with nothing new costs after histories of different lengths."""
    store = store_in(folder, "long")
    local, space = LocalSpace(store), new_id()
    share = Folder(folder / "long-share" / f"cxo-space-{space}")
    store.records.fill(Dossier(engagement=Engagement(code="ENG-1", organisation="Asha Trust")))
    joining.found(local, share, space, "Asha", bytes(32))
    first = 0.0
    for segments in (1, 100, 1000):
        while local.segments.heads().get(local.device, 0) < segments:
            store.records.add(Note(text="one more"))
            exchange(local, share)
        cost = median(timed(lambda: exchange(local, share)) for _ in range(15))
        first = first or cost
        print(
            f"nothing new after {segments:5} segments {cost * 1000:7.1f} ms  {cost / first:.2f} x"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
