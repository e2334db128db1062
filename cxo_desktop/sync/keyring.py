"""The keys of all epochs, wrapped for the members and for the printed key, in files of a share."""

from __future__ import annotations

import json
import secrets
from typing import Any

from cxo_desktop.sync import crypto, names
from cxo_desktop.sync.container import hash_of
from cxo_desktop.sync.local import LocalSpace
from cxo_desktop.sync.refusals import Reason, Refused
from cxo_desktop.sync.roster import Roster


def new_epoch_key() -> bytes:
    """Return a fresh key for an epoch."""
    return secrets.token_bytes(crypto.KEY_BYTES)


def wrap_keys(local: LocalSpace, recipients: dict[str, str], epoch: int) -> dict[str, Any]:
    """Keep a file with all keys for these recipients, by device; return what an entry says of it.

    ``epoch`` is the newest whose key is among them.
    """
    plain = {
        "space": local.space,
        "keys": [(number, key.hex()) for number, key in local.epoch_keys()],
        "blobs": local.state.get("blobs"),
    }
    file = crypto.wrap(json.dumps(plain).encode(), list(recipients.values()))
    sha = hash_of(file)
    local.state.keep_file(names.keys(epoch, sha), file)
    return {"keys": sha, "epoch": epoch, "for": sorted(recipients)}


def unwrap_keys(local: LocalSpace, file: bytes, identity: str) -> None:
    """Learn the keys of a file that an entry vouched for. Raises Refused."""
    try:
        plain = json.loads(crypto.unwrap(file, identity))
        space, blobs = str(plain["space"]), str(plain["blobs"])
        fresh = [(int(number), bytes.fromhex(key)) for number, key in plain["keys"]]
    except (ValueError, KeyError, TypeError) as error:
        raise Refused(Reason.NOT_WHOLE) from error
    if space != local.space:
        raise Refused(Reason.WRONG_PLACE)
    local.learn_keys(fresh)
    if not local.state.get("blobs"):
        local.state.put("blobs", blobs)


def files_needed(local: LocalSpace, roster: Roster) -> list[str]:
    """Return the names of the files with keys that are not here yet, for whomever they are."""
    known = local.state.names("key/")
    wanted = [names.keys(epoch, sha) for epoch, sha, _devices in roster.wrapped]
    return [name for name in wanted if name not in known]


def has_keys(local: LocalSpace, roster: Roster) -> bool:
    """Tell whether this laptop can seal and read in the present epoch."""
    return bool(local.epoch_keys(roster.epoch))
