"""Contents of attachments on the share: in pieces, encrypted, written once, found by their hash.

The hash is under a key that only members have, so that nobody outside can tell by a known file
whether it is there. A piece is padded to steps of 64 KiB; each can be sent and fetched by itself,
so that a large content goes on where a connection broke off.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable

from cxo_desktop.domain.attachments import Attachment
from cxo_desktop.store.connection import rows_of
from cxo_desktop.store.database import write
from cxo_desktop.sync import crypto, names
from cxo_desktop.sync.local import LocalSpace
from cxo_desktop.sync.mirror import put_whole
from cxo_desktop.sync.refusals import Reason, Refused
from cxo_desktop.sync.transport import Transport

PIECE = 8 * 1024 * 1024
PADDING = 64 * 1024
_MAGIC = b"CXOA\x01"
_EPOCH_BYTES, _SALT_BYTES, _LENGTH_BYTES = 4, 16, 4

Check = Callable[[], None]


def send_contents(local: LocalSpace, share: Transport, check: Check) -> int:
    """Send the contents that are here and not yet there; return how many."""
    count = 0
    for digest in _unsent(local):
        if not local.store.blobs.has(digest):
            continue
        content = local.store.blobs.get(digest)
        pieces = max(1, -(-len(content) // PIECE))
        folder = names.content_folder(digest)
        there = {one.name for one in share.files(folder)}
        for place in range(pieces):
            check()
            part = content[place * PIECE : (place + 1) * PIECE]
            name = names.content_piece(digest, place, pieces, _size_class(part))
            if name not in there:
                put_whole(share, f"{folder}/{name}", _sealed(local, name, part))
        _note_sent(local, digest)
        count += 1
    return count


def waiting_contents(local: LocalSpace) -> int:
    """Return how many contents are here and not known to be on the share."""
    return sum(local.store.blobs.has(digest) for digest in _unsent(local))


def fetch_contents(local: LocalSpace, share: Transport, check: Check) -> int:
    """Fetch the contents that are not here and whole over there; return how many."""
    if local.store.path is None:
        return 0
    missing = {
        one.digest
        for one in local.store.records.list(Attachment)
        if one.digest and not local.store.blobs.has(one.digest)
    }
    return sum(fetch(local, share, digest, check) for digest in sorted(missing))


def fetch(local: LocalSpace, share: Transport, digest: str, check: Check) -> bool:
    """Fetch one content; return whether it is here now, whole and the one it should be."""
    folder, blobs = names.content_folder(digest), local.store.blobs
    there = sorted(one.name for one in share.files(folder) if one.name.startswith(f"{digest}."))
    parts = []
    for name in there:
        check()
        kept = f"{digest}-part{name.split('.')[1].replace('-', 'of')}"
        if not blobs.has(kept):
            try:
                blobs.put_as(kept, _opened(local, name, share.get(f"{folder}/{name}")))
            except (Refused, FileNotFoundError):
                return False
        parts.append(kept)
    if not there or len(there) != int(there[0].split(".")[1].split("-")[1]):
        return False
    found = blobs.put(b"".join(blobs.get(part) for part in parts))
    for part in parts:
        blobs.remove(part)
    if found != digest:
        blobs.remove(found)
        return False
    _note_sent(local, digest)
    return True


def drop_erased(local: LocalSpace, share: Transport) -> int:
    """Remove contents that no record needs since an erasure, here and on the share."""
    gone = local.store.log.digests_gone()
    for digest in gone:
        folder = names.content_folder(digest)
        for one in share.files(folder):
            if one.name.startswith(f"{digest}."):
                share.delete(f"{folder}/{one.name}")
        for name in local.store.blobs.names() if local.store.path else ():
            if name.split("-")[0] == digest:
                local.store.blobs.remove(name)
        with write(local.store.db):
            local.store.db.execute("DELETE FROM content_sent WHERE digest = ?", [digest])
    return len(gone)


def _unsent(local: LocalSpace) -> list[str]:
    if local.store.path is None:
        return []
    rows = rows_of(
        local.store.db,
        "SELECT DISTINCT digest FROM attachment WHERE digest IS NOT NULL "
        "AND digest NOT IN (SELECT digest FROM content_sent)",
    )
    return [row[0] for row in rows]


def _note_sent(local: LocalSpace, digest: str) -> None:
    with write(local.store.db):
        local.store.db.execute("INSERT OR IGNORE INTO content_sent VALUES (?)", [digest])


def _size_class(part: bytes) -> int:
    return -(-(len(part) + _LENGTH_BYTES) // PADDING)


def _sealed(local: LocalSpace, name: str, part: bytes) -> bytes:
    epoch, key = local.epoch_keys()[-1]
    salt = secrets.token_bytes(_SALT_BYTES)
    clear = _MAGIC + epoch.to_bytes(_EPOCH_BYTES, "big") + salt
    filled = len(part).to_bytes(_LENGTH_BYTES, "big") + part
    filled += bytes(-len(filled) % PADDING)
    piece = crypto.derived(key, f"cxo blob|{local.space}|{name}", salt)
    return clear + crypto.seal(piece, filled, clear, 0)


def _opened(local: LocalSpace, name: str, file: bytes) -> bytes:
    """Return a piece. Raises Refused unless it is the one that this name stands for."""
    head = len(_MAGIC) + _EPOCH_BYTES
    if not file.startswith(_MAGIC) or len(file) < head + _SALT_BYTES:
        raise Refused(Reason.NOT_WHOLE)
    epoch = int.from_bytes(file[len(_MAGIC) : head], "big")
    clear = file[: head + _SALT_BYTES]
    problem = Refused(Reason.NO_KEY)
    for _epoch, key in local.epoch_keys(epoch):
        piece = crypto.derived(key, f"cxo blob|{local.space}|{name}", clear[head:])
        try:
            filled = crypto.unseal(piece, file[len(clear) :], clear, 0)
        except Refused as error:
            problem = error
        else:
            length = int.from_bytes(filled[:_LENGTH_BYTES], "big")
            return filled[_LENGTH_BYTES : _LENGTH_BYTES + length]
    raise problem
