"""One laptop's side of a space: its keys, what it knows of the members, its place in the log."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from typing import Any

from cxo_desktop.store.engagement_store import EngagementStore
from cxo_desktop.store.segments import Segments
from cxo_desktop.store.share_state import ShareState
from cxo_desktop.sync import entries
from cxo_desktop.sync.crypto import DeviceKeys, derived, seal, unseal
from cxo_desktop.sync.entries import Entry, Kind, Signed
from cxo_desktop.sync.refusals import Refused
from cxo_desktop.sync.roster import Member, Roster, roster_of

ID_BYTES = 8
SCHEMA = 7
_SALT_BYTES = 16

Author = tuple[str, DeviceKeys]


def new_id() -> str:
    """Return a fresh id for a space or a laptop in one: 16 hex digits."""
    return secrets.token_hex(ID_BYTES)


class LocalSpace:
    """The space of an open engagement; ``is_shared`` tells whether it has one yet."""

    def __init__(self, store: EngagementStore) -> None:
        self.store = store
        self.state = ShareState(store.db)
        self.segments = Segments(store.db)
        self._reckoned: tuple[tuple[str, frozenset[str]], Roster] | None = None

    @property
    def is_shared(self) -> bool:
        """Tell whether this engagement belongs to a space."""
        return bool(self.state.get("space"))

    @property
    def space(self) -> str:
        """Return the id of the space."""
        return self.state.get("space")

    @property
    def root(self) -> str:
        """Return the hash of the space's first entry, on which all trust rests."""
        return self.state.get("root")

    @property
    def device(self) -> str:
        """Return the id of this laptop in the space."""
        return self.state.get("device")

    @property
    def keys(self) -> DeviceKeys:
        """Return the keys of this laptop."""
        return DeviceKeys(self.state.get("signing"), self.state.get("identity"))

    def set_device(self, device: str, keys: DeviceKeys) -> None:
        """Be this laptop from now on."""
        self.state.put("device", device)
        self.state.put("signing", keys.signing)
        self.state.put("identity", keys.identity)

    def log(self) -> list[Signed]:
        """Return the entries of the membership log that are known, in the order they came."""
        return [entries.read(file) for file in self.state.files("mem/").values()]

    def roster(self) -> Roster:
        """Return who is a member; reckoned anew only when an entry has come."""
        known = (self.root, self.state.names("mem/"))
        if self._reckoned is None or self._reckoned[0] != known:
            self._reckoned = (known, roster_of(self.log(), self.root))
        return self._reckoned[1]

    @property
    def admitted(self) -> bool:
        """Tell whether this laptop is a member that was not removed."""
        mine = self.roster().members.get(self.device)
        return mine is not None and not mine.removed

    def add_entry(
        self, roster: Roster, kind: Kind, data: Mapping[str, Any], by: Author | None = None
    ) -> Signed:
        """Sign an entry after the newest ones and keep it; it is mirrored in the next round."""
        device, keys = by or (self.device, self.keys)
        entry = Entry(self.space, roster.next_number, device, roster.heads, kind, data)
        signed = entries.sign(entry, keys)
        self.state.keep_file(signed.name, signed.file)
        return signed

    def epoch_keys(self, epoch: int | None = None) -> list[tuple[int, bytes]]:
        """Return the keys of an epoch, or of all, the oldest epoch first."""
        known = json.loads(self.state.get("epochs") or "[]")
        found = sorted((number, bytes.fromhex(key)) for number, key in known)
        return [(number, key) for number, key in found if epoch in {None, number}]

    def learn_keys(self, fresh: list[tuple[int, bytes]]) -> None:
        """Keep keys of epochs."""
        together = sorted({*self.epoch_keys(), *fresh})
        self.state.put("epochs", json.dumps([(number, key.hex()) for number, key in together]))

    def hide(self, words: str) -> str:
        """Return words so that members alone can read them."""
        epoch, key = self.epoch_keys()[-1]
        salt = secrets.token_bytes(_SALT_BYTES)
        box = seal(derived(key, "cxo name", salt), words.encode(), b"", 0)
        return json.dumps([epoch, salt.hex(), box.hex()])

    def name_of(self, member: Member) -> str:
        """Return how a member calls their laptop, or its id where that cannot be read."""
        try:
            epoch, salt, box = json.loads(member.name_box)
        except ValueError:
            return member.dev
        for _epoch, key in self.epoch_keys(epoch):
            try:
                hidden = derived(key, "cxo name", bytes.fromhex(salt))
                return unseal(hidden, bytes.fromhex(box), b"", 0).decode()
            except Refused:
                continue
        return member.dev
