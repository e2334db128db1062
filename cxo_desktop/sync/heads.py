"""How far each laptop has come, in one small file each, so that a look at nothing new is short.

A head is a hint and never trusted: its name says a laptop, the number of its last segment and the
start of that one's hash; an author puts a new one after its segments and removes the one before.
Where all heads are those with which everything was found in order, and this laptop has all they
speak of, the folders of the segments are not listed again, for an hour at most.
"""

from __future__ import annotations

import re
import time
from contextlib import suppress
from hashlib import sha256

from cxo_desktop.store.database import write
from cxo_desktop.store.segments import Held
from cxo_desktop.sync.local import LocalSpace
from cxo_desktop.sync.names import SHORT
from cxo_desktop.sync.transport import AlreadyThere, Transport

FOLDER = "head"
LONGEST = 3600.0
_KEY = "heads"
_NAME = re.compile(r"([0-9a-f]{16})\.(\d{8})\.([0-9a-f]{16})")


class Heads:
    """The heads as they lie on the share at one exchange."""

    def __init__(self, local: LocalSpace, share: Transport) -> None:
        self._local, self._share = local, share
        self._names = sorted(one.name for one in share.files(FOLDER))

    @property
    def quiet(self) -> bool:
        """Tell whether nothing has happened since all was in order, less than an hour ago."""
        print_, _space, at = self._local.state.get(_KEY).partition(" ")
        return (
            bool(at)
            and print_ == self._print()
            and 0 <= time.time() - float(at) < LONGEST
            and self._has_all()
        )

    def note_order(self) -> None:
        """Note that all the heads speak of is here, and every folder is as it should be."""
        if self._names and self._has_all():
            with write(self._local.store.db):
                self._local.state.put(_KEY, f"{self._print()} {time.time()}")

    def put_own(self) -> None:
        """Put the own head, where the last segment has another one, in place of those before."""
        held = self._local.segments.last_of_each().get(self._local.device)
        if held is None or not held.confirmed:
            return
        name = _name(held)
        older = [one for one in self._names if one.startswith(f"{held.device}.") and one != name]
        self._put(name)
        for one in older:
            self._share.delete(f"{FOLDER}/{one}")
            self._names.remove(one)

    def put_missing(self) -> None:
        """Put the heads that were lost, of whatever laptop."""
        for device, held in self._local.segments.last_of_each().items():
            if not any(name.startswith(f"{device}.") for name in self._names):
                self._put(_name(held))

    def _put(self, name: str) -> None:
        if name not in self._names:
            with suppress(AlreadyThere):
                self._share.put_new(f"{FOLDER}/{name}", b"")
            self._names = sorted([*self._names, name])

    def _print(self) -> str:
        return sha256("\n".join(self._names).encode()).hexdigest()

    def _has_all(self) -> bool:
        heads = self._local.segments.heads()
        told = [found for name in self._names if (found := _NAME.fullmatch(name))]
        return all(heads.get(found[1], 0) >= int(found[2]) for found in told)


def _name(held: Held) -> str:
    return f"{held.device}.{held.seq:08d}.{held.sha[:SHORT]}"
