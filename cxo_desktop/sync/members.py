"""Bring what this laptop knows of members and keys up to date with the share, and act on it."""

from __future__ import annotations

from cxo_desktop.store.database import write
from cxo_desktop.sync import entries
from cxo_desktop.sync.container import hash_of
from cxo_desktop.sync.entries import Kind, Signed
from cxo_desktop.sync.keyring import files_needed, has_keys, new_epoch_key, unwrap_keys, wrap_keys
from cxo_desktop.sync.local import LocalSpace
from cxo_desktop.sync.refusals import Reason, Refused
from cxo_desktop.sync.roster import Roster, roster_of
from cxo_desktop.sync.transport import Transport

Refusals = dict[str, tuple[int, Reason, str]]


def learn(local: LocalSpace, share: Transport, refused: Refusals) -> Roster:
    """Take in entries and keys from the share; return the members. What is refused is noted."""
    fresh = _fresh_entries(local, share, local.state.names("mem/"), refused)
    roster = roster_of([*local.log(), *fresh], local.root) if fresh else local.roster()
    counted = [one for one in fresh if one.sha in roster.counted]
    for one in fresh:
        if one.sha not in roster.counted:
            refused[one.name] = (len(one.file), _why(one, roster), "")
    needed = files_needed(local, roster)
    if not counted and not needed:
        return roster
    with write(local.store.db):
        for one in counted:
            local.state.keep_file(one.name, one.file)
        for name in needed:
            _learn_keys(local, share, name, roster, refused)
    return roster


def _fresh_entries(
    local: LocalSpace, share: Transport, known: frozenset[str], refused: Refusals
) -> list[Signed]:
    found: dict[str, Signed] = {}
    for listed in share.files("mem"):
        name = f"mem/{listed.name}"
        if name in known:
            continue
        try:
            one = _read_entry(local, share.get(name))
        except FileNotFoundError:
            continue
        except Refused as error:
            refused[name] = (listed.size, error.reason, error.detail)
        else:
            if one.name not in known:
                found[one.sha] = one
    return list(found.values())


def _read_entry(local: LocalSpace, file: bytes) -> Signed:
    one = entries.read(file)
    if one.entry.space != local.space:
        raise Refused(Reason.WRONG_PLACE)
    return one


def _why(one: Signed, roster: Roster) -> Reason:
    author = roster.members.get(one.entry.by)
    if author is None:
        return Reason.STRANGER
    if not one.is_by(author.public):
        return Reason.FORGED
    return Reason.REMOVED if author.removed else Reason.BROKEN_CHAIN


def _learn_keys(
    local: LocalSpace, share: Transport, name: str, roster: Roster, refused: Refusals
) -> None:
    try:
        file = share.get(name)
    except FileNotFoundError:
        refused[name] = (0, Reason.MISSING, "")
        return
    if hash_of(file) not in {sha for _epoch, sha, _for in roster.wrapped}:
        refused[name] = (len(file), Reason.ALTERED, "")
        return
    local.state.keep_file(name, file)
    if any(sha == hash_of(file) and local.device in of for _epoch, sha, of in roster.wrapped):
        unwrap_keys(local, file, local.keys.identity)


def keep_keys_in_order(local: LocalSpace, roster: Roster) -> Roster:
    """Make a new epoch where somebody removed has the key; wrap it where a member lacks it."""
    if not has_keys(local, roster) or not (roster.exposed or roster.left_out):
        return roster
    with write(local.store.db):
        epoch = roster.epoch
        if roster.exposed:
            epoch += 1
            local.learn_keys([(epoch, new_epoch_key())])
        local.add_entry(roster, Kind.KEYS, wrap_keys(local, roster.recipients, epoch))
    return local.roster()


def vouch(local: LocalSpace, roster: Roster) -> Roster:
    """Say which segments of a removed laptop were taken in before its removal was known.

    So all members end up with the same, and nothing that counted for one is lost for another.
    """
    heads = local.segments.heads()
    for dev, member in roster.members.items():
        if member.removed and dev != local.device and heads.get(dev, 0) > member.upto:
            with write(local.store.db):
                local.add_entry(roster, Kind.ACCEPT, {"dev": dev, "upto": heads[dev]})
            roster = local.roster()
    return roster


def leave(local: LocalSpace) -> Roster:
    """Sign that this laptop leaves: what it wrote counts; those who stay begin a new epoch."""
    upto = local.segments.heads().get(local.device, 0)
    with write(local.store.db):
        local.add_entry(local.roster(), Kind.REMOVE, {"dev": local.device, "upto": upto})
    return local.roster()


def remove(local: LocalSpace, dev: str) -> Roster:
    """Remove a laptop: what it wrote and is here counts, and a new epoch begins without it."""
    roster = local.roster()
    upto = local.segments.heads().get(dev, 0)
    recipients = {one: to for one, to in roster.recipients.items() if one != dev}
    with write(local.store.db):
        epoch = roster.epoch + 1
        local.learn_keys([(epoch, new_epoch_key())])
        data = {"dev": dev, "upto": upto, **wrap_keys(local, recipients, epoch)}
        local.add_entry(roster, Kind.REMOVE, data)
    return local.roster()
