"""Take what lies in one laptop's folder: verified, in order, without a gap, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from cxo_desktop.store.database import write
from cxo_desktop.store.incoming import Received
from cxo_desktop.sync import names
from cxo_desktop.sync.bundles import fetched
from cxo_desktop.sync.listings import Listings
from cxo_desktop.sync.local import LocalSpace
from cxo_desktop.sync.members import Refusals
from cxo_desktop.sync.refusals import Reason, Refused
from cxo_desktop.sync.roster import Member
from cxo_desktop.sync.transport import Transport
from cxo_desktop.sync.verifying import Wanted, verified, verified_pack

_FEW = 20


@dataclass(slots=True)
class _Folder:
    """What lies in a laptop's folder and is not known here, and the hashes of what is known."""

    fresh: dict[str, int]
    said: dict[str, names.SegmentName | None]
    missing: int
    bundles: dict[str, int] = field(default_factory=dict)
    taken_out: dict[str, bytes] = field(default_factory=dict)
    last: int = 0
    shas: dict[int, set[str]] = field(default_factory=lambda: {0: {""}})

    def know(self, seq: int, sha: str) -> None:
        """Take note of a segment."""
        self.shas.setdefault(seq, set()).add(sha)
        self.last = max(self.last, seq)

    def candidates(self, number: int) -> list[str]:
        """Return the files that may be a segment: by name, else those whose names say nothing."""
        exact = [name for name, said in self.said.items() if said and said.first == number]
        return sorted(exact) + sorted(name for name, said in self.said.items() if said is None)

    def later(self, number: int) -> list[str]:
        """Return the files that say they come after a number."""
        return [name for name, said in self.said.items() if said and said.first > number]


@dataclass(slots=True)
class Stream:
    """One laptop's folder on the share; what is not taken of it is noted in ``refused``."""

    local: LocalSpace
    share: Transport
    member: Member
    refused: Refusals
    listings: Listings | None = None

    def received(self) -> Iterator[Received]:
        """Yield the segments after those known, up to the first that is not there or not sound.

        Two different segments of one number are both taken, as both were signed; that is noted.
        """
        folder = self._look()
        yield from self._forks(folder)
        while found := self._next(folder):
            if self.member.removed and folder.last + 1 > self.member.upto:
                self._beyond_removal(folder)
                return
            for received in found:
                folder.know(received.segment.seq, received.segment.sha)
                yield received
            if len(found) > 1:
                self._note_fork(found)
        self._note_gap(folder)

    def _look(self) -> _Folder:
        place = f"seg/{self.member.dev}"
        listings = self.listings or Listings(self.local, self.share)
        if listings.in_order(place):
            last = self.local.segments.heads().get(self.member.dev, 0)
            return _Folder({}, {}, missing=0, last=last)
        everything = {f"{place}/{one.name}": one.size for one in listings.files(place)}
        bundled = {name for name in everything if names.is_bundle(name)}
        listed = {name: size for name, size in everything.items() if name not in bundled}
        held = self.local.segments.names_of(self.member.dev)
        fresh = listed.keys() - {name for name, _seq, _sha in held}
        folder = _Folder(
            {name: listed[name] for name in fresh},
            {name: names.segment_of(name.removeprefix(f"{place}/")) for name in fresh},
            sum(name not in listed for name, _seq, _sha in held),
            {name: everything[name] for name in bundled} if len(fresh) > _FEW else {},
        )
        for _name, seq, sha in held:
            folder.know(seq, sha)
        if self.member.dev != self.local.device:
            if folder.missing:
                self.refused[place] = (0, Reason.ROLLED_BACK, str(folder.missing))
            elif not fresh:
                listings.note_order(place)
        return folder

    def _next(self, folder: _Folder) -> list[Received]:
        number = folder.last + 1
        found: dict[str, Received] = {}
        for name in folder.candidates(number):
            if received := self._read(folder, name, number):
                found.setdefault(received.segment.sha, received)
        return list(found.values())

    def _read(self, folder: _Folder, name: str, number: int) -> Received | None:
        wanted = Wanted(self.member, number, folder.shas.get(number - 1, ()))
        try:
            said = folder.said[name]
            read = verified_pack if said and said.packed else verified
            return read(self.local, self._content(folder, name, number), wanted)
        except FileNotFoundError:
            return None
        except Refused as error:
            self.refused[name] = (folder.fresh[name], error.reason, error.detail)
            return None

    def _content(self, folder: _Folder, name: str, number: int) -> bytes:
        """Return a file, out of a bundle where there are many to be fetched."""
        if name not in folder.taken_out and folder.bundles:
            folder.taken_out = fetched(self.share, folder.bundles, number)
            folder.bundles = {
                one: size
                for one, size in folder.bundles.items()
                if names.last_of(one) > max(number, *map(names.last_of, folder.taken_out), 0)
            }
        return folder.taken_out.pop(name, None) or self.share.get(name)

    def _forks(self, folder: _Folder) -> Iterator[Received]:
        """Yield segments of numbers that are known already but have another content."""
        for name, said in sorted(folder.said.items()):
            if said is None or said.first != said.last or said.last > folder.last:
                continue
            if said.packed:
                self._take_pack(folder, name, said.last)
                continue
            if any(sha.startswith(said.sha16) for sha in folder.shas.get(said.last, ())):
                continue
            if received := self._read(folder, name, said.last):
                self._note_fork([received])
                folder.know(received.segment.seq, received.segment.sha)
                yield received

    def _take_pack(self, folder: _Folder, name: str, number: int) -> None:
        """Keep what an author put in place of a segment; the file with erased words goes."""
        received = self._read(folder, name, number)
        held = [one for one in self.local.segments.of(self.member.dev) if one.seq == number]
        for one in held:
            if received and one.sha == received.segment.sha:
                with write(self.local.store.db):
                    self.local.segments.replace(
                        one.number, name, received.segment.content, confirmed=True
                    )

    def _note_fork(self, found: list[Received]) -> None:
        for one in found:
            self.refused[f"{one.segment.name}#"] = (0, Reason.FORK, self.member.dev)

    def _note_gap(self, folder: _Folder) -> None:
        number = folder.last + 1
        later = folder.later(number)
        if later and not any(said and said.first == number for said in folder.said.values()):
            name = f"seg/{self.member.dev}/{number:08d}"
            self.refused[name] = (0, Reason.MISSING, str(len(later)))

    def _beyond_removal(self, folder: _Folder) -> None:
        for name in (*folder.candidates(folder.last + 1), *folder.later(folder.last + 1)):
            self.refused[name] = (folder.fresh[name], Reason.REMOVED, self.member.dev)
