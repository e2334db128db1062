"""The membership log of a space: signed entries, each naming the ones before it by hash."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from cxo_desktop.sync import crypto, names
from cxo_desktop.sync.container import hash_of
from cxo_desktop.sync.crypto import DeviceKeys
from cxo_desktop.sync.refusals import Reason, Refused

_VERSION = 1
_CONTEXT = b"cxo member 1|"


class Kind(StrEnum):
    """What an entry does. KEYS wraps the keys of the epochs anew, with or without a new epoch."""

    FOUND = "found"
    ADMIT = "admit"
    REMOVE = "remove"
    ACCEPT = "accept"
    KEYS = "keys"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its number, its author, the hashes of those before, what it does."""

    space: str
    n: int
    by: str
    prev: tuple[str, ...]
    kind: Kind
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Signed:
    """An entry with the bytes that were signed; ``sha`` names it in later ones."""

    entry: Entry
    body: bytes
    signature: bytes
    sha: str

    @property
    def name(self) -> str:
        """Return its name on the share."""
        return names.member(self.entry.n, self.entry.by, self.sha)

    @property
    def file(self) -> bytes:
        """Return its bytes on the share."""
        return self.body + b"\n" + self.signature.hex().encode()

    def is_by(self, public: str) -> bool:
        """Tell whether the holder of a key signed it."""
        return crypto.is_signed(public, _CONTEXT + self.body, self.signature)


def sign(entry: Entry, keys: DeviceKeys) -> Signed:
    """Return an entry signed by its author."""
    plain = {
        "v": _VERSION,
        "space": entry.space,
        "n": entry.n,
        "by": entry.by,
        "prev": sorted(entry.prev),
        "kind": entry.kind,
        "data": dict(entry.data),
    }
    body = json.dumps(plain, separators=(",", ":"), sort_keys=True).encode()
    return read(body + b"\n" + keys.sign(_CONTEXT + body).hex().encode())


def read(file: bytes) -> Signed:
    """Return the entry of a file, its signature not verified. Raises Refused."""
    body, _newline, signature = file.rpartition(b"\n")
    try:
        plain = json.loads(body)
        if plain["v"] > _VERSION or plain["kind"] not in set(Kind):
            raise Refused(Reason.NEWER)
        entry = Entry(
            str(plain["space"]),
            int(plain["n"]),
            str(plain["by"]),
            tuple(str(one) for one in plain["prev"]),
            Kind(plain["kind"]),
            dict(plain["data"]),
        )
        signed = bytes.fromhex(signature.decode("ascii"))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Refused(Reason.NOT_WHOLE) from error
    return Signed(entry, body, signed, hash_of(file))
