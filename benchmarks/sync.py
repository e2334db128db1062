"""How long an exchange over a folder takes, against the raw cost of the same rows in one run.

    python benchmarks/sync.py [NOTES] [--remote webdav|s3|sftp|smb]

Prints seconds for the first upload, the first download with its index, ten changes up and down,
and an exchange with nothing to do; bytes a note and files on the share; and ratios against putting
the same rows into SQLite with the same index. Then the cost of a round with nothing new after 1,
100 and 1,000 segments.

With ``--remote`` the same exchanges over a folder and over a server on this machine, in one run,
each with the time that it takes to connect; a server is to take at most three times the folder's
time and a second.
"""

from __future__ import annotations

import argparse
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
from cxo_desktop.sync import joining, places
from cxo_desktop.sync.folder import Folder
from cxo_desktop.sync.local import LocalSpace, new_id
from cxo_desktop.sync.members import learn
from cxo_desktop.sync.mirror import mirror_files
from cxo_desktop.sync.rounds import exchange
from cxo_desktop.sync.transport import Transport
from tests.sync.daemons import lent

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
    (folder / name).mkdir(exist_ok=True)
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


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser()
    asked.add_argument("notes", nargs="?", type=int, default=10_000)
    asked.add_argument("--remote", choices=("webdav", "s3", "sftp", "smb"))
    given = asked.parse_args()
    notes = [Note(text=text) for text in texts(given.notes)]
    print(f"{len(notes)} notes of {BYTES} bytes")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if given.remote:
            against_folder(folder, notes, given.remote)
        else:
            against_raw(folder, notes)
            histories(folder)


def against_raw(folder: Path, notes: list[Note]) -> None:
    """Print the times over a folder, against putting the rows into SQLite."""
    share = folder / "share"
    pair = Pair(folder, lambda space: Folder(share / f"cxo-space-{space}"))
    times = pair.first(notes)
    files = [file.stat().st_size for file in share.rglob("*") if file.is_file()]
    times |= pair.later()
    kept = list(pair.asha.records.list(Note))
    raw = timed(lambda: raw_insert(store_in(folder, "raw"), kept))
    for name, seconds in times.items():
        print(f"{name:20} {seconds:7.3f} s   {seconds / raw:5.2f} x raw insert + index")
    print(f"{'raw insert + index':20} {raw:7.3f} s")
    print(f"on the share {sum(files) / len(notes):7.0f} bytes a note, {len(files)} files")


def against_folder(folder: Path, notes: list[Note], service: str) -> None:
    """Print the times over a server on this machine, against those over a folder."""
    near, far = folder / "near", folder / "far"
    near.mkdir()
    far.mkdir()
    with lent(service, folder) as place:
        pair = Pair(far, lambda space: places.new_space(place, space))
        over = pair.first(notes) | pair.later()
    pair = Pair(near, lambda space: Folder(near / f"cxo-space-{space}"))
    beside = pair.first(notes) | pair.later()
    del over["capture"]  # it has nothing to do with the share
    for name, seconds in over.items():
        allowed = 3 * beside[name] + 1
        print(
            f"{name:20} {service:6} {seconds:7.3f} s, folder {beside[name]:7.3f} s"
            f"   {seconds / allowed:5.2f} of what is allowed"
        )


class Pair:
    """Two laptops and the share between them, opened anew for each exchange."""

    def __init__(self, folder: Path, opened: Callable[[str], Transport]) -> None:
        self.asha, self.ravi = store_in(folder, "asha"), store_in(folder, "ravi")
        self.local, self.other = LocalSpace(self.asha), LocalSpace(self.ravi)
        self.space = new_id()
        self.opened = opened

    def exchanged(self, local: LocalSpace) -> float:
        """Return the seconds of an exchange of one of them."""
        return timed(lambda: exchange(local, self.opened(self.space)))

    def first(self, notes: list[Note]) -> dict[str, float]:
        """Return the seconds of writing the notes, of their first way up, and of the way down."""
        engagement = Engagement(code="ENG-1", organisation="Asha Trust")
        self.asha.records.fill(Dossier(engagement=engagement))
        times = {"capture": timed(lambda: self.asha.records.add_all(notes))}
        share = self.opened(self.space)
        joining.found(self.local, share, self.space, "Asha", bytes(32))
        times["first upload"] = self.exchanged(self.local)
        joining.ask(self.other, share, self.space, "Ravi")
        roster = learn(self.local, share, {})
        joining.admit(self.local, roster, joining.requests(self.local, share, roster)[0])
        mirror_files(self.local, share)
        return times | {"first download": self.exchanged(self.other)}

    def later(self) -> dict[str, float]:
        """Return the median seconds of exchanges of a few changes, and of none."""
        self.exchanged(self.local)
        kept = list(self.asha.records.list(Note))[:CHANGES]
        ups, downs, idles = [], [], []
        for _ in range(5):
            with write(self.asha.db), self.asha.rows.operation("change"):
                for note in kept:
                    self.asha.records.put(replace(note, visit=str(time.perf_counter())))
            ups.append(self.exchanged(self.local))
            downs.append(self.exchanged(self.other))
            idles.append(self.exchanged(self.other))
        return {
            f"{CHANGES} changes up": median(ups),
            f"{CHANGES} changes down": median(downs),
            "nothing to do": median(idles),
        }


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
    main()
