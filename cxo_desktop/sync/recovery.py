"""The printed recovery key of a space: with every laptop lost, it admits a new one to all."""

from __future__ import annotations

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.i18n import _
from cxo_desktop.store.database import write
from cxo_desktop.sync import names
from cxo_desktop.sync.container import hash_of
from cxo_desktop.sync.crypto import KEY_BYTES, DeviceKeys, is_identity
from cxo_desktop.sync.entries import Kind
from cxo_desktop.sync.keyring import unwrap_keys, wrap_keys
from cxo_desktop.sync.local import LocalSpace
from cxo_desktop.sync.members import learn
from cxo_desktop.sync.roster import PAPER, Roster
from cxo_desktop.sync.transport import Transport

_IDENTITY = "AGE-SECRET-KEY-"


def to_paper(keys: DeviceKeys) -> str:
    """Return keys as one text to be printed."""
    return f"{keys.identity.removeprefix(_IDENTITY)}-{keys.signing.upper()}"


def from_paper(paper: str) -> DeviceKeys:
    """Return the keys of a printed text, spaces and small letters forgiven. Raises InputRefused."""
    identity, _dash, signing = "".join(paper.split()).upper().partition("-")
    keys = DeviceKeys(signing.lower(), f"{_IDENTITY}{identity}")
    try:
        whole = is_identity(keys.identity) and len(bytes.fromhex(signing)) == KEY_BYTES
    except ValueError:
        whole = False
    if not whole:
        raise _not_it()
    return keys


def recover(local: LocalSpace, share: Transport, paper: str, name: str) -> Roster:
    """Make this laptop, which has asked to be admitted, a member by the printed key.

    Raises InputRefused when it is not the key of this space.
    """
    keys = from_paper(paper)
    roster = learn(local, share, {})
    known = roster.members.get(PAPER)
    if known is None or known.public != keys.public:
        raise _not_it()
    with write(local.store.db):
        for epoch, sha, devices in roster.wrapped:
            if PAPER in devices:
                file = share.get(names.keys(epoch, sha))
                if hash_of(file) == sha:
                    unwrap_keys(local, file, keys.identity)
                    local.state.keep_file(names.keys(epoch, sha), file)
        recipients = {**roster.recipients, local.device: local.keys.recipient}
        data = {
            "dev": local.device,
            "public": local.keys.public,
            "recipient": local.keys.recipient,
            "name": local.hide(name),
            **wrap_keys(local, recipients, roster.epoch),
        }
        local.add_entry(roster, Kind.ADMIT, data, (PAPER, keys))
    return local.roster()


def _not_it() -> InputRefused:
    return InputRefused(
        _("This laptop was not let in."),
        _("This is not the recovery key that was printed for this share."),
        _("Copy it from the sheet again, or let a colleague admit this laptop."),
    )
