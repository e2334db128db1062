"""A profile that was copied or restored from a backup goes on as another laptop.

Two profiles with one id would number their segments alike. Whoever finds segments of its own that
it never made takes a fresh id, which its old keys admit, and takes those segments in like a
colleague's; nothing that either wrote is lost.
"""

from __future__ import annotations

from cxo_desktop.store.database import write
from cxo_desktop.sync.crypto import new_device_keys
from cxo_desktop.sync.entries import Kind
from cxo_desktop.sync.keyring import wrap_keys
from cxo_desktop.sync.local import LocalSpace, new_id
from cxo_desktop.sync.roster import Roster


def become_another(local: LocalSpace, roster: Roster) -> Roster:
    """Take a fresh id and keys, admitted by the old ones; return the members with it."""
    name = local.name_of(roster.members[local.device])
    keys, device = new_device_keys(), new_id()
    with write(local.store.db):
        recipients = {**roster.recipients, device: keys.recipient}
        local.add_entry(
            roster,
            Kind.ADMIT,
            {
                "dev": device,
                "public": keys.public,
                "recipient": keys.recipient,
                "name": local.hide(name),
                **wrap_keys(local, recipients, roster.epoch),
            },
        )
        local.set_device(device, keys)
    return local.roster()
