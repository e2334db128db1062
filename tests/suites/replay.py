"""What a disk may hold after its power was cut, from a record of all that was done to it.

What a file was given since its last flush may be there, wholly or in sectors, or not. A name
that was made, changed or removed may be so or not until its folder is flushed; names of one folder
change in order. That is as harsh as POSIX lets a disk be.
"""

import random
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

SECTOR = 512


@dataclass(frozen=True)
class Act:
    """One recorded call: its kind is a letter of recorder.c; paths are below the folder."""

    kind: str
    path: Path
    other: Path
    place: int
    data: bytes


def read_record(file, folder):
    """Return the acts in a file that recorder.c wrote, in order."""
    record, start, acts = file.read_bytes(), 0, []
    while start < len(record):
        end = record.index(b"\n", start)
        kind, path, other, place, length = record[start:end].decode().split("\t")
        size = int(length) if kind in "WA" else 0
        start = end + 1 + size
        acts.append(
            Act(
                kind,
                _below(path, folder),
                _below(other, folder),
                int(place),
                record[end + 1 : start],
            )
        )
    return acts


def _below(path, folder):
    return Path(path).relative_to(folder) if path.startswith(str(folder)) else Path()


@dataclass(eq=False)
class Content:
    """What a file holds on the disk, and what was done to it since."""

    kept: bytearray = field(default_factory=bytearray)
    waiting: list = field(default_factory=list)

    def flush(self):
        apply(self.kept, self.waiting)
        self.waiting = []

    def after(self, waiting):
        """Return what the file holds when only some of what waits has come to the disk."""
        content = bytearray(self.kept)
        apply(content, waiting)
        return bytes(content)


def apply(content, acts):
    for act in acts:
        content.extend(bytes(max(0, act.place - len(content))))
        if act.kind == "T":
            del content[act.place :]
        else:
            content[act.place : act.place + len(act.data)] = act.data


class Disk:
    """The files of a folder, as a process sees them and as they would be without power."""

    def __init__(self, folder):
        self._seen = {}
        for file in folder.rglob("*"):
            path = file.relative_to(folder)
            self._seen[path] = Content(bytearray(file.read_bytes())) if file.is_file() else None
        self._kept = dict(self._seen)
        self._waiting = {}

    def take(self, act):
        """Let an act happen."""
        if act.kind in "WT":
            if act.path not in self._seen:
                self._name(act.path, Content())
            self._seen[act.path].waiting.append(act)
        elif act.kind == "S":
            self._flush(act.path)
        elif act.kind == "M":
            self._name(act.path, None)
        elif act.kind == "U":
            self._name(act.path, "gone")
        elif act.kind == "R":
            content = self._seen[act.path]
            self._name(act.path, "gone")
            self._name(act.other, content)

    def _flush(self, path):
        if self._seen.get(path):
            self._seen[path].flush()
        for name, content in self._waiting.pop(path, []):
            _set(self._kept, name, content)

    def _name(self, path, content):
        _set(self._seen, path, content)
        self._waiting.setdefault(path.parent, []).append((path, content))

    def without_power(self, chance=None, *, everything=False):
        """Return path -> content of what is left: of what waits nothing, all, or what chance has.

        A folder's content is None.
        """
        names = dict(self._kept)
        for waiting in self._waiting.values():
            arrived = chance.randint(0, len(waiting)) if chance else len(waiting) * everything
            for name, content in waiting[:arrived]:
                _set(names, name, content)
        return {
            path: content and content.after(_arrived(content.waiting, chance, everything))
            for path, content in sorted(names.items())
            if all(parent in names for parent in list(path.parents)[:-1])
        }


def _set(names, path, content):
    if content == "gone":
        names.pop(path, None)
    else:
        names[path] = content


def _arrived(waiting, chance, everything):
    if chance is None:
        return waiting if everything else []
    arrived = []
    for act in waiting:
        if chance.random() < 0.6:
            arrived += _torn(act, chance) if chance.random() < 0.2 else [act]
    return arrived


def _torn(act, chance):
    """Return some sectors of a write."""
    if act.kind == "T":
        return [act]
    first = SECTOR - act.place % SECTOR
    cuts = [0, *range(first, len(act.data), SECTOR), len(act.data)]
    return [
        Act("W", act.path, act.other, act.place + start, act.data[start:end])
        for start, end in pairwise(cuts)
        if chance.random() < 0.5
    ]


def states(record, before, count):
    """Yield ``count`` states that a cut at some act may leave, each with what was promised by then.

    ``before`` is a folder as it was before the record.
    """
    chance = random.Random(20261125)  # noqa: S311 - when the power goes is no secret
    cuts = set(chance.sample(range(len(record)), min(count // 5, len(record))))
    disk, promised = Disk(before), []
    for number, act in enumerate(record):
        if act.kind == "A":
            promised.append(act.data.decode())
        disk.take(act)
        if number in cuts:
            yield disk.without_power(), tuple(promised)
            yield disk.without_power(everything=True), tuple(promised)
            for _ in range(3):
                yield disk.without_power(chance), tuple(promised)


def lay_out(state, folder):
    """Write a state to a folder."""
    for path, content in state.items():
        if content is None:
            (folder / path).mkdir()
        else:
            (folder / path).write_bytes(content)
