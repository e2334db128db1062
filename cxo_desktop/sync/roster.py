"""Who is a member of a space: what the entries of its log come to, in whatever order they came.

An entry counts when its author was a member when it was made. One that an author made without
knowing of the author's own removal does not count, as it may have been dated back, but for the one
by which a laptop leaves; where two members removed each other, the removal that this laptop knew
first stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from cxo_desktop.sync.entries import Kind, Signed

PAPER = "recovery"
_MEMBER = ("dev", "public", "recipient", "name")


@dataclass(frozen=True, slots=True)
class Member:
    """A laptop of the space; ``upto`` is its last segment that counts once it was removed."""

    dev: str
    public: str
    recipient: str
    name_box: str
    removed: bool = False
    upto: int = 0


@dataclass(frozen=True, slots=True)
class Roster:
    """The members by device, the newest entries, and the files in which the keys are wrapped.

    ``wrapped`` are (epoch, hash of the file, devices it is for), in the order of the log.
    ``counted`` are the hashes of the entries that count.
    """

    members: Mapping[str, Member] = field(default_factory=dict)
    heads: tuple[str, ...] = ()
    next_number: int = 1
    wrapped: tuple[tuple[int, str, frozenset[str]], ...] = ()
    counted: frozenset[str] = frozenset()

    @property
    def active(self) -> tuple[Member, ...]:
        """Return the members that were not removed, without the printed key."""
        return tuple(one for dev, one in self.members.items() if not one.removed and dev != PAPER)

    @property
    def epoch(self) -> int:
        """Return the epoch in which segments are sealed now."""
        return max((epoch for epoch, _sha, _for in self.wrapped), default=0)

    @property
    def recipients(self) -> dict[str, str]:
        """Return for whom keys are wrapped, by device: all members, and the printed key."""
        return {dev: one.recipient for dev, one in self.members.items() if not one.removed}

    @property
    def exposed(self) -> bool:
        """Tell whether somebody who was removed can have the key of this epoch."""
        removed = {dev for dev, one in self.members.items() if one.removed}
        return any(
            removed & devices for epoch, _sha, devices in self.wrapped if epoch == self.epoch
        )

    @property
    def left_out(self) -> bool:
        """Tell whether a member cannot have the key of this epoch yet."""
        served = [devices for epoch, _sha, devices in self.wrapped if epoch == self.epoch]
        return bool(set(self.recipients) - frozenset().union(*served))


def roster_of(entries: Sequence[Signed], root: str) -> Roster:
    """Return the roster of a space, whose first entry has the hash ``root``.

    ``entries`` are in the order in which this laptop came to know them.
    """
    chained = _chained(entries, root)
    before = {sha: _ancestors(sha, chained) for sha in chained}
    removals = [one for one in entries if one.sha in chained and one.entry.kind is Kind.REMOVE]
    effective: list[Signed] = []
    for removal in removals:
        if not _too_late(removal, effective, before):
            effective.append(removal)
    kept = [one for one in chained.values() if not _too_late(one, effective, before)]
    return _folded(kept, chained)


def _chained(entries: Iterable[Signed], root: str) -> dict[str, Signed]:
    """Return the entries that hang together from the root, by hash, lower numbers first."""
    chained: dict[str, Signed] = {}
    for one in sorted(entries, key=lambda one: (one.entry.n, one.sha)):
        entry = one.entry
        if one.sha == root:
            chained[one.sha] = one
        elif entry.prev and all(sha in chained for sha in entry.prev):
            before = max(chained[sha].entry.n for sha in entry.prev)
            chained |= {one.sha: one} if entry.n == before + 1 else {}
    return chained


def _ancestors(sha: str, chained: Mapping[str, Signed]) -> frozenset[str]:
    found: set[str] = set()
    open_ends = list(chained[sha].entry.prev)
    while open_ends:
        one = open_ends.pop()
        if one not in found and one in chained:
            found.add(one)
            open_ends += chained[one].entry.prev
    return frozenset(found)


def _too_late(
    one: Signed, removals: Iterable[Signed], before: Mapping[str, frozenset[str]]
) -> bool:
    """Tell whether an author who was removed made an entry that the remover did not know."""
    return any(
        removal.entry.data.get("dev") == one.entry.by
        and one.sha not in {removal.sha, *before[removal.sha]}
        for removal in removals
    )


def _folded(kept: Sequence[Signed], chained: Mapping[str, Signed]) -> Roster:
    roster = Roster()
    for one in kept:
        author = roster.members.get(one.entry.by)
        founding = one.entry.kind is Kind.FOUND and not roster.members
        public = str(one.entry.data.get("public")) if founding else author and author.public
        if public and one.is_by(public):
            roster = _with(roster, one)
    named = {sha for one in chained.values() for sha in one.entry.prev}
    heads = tuple(sha for sha in roster.counted if sha not in named)
    ends = heads or tuple(roster.counted)
    last = max((chained[sha].entry.n for sha in ends), default=0)
    return replace(roster, heads=tuple(sorted(ends)), next_number=last + 1)


def _with(roster: Roster, one: Signed) -> Roster:
    data, members = one.entry.data, dict(roster.members)
    if one.entry.kind in {Kind.FOUND, Kind.ADMIT}:
        dev, public, to, name = (str(data.get(key, "")) for key in _MEMBER)
        members.setdefault(dev, Member(dev, public, to, name))
    if one.entry.kind is Kind.FOUND and data.get("paper"):
        members[PAPER] = Member(PAPER, str(data["paper"][0]), str(data["paper"][1]), "")
    gone = members.get(str(data.get("dev", "")))
    if one.entry.kind is Kind.REMOVE and gone:
        members[gone.dev] = replace(gone, removed=True, upto=max(gone.upto, int(data["upto"])))
    if one.entry.kind is Kind.ACCEPT and gone:
        members[gone.dev] = replace(gone, upto=max(gone.upto, int(data["upto"])))
    wrapped = roster.wrapped
    if data.get("keys"):
        wrapped = (*wrapped, (int(data["epoch"]), str(data["keys"]), frozenset(data["for"])))
    return replace(roster, members=members, wrapped=wrapped, counted=roster.counted | {one.sha})
